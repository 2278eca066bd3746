/** Words by which a language is told. A word of two languages proves neither, and stands with both or with none. */
export interface LanguageWords {
  /** One of them decides in a short text: no text about computers in another of these languages has them. */
  readonly telling: string;
  /** Common little words. */
  readonly little: string;
}

export const LANGUAGE_WORDS: Readonly<Record<string, LanguageWords>> = {
  en: {
    telling: 'the not cannot does doesn works worked working still what which where when how only same nobody everyone everybody please thanks thank yes with have has would should could',
    little: 'is it i my we you and this that of to do can for from are be been but if or on at by your our there they here any some just now after before was were since get got didn don isn won let been',
  },
  de: {
    telling:
      'nicht ich keine keinen kein keiner wird werden kann können kannst konnte funktioniert läuft geht gehen ging klappt verbindung verbinden herstellen fehler fehlercode fehlermeldung anmelden ' +
      'anmeldung rechner danke bitte hilfe warum noch immer wieder habe haben hab wir unser unsere jetzt nur auch aber schon weiß dienst neustart passwort kennwort zertifikat benutzer kollege kollegen ' +
      'büro zuhause nein leider nichts niemand seit gestern heute bildschirm mehr oder weil wenn dann über dass muss müssen diese dieser dieses erledigt gemacht geholfen gelöst gleiche gleicher dasselbe ' +
      'verstehe meinem meinen einmal alles gelöscht wurde sind bin guten wie wo mich mir keinerlei weiter bereits',
    little: 'der das und ist ein eine einen einem einer mit auf für dem beim im zum zur von vom bei nach aus es sie den des vor durch mein meine ob zu schlägt fehl ja als',
  },
  fr: {
    telling:
      'je connexion erreur avec depuis quand marche fonctionne toujours pareil merci bonjour ordinateur peux serveur échoue oui rien aucun aucune encore mais mot passe réseau plus aussi même maintenant cette ' +
      'cela écran noir collègue sais être suis avons avez vous fait fais très trop seulement autre quel quelle pourquoi comment aide',
    little: 'le les est une pas nous sur pour ne mon ma ça à et des du dans qui que un ce il j c n au aux',
  },
  es: {
    telling:
      'puedo conectarme conexión conectar funciona sigue igual servidor desde cuando escritorio código gracias hola ayuda hace nada nadie ahora también pero contraseña red equipo pantalla negra sí misma mismo ' +
      'todavía aún está estoy tengo tiene muy solo sólo otro otra qué cómo dónde porque compañero usuario ninguno ninguna hay ya reiniciado',
    little: 'el los las una para con por mi al lo y es se que en un del su',
  },
  pt: {
    telling:
      'não consigo ligação conexão funciona área trabalho obrigado obrigada olá ajuda minha servidor agora também mas senha palavra rede computador tela ecrã sim mesmo mesma ainda estou tenho tem muito só outro ' +
      'outra você nada ninguém depois continua igual deu',
    little: 'uma com meu ao está os um em que do da no na por para e é isso',
  },
  it: {
    telling:
      'riesco connettermi connessione errore quando funziona ancora collegarmi grazie ciao aiuto adesso anche però perché password rete schermo nero stesso stessa sono ho abbiamo nessuno niente ' +
      'sempre dopo server questo questa solo altro altra posso può come dove',
    little: 'il gli non per mio mia dal e è di che un una con si lo ma in ora',
  },
  nl: {
    telling: 'niet geen verbinding fout maken werkt nog steeds lukt hulp bedankt extern sinds kan heb heeft wachtwoord netwerk scherm alleen ook maar nu iedereen niemand dezelfde waarom hoe wel gedaan weet',
    little: 'het een en ik met voor naar is de van dat op te er aan zijn bij mijn ja nee',
  },
  pl: {
    telling: 'nie działa mogę się połączyć połączenie błąd pulpit zdalny dziękuję pomoc serwerem nadal tylko teraz hasło sieć ekran tak też ale już wszystko ten sam sama nikt proszę dlaczego jak',
    little: 'jest na mam od kiedy z że i w do to po za',
  },
};

/** Shared with English or with product names; they prove nothing. */
export const PROVES_NOTHING: ReadonlySet<string> = new Set(['desktop', 'remote', 'me', 'no', 'a', 'o', 'z', 'al', 'di', 'de', 'la', 'mi', 'server', 'password', 'c', 'n', 'j', 'i', 'in', 'do', 'to', 'per', 'ten', 'sam', 'red', 'plus', 'on', 'as']);

/** Letters of scripts that English is not written in. */
const OTHER_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Thai}]/gu;

/** Words that no English text about computers has: one of them decides in a short text. */
const TELLING_WORDS = new Set(
  (
    // German
    'nicht ich keine keinen wird werden kann funktioniert läuft geht verbindung herstellen fehler fehlercode anmelden rechner danke bitte hilfe warum noch immer wieder ' +
    // French
    'je connexion erreur avec depuis quand marche fonctionne toujours pareil merci bonjour ordinateur peux serveur échoue ' +
    // Spanish
    'puedo conectarme conexión conectar funciona sigue igual servidor desde cuando escritorio remoto código gracias hola ayuda ' +
    // Portuguese
    'não consigo ligação conexão erro funciona área trabalho remota obrigado obrigada olá ajuda minha ' +
    // Italian
    'riesco connettermi connessione errore quando funziona ancora collegarmi grazie ciao aiuto remoto ' +
    // Dutch
    'niet geen verbinding fout maken werkt nog steeds lukt hulp bedankt extern sinds ' +
    // Polish
    'nie działa mogę się połączyć połączenie błąd pulpit zdalny dziękuję pomoc serwerem nadal'
  ).split(' '),
);

/** Little words that are common in one of the languages and are none in English. */
const LITTLE_WORDS = new Set(
  (
    'der das und ist wir ein eine einen mit auf für seit dem beim bei schlägt fehl leider ' +
    'le les est une pas nous sur pour ne mon ça à la ' +
    'el los las una para con por mi al lo ' +
    'uma com meu ao está o os ' +
    'il gli non per mio mia al dal di ' +
    'het een en ik met voor kan naar ' +
    'jest na mam od kiedy z że'
  ).split(' '),
);

/** Shared with English or with product names; they prove nothing. */
for (const word of ['desktop', 'remote', 'on', 'me', 'no', 'a', 'o', 'z', 'al', 'di', 'de', 'la', 'mi']) LITTLE_WORDS.delete(word);

/** So short that one telling word is enough. */
const SHORT = 12;

/**
 * Whether a text is clearly not English: two letters of another script; a telling word in a short text; or two
 * different words of another language making up an eighth of all. Pasted dialogs count; their language is what the
 * person reads. Pure.
 */
export function isForeign(text: string): boolean {
  if ((text.match(OTHER_SCRIPT)?.length ?? 0) >= 2) return true;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const telling = words.filter((word) => TELLING_WORDS.has(word));
  if (telling.length > 0 && words.length <= SHORT) return true;
  const little = words.filter((word) => LITTLE_WORDS.has(word) || TELLING_WORDS.has(word));
  return new Set(little).size >= 2 && little.length >= words.length / 8;
}

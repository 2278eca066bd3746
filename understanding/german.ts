import type { LanguageForms } from './forms.ts';

const MACHINE = '(?:pc|computer|rechner|laptop|notebook|mac|windows|gerät|arbeitsplatz)';

export const GERMAN: LanguageForms = {
  whole: {
    restart: ['von vorn', 'nochmal von vorn', 'noch mal von vorn', 'alles von vorn', 'von vorn beginnen', 'von vorn anfangen', 'von anfang an', 'neu anfangen', 'neu beginnen', 'neues gespräch'],
    person: ['support', 'einen menschen bitte', 'mensch bitte', 'mitarbeiter', 'mit einem menschen sprechen', 'mit dem support sprechen', 'hotline', 'it-support'],
    worked: [
      'geht', 'geht jetzt', 'geht wieder', 'es geht', 'es geht jetzt', 'es geht wieder', 'jetzt geht es', "jetzt geht's", 'jetzt gehts', 'klappt', 'klappt jetzt', 'klappt wieder', 'es klappt', 'jetzt klappt es',
      'läuft', 'läuft wieder', 'läuft jetzt', 'funktioniert', 'funktioniert jetzt', 'funktioniert wieder', 'es funktioniert', 'es funktioniert jetzt', 'bin drin', 'ich bin drin', 'bin wieder drin', 'ich bin wieder drin',
      "das war's", 'das wars', 'das war es', 'hat geholfen', 'das hat geholfen', 'hat geklappt', 'das hat geklappt', 'gelöst', 'problem gelöst', 'erfolgreich', 'läuft wieder, danke', 'geht wieder, danke',
    ],
    failed: [
      'geht nicht', 'es geht nicht', 'geht immer noch nicht', 'es geht immer noch nicht', 'geht noch nicht', 'klappt nicht', 'klappt immer noch nicht', 'funktioniert nicht', 'funktioniert immer noch nicht', 'immer noch nicht',
      'hat nicht geholfen', 'das hat nicht geholfen', 'hat nichts gebracht', 'hat leider nicht geholfen', 'leider nicht', 'leider nein', 'gleicher fehler', 'derselbe fehler', 'selber fehler', 'gleiches problem', 'dasselbe',
      'das gleiche', 'immer noch dasselbe', 'immer noch das gleiche', 'immer noch der gleiche fehler', 'keine änderung', 'keine besserung', 'unverändert', 'bringt nichts', 'nix', 'auch nicht', 'nützt nichts', 'hilft nicht',
    ],
    cancel: ['jetzt nicht', 'nein danke', 'abbrechen', 'abbruch', 'vergiss es', 'vergessen sie es', 'lass es', 'lassen wir es', 'stopp', 'kein ticket', 'lieber nicht', 'nicht jetzt'],
    yes: ['jo', 'jup', 'jawohl', 'jepp', 'ja bitte', 'ja gerne', 'genau', 'richtig', 'stimmt', 'korrekt', 'ja genau', 'ja ist es', 'ja, ist es', 'ja das stimmt', 'ja, das stimmt', 'ja klar', 'doch', 'sicher', 'natürlich', 'ja tut es', 'ja, tut es'],
    no: ['nö', 'nee', 'ne', 'nope', 'nicht', 'nein gar nicht', 'gar nicht', 'überhaupt nicht', 'nein ist es nicht', 'nein, ist es nicht', 'auf keinen fall', 'nein tut es nicht', 'nein, tut es nicht'],
    agree: ['okay', 'gut', 'alles klar', 'in ordnung', 'verstanden', 'mach ich', 'mache ich', 'ok mach ich', 'ok, mach ich', 'prima', 'super', 'passt', 'gerne', 'ist gut'],
    'dont-know': ['weiß ich nicht', 'weiss ich nicht', 'weiß nicht', 'weiss nicht', 'ich weiß nicht', 'ich weiß es nicht', 'das weiß ich nicht', 'weiß ich leider nicht', 'keine ahnung', 'ka', 'k.a', 'k. a', 'kann ich nicht sagen', 'keinen plan', 'bin nicht sicher', 'nicht sicher', 'unbekannt', 'kann ich nicht beurteilen', 'woher soll ich das wissen'],
    skip: ['überspringen', 'weiter', 'nächster', 'nächster schritt', 'etwas anderes', 'was anderes', 'nächster bitte', 'überspring das', 'auslassen', 'etwas anderes versuchen'],
    later: ['später', 'moment', 'moment bitte', 'einen moment', 'einen moment bitte', 'gleich', 'sekunde', 'kleinen moment', 'augenblick', 'bin dabei', 'ich bin dabei', 'mache ich gerade', 'probiere ich', 'ich probiere es', 'ich versuche es', 'startet gerade neu', 'warten sie bitte', 'warte'],
    send: ['senden', 'abschicken', 'schick es ab', 'schicken sie es ab', 'ticket eröffnen', 'ticket öffnen', 'ja, ticket eröffnen', 'ja abschicken', 'ja, abschicken', 'ticket erstellen'],
    explain: ['erklären', 'erklär das', 'erklären sie das', 'wie', 'wo', 'wie geht das', 'wie mache ich das', 'wo finde ich das', 'was heißt das', 'was bedeutet das', 'verstehe ich nicht', 'versteh ich nicht', 'hä', 'wie bitte', 'wie denn', 'wo denn'],
    continue: ['weitermachen', 'noch einmal zeigen', 'schritt noch einmal zeigen', 'nochmal bitte', 'noch mal bitte', 'wiederholen', 'bitte wiederholen', 'was war der schritt', 'was war die frage'],
    why: ['warum', 'wieso', 'weshalb', 'wozu', 'warum das', 'wofür', 'was soll das bringen'],
    greeting: ['hallo', 'guten tag', 'guten morgen', 'guten abend', 'moin', 'servus', 'grüß gott', 'grüezi', 'hallo zusammen', 'bin wieder da'],
    'take-back': ['rückgängig', 'falscher knopf', 'verklickt', 'habe mich verklickt', 'vertippt', 'das stimmt nicht', 'stimmt nicht', 'stimmt so nicht', 'falsch'],
  },
  negation: /(?<!\p{L})(?:nicht|kein\p{L}{0,2}|nie|niemals|niemand\p{L}{0,2}|nirgends|nichts|nix|ohne|weder|kaum)(?!\p{L})/giu,
  idiom: /(?<!\p{L})(?:keine? (?:ahnung|problem|sorge)|nichts besonderes|warum nicht|wieso nicht|ob (?:oder )?nicht)(?!\p{L})/giu,
  denial: /^(?:nein[,.:;]? +)?(?:(?:ich )?(?:glaube|denke) (?:nicht|kaum)|(?:das|es) (?:stimmt|ist) nicht(?: so| wahr| richtig)?)[ ,:]+dass (?=\S)/iu,
  grammar:
    /^(?:ein|eine|einen|einem|einer|der|das|dem|den|des|ist|sind|war|waren|wird|werden|hat|haben|habe|es|ich|wir|man|mir|mich|mein|meine|meinem|meinen|auf|in|im|am|zu|zum|zur|von|vom|bei|auch|doch|schon|noch|da|hier|dort|ja|nein|eigentlich|sich|sie|wie|dass|aber|also|halt|mal|gerade)$/,
  polarWords: /(?<!\p{L})(?:nicht|kein\p{L}{0,2}|nie|niemals|niemand\p{L}{0,2}|nichts|nix|ohne|mit|weder|kaum|alle|jeder|immer)(?!\p{L})/giu,
  opposites: [
    [/(?<!\p{L})(?:ausgeschaltet|abgeschaltet|deaktiviert)(?!\p{L})/giu, 'nicht eingeschaltet'],
    [/(?<!\p{L})aktiviert(?!\p{L})/giu, 'eingeschaltet'],
    [/(?<!\p{L})(?:abgelaufen|ungültig)(?!\p{L})/giu, 'nicht gültig'],
    [/(?<!\p{L})(?:gestoppt|beendet|angehalten)(?!\p{L})/giu, 'läuft nicht'],
    [/(?<!\p{L})(?:blockiert|geschlossen|gesperrt|zu)(?!\p{L})/giu, 'nicht offen'],
    [/(?<!\p{L})fehlt(?!\p{L})/giu, 'nicht da'],
  ],
  deniedWhole: /^(?:(?:es|das) ist |ich bin |wir sind )?(?:nicht|kein\p{L}{0,2})(?!\p{L})/iu,
  mine: new RegExp(`(?<!\\p{L})(?:mein|unser|dies)\\p{L}{0,2} (?:eigen\\p{L}+ |alt\\p{L}+ |neu\\p{L}+ |lokal\\p{L}+ )?${MACHINE}(?!\\p{L})|(?<!\\p{L})(?:bei mir|hier bei uns|auf meiner seite|lokal(?:er|en|em)? ${MACHINE})(?!\\p{L})`, 'iu'),
  remote: new RegExp(
    `(?<!\\p{L})(?:remote ?${MACHINE}|ziel${MACHINE}|gegenseite|gegenstelle|terminalserver|fern\\p{L}+ ${MACHINE}|ander\\p{L}+ (?:seite|ende)|auf dem server|am server|der server|den server|büro-?${MACHINE}|firmen-?${MACHINE}|dort drüben)(?!\\p{L})`,
    'iu',
  ),
  cure:
    /(?<!\p{L})(?:(?:geht|klappt|funktioniert|läuft)(?: es| das| alles)? (?:jetzt|wieder|nun|einwandfrei)|(?:jetzt|nun) (?:geht|klappt|funktioniert|läuft)(?: es|s|'s| alles)?|(?:bin|ich bin) (?:jetzt |wieder |nun )*(?:drin|drauf|verbunden)|komme? (?:jetzt |wieder |nun |ich )*(?:rein|drauf|hinein)|hat (?:geklappt|geholfen|funktioniert)|das war(?:'?s| es)|(?:problem|fehler) (?:ist )?(?:gelöst|behoben|weg))(?!\p{L})/iu,
  cureWords: /\b(?:funktion\w*|geht|klappt|läuft|gelöst|behoben)\b/iu,
  notQuite:
    /(?<!\p{L})(?:aber|nur|außer|wenn|falls|sobald|solange|bis|bevor|gestern|vorher|früher|manchmal|teilweise|fast|beinahe|könnte|würde|sollte|ander\p{L}+|kolleg\p{L}+|jemand|hoffe|hoffentlich|nicht|kein\p{L}{0,2}|nie|handy|bei (?:ihm|ihr|ihnen|allen))(?!\p{L})|\?/iu,
  failure:
    /(?<!\p{L})(?:(?:geht|klappt|funktioniert|läuft|hilft|nützt)(?: es| das)?(?: leider| aber| immer| noch| auch| gar| trotzdem| weiterhin)* (?:nicht|nichts)|hat(?: leider| auch| gar| aber| alles)* (?:nicht|nichts) (?:geholfen|gebracht|geändert|funktioniert|geklappt)|(?:immer noch|noch immer|wieder|weiterhin|genau|exakt|leider)? ?(?:der|die|das)?(?:selbe|gleiche)[rs]? (?:fehler|meldung|problem|ergebnis|bild)|bringt (?:leider |auch |gar )*nichts|keine (?:änderung|besserung|wirkung|veränderung)|unverändert|nichts (?:geändert|gebracht|verändert))(?!\p{L})/iu,
  aFact: /(?<!\p{L})(?:überall|alle[nrs]?|jede[mnrs]?|beide[nr]?|ander\p{L}+|sonst|bei (?:mir|ihm|ihr|ihnen|den|meine\p{L})|auf (?:meine\p{L}|de[mn]|eine\p{L})|von (?:zu ?hause|eine\p{L})|aus dem)(?!\p{L})/iu,
  uncertain: /(?<!\p{L})(?:vielleicht|eventuell|möglicherweise|womöglich|könnte (?:es )?sein|kann sein|vermutlich|ich vermute|ich frage mich|bin (?:mir )?nicht sicher,? (?:aber|ob))(?!\p{L})/iu,
  restart: /(?<!\p{L})(?:von vorne?|von anfang|neu (?:anfangen|beginnen|starten)|zurücksetzen|neues gespräch|von null|alles vergessen)(?!\p{L})/iu,
  send: /(?<!\p{L})(?:senden|schick\p{L}*|abschicken|eröffn\p{L}*|öffne\p{L}*|erstell\p{L}*|leg\p{L}* an|weiterleiten|ticket|mach\p{L}*|ja|bitte)(?!\p{L})/iu,
  textToSend: /(?<!\p{L})(?:text|nachricht|mail|e-mail|zusammenfassung|bericht|etwas|was)(?!\p{L}).{0,40}(?:für (?:die|den|unsere\p{L}?|meine\p{L}?) (?:it|admin\p{L}*|support|kolleg\p{L}*|helpdesk)|(?:schicken|senden|weiterleiten|weitergeben|mailen))/iu,
  news: /^(?:hallo|hi)?[,. ]*(?:gibt es |gibt's |haben sie )?(?:schon |was |etwas |irgendwas )*(?:neuigkeiten|neues|updates?|nachricht)(?!\p{L}).{0,30}\?*$|wie (?:steht|sieht) (?:es|'s) (?:um|mit) (?:mein|dem|das)\p{L}* (?:ticket|fall|anfrage)/iu,
  refusal: /(?<!\p{L})(?:(?:das|es) (?:mache|will|möchte|werde) ich (?:lieber |so |auf keinen fall )*nicht(?! (?:weiter|aufgeben))|(?:das ist mir|ist mir|das ist) zu (?:riskant|heikel|gefährlich)|lieber nicht|das traue ich mich nicht)(?!\p{L})/iu,
};

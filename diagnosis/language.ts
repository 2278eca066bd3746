/** Letters of scripts that English is not written in. */
const OTHER_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Greek}\p{Script=Thai}]/gu;

/** Little words that are common in one of the languages and are none in English. */
const LITTLE_WORDS = new Set(
  (
    'der das und ist nicht ich wir ein eine einen mit auf für kann keine keinen beim seit dem bei wird werden verbindung fehler fehlercode herstellen ' +
    'le les des est une pas je nous avec sur pour ne peut connexion erreur depuis quand mon bureau à distance ' +
    'el los las una para con por puedo conexión desde cuando mi escritorio remoto código ' +
    'não uma com para meu minha quando desde conexão erro área trabalho ' +
    'il gli una non con per mio mia quando connessione errore posso desktop remoto dal ' +
    'het een niet en ik met voor kan geen verbinding fout sinds extern bureaublad naar ' +
    'nie jest się na do mam mogę połączenie błąd pulpit zdalny od kiedy z'
  ).split(' '),
);

/** Shared with English or with product names; they prove nothing. */
for (const word of ['desktop', 'bureau', 'bureaublad', 'remote', 'des', 'do', 'on', 'me', 'no']) LITTLE_WORDS.delete(word);

/**
 * Whether a text is clearly not English: two letters of another script, or two different little words of another
 * language making up an eighth of its words. Pasted dialogs count; their language is what the person reads. Pure.
 */
export function isForeign(text: string): boolean {
  if ((text.match(OTHER_SCRIPT)?.length ?? 0) >= 2) return true;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const little = words.filter((word) => LITTLE_WORDS.has(word));
  return new Set(little).size >= 2 && little.length >= words.length / 8;
}

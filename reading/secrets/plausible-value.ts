/** What stands behind "password:" and "password is" and is no password. */
const NO_VALUE = new RegExp(
  '^(?:' +
    // a place-holder
    '<.*|\\*+|•+|x{2,}|…+|\\.{3,}|none|null|nil|true|false|yes|no|ok|okay|n/a|\\$.*|%\\w+%|\\[.*|\\{.*|\\(.*|_+|-+|' +
    // a state
    'expired|expires|wrong|correct|incorrect|invalid|valid|required|unknown|known|prompt|right|fine|good|bad|old|new|same|different|weak|strong|long|short|empty|blank|set|reset|saved|stored|cached|changed|locked|accepted|rejected|refused|asked|needed|missing|working|typed|entered|synced|forgotten|lost|gone|blocked|disabled|enabled|temporary|default|current|unchanged|identical|broken|complex|simple|managed|remembered|protected|hidden|masked|removed|encrypted|absent|present|administrator|' +
    'falsch|richtig|abgelaufen|korrekt|geändert|ungültig|gültig|vergessen|unbekannt|gesetzt|zurückgesetzt|leer|gespeichert|gesperrt|erforderlich|neu|alt|' +
    'incorrect[ea]?|expirée?|oubliée?|valide|invalide|correcta|incorrecta|caducada|errada|expirada|correta|scaduta|corretta|errata|verlopen|onjuist|nieprawidłowe|wygasło|неверный|истёк|верный|' +
    // a little word that goes on
    'last|never|always|also|only|still|now|then|too|very|definitely|certainly|must|can|cannot|not|the|a|an|my|your|his|her|our|it|its|this|that|to|in|on|at|for|from|with|without|being|because|and|or|but|so|what|why|where|when|there|here|case|account|authentication|of|i|we|they|someone|nobody|as|by|is|if|just|again|already|up|sure|entry|field|policy|change|box|dialog|' +
    'ist|ich|wir|habe|hat|wird|wurde|nicht|noch|das|der|die|ein|eine|je|il|elle|nous|pas|le|la|les|el|yo|no|não|eu|non|io|het|ik|niet|nie|не' +
    ')[.,;:!?)]*$',
  'i',
);

export function isNoValue(value: string): boolean {
  return NO_VALUE.test(value) || /^0x[0-9a-f]+$/i.test(value);
}

/** Mixed kinds of characters, as a password has and a word has not. */
export function looksSecret(value: string): boolean {
  const word = value.replace(/[.,!?;:)]+$/, '');
  const mixed = /\d/.test(word) || /[^\p{L}\p{M}\d'’-]/u.test(word);
  return word.length >= 4 && mixed && !/^\d{1,3}$/.test(word) && !isOtherThing(word);
}

/** Letters and digits, and a symbol or both cases besides: nobody writes words like that. */
export function looksStrong(value: string): boolean {
  const word = value.replace(/[.,?;:)]+$/, '');
  if (word.length < 6 || isOtherThing(word) || !/\p{L}/u.test(word) || !/\d/.test(word)) return false;
  return /[^\p{L}\p{M}\d.\\/:_-]/u.test(word) || (/\p{Lu}/u.test(word) && /\p{Ll}/u.test(word));
}

/** Letters, digits and, inside, a symbol that names of machines, versions and files do not have. */
export function looksMadeUp(value: string): boolean {
  const word = value.replace(/[.,!?;:)]+$/, '');
  return word.length >= 6 && /\p{L}/u.test(word) && /\d/.test(word) && /[!$#%&*+?^~§]/.test(word) && !/^[A-Z\d-]{1,20}#\d$/.test(word) && !isOtherThing(word);
}

/** One word of letters with two digits or more, or a long one with one digit: behind "pw" it is one, elsewhere it may be anything. */
export function looksNumbered(value: string): boolean {
  return /^(?=.*[a-z])(?:(?=.*\d.*\d)[a-z0-9]{6,40}|(?=.*\d)[a-z0-9]{10,40})[.,!?]?$/i.test(value) && !isOtherThing(value.replace(/[.,!?]$/, ''));
}

/** Codes, updates, addresses, machines, standards, dates and times look mixed, too. */
function isOtherThing(word: string): boolean {
  return /^(?:0x[0-9a-f]+|kb\d+|\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d{2}(?::\d{2})?|(?:srv|server|win|windows|dc|host|pc|vm|rds|rdsh|gw|event|error|office|build|version|aes|sha|tls|ssl|rsa|ecdsa|tpm|smb|ntlm|rdp)[-_]?v?\d[\w.]*|[\w-]*tcp#\d+|\d+\p{L}{1,8}|\$[\w:{}]+|%\w+%|\S{1,64}@\S{2,64}\.\w{2,10}|https?:\S*|[a-z]:\\\S*|\\\\\S*)$/iu.test(word);
}

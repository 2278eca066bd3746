/** What people call a password, with the slips that are common in English; as the source of a regular expression. */
export const WORDS =
  'passwords?|passwort|kennwort|passwd|passwrd|pass?word|passowrd|pass word|passphrase|passcode|pwd|pass|pw|p\\/w|pin|mot de passe|mdp|contraseña|contrasena|clave|senha|palavra-passe|wachtwoord|hasło|haslo|пароль|パスワード|密码|密碼|暗証番号';

/**
 * `DefaultPassword`, `ms-Mcs-AdmPwd`, `db_password`: what goes before within the name. In an address (`?password=`) the value
 * ends elsewhere, and another pattern reads it.
 */
export const WORD = `(?<![\\p{L}?&])(?:(?:ms-mcs-adm|ms-?laps-|adm|default|admin|user|root|db|pg|new|old|current|rdp|vpn|domain|login)[_-]?)?(?:${WORDS})(?![\\p{L}-])`;

/** `password for admin`, `Passwort vom Server`. */
export const WHOSE = '(?:\\s(?:for|of|on|vom|von|für|pour|de|del|do|da|per)\\s\\S{2,40}(?:\\s\\S{2,40})?)?';
export const IS = 'is|was|are|be|ist|lautet|est|es|è|é|jest|to jest|to|это';

export const HINT = new RegExp(WORDS, 'i');

/** Nothing that names a program for passwords, or a rule about them, is followed by one. */
export const ABOUT = '(?![\\p{L}-]|\\s(?:manager|vault|safe|generator|policy|hash|sync|reset|change|prompt|box|field)\\b)';

import type { Observation } from '../evidence.ts';
import { dateOrderOf, daysUntil, readDate } from '../dates.ts';
import { observe, truthOf, type Reader } from '../reader.ts';
import type { Page } from '../page.ts';

/** The last day of a certificate, as PowerShell, certutil, openssl and the certificate window label it. */
const NOT_AFTER =
  /(?:not ?after|nicht nach|gültig bis|valid to|valid until|ablaufdatum|expires(?: on)?|expiration date|expiry date|valide jusqu'au|valable jusqu'au|date d'expiration|válido hasta|válido até|valido fino al|data di scadenza|geldig tot|ważny do|действителен по|有効期間の終了|有效期至)\s{0,20}[:=]?\s{0,20}([^\n]{6,44})/g;
const NOT_BEFORE = /(?:not ?before|nicht vor|gültig ab|valid from|valable à partir du|válido desde|válido a partir de|valido dal|geldig vanaf|ważny od|действителен с|有效期从)\s{0,20}[:=]?\s{0,20}([^\n]{6,44})/;
const SUBJECT = /(?:subject|antragsteller|objet|sujet|asunto|requerente|soggetto|onderwerp|podmiot|субъект)\s{0,20}[:=]\s{0,10}([^\n]{2,160})/;
const ISSUER = /(?:issuer|aussteller|émetteur|emisor|emissor|autorità emittente|verlener|wystawca|издатель)\s{0,20}[:=]\s{0,10}([^\n]{2,160})/;
const THUMBPRINT = /(?:thumbprint|fingerabdruck|empreinte(?: numérique)?|huella digital|impressão digital|identificazione personale|vingerafdruk|odcisk palca|отпечаток|cert hash\(sha1\)|zertifikathash\(sha1\)|sha1 fingerprint)\s{0,20}[:=]\s{0,10}((?:[0-9a-f]{2}[ :]?){19}[0-9a-f]{2})/;
const PRIVATE_KEY = /hasprivatekey\s{0,20}[:=]\s{0,10}(true|false)/;
/** What certutil says of the key. */
const KEY_THERE = /encryption test passed|signature test passed|verschlüsselungstest wurde durchgeführt|key container =|schlüsselcontainer =|conteneur de clé =|contenedor de claves =/;
const KEY_MISSING = /no key provider information|cannot find the certificate and private key|missing stored keyset|keine schlüsselanbieterinformationen|aucune information sur le fournisseur de clés/;
/** The certificate window: both days in one line. */
const DAY = '\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}';
const RANGE = new RegExp(
  `(?:valid from|gültig (?:ab|vom|von)|valide du|valable du|válido (?:desde|a partir de|de)|valido (?:dal|da)|geldig van(?:af)?|ważny od|действителен с|有効期間|有效期从?)\\s{1,4}(${DAY})\\s{0,3}(?:to|until|bis|au|hasta(?: el)?|até|al|a|tot(?: en met)?|do|по|から|到|至)\\s{1,3}(${DAY})`,
  'g',
);
/** PowerShell's table has no dates. */
const TABLE = /thumbprint\s{1,60}subject[^\n]{0,80}\n[-\s>]{0,120}([0-9a-f]{40})\s{1,8}([^\n]{2,160})/;
/** The command and the next prompt, nothing between them. */
const EMPTY_LISTING = /(?:get-childitem|gci|dir|ls)\s{1,3}["']?cert:[^\n]{0,120}\n[\s>]{0,12}ps [a-z]:\\[^>\n]{0,80}>\s{0,8}$/;
const EMPTY = /cannot find path 'cert:|cannot find any certificates|certenumcertificatesinstore.{0,40}not found|no certificates? (?:was |were )?found in the store/;
const MOST_CERTIFICATES = 20;
/** Much else is valid until a day: licences, offers, accounts. */
const ABOUT_CERTIFICATES = /cert|zertifi|сертифи|証明書|证书|证|thumbprint|fingerabdruck|empreinte|huella|not ?after|nicht nach|hasprivatekey|issued (?:to|by) ?:|ausgestellt (?:für|von)|délivré (?:à|par)|enviado para|emitido (?:para|por)|rilasciato (?:a|da)|wystawiony dla|кому выдан|発行(?:先|者)|颁发(?:给|者)|uitgegeven (?:aan|door)|(?:issuer|aussteller|émetteur|emisor|emissor|wystawca|издатель)\s{0,20}[:=]/;
/** What else ends on a day, as the tools label it that print it. */
const OF_SOMETHING_ELSE = /password|pass ?phrase|kennwort|passwort|mot de passe|contraseña|senha|wachtwoord|hasło|пароль|パスワード|密码|account|konto|compte|cuenta|conta\b|lease|licen[cs]|lizenz|subscription|abonnement|token|ticket|trial|warranty/;
/** Certificates of web sites, authorities and signed programs. */
const OF_OTHERS = /(?:localmachine|currentuser)\\(?:root|ca|webhosting|authroot|trustedpublisher|disallowed)|-store (?:-user )?"?(?:root|ca|authroot|webhosting)\b|certificate viewer|signercertificate|issued to[^]{0,80}common name|cn ?= ?www\.|let's encrypt|\bhttps?:\/\/|:443\b|http\/\d|\bcurl\b/;

export const certificateReader: Reader = {
  hint: /not ?after|notbefore|nicht nach|valid from|gültig (?:ab|vom|von)|valid[eo] (?:du|dal?)|valable du|válido (?:desde|a partir)|geldig van|ważny od|действителен с|有効期間|有效期|thumbprint|fingerabdruck|gültig bis|valid (?:to|until)|expir(?:es|ation date|y date)|ablaufdatum|valable jusqu|valide jusqu|date d'expiration|válido (?:hasta|até)|valido fino|geldig tot|ważny do|действителен по|有効期間の終了|有效期至|hasprivatekey|cert:/,
  read(page, now) {
    const { lower } = page;
    if (/s_client|nmap|verify return code/.test(lower) || OF_OTHERS.test(lower)) return [];
    const alone = ABOUT_CERTIFICATES.test(lower) ? undefined : true;
    if (alone && OF_SOMETHING_ELSE.test(lower)) return [];
    const ends = [...lower.matchAll(NOT_AFTER)].slice(0, MOST_CERTIFICATES);
    const found: Observation[] = [];
    for (const [at, end] of ends.entries()) {
      const from = at === 0 ? Math.max(0, end.index - 600) : (ends[at - 1]?.index ?? 0) + 20;
      const to = ends[at + 1]?.index ?? Math.min(lower.length, end.index + 400);
      found.push(...certificateIn(page, from, to, end, now, alone));
    }
    for (const range of [...lower.matchAll(RANGE)].slice(0, MOST_CERTIFICATES)) found.push(...windowOf(page, range, now, alone));
    if (found.length > 0) return found;
    const table = TABLE.exec(lower);
    if (table !== null) return [observe('certificate', { thumbprint: table[1], subject: table[2]?.trim() }, page, table.index, table.index + table[0].length)];
    const key = PRIVATE_KEY.exec(lower);
    const print = THUMBPRINT.exec(lower);
    const first = key ?? (print !== null && SUBJECT.test(lower) ? print : null);
    if (first !== null) {
      const fields = { hasPrivateKey: truthOf(key?.[1]), thumbprint: bare(print?.[1]), subject: SUBJECT.exec(lower)?.[1]?.trim() };
      return [observe('certificate', fields, page, first.index, first.index + first[0].length)];
    }
    const empty = EMPTY.exec(lower) ?? EMPTY_LISTING.exec(lower);
    return empty === null ? [] : [observe('certificate', { found: false }, page, empty.index, empty.index + empty[0].length)];
  },
};

function certificateIn(page: Page, from: number, to: number, end: RegExpExecArray, now: Date, alone: true | undefined): Observation[] {
  const block = page.lower.slice(from, to);
  const [first, last] = [NOT_BEFORE.exec(block)?.[1] ?? '', end[1] ?? ''];
  // Both were printed on one machine: what one shows of the order of day and month holds for the other.
  const order = dateOrderOf(last) ?? dateOrderOf(first);
  const notAfter = readDate(last, order);
  if (notAfter === undefined) return [];
  const notBefore = readDate(first, order);
  const daysLeft = daysUntil(notAfter.date, now);
  const subject = SUBJECT.exec(block)?.[1]?.trim();
  const issuer = ISSUER.exec(block)?.[1]?.trim();
  const sure = !notAfter.ambiguous || Math.abs(daysLeft) > MONTHS_APART;
  const fields = {
    expired: sure ? notAfter.date.getTime() < now.getTime() : undefined,
    notYetValid: notBefore === undefined || notBefore.ambiguous ? undefined : notBefore.date.getTime() > now.getTime(),
    daysLeft: sure ? daysLeft : undefined,
    notAfter: sure ? notAfter.date.toISOString().slice(0, 10) : undefined,
    hasPrivateKey: keyIn(block),
    selfSigned: subject === undefined || issuer === undefined ? undefined : subject === issuer,
    subject,
    thumbprint: bare(THUMBPRINT.exec(block)?.[1]),
    alone,
  };
  return [observe('certificate', fields, page, end.index, end.index + end[0].length)];
}

function windowOf(page: Page, range: RegExpExecArray, now: Date, alone: true | undefined): Observation[] {
  const [whole, first = '', last = ''] = range;
  const notAfter = readDate(last, dateOrderOf(last) ?? dateOrderOf(first));
  if (notAfter === undefined || notAfter.ambiguous) return [];
  const fields = { expired: notAfter.date.getTime() < now.getTime(), daysLeft: daysUntil(notAfter.date, now), notAfter: notAfter.date.toISOString().slice(0, 10), alone };
  return [observe('certificate', fields, page, range.index, range.index + whole.length)];
}

function keyIn(block: string): boolean | undefined {
  const listed = truthOf(PRIVATE_KEY.exec(block)?.[1]);
  if (listed !== undefined) return listed;
  if (KEY_MISSING.test(block)) return false;
  return KEY_THERE.test(block) ? true : undefined;
}

/** A date whose day and month could be swapped is trusted only this far from today. */
const MONTHS_APART = 340;

const bare = (thumbprint: string | undefined): string | undefined => thumbprint?.replace(/[ :]/g, '');

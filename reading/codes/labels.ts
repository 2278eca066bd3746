/** The words around a number that say what it is, in the languages of the dialogs. Patterns run on lower-case, normalized text. */

/** Says that the number that follows is the extended code. Tested on the words before it. */
export const EXTENDED_LABEL =
  /(?:\bext(?:\b|end|ent)|erweitert|étendu|etendu|extendid|ampliad|estendid|estes[oa]|расширенн|uitgebreid|rozszerzon|rozšířen|拡張|扩展|延伸|擴充|확장|genişletilmiş|utökad|udvidet|utvidet)/;

/** Words that come before an error number; the longest first where one begins another. */
export const ERROR_WORDS =
  'hresult|ntstatus|error codes?|errorcode|error number|error|err(?!no)|codes?|disconnected!|disconnect reason|disconnectstate|discreason|reason ?=|fehlercode|fehlernummer|fehler|' +
  "code d'erreur|erreur|código de err(?:or|o)|codigo de err(?:or|o)|código|codigo|erro|codice errore|codice di errore|codice|errore|" +
  'foutcode|foutmelding|fout|kod błędu|błąd|kod|код ошибки|ошибка|код|エラー ?コード|エラー|错误 ?代码|错误码|錯誤碼|错误|錯誤|代码|오류 ?코드|오류|hata kodu|hata|' +
  'felkod|fejlkode|virhekoodi|kód chyby|mstsc|rdp';

/** Numbers after these are values, addresses or counters. Tested on the words before the number. */
export const NOT_A_CODE =
  /(?:reg_[a-z_]+|logon[ _]?id|process ?id|thread ?id|session ?id|handle|address|keywords>?|memory(?: at)?|\bpid|\btid|\bread at|\bat|referenceid|reference id|checkpoint|wait_hint|exit_code|flags|access mask|options|offset|\bvid|\bpid|port ?number|\/d|\/f|value|mask|thumbprint|serial ?number|hash|ticket encryption type|leap indicator|color|colour|hwid|linked logon id|win32_exit_code\s*:\s*\d{1,5})[\s:=>"'(#[-]{0,12}$/;

/**
 * A field of a tool's own in front of a number: `WIN32_EXIT_CODE : 1077  (0x435)` of sc in every language (its labels are
 * joined by underscores), `Status = 5 0x5 ERROR_ACCESS_DENIED` of nltest, `Failure Code: 0x18` of Kerberos.
 */
export const TOOL_FIELD =
  /(?:(?<![\p{L}\d_])(?!\S{0,20}(?:err|disconnect|fehler))[\p{L}\d]{2,20}(?:_[\p{L}\d]{2,20}){1,3}\.?\s{0,16}:\s{0,3}(?:\d{1,10}\s{1,4}\()?|= ?\d{1,10} |(?:failure code|result code|ticket options|pre-authentication type|process-?id|prozess-?id)\s{0,3}:\s{0,6})$/u;

/** Flags behind the name of a time source, `dc01.corp.example,0x9`: a word that is no number, a comma, no blank. */
export const PEER_FLAGS = /(?<![\w.-])(?!error|code|fehler|0[xх])[a-z][\w.-]{1,60},$/;

/** The text is about Remote Desktop. */
export const ABOUT_RDP =
  /\b(?:rdp|rdc|rds|rdweb|mstsc|remote ?app|termservice|term service|freerdp|xfreerdp|remmina|xrdp|rd ?gateway|rd client|rdweb|windows app|remote ?desktop\w*|bureau à distance|escritorio remoto|desktop remoto|área de trabalho remota|extern bureaublad|pulpit zdalny|fjärrskrivbord)\b|remotedesktop|remote computer|network level auth|remote session|удал[её]нн\S{1,4} рабоч|\bрдп\b|リモート ?デスクトップ|远程桌面|遠端桌面|원격 데스크/;

export const ABOUT_GATEWAY = /\b(?:gateway|gw|rdg|gatewayserver|passerelle|puerta de enlace|gateway de área|brama|шлюз\S*)\b|шлюз|ゲートウェイ|网关|閘道/;
export const ABOUT_VIRTUAL_DESKTOP = /\b(?:avd|wvd|wvd(?:connections|errors)|w365|windows 365|cloud pc|host ?pool|session ?host pool|workspace)\b|virtual desktop|(?<![a-z])connectionfailed[a-z]{6}|errorsymbolic|codesymbolic|reverseconnect[a-z]/;
export const APP_NAME = /\b(?:windows app|microsoft remote desktop|rd client)\b/;
export const ABOUT_APP = /\b(?:mac|macos|macbook|imac|iphone|ipad|ios|android|phone|mobile|tablet|windows app|microsoft remote desktop|rd client)\b/;

import { observe, type Reader } from '../reader.ts';

const PROBLEMS = [
  ['not-recognised', /'?([\w.-]{2,40})'? is not recognized as|the term '([^'\n]{2,60})' is not recognized|der befehl "?([\w.-]{2,40})"? ist entweder falsch|die benennung "([^"\n]{2,60})" wurde nicht als name|'?([\w.-]{2,40})'? n'est pas reconnu|"?([\w.-]{2,40})"? no se reconoce como|'?([\w.-]{2,40})'? não é reconhecido como|"?([\w.-]{2,40})"? non è riconosciuto come|nazwa '([^'\n]{2,60})' nie jest rozpoznawana|"?([\w.-]{2,40})"? не является внутренней или внешней|'?([\w.-]{2,40})'? は,内部コマンドまたは外部コマンド|'?([\w.-]{2,40})'? 不是内部或外部命令|([\w.-]{2,40}): command not found/],
  ['execution-policy', /running scripts is disabled on this system|ausführung von skripts auf diesem system deaktiviert/],
  ['elevation-required', /the requested operation requires elevation|requires elevation|run as administrator|als administrator aus(?:führen|zuführen)|erhöhte rechte|administratorrechte erforderlich|must be run from an elevated/],
  ['access-denied', /access is denied|access denied|zugriff verweigert|accès refusé|acceso denegado|acesso negado|accesso negato|toegang geweigerd|odmowa dostępu|отказано в доступе|アクセスが拒否されました|拒绝访问|permissiondenied/],
] as const;
/** The words are the tool's only near a command line or as the whole answer; in an event's text they are its status. */
const NEAR_TOOL = /[a-z]:\\|ps>|\$ |error \d|system error|fehler \d|categoryinfo|fullyqualifiederrorid|^\W{0,4}(?:error:? ?)?(?:access (?:is )?denied|zugriff verweigert|accès refusé|acceso denegado)\W{0,4}$/;

export const toolErrorReader: Reader = {
  hint: /not recognized as|ist entweder falsch|nicht als name|n'est pas reconnu|no se reconoce|não é reconhecido|non è riconosciuto|rozpoznawana|не является внутренней|内部コマンド|内部或外部命令|command not found|scripts is disabled|skripts auf diesem|elevation|elevated|as administrator|als administrator|erhöhte rechte|administratorrechte|access (?:is )?denied|zugriff verweigert|accès refusé|acceso denegado|acesso negado|accesso negato|toegang geweigerd|odmowa|отказано|アクセスが拒否|拒绝访问|permissiondenied/,
  read(page) {
    for (const [problem, pattern] of PROBLEMS) {
      const match = pattern.exec(page.lower);
      if (match === null) continue;
      if ((problem === 'access-denied' || problem === 'elevation-required') && !NEAR_TOOL.test(page.lower)) continue;
      const tool = match.slice(1).find((group) => group !== undefined);
      return [observe('tool-error', { problem, tool }, page, match.index, match.index + match[0].length)];
    }
    return [];
  },
};

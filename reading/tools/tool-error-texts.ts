import type { FieldsOf } from '../reader.ts';

type Problem = NonNullable<FieldsOf<'tool-error'>['problem']>;

const NAME = '[«"\'„“‘]? ?([\\w.$-]{2,60}) ?[»"\'”“’]?';
const all = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'));

/**
 * What Windows, PowerShell and Unix shells say when a command does not run, in the languages of Windows; the first that is
 * there counts. The last part: the words are the tool's only where a tool is near.
 */
export const TOOL_ERRORS: readonly (readonly [Problem, RegExp, boolean])[] = [
  [
    'module-missing',
    all(
      `the specified module ${NAME} was not loaded`, `but the module could not be loaded`, `no module named '?(?:activedirectory|remotedesktop|az)`,
      `das angegebene modul ${NAME} wurde nicht geladen`, `le module spécifié ${NAME} n'a pas été chargé`, `el módulo especificado ${NAME} no se (?:ha cargado|cargó)`,
      `o módulo especificado ${NAME} não foi carregado`, `il modulo ${NAME} specificato non è stato caricato`, `de opgegeven module ${NAME} is niet geladen`,
      `określony moduł ${NAME} nie został załadowany`, `указанный модуль ${NAME} не (?:был )?загружен`, `指定されたモジュール ?${NAME}`, `未能加载指定的模块|未加载指定的模块`,
    ),
    false,
  ],
  [
    'execution-policy',
    /(?:running|execution of) scripts is disabled|scripts? (?:is|are) disabled on this system|is not digitally signed\. (?:you cannot|the script will not)|ausführung von skript(?:s|en) auf diesem system deaktiviert|l'exécution de scripts est désactivée|la ejecución de scripts está deshabilitada|execução de scripts (?:foi|está) desabilitada|l'esecuzione di script è disabilitata|uitvoeren van scripts is uitgeschakeld|uruchamianie skryptów jest wyłączone|wyłączone uruchamianie skryptów|выполнение сценариев отключено|スクリプトの実行が無効|禁止运行脚本|pssecurityexception/,
    false,
  ],
  [
    'elevation-required',
    /requested operation requires elevation|requires elevation|elevated permissions are required|must be run (?:as administrator|from an elevated|elevated)|must be an administrator running|(?:try|please) (?:running|run) (?:it |this |the command |the command prompt )?as (?:an )?administrator|run as administrator required|erfordert erhöhte rechte|administratorrechte erforderlich|muss als administrator ausgeführt|nécessite une élévation|requiere elevación|requer elevação|richiede (?:l'esecuzione con privilegi elevati|un livello di privilegi)|vereist (?:verhoging|verhoogde)|wymaga podniesienia|требует повышения|管理者特権が必要|请求的操作需要提升|is not in the sudoers file|are you root\?|must be (?:run as )?root|(?:need|have) to be root|only root can|superuser privileges/,
    true,
  ],
  [
    'rpc-unavailable',
    /rpc server is unavailable|rpc-server ist nicht verfügbar|serveur rpc n'est pas disponible|servidor rpc no está disponible|servidor rpc não está disponível|server rpc non (?:è )?disponibile|rpc-server is niet beschikbaar|serwer rpc jest niedostępny|сервер rpc недоступен|rpc サーバーを利用できません|rpc 服务器不可用|0x800706ba|\[?1722\]?:? ?the rpc|winrm cannot (?:complete|process)|client cannot connect to the destination specified/,
    true,
  ],
  [
    'not-recognised',
    all(
      `${NAME} is not recognized as`, `the term ${NAME} is not recognized`, `befehl ${NAME} ist entweder falsch`, `die benennung ${NAME} wurde nicht als name`,
      `${NAME} n'est pas reconnu`, `${NAME} no se reconoce como`, `${NAME} não é reconhecido como`, `${NAME} non (?:è )?riconosciuto come`, `${NAME} wordt niet herkend als`,
      `nazwa ${NAME} nie jest rozpoznawana`, `termin ${NAME} nie (?:jest rozpoznawany|został rozpoznany)`, `${NAME} не является внутренней или внешней`, `имя ${NAME} не распознано`,
      `${NAME} は,内部コマンドまたは外部コマンド`, `用語 ${NAME} は`, `${NAME} 不是内部或外部命令`, `无法将 ?${NAME} ?项识别为`,
      `command not found: ([\\w.-]{2,60})`, `(?<!zsh: )(?<![\\w.-])(?!zsh:)([\\w.-]{2,60}): command not found`, `(?:sh|dash): (?:\\d{1,4}: )?([\\w.-]{2,60}): not found`, `commandnotfoundexception`,
      `the token '&&' is not a valid statement separator`, `[|>&] was unexpected at this time`,
    ),
    false,
  ],
  [
    'access-denied',
    /requested registry access is not allowed|registrierungszugriff ist (?:unzulässig|nicht zulässig)|l'accès (?:demandé )?au registre(?: demandé)? n'est pas autorisé|acceso al registro solicitado|accesso al registro (?:di sistema )?richiesto|acesso ao registro solicitado|unauthorizedaccessexception|attempted to perform an unauthorized operation|cannot open \S{2,40} service on computer|access (?:to the (?:path|registry key) [^\n]{2,120} )?(?:is )?denied|zugriff (?:wurde )?verweigert|accès refusé|acceso denegado|acesso negado|accesso negato|toegang geweigerd|odmowa dostępu|отказано в доступе|アクセスが拒否されました|拒绝访问|permissiondenied|permission denied|operation not permitted/,
    true,
  ],
];

/** Where nothing else is said, the text is what the window showed. */
export const SHOWN_ALONE = /^\W{0,6}(?:(?:it|that|this|now it|but it) (?:says|said|just says)|i get|i got|error:?)?\W{0,6}$/;

/** The command, where it stands near. */
export const NAMED_TOOL = /(?:^|[\n>$#] ?)((?:get|set|restart|start|stop|enable|disable|new|remove|test)-[a-z]{2,40}|qwinsta|netsh|sc|net|reg|icacls|gpupdate|certutil|wevtutil|nltest|w32tm|quser|sudo)\b/;

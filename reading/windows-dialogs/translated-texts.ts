import type { DialogText } from './dialog-text.ts';

/** The commonest texts as localised Windows prints them, and other programs' words for 2308. */
export const TRANSLATED_TEXTS: readonly DialogText[] = [
  {
    id: 'socket-closed',
    code: '0x904',
    any: [
      'socket geschlossen', 'socket cerrado', 'prise fermée', 'socket chiusa', 'ソケットが閉じられました', '소켓이 닫힙니다', 'gniazdo zamknięte',
      'socket fechado', 'socket закрыт', '套接字已关闭', '通訊端已關閉', 'winsock zavřeno', 'vtičnica je zaprta',
    ],
  },
  {
    id: 'one-of-these-reasons',
    code: '0x204',
    any: [
      'aus einem der folgenden gründe keine verbindung',
      "ne peut pas se connecter à l'ordinateur distant pour l'une des raisons",
      'no se puede conectar al equipo remoto por una de las siguientes razones',
      'não pode se conectar ao computador remoto por um destes motivos',
      'impossibile connettersi al computer remoto per uno dei seguenti motivi',
      'kan om een van de volgende redenen geen verbinding',
      'z jednego z następujących powodów',
      'по одной из следующих причин',
      '次のいずれかの理由でリモート',
      '由于以下原因之一无法连接',
    ],
  },
  {
    id: 'cannot-connect',
    any: [
      'dieser computer kann keine verbindung mit dem remotecomputer herstellen',
      'es kann keine verbindung mit dem remotecomputer hergestellt werden',
      "cet ordinateur ne peut pas se connecter à l'ordinateur distant",
      "impossible de se connecter à l'ordinateur distant",
      'este equipo no puede conectarse al equipo remoto',
      'este equipo no se puede conectar al equipo remoto',
      'este computador não pode se conectar ao computador remoto',
      'este computador não consegue se conectar ao computador remoto',
      'questo computer non riesce a connettersi al computer remoto',
      'impossibile connettersi al computer remoto',
      'deze computer kan geen verbinding maken met de externe computer',
      'ten komputer nie może połączyć się z komputerem zdalnym',
      'не удается подключиться к удаленному компьютеру',
      'не удаётся подключиться к удалённому компьютеру',
      'このコンピューターはリモート コンピューターに接続できません',
      'このコンピューターは、リモート コンピューターに接続できません',
      '此计算机无法连接到远程计算机',
      '這部電腦無法連線到遠端電腦',
      '이 컴퓨터에서 원격 컴퓨터에 연결할 수 없습니다',
    ],
  },
  {
    id: 'cannot-find-computer',
    code: '0x104',
    any: [
      'der computer konnte von remotedesktop nicht gefunden werden',
      ['remotedesktop', 'kann den computer', 'nicht finden'],
      ["bureau à distance ne peut pas trouver l'ordinateur"],
      ['escritorio remoto no', 'encuentra el equipo'],
      'escritorio remoto no puede encontrar el equipo',
      ['área de trabalho remota não consegue localizar', 'computador'],
      ['desktop remoto', 'impossibile trovare il computer'],
      ['extern bureaublad kan de computer', 'niet vinden'],
      ['pulpit zdalny nie może znaleźć komputera'],
      ['удаленного рабочего стола не удается найти', 'компьютер'],
      ['リモート デスクトップ', 'コンピューター', '見つかりません'],
      '远程桌面找不到计算机',
    ],
  },
  {
    id: 'lsa-unreachable',
    any: [
      'lokale sicherheitsautorität kann nicht erreicht werden', 'lokalen sicherheitsautorität kann nicht hergestellt werden',
      "impossible de contacter l'autorité de sécurité locale", "l'autorité de sécurité locale ne peut pas être contactée",
      'no se puede conectar con la autoridad de seguridad local', 'no se puede establecer contacto con la autoridad de seguridad local',
      'a autoridade de segurança local não pode ser contatada', 'impossibile contattare l\'autorità di protezione locale',
      'verbinding worden gemaakt met de lokale', 'nie można skontaktować się z urzędem zabezpieczeń lokalnych',
      'связаться с локальным администратором безопасности', 'ローカル セキュリティ機関にアクセスできません', '无法联系本地安全机构',
    ],
  },
  {
    id: 'authentication-error',
    any: [
      'authentifizierungsfehler', "une erreur d'authentification", 'error de autenticación', 'erro de autenticação', 'errore di autenticazione',
      'verificatiefout', 'wystąpił błąd uwierzytelniania', 'ошибка проверки подлинности', '認証エラーが発生しました', '发生身份验证错误', '身份验证错误',
    ],
  },
  {
    id: 'credentials-rejected',
    any: [
      'die anmeldeinformationen haben nicht funktioniert', 'ihre anmeldeinformationen funktionieren nicht', 'der anmeldeversuch ist fehlgeschlagen', 'der benutzername oder das kennwort ist falsch',
      "vos informations d'identification n'ont pas fonctionné", 'échec de la tentative de connexion', 'las credenciales no han funcionado', 'sus credenciales no funcionaron', 'error en el intento de inicio de sesión',
      'suas credenciais não funcionaram', 'a tentativa de logon falhou', 'credenziali non valide', 'le credenziali specificate non funzionano', 'tentativo di accesso non riuscito',
      'uw referenties werk', 'de aanmeldingspoging is mislukt', 'poświadczenia nie zadziałały', 'próba logowania nie powiodła się', 'учетные данные не работают', 'недопустимые учетные данные', 'попытка входа',
      '資格情報は機能しませんでした', 'ログオンに失敗しました', '凭据无效', '你的凭据不工作', '您的凭据不工作', '登录没有成功',
    ],
  },
  {
    id: 'license-none',
    any: [
      'keine remotedesktop-lizenzserver', 'keine terminalserver-lizenzserver', "aucun serveur de licences des services bureau à distance", 'serveur de licences bureau à distance',
      'no hay servidores de licencias de escritorio remoto', 'não há servidores de licença', 'nessun server licenze desktop remoto', 'server licenze desktop remoto disponibil',
      'licentieservers beschikbaar', 'serwerów licencji usług pulpitu zdalnego', 'отсутствуют доступные серверы лицензирования', 'ライセンス サーバーがない', 'ライセンス サーバーが利用できない', '没有可用于提供许可证的远程桌面许可证服务器', '没有远程桌面授权服务器',
    ],
  },
  {
    id: 'internal-error',
    any: [
      'interner fehler ist aufgetreten', "une erreur interne s'est produite", 'error interno', 'ocorreu um erro interno', 'errore interno', 'interne fout opgetreden', 'wystąpił błąd wewnętrzny',
      'внутренняя ошибка', '内部エラーが発生しました', '出现了内部错误', '发生内部错误', '内部错误',
    ],
  },
  {
    id: 'console-session',
    code: '0x708',
    any: ['另一个控制台会话', '別のコンソール セッション', 'konsolensitzung', 'une session de console', 'una sesión de consola', 'uma sessão de console'],
  },
  {
    id: 'connection-lost',
    code: '0x904',
    extended: '0x0',
    any: [
      'die verbindung mit dem remotecomputer wurde unterbrochen', "la connexion à l'ordinateur distant a été perdue", 'se perdió la conexión con el equipo remoto', 'se ha perdido la conexión con el equipo remoto',
      'a conexão com o computador remoto foi perdida', 'la connessione al computer remoto è stata persa', 'подключение к удаленному компьютеру было потеряно', 'リモート コンピューターへの接続が失われました', '与远程计算机的连接丢失', '到远程计算机的连接丢失',
    ],
  },
  {
    id: 'nla-required',
    code: '0xb09',
    any: ['authentifizierung auf netzwerkebene', "authentification au niveau du réseau", 'autenticación a nivel de red', 'autenticação no nível da rede', 'autenticazione a livello di rete', 'verificatie op netwerkniveau', 'uwierzytelniania na poziomie sieci', 'проверка подлинности на уровне сети', 'проверку подлинности на уровне сети', 'ネットワーク レベル認証', '网络级别身份验证', '网络级身份验证'],
  },
];

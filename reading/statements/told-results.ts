import { oneOf, type StatementRule } from './rule.ts';

const SERVICE = '(?:termservice|term service|remote desktop services?|rdp services?|the services?)';

/** Results of checks that are told instead of pasted. */
export const TOLD_RESULTS: readonly StatementRule[] = [
  {
    says: 'port-closed',
    unless: /\b(?:isnt|not|no longer|never|wasnt) (?:closed|blocked|filtered|unreachable)/,
    pattern: oneOf(
      /(?:port|3389)(?: 3389)?(?: \w+){0,2}? (?:closed|blocked|filtered|unreachable|not (?:open|reachable|responding|listening)|isnt (?:open|reachable|responding))\b|tcp ?test(?: ?succeeded)?(?: \w+)? ?[:=]? ?(?:false|failed|fails)|\btnc(?: \w+){0,3}? (?:false|fails|failed)|telnet(?: \w+){0,5}? (?:fails|failed|times out|timed out|nothing|doesnt)/,
      /port(?: 3389)?(?: ist)? (?:zu\b|geschlossen|nicht offen|blockiert)|port(?: \S+){0,2} fermé|puerto(?: \S+){0,2} cerrado|porta(?: \S+){0,2} (?:fechada|chiusa)|poort(?: \S+){0,2} dicht|порт (?:закрыт|недоступен)|端口(?:不通|关闭)/,
    ),
  },
  {
    says: 'port-open',
    pattern: oneOf(
      /(?:port|3389)(?: 3389)?(?: \w+){0,2}? (?:open|reachable|responds|answers)\b|tcp ?test(?: ?succeeded)?(?: \w+)? ?[:=]? ?(?:true|succeeds|succeeded|ok)|\btnc(?: \w+){0,3}? (?:true|ok|works|succeeds)|telnet(?: \w+){0,5}? (?:works|connects|succeeds|ok)\b/,
      /port(?: 3389)?(?: ist)? (?:offen|erreichbar)|port(?: \S+){0,2} ouvert|puerto(?: \S+){0,2} abierto|porta(?: \S+){0,2} (?:aberta|aperta)|порт открыт|端口(?:是)?(?:开|通)/,
    ),
    negated: 'port-closed',
  },
  {
    says: 'ping-fails',
    pattern: oneOf(
      /(?:cant|cannot|unable to|not able to|couldnt) (?:even )?ping|\bping(?:s|ing)?(?: \w+){0,3}? (?:fails?|failed|times out|timed out|timeout|doesnt|no reply|no response|not (?:work|answer|reply)\w*|lost|gets nothing)|no ping\b(?! there)|no reply to ping/,
      /kein ping|ping geht nicht|ping funktioniert nicht|ping ne (?:marche|répond)|no (?:responde|hace) (?:al? )?ping|пинг не (?:идет|проходит)|не пингуется|ping不通/,
    ),
  },
  { says: 'ping-works', pattern: /\bping(?:s|ing)?(?: \w+){0,2}? (?:works|is ok|ok\b|replies|answers|fine|succeeds|succeeded)|(?:i can|can|able to) ping|ping geht|ping funktioniert|пингуется|能ping通|ping(?:得)?通/g, negated: 'ping-fails' },
  {
    says: 'dns-fails',
    pattern: /(?:name|hostname|dns|fqdn|it)(?: \w+){0,3}? (?:doesnt|does not|not|cant|cannot|wont|fails? to|didnt)(?: be| seem to)? resolved?\b|(?:cant|cannot|could not|couldnt|doesnt seem to) (?:find|resolve)(?: the| its| this)?(?: server| host)? ?(?:name|hostname|dns)\b|dns (?:fails|is broken|lookup fails|error|lookup failed)|nslookup (?:fails|cant find|says non|doesnt)|name (?:wird|kann)(?: \S+){0,3}? nicht aufgelöst|nom(?: \S+){0,3} pas résolu|no resuelve|não resolve|имя не (?:резолвится|разрешается)|无法解析/g,
  },
  { says: 'dns-works', pattern: /(?:dns|name|hostname|fqdn)(?: \w+){0,2}? (?:resolves|is resolved|does resolve)|dns (?:is )?(?:ok|fine|works)|nslookup works/g, negated: 'dns-fails' },
  { says: 'service-stopped', pattern: new RegExp(`${SERVICE}(?: \\w+){0,3}? (?:stopped|not running|isnt running|not started|isnt started|wont start|doesnt start|disabled|stuck|hangs)\\b|dienst(?: \\S+){0,3}? (?:gestoppt|beendet|läuft nicht)|service(?: \\S+){0,2} arrêté|servicio(?: \\S+){0,2} (?:detenido|parado)|служба (?:остановлена|не запущена)|服务(?:已停止|没有运行|没启动)`, 'g') },
  { says: 'service-running', pattern: new RegExp(`${SERVICE}(?: \\w+){0,3}? (?<!isnt )(?<!not )(?<!wasnt )(?:running|started|up)\\b|dienst(?: \\S+){0,3}? (?:läuft|gestartet)|service(?: \\S+){0,2} démarré|servicio(?: \\S+){0,2} (?:en ejecución|iniciado)|служба (?:запущена|работает)|服务(?:正在运行|在运行|已启动)`, 'g'), negated: 'service-stopped' },
  {
    says: 'no-listener',
    pattern: /\bno (?:rdp-?tcp|rdp listener|listener|listen (?:line|row|state))|(?:rdp-?tcp|listener)(?: \w+){0,3}? (?:missing|not there|not listed|gone|absent|isnt there|down)\b|nothing (?:is )?listening|not listening|doesnt listen|isnt listening|netstat (?:shows|returns|finds|gives) nothing|kein(?:en)? listener|rdp-?tcp fehlt/g,
  },
  { says: 'listener-present', pattern: /rdp-?tcp(?: \w+){0,3}? listen(?:ing)?\b|listener is (?:there|up|present|listening)|(?:is|its|server) listening (?:on|at)(?: port)? 3389|3389 is listening|listen(?:ing)? \*?:3389/g, negated: 'no-listener' },
  { says: 'cert-valid', pattern: /cert(?:ificate)?s?(?: \w+){0,3}? (?:(?:is|are|still|looks) (?:valid|fine|ok|good)|not expired|isnt expired|hasnt expired|valid until)|zertifikat(?: \S+){0,2}? (?:gültig|nicht abgelaufen)|сертификат (?:действителен|не истек)/g },
  {
    says: 'cert-expired',
    pattern: /cert(?:ificate)?s?(?: \w+){0,5}? (?:has |have |is |are )?expired|(?<!no )(?<!heard )expired (?:rdp |server |self-signed )?cert\w*|zertifikat(?: \S+){0,3}? abgelaufen|abgelaufene\S? zertifikat|certificat(?: \S+){0,3}? expiré|certificado(?: \S+){0,3}? (?:caducad|vencid|expirad)\S|certificato(?: \S+){0,3}? scadut|certificaat(?: \S+){0,3}? verlopen|certyfikat(?: \S+){0,2} wygas\S+|сертификат(?: \S+){0,2} (?:истек|просрочен)\S*|证书(?:已经|已)?过期|証明書\S{0,6}切れ/g,
    negated: 'cert-valid',
  },
  { says: 'localhost-fails', pattern: /(?:localhost|127\.0\.0\.[12]|loopback|rdp to itself)(?: \S+){0,4}? (?:fails?|doesnt|same|error|too\b|also|cant|not)\b/g },
  { says: 'localhost-works', pattern: /(?:localhost|127\.0\.0\.[12]|loopback|rdp to itself)(?: \S+){0,4}? (?:works|fine|ok|connects)\b|works(?: \w+){0,3}? localhost/g },
  { says: 'other-client-works', unless: /\b(?:doesnt|dont|cant|wont|not|either|too|black)\b/, pattern: /(?:other|another|different) (?:client|app|program|rdp client|remote desktop app)s?(?: \w+){0,3}? (?:works?|fine|can|connects?)\b|(?:royal ts|mremoteng|windows app|mstsc|phone app|mac client|built in remote desktop tool|plain windows client)(?: \w+){0,2}? (?:works|connects)\b|from windows (?:it works|i can|works)/g },
  { says: 'rdp-disabled', pattern: /(?:remote desktop|rdp|remote access|remote connections?)(?: \w+){0,2}? (?:disabled|(?:is|was|turned|switched) off|(?:not|isnt|wasnt)(?: even)? (?:enabled|turned on|switched on|allowed|activated)|deactivated)\b|remotedesktop(?: \S+){0,2} (?:deaktiviert|ausgeschaltet|nicht aktiviert)/g },
  { says: 'rdp-enabled', unless: /\b(?:not|isnt|never|wasnt|no)\b/, pattern: /(?:remote desktop|rdp|remote access|remote connections?)(?: \w+){0,2}? (?:enabled|turned on|switched on|allowed|activated)\b|remotedesktop(?: \S+){0,2} (?:aktiviert|eingeschaltet)/g, negated: 'rdp-disabled' },
  { says: 'no-events', pattern: /no (?:such |relevant |related |matching |suspicious )?(?:events?|entries)\b(?: \w+){0,4}?(?: (?:log|logs|viewer|there|found|logged|like that|\d{3,5}))?|(?:event )?logs? (?:is|are|shows?)(?: \w+){0,2}? (?:empty|clean|nothing)|nothing in the (?:event |system )?logs?|keine (?:ereignisse|einträge)|aucun événement|ningún evento/g },
];

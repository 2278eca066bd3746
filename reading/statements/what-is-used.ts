import { oneOf, type StatementRule } from './rule.ts';

const LINUX = '(?:ubuntu|linux|fedora|debian|arch linux|linux mint|kubuntu)';

/** The two ends, the person's rights, and what was tried already. */
export const WHAT_IS_USED: readonly StatementRule[] = [
  {
    says: 'not-admin',
    pattern: oneOf(
      /(?:not|isnt|dont have|do not have|have no|havent(?: got)?|no|without|lack|am not|dont got)(?: (?:an?|any|the|local|domain|server|sufficient|enough|full|my)){0,3} (?:admins?|administrators?|elevated|elevation|sysadmin)\b(?: (?:rights?|access|privileges?|permissions?|account))?/,
      /(?:no|without|lack(?:ing)?(?: the| any| sufficient)?|dont have(?: the| any)?|not enough|missing|insufficient) (?:rights|privileges|permissions?)\b|standard user|non-?admin|need (?:an )?admin(?:istrator)? (?:for|to|password)|asks? for (?:an )?admin(?:istrator)? password/,
      /kein(?:e|en)? (?:admin|administrator)\S*|nicht (?:der )?admin\S*|keine rechte|pas (?:(?:les |de )?droits|administrateur|admin)|no soy (?:el )?admin\S*|no tengo (?:permisos|derechos)|sin permisos|não sou (?:o )?admin\S*|não tenho (?:permissão|direitos)|sem permissão/,
      /non sono (?:l ?)?ammin\S*|non ho i (?:diritti|permessi)|geen (?:admin|beheerder|rechten)\S*|nie (?:jestem|mam)(?: praw| uprawnień)? ?admin\S*|nie mam uprawnień|не (?:админ|администратор)|нет прав|不是管理员|没有(?:管理员)?权限|管理者では|管理者権限が(?:ない|あり)|権限がありません/,
    ),
  },
  {
    says: 'is-admin',
    pattern: oneOf(
      /(?:im|i am|we are|were|i do have|i have|ive got|i got|running as|logged in as|as)(?: (?:an?|the|local|domain|server|network|full|also|it|their|our|it support)){0,3} (?:admins?|administrators?|sysadmin)\b(?! (?:said|told|says|password))|i manage (?:the|this|our) (?:server|network|servers)|i do it support/,
      /ich bin (?:der |lokaler |domänen-?)?admin\S*|ich habe admin\S*|je suis (?:l ?)?admin\S*|soy (?:el )?admin\S*|sou (?:o )?admin\S*|sono (?:l ?)?(?:ammin|admin)\S*|ik ben (?:de )?(?:beheerder|admin)|jestem admin\S*|я (?:админ|администратор)|我是管理员|管理者です/,
    ),
    negated: 'not-admin',
  },
  { says: 'reboot-helps-not', pattern: /(?:restart|reboot)(?:ing|ed|s)?(?: \w+){0,4}? (?:doesnt|didnt|does not|did not|no|not|wont) (?:help|fix|change|solve|help\w*)|(?:restart|reboot)(?:ed|ing)?(?: \w+){0,3}? (?:no (?:change|luck|difference)|same|nothing)|neustart (?:hilft|bringt|half|brachte) (?:nicht|nichts)|redémarr\S+(?: \S+){0,2} (?:rien|pas)|reinici\S+(?: \S+){0,2} (?:no|nada|igual)/g },
  { says: 'reboot-helps', pattern: /(?:restart|reboot)(?:ing|ed|s)?(?: \w+){0,4}? (?:helps?|cures?|fix(?:es|ed)|solves?|works for)|works? (?:again )?after (?:a )?(?:reboot|restart)|neustart (?:hilft|half)|nach (?:einem )?neustart geht/g },
  {
    says: 'restarted-already',
    pattern: oneOf(
      /(?:restarted|rebooted|power ?cycled|turned (?:it )?off and on)(?: (?:the|my|both|this|that|all|our|it|rdp|remote desktop|windows))?(?: (pc|computer|laptop|client|server|host|vm|machine|service|services|termservice|router|modem|it|everything|both))?/,
      /(?:tried|did|done|after|made|performed)(?: already)? (?:a |the )?(?:reboot|restart)(?:ing)?\b(?! (?:help|work|fix))|\bdid (?:already )?(?:restart|reboot)\b|(?:restart|reboot) (?:has been|was|is|been) (?:done|made|performed)/,
      /neu ?gestartet|neustart (?:gemacht|durchgeführt)|redémarré|reinici(?:é|ado)|reiniciei|riavviato|herstart|opnieuw opgestart|zrestartowa\w+|перезагру(?:зил|жал)\S*|перезапустил\S*|重启(?:过|了)|再起動し(?:まし)?た/,
    ),
    fields: (match) => whatOf(match[1]),
  },
  { says: 'target-virtual-desktop', pattern: /\bavd\b(?! and)|\bwvd\b|azure virtual desktop|windows 365|cloud pc|host ?pool/g },
  { says: 'target-azure-vm', pattern: /azure (?:windows )?(?:vms?|virtual machines?|server|windows server)\b|(?:vms?|machines?|servers?|pc) (?:in|on|hosted (?:in|on)|running (?:in|on)) (?:ms |microsoft )?azure|azure-vm|\bnsg\b/g },
  { says: 'target-cloud-vm', pattern: /\b(?:aws|ec2|gcp|google cloud|lightsail|hetzner|digitalocean|linode|ovh|vps|oracle cloud)\b/g },
  { says: 'target-container', pattern: /\bdocker\b|\bcontainers?\b|\bpodman\b|\bwsl2?\b|kubernetes|dockur/g },
  { says: 'client-linux', pattern: new RegExp(`from (?:my |an? |the )?${LINUX}|(?:im|i am|i use|i run|we use|we run|working)(?: on| from)?(?: an?| my)? ${LINUX}\\b(?! (?:server|vm|host))|\\bremmina\\b|xfreerdp|\\bfreerdp\\b|\\bkrdc\\b|\\brdesktop\\b|my ${LINUX} (?:laptop|pc|desktop|machine)`, 'g') },
  { says: 'target-linux', pattern: new RegExp(`\\bxrdp\\b|gnome-remote-desktop|gnome remote desktop|\\bkrdp\\b|${LINUX} (?:server|box|machine|host|vm|target|pc|desktop)|(?:(?:connect(?:ing|s)?|rdp|remote|log(?:ging)?(?: ?in| ?on)?|get(?:ting)?|goes?|going) (?:in)?to|target is|(?:it|server|host|machine|box|vm|that|target) (?:is|runs)(?: on)?|running)(?: an?| my| the)? ${LINUX}\\b|headless ${LINUX}|raspberry pi`, 'g') },
  {
    says: 'target-windows',
    pattern: /(?:windows |win )?server ?(2003|2008|2012|2016|2019|2022|2025)( ?r2)?\b|\b(2008|2012)( r2)\b|(?:to|target(?: is)?|remote(?: pc| computer| machine)?(?: is| runs)?|host is|server is|server runs)(?: an?| my| the| on)? (?:windows|win) ?(xp|7|8\.1|8|10|11)\b( home| pro| enterprise)?/g,
    fields: (match) => ({ os: targetSystem(match) }),
  },
  {
    says: 'target-windows',
    pattern: /\b(?:w2k|win2k|ws20|w20|win20|ws)(03|08|12|16|19|22|25)( ?r2)?\b|(?:runs?|running|is|on)(?: on| a| an)? 20(12|16|19|22|25)( r2)? (?:standard|datacenter|essentials|core|server)\b/g,
    fields: (match) => ({ os: `server-20${match[1] ?? match[3] ?? ''}${(match[2] ?? match[4]) === undefined ? '' : '-r2'}` }),
  },
  {
    says: 'target-windows',
    pattern: /(?:remote|target|server|host)(?: pc| computer| machine| box)?(?:s? os)?(?: is| runs| has|:| =)(?: a| an| on)? (?:windows|win|w) ?(7|8\.1|8|10|11)\b( home| pro| enterprise)?|(?:connect(?:ing)?|rdp|remote|log(?:ging)? ?(?:in|on)) (?:in)?to (?:a|an|my|the|our) (?:windows|win|w) ?(7|8\.1|8|10|11)\b( home| pro| enterprise)?/g,
    fields: (match) => ({ os: `windows-${match[1] ?? match[3] ?? ''}${(match[2] ?? match[4] ?? '').trim() === 'home' ? '-home' : ''}` }),
  },
  {
    says: 'client-windows',
    pattern: /(?:client|laptop|notebook|workstation)(?: os)?(?: is| has| runs|:| =)(?: on)? (?:windows|win|w) ?(7|8\.1|8|10|11)\b( home| pro| enterprise)?/g,
    fields: (match) => ({ os: `windows-${match[1] ?? ''}${(match[2] ?? '').trim() === 'home' ? '-home' : ''}` }),
  },
  {
    says: 'client-windows',
    pattern: /(?:from|client(?: is| runs)?|laptop(?: is| runs)?|im on|i am on|i use)(?: an?| the| my| on)? (?:windows|win) ?(7|8\.1|8|10|11)\b( home| pro| enterprise)?|my (?:windows|win) ?(7|8\.1|8|10|11)(?= (?:laptop|client|workstation|notebook))/g,
    fields: (match) => ({ os: `windows-${match[1] ?? match[3] ?? ''}${(match[2] ?? '').trim() === 'home' ? '-home' : ''}` }),
  },
  { says: 'client-mac', pattern: /(?:from|on|my|using|with)(?: an?| the| my| a new)? (?:mac|macbook(?: pro| air)?|imac|macos)\b|mac client|desktop for mac|mit (?:dem|meinem) mac\b/g },
  { says: 'client-mobile', pattern: /(?:from|on|with|using) (?:my |an? |the )?(?<!(?:typing|sent|written|typed|picture|photo|note|screenshot)(?: \w+){0,4} )(?<!monitor with a )(?:phone|mobile|iphone|ipad|android(?: phone| tablet)?|tablet)\b(?! (?:hotspot|data|network|call|number|numbers))|\brd client\b/g },
  { says: 'host-off', pattern: /(?:pc|computer|server|host|machine|it) (?:is|was|seems|appears)(?: to be)? (?:(?:turned |switched |powered )off|off\b|asleep|sleeping|shut ?down)|goes to sleep|sleep mode|hibernat\w+|ist (?:aus\b|ausgeschaltet)|im ruhezustand|im standby|est éteint|en veille|está apagad[oa]|è spento|está desligad[oa]|uitgeschakeld|jest wyłączon\S|выключен|已?关机|休眠|電源が(?:切れ|オフ)/g, negated: 'host-on' },
  { says: 'host-on', pattern: /(?:pc|computer|server|host|machine|it) (?:is|was)(?: definitely| surely| certainly)? (?:(?:turned |switched |powered )on\b|on\b(?! (?:the|a|my|our|its|another|same|vpn|azure|aws))|up(?: and running)?\b(?! to))|is up and running|ist an\b|eingeschaltet/g, negated: 'host-off' },
  { says: 'local-account-fails-too', pattern: /local (?:account|admin|user)(?: \w+){0,2}? (?:fails|doesnt|too\b|also|same|either)/g },
  { says: 'local-account-works', pattern: /local (?:account|admin|user|administrator)(?: \w+){0,3}? (?:works|can (?:log|connect|get)|fine|gets in|connects)|works(?: \w+){0,3}? local (?:account|user|admin)|lokale[nms]? (?:konto|benutzer|admin)(?: \S+){0,2} (?:geht|funktioniert)/g },
  {
    says: 'console-works',
    pattern: /(?:console|hyper-?v|vsphere|vmconnect|\bilo\b|idrac|anydesk|teamviewer|\bvnc\b|winrm|physically|locally)(?: \w+){0,3}? (?:works|fine|ok|i can|can log|gets in)\b|(?:can|able to) (?:log ?in|log ?on|sign in|get in|connect)(?: \w+){0,3}? (?:locally|physically|(?:on|at|via|through|from) the console|with (?:anydesk|teamviewer|vnc))/g,
  },
  { says: 'credential-fails-everywhere', pattern: /(?:account|password|credentials|login)(?: \w+){0,3}? (?:refused|rejected|fails?|wrong|doesnt work|dont work)(?: \w+){0,3}? (?:everywhere|elsewhere|on other|other (?:pcs|servers))|cant log ?(?:in|on) anywhere/g },
  { says: 'credentials-work-elsewhere', pattern: /(?:credentials|password|account|login)(?: \w+){0,3}? (?:works?|fine|correct|ok|valid)(?: \w+){0,3}? (?:elsewhere|everywhere else|on other|in outlook|in webmail|locally)|(?:webmail|outlook|owa) (?:login|sign-in|password) works/g },
];

function whatOf(word: string | undefined): { readonly what?: string } {
  if (word === undefined) return {};
  if (/service/.test(word)) return { what: 'service' };
  if (/router|modem/.test(word)) return { what: 'router' };
  if (/server|host|vm/.test(word)) return { what: 'server' };
  return /pc|computer|laptop|client|machine/.test(word) ? { what: 'pc' } : {};
}

function targetSystem(match: RegExpExecArray): string {
  const year = match[1] ?? match[3];
  if (year !== undefined) return `server-${year}${(match[2] ?? match[4]) === undefined ? '' : '-r2'}`;
  return `windows-${match[5] ?? ''}${(match[6] ?? '').trim() === 'home' ? '-home' : ''}`;
}

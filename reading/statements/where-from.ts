import { oneOf, type StatementRule } from './rule.ts';

const PLACE =
  '(?:(?:phone|mobile|cell)s? (?:hotspot|data|internet|network|connection)|hotspot|home|house|office|work|lan|wi-?fi|wlan|tethering|4g|5g|lte|(?:another|other|different|guest|internal|local|external|corporate|company) (?:network|connection|location|wifi)|inside|outside|internally|externally|wired|cable|ethernet|same subnet|local network|data)';
const WORKS = '(?<![a-z])(?<!(?:doesnt|does not|dont|didnt|did not|cant|cannot|wont|never|not|nothing|none|wife|husband|boss|colleague|partner|team|who|he|she|sister|brother|friend) (?:even |really |also |often )?)(?:works|worked|does work|fine|ok|okay|connects?|can connect|can rdp|good|no problems?|goes through|gets? in|got in|lets me in)';
const FROM = '(?<![a-z])(?:from|on|over|via|with|through|at|using|in|inside)';
const FAILS = '(?:not|fails?|failing|doesnt|does not|cant|cannot|wont|error|gives|nothing|refused|broken|drops?)';

/** From which network, and through what. */
export const WHERE_FROM: readonly StatementRule[] = [
  {
    says: ['without-vpn-fails', 'network-dependent'],
    pattern: oneOf(
      new RegExp(`(?:only )?${WORKS} (?:only )?(?:${FROM}|when on|when connected to)(?: the| a| our| my)? vpn`),
      new RegExp(`without(?: the| a)? vpn(?: \\w+){0,3}? ${FAILS}`),
      /nur (?:mit|über) vpn (?:geht|funktioniert)|ohne vpn (?:geht|funktioniert)(?: es)? nicht|sans vpn (?:ça|cela) ne/,
    ),
  },
  {
    says: ['vpn-only', 'network-dependent'],
    pattern: oneOf(
      /(?:only|just)(?: happens| fails| when| if)?(?: \w+){0,2} (?:over|via|through|with|on|using|connected to|in)(?: the| a| our| my)? vpn|everything behind the vpn fails|vpn (?:users|clients) only/,
      new RegExp(`(?:over|via|through|with|on|behind|using)(?: the| a| our| my)? vpn(?: \\w+){0,4}? ${FAILS}`),
      new RegExp(`(?:fails?|failing|doesnt work|does not work|cant connect|cannot connect|wont connect|error|refused|broken|drops?)(?: \\w+){0,3} (?:over|via|through|on)(?: the| a| our| my)? vpn`),
      new RegExp(`(?:if|when|once|as soon as|the moment) i (?:disconnect|leave|drop|quit|exit|turn off|switch off|disable|kill|stop)(?: from)?(?: the| my| our)? vpn(?: \\w+){0,4}? ${WORKS}|vpn off\\W{1,3}${WORKS}`),
      new RegExp(`(?:without|no|off)(?: the| a)? vpn(?: \\w+){0,3}? ${WORKS}|vpn (?:is )?off(?: \\w+){0,3}? ${WORKS}`),
      /nur (?:über|per|mit|im) (?:das )?vpn|ohne vpn (?:geht|funktioniert|klappt)|(?:seulement|uniquement|que) (?:via|par|avec) (?:le )?vpn|(?:solo|sólo) (?:por|con|vía) (?:la )?vpn|só (?:pela|com|na) vpn|solo (?:tramite|con|in|via) (?:la )?vpn|alleen (?:via|over) (?:de )?vpn|tylko (?:przez|po) vpn|только (?:через|по) (?:vpn|впн)|只有(?:通过|在)?vpn|vpn経由(?:の時)?だけ/,
    ),
  },
  {
    says: 'vpn-required',
    pattern: /(?:over|via|through|using|on|with|connected to|by|behind)(?: the| a| our| my| work| company| corporate)? vpn\b|vpn is (?:on|connected|up|active)|connected (?:by|to) (?:\w+ ){0,2}vpn|(?:über|per|mit)(?: das| dem)? vpn|(?:via|par|avec)(?: le)? vpn|por vpn|con (?:la )?vpn|pela vpn|com vpn|tramite vpn|przez vpn|через (?:vpn|впн)|通过vpn|vpn経由/g,
  },
  {
    says: ['private-ip-works', 'network-dependent'],
    pattern: oneOf(
      new RegExp(`(?:private|internal|local|lan) (?:ip|address)(?: address)?(?: \\w+){0,3}? ${WORKS}`),
      new RegExp(`${WORKS}(?: \\w+){0,4}? (?:by|with|via|using|on|to|from) (?:the |its )?(?:private|internal|local|lan) (?:ip|address)`),
      new RegExp(`${WORKS}(?: \\w+){0,3}? (?:from|on|in) the (?:same subnet|lan)\\b|(?<!(?:others?|servers?|machines?|hosts?|pcs?|computers?|vms|ones|ally)(?: \\w+){0,2} )(?:from|on|in) the (?:same subnet|lan)(?: \\w+){0,3}? ${WORKS}`),
    ),
  },
  {
    says: ['works-from-other-network', 'network-dependent'],
    pattern: oneOf(
      new RegExp(`${WORKS}(?: (?!but)\\w+){0,2}? ${FROM}(?: (?!win)\\w+){0,2}? ${PLACE}\\b`),
      new RegExp(`${WORKS} (?:when|if|once|as soon as)(?: \\w+){1,4}? (?:hotspot|tether\\w*|mobile data|lte|4g|5g|cable|ethernet|in the office|at home|on the lan)\\b`),
      new RegExp(`${FROM}(?: \\w+){0,2}? ${PLACE}(?: (?!cant|cannot|not|never|dont|doesnt|wont|isnt|fails?|unable|nothing|no)\\w+){0,2}?,? (?:it |i |its |everything )?(?:is |can )?${WORKS}\\b`),
      /von (?:zu ?hause|daheim|unterwegs|der arbeit|der firma)(?: aus)?(?: \S+){0,2} (?:geht|funktioniert|klappt)|(?:mit|über)(?: dem| den| das)? (?:handy|hotspot|mobilfunk)(?: \S+){0,2} (?:geht|funktioniert|klappt)|(?:zu ?hause|im büro|im lan) (?:geht|funktioniert|klappt)/,
      /(?:depuis|de|à|en) (?:la maison|chez moi|partage de connexion|4g)(?: \S+){0,3} (?:marche|fonctionne)|(?:marche|fonctionne) (?:depuis|de|à|en) (?:la maison|chez moi|4g)|desde (?:casa|la oficina|el móvil|otra red)(?: \S+){0,2} (?:funciona|va|sí)|(?:funciona|va) desde (?:casa|la oficina|el móvil|otra red)/,
      /(?:de|em) casa(?: \S+){0,2} funciona|da casa(?: \S+){0,2} funziona|(?:van ?uit|thuis)(?: \S+){0,2} werkt|z domu działa|из дома(?: \S+){0,2} работает|дома работает|在家(?:里)?(?:可以|能|正常)|用(?:手机)?热点(?:可以|能|正常)|家からは\S{0,6}(?:つなが|接続でき)/,
    ),
    unless: /\b(?:nicht|pas|não|non|niet|nie|both fail|none of|neither|either)\b|(?:^| )(?:не |no (?:func|va|entra|conect))|ない|ません|不(?:能|行|了)/,
    negated: 'network-dependent',
  },
  { says: 'network-dependent', pattern: new RegExp(`${PLACE} (?:yes|ok|fine|works)\\W{1,3}(?:but )?(?:${FROM} )?(?:the |my )?${PLACE} (?:no|not|nope|fails)\\b|${PLACE} (?:no|not|nope|fails)\\W{1,3}(?:but )?(?:${FROM} )?(?:the |my )?${PLACE} (?:yes|ok|fine|works)\\b|(?:only|just) ${FROM}(?: \\w+){0,2}? ${PLACE}\\b|(?:depends|depending) on the (?:network|location)|(?:but )(?:not|never) (?:from|on|at|over) (?:the |my )?${PLACE}\\b`, 'g') },
  { says: 'not-via-gateway', pattern: /(?:no|without(?: a| an| the)?|not (?:using|through|via)(?: a| an| the)?) (?:rd |remote desktop )?gateway|ohne gateway|sans passerelle/g },
  { says: 'via-gateway', pattern: /(?:via|through|over|behind|using|with)(?: \w+){0,2} (?:rd |rdp |remote desktop |ts )?gateway|\brd ?gateway|rdgw|remote desktop gateway|gateway server|passerelle (?:rd|bureau|des services)|puerta de enlace de escritorio|gateway de (?:área|escritorio)|через шлюз|远程桌面网关/g },
  { says: 'via-tunnel', pattern: /\bbastion|jump ?(?:host|box|server)|ssh tunnel|\btunnel(?:ed|led|ing)?\b|guacamole|\bngrok|teleport|cloudflared|reverse proxy|port ?forward(?:ing|ed)?|堡垒机|sprungserver/g },
  { says: 'public-ip', pattern: /(?:open|exposed|published|facing|reachable)(?: \w+){0,3}? (?:to|from|on) the (?:public )?internet|(?:over|via|by|with|to) (?:the |its |a )?public ip|public ip(?: address)? (?:works|fails|with)|öffentliche ip|ip pública|ip publique|公网/g },
  { says: 'address-fails-too', pattern: /\bip(?: address)? (?:doesnt|does not|also fails|fails too|fails (?:as well|also)|too\b|either)|not (?:even )?(?:by|with|via) (?:the )?ip|same (?:thing )?(?:with|by|using) (?:the )?ip/g },
  {
    says: 'address-works',
    pattern: oneOf(
      new RegExp(`(?:by|with|using|via|to)(?: the| its)? ip(?: address)?(?: \\w+){0,3}? ${WORKS}|${WORKS}(?: \\w+){0,3}? (?:by|with|using|via|through)(?: the| its)? ip\\b|\\bip(?: address)? works`),
      /mit (?:der )?ip(?:-adresse)? (?:geht|funktioniert|klappt)|con la ip (?:funciona|sí|va)|avec (?:lip|ladresse ip)(?: \S+){0,2} (?:marche|fonctionne)|по ip (?:работает|заходит|подключается)|用ip(?:可以|能)/,
    ),
  },
  { says: 'wifi', pattern: /(?<!same )(?<!off )\bwi-?fi\b|\bwlan\b|(?<!(?:mouse|keyboard|headset|printer|charger|mic) (?:is )?)\bwireless\b(?! (?:mouse|keyboard|headset|printer|charger))|无线网/g, unless: /\b(?:off|disabled|not|sign|too|password|card|adapter (?:is )?(?:off|disabled)|was)\b/ },
  { says: 'mobile', pattern: /hotspot|tether(?:ing|ed)|mobile data|\b[45]g\b|\blte\b|cellular|mobile network|热点/g },
];

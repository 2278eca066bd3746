import { oneOf, type StatementRule } from './rule.ts';

const OTHERS = '(?:colleagues?|co-?workers?|boss|wife|husband|teammates?|others?|(?:other|another) (?:users?|people|person|colleague|admin))';
const SERVERS = '(?:servers?|hosts?|machines?|vms?|boxe?s?|computers?|pcs?)';

/** Who is affected, and which servers. The negative forms come first: what they use up is not read again. */
export const WHO_AND_WHICH: readonly StatementRule[] = [
  {
    says: 'all-users',
    pattern: oneOf(
      /(?:not|isnt|wasnt) (?:only|just) (?:me|my (?:pc|account|computer|laptop))\b|not (?:the )?only one (?:with|who|affected)|not me alone/,
      /nicht nur (?:ich|bei mir|mich)|pas (?:seulement|que) moi|no (?:solo|sólo|soy el único|soy la única) ?(?:yo|a m[ií])?|n[ãa]o (?:sou só eu|é só comigo|sou o único)|non (?:solo|sono l ?unico)(?: io| a me)?/,
      /niet alleen (?:ik|bij mij)|nie tylko (?:ja|u mnie)|не только (?:у меня|я)|不只(?:是)?我|不止我|私だけでは/,
      new RegExp(`${OTHERS}(?: \\w+){0,2}? (?:cant|cannot|couldnt|(?:is|are) (?:unable|not able)|(?:isnt|arent) able|(?:dont|doesnt) get|fails? too|ha(?:s|ve) (?:exactly )?(?:the|that|this) (?:same|identical|problem|issue|error)|ha(?:s|ve) it too|sees? (?:it|the same))\\b`),
    ),
  },
  {
    says: 'all-hosts',
    pattern: oneOf(
      /(?:not|isnt|wasnt) (?:only|just) (?:on |with )?(?:this|that|the|one)(?: one)?(?: server| host| machine| pc| computer| vm)?\b|nicht nur (?:dieser|der eine|ein|auf diesem|bei diesem) (?:server|rechner|pc)/,
      /pas (?:seulement|que) (?:ce|un) serveur|no (?:solo|sólo) (?:este|un) servidor|не только (?:этот|к этому|на этом) сервер/,
    ),
  },
  {
    says: 'other-users-ok',
    pattern: oneOf(
      /(?:everyone|everybody|anyone|all) else(?: \w+){0,3} (?:can|works?|fine|ok|okay|gets? (?:in|on)|connects?|no problems?|no issues?|no trouble)\b/,
      /(?:my |a |the |our |two |some |all |other )(?:colleagues?|co-?workers?|boss|wife|husband|friends?|teammates?|neighbou?r|flatmate|others?|users?|people|staff)(?: \w+){0,6}? (?:can (?:connect|get|log|rdp|access|use|reach|work)|gets? (?:in|on)|connects?|logs? in|works? (?:fine|ok|from (?:another|a different|the other|here)|without|normally)|(?:is|are) (?:fine|ok|in(?! (?:a|an|the|my|our|another|meetings?)\b))|ha(?:s|ve) no (?:problem|issue|trouble)|in (?:no|without))/,
      /(?:guy|person|lady|girl|man|woman|folks?|people|colleague|one) (?:next to me|beside me|at the next desk|across from me)(?: \w+){0,2}? (?:can|gets? in|logs? in|connects?|works|has no)\b|other (?:people|folks) (?:can|are (?:able|fine|ok)|get in|connect)/,
      /works?(?: fine| ok| normally| perfectly)? (?:for|with) (?:others|everyone else|everybody else|other (?:users|people|accounts)|(?:my|the|all|our)(?: other)? colleagues?|them|another (?:user|account|colleague))/,
      /others (?:can|get in|connect|have no|dont have (?:it|this|the))|other users (?:can|are (?:fine|ok|in)|connect|dont)|another (?:user|account|pc|computer|laptop|machine|colleague)(?: \w+){0,3} (?:can (?:connect|get|log)|works|gets in|connects|is fine)/,
      /from (?:another|a different|the other|my other) (?:pc|computer|laptop|machine|desktop)(?: \w+){0,3} (?:works|i can|fine|ok)\b|works (?:fine )?from (?:another|a different|my other|other) (?:pcs?|computers?|laptops?|machines?)/,
      /bei (?:den |meinen |meinem |meiner )?(?:kolleg\w+|anderen)(?: \S+){0,2} (?:geht|funktioniert|klappt|läuft)|kolleg(?:e|in|en|innen)(?: \S+){0,4} (?:kommt|kommen|kann|können|funktioniert es|geht es)(?! nicht)|andere (?:kommen|können|haben kein)/,
      /coll[èe]gues?(?: \S+){0,3} (?:peu(?:t|vent)|se connecten?t?|y arriven?t?)|chez (?:les autres|mon coll[èe]gue|mes coll[èe]gues)(?: \S+){0,2} (?:marche|fonctionne)/,
      /compañer[oa]s?(?: \S+){0,3} (?:pueden?|entran?|se conectan?)|a (?:otros|los demás)(?: \S+){0,2} funciona|colegas?(?: \S+){0,3} (?:conectam?|conseguem?|entram?)|outros usuários (?:conseguem|conectam)/,
      /collegh?[aei]?(?: \S+){0,3} (?:si collegano?|riescono?|entrano?)|collegas? (?:kan|kunnen|komt|komen)(?: \S+){0,2} wel|inni (?:mogą|się łączą)|у коллег\S*(?: \S+){0,3} (?:работает|заходит|нормально|все ок)|коллеги? (?:заход|подключ)\S+/,
      /同事(?:\S{0,6}?)(?:可以|都能|能连|没问题|正常)|(?:别人|其他人|其他用户)(?:都)?(?:可以|能|正常|没问题)|他の(?:人|ユーザー)は\S{0,10}(?:でき|問題)|同僚は\S{0,10}(?:でき|問題)/,
    ),
    unless: /\b(?:thrown|kicked|black|bad mood|refused|cant|cannot|couldnt|unable|not|isnt|arent|doesnt|dont|didnt|wont|either|neither|none of|fails?|nicht|pas|não|niet|nie)\b|(?:^| )(?:не |no (?:pued|entr|conect|se)|non (?:riesc|entr|si))|ない|ません|不(?:能|了|上)/,
  },
  {
    says: 'all-users',
    pattern: oneOf(
      /(?:every(?:one|body)|all (?:of us|users|(?:my |the |our )?colleagues|the users|our users|staff|employees)|the (?:whole|entire) (?:team|office|company|department|site))(?! else)(?: \w+){0,3} (?:cant|cannot|fails?|ha(?:s|ve) (?:it|this|the)|gets? (?:it|this|the|an|kicked|disconnected|thrown)|affected|same|unable|locked|kicked|sees?|having|down|disconnected|lost)\b/,
      /(?:nobody|no one|noone|none of us)(?! else)(?: \w+){0,3} (?:can|gets?|able|connects?|in(?! the| here| my| our| today))\b|(?:same|happens|problem) (?:for|to|with) (?:everyone|everybody|all)(?! else)|affects? (?:everyone|everybody|all users|us all)|for all users|for everyone(?! else)/,
      /(?:everyone|everybody)(?= ?[.!]?$)|all users(?= ?[.!]?$)/,
      /bei allen|alle (?:benutzer|kollegen|mitarbeiter|user|leute)(?! \S{0,8} ?(?:können sich|funktioniert))|niemand (?:kann|kommt)|keiner (?:kommt|kann)|tout le monde|tous les (?:utilisateurs|collègues)|personne (?:ne peut|narrive|ny arrive)/,
      /todos los (?:usuarios|compañeros)|nadie puede|a todos nos|todos os usuários|todo mundo|ninguém consegue|tutti gli utenti|nessuno riesce|alle gebruikers|niemand kan|wszyscy (?:użytkownicy|mają)|nikt nie/,
      /у всех|никто не может|все пользователи|所有人|大家都|所有用户|全部用户|全員|みんな/,
    ),
  },
  {
    says: 'only-me',
    pattern: oneOf(
      /(?<!thought (?:it )?(?:was )?)(?<!(?:^|[.,] )was )\b(?:only|just) (?:me|i)\b(?! (?:get|see|have|know|use|can))|(?:only|just) (?:happens?|affects?)(?: \w+)? (?:me|my)\b|(?:im|i am|i seem to be) the (?:only|sole) (?:one|person|user) (?:with (?:this|the|that|it)|affected|who (?:cant|gets|has (?:this|the|it))|having|that (?:cant|gets))|(?:nobody|no one|noone) else (?:has (?:it|this|that|the (?:problem|issue|error))|is affected|gets (?:it|this|that))|only my (?:account|user|pc|computer|laptop|profile|machine)/,
      /nur (?:ich|bei mir|mein (?:konto|pc|rechner))|(?:que|seulement) (?:moi|chez moi)|(?:solo|sólo) (?:yo|a mí)|solo (?:io|a me)|só (?:eu|comigo)|alleen (?:ik|bij mij)|tylko (?:ja|u mnie)|только у меня|只有我|私だけ/,
    ),
    negated: 'all-users',
  },
  {
    says: 'single-host',
    pattern: oneOf(
      /\b(?:only|just) (?:on |with |to |for |in )?(?:this|that|the|one|a|a single)(?: one| particular| specific| single)?(?: \d+)? ?(?:server|host|machine|pc|computer|vm|target|box|one)\b(?! (?:time|user|monitor|account|here|i (?:have|use|am)|left|in the|we have))(?<!(?:theres|there is|which others. i have|i have|know|left) (?:only|just) (?:the|this|a)? ?(?:one|one \w+))(?! (?:icon|server) (?:it|i am|here))/,
      /(?:all )?(?:the |my |our )?other (?:servers|hosts|machines|vms|computers|pcs|boxes|ones|servers on \w+ \w+)(?: (?!dont|doesnt|cant|not|arent|wont|isnt|none|neither)\w+){0,6}? (?:work|works|fine|ok|okay|connect|no problem|good|reachable|respond|open)\b/,
      new RegExp(`\\bonly ${SERVERS} (?:with|that|which|where|affected|having)|(?:the )?rest of (?:the |my |our )?${SERVERS}(?: \\w+){0,3}? (?:works?|fine|ok|okay|connects?|good)\\b|every other ${SERVERS}(?: \\w+){0,3}? (?:works|fine|ok|okay|connects|good)\\b`),
      /(?:the )?others(?: (?!dont|doesnt|cant|not|arent|wont|isnt)\w+){0,5}? (?:work|are (?:all )?(?:fine|ok|okay|good|reachable)|connect)\b|i can (?:connect|rdp|get|log ?in) (?:in)?(?:to )?(?:all )?(?:the |my )?other (?:servers|machines|pcs|hosts|vms)/,
      /nur (?:bei |auf |mit |zu )?(?:diese[rmn]?|eine[rmn]?|der eine|dem einen)(?: eine[nm]?| bestimmte[nr]?)? (?:server|rechner|pc|host|maschine|computer)|anderen? (?:server|rechner|pcs?|maschinen)(?: \S+){0,3}? (?:gehen|funktionieren|laufen|erreichbar|klappen)/,
      /(?:seulement|uniquement|que|juste) (?:sur |avec )?(?:ce|un)(?: seul)? serveur|un seul serveur|autres serveurs(?: \S+){0,2} (?:marchent|fonctionnent|sont ok)|(?:solo|sólo|solamente) (?:en |con )?(?:este|un)(?: solo)? (?:servidor|equipo)|(?:otros|demás) (?:servidores|equipos)(?: \S+){0,2} (?:funcionan|van|conectan)/,
      /(?:só|somente|apenas) (?:neste|este|nesse|esse|um|em um) (?:servidor|computador)|outros servidores(?: \S+){0,2} (?:funcionam|conectam)|solo (?:su |con )?(?:questo|un) server|altri server(?: \S+){0,2} (?:funzionano|vanno)|alleen (?:deze|één|een) (?:server|pc)|andere servers(?: \S+){0,2} (?:werken|doen)/,
      /tylko (?:ten|jeden) (?:serwer|komputer)|(?:inne|pozostałe) serwery(?: \S+){0,2} działają|только (?:на |к )?(?:этот|этом|этому|один|одном|одному) (?:сервер|компьютер)\S*|остальные(?: серверы)? (?:работают|нормально)/,
      /只有(?:这|这一|一|那)台|(?:其他|别的|其它)(?:服务器|机器|电脑)(?:都)?(?:可以|能|正常|没问题)|このサーバーだけ|他のサーバーは\S{0,8}(?:つなが|接続でき|問題)/,
    ),
  },
  {
    says: 'all-hosts',
    pattern: oneOf(
      new RegExp(`(?:with|on|for|to|at|from) every ${SERVERS}\\b|(?:no matter|regardless of|doesnt matter|does not matter) (?:which|what) ${SERVERS}\\b|whichever ${SERVERS}\\b|(?:cant|cannot|couldnt|unable to) (?:get|connect|log ?(?:in|on)|rdp|remote|sign in)(?: \\w+){0,2}? any(?: of)?(?: the| my| our)? ${SERVERS}\\b`),
      /\ball of them\b(?! (?:work|are (?:fine|ok)|connect))|none of (?:my|the|our|them)(?: \w+)? ?(?:servers|machines|vms|hosts|pcs|computers)?(?: \w+)? ?(?:connect|works?|respond|open|reachable)|every single (?:server|machine|one)\b|no server (?:works|connects|is reachable)/,
      /\b(?:all|every|any)(?: of)?(?: the| my| our)? (?:servers?|hosts?|machines|vms|targets)(?: \w+){0,4}? (?:fails?|same|affected|error|cant|dont|unreachable|down|refuse)\b|cant (?:connect|rdp|get in)(?: \w+)? to any\b|everything behind the (?:vpn|firewall)/,
      /same (?:thing )?(?:on|with|for|to) (?:all|every|other|another|any|several) (?:servers?|machines?|hosts?|vms?|pcs?)|other (?:servers|machines|hosts)(?: \w+)? (?:too|as well|also|fail|dont (?:work|connect))|(?:several|multiple) servers/,
      /alle server(?! (?:gehen|funktionieren|laufen))|kein(?:er|en)? (?:der |meiner )?server|auf allen servern|tous les serveurs|aucun (?:des )?serveurs?|todos los servidores|ningún servidor|todos os servidores|nenhum servidor|tutti i server|nessun server/,
      /alle servers|geen enkele server|wszystkie serwery|żaden serwer|все серверы|ни один сервер|ко? всем серверам|所有(?:的)?服务器|全部服务器|每台|すべてのサーバー|どのサーバーも/,
    ),
  },
];

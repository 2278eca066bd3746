import { oneOf, type StatementRule } from './rule.ts';

/** From which network, in the ten other languages. */
export const TRANSLATED_WHERE: readonly StatementRule[] = [
  {
    says: ['without-vpn-fails', 'network-dependent'],
    pattern: oneOf(
      /ohne (?:das )?vpn(?: \S+){0,2} nicht|sans (?:le )?vpn(?: \S+){0,3} pas|sin (?:la )?vpn no|sem (?:a )?vpn n[ãa]o|senza (?:la )?vpn non|zonder (?:de )?vpn(?: \S+){0,2} niet|bez vpn(?:-a)? nie|без (?:vpn|впн) не|vpnなし(?:では|だと)\S{0,8}(?:ない|ません)|(?:不用|不开|没开|没有|关掉)vpn就?(?:连)?不/,
    ),
  },
  {
    says: ['vpn-only', 'network-dependent'],
    pattern: oneOf(
      /nur(?:,)? (?:wenn|solange|sobald) (?:das |ich )?(?:im |über )?vpn|sobald (?:das |ich (?:im |das )?)vpn|(?:seulement|uniquement|que) (?:quand|lorsque|si) (?:le )?vpn|dès que (?:le )?vpn|(?:solo|sólo) (?:cuando|si|con) (?:la )?vpn|en cuanto (?:\S+ )?(?:la )?vpn/,
      /(?:só|somente|apenas) (?:quando|se|com) (?:a )?vpn|assim que (?:a )?vpn|(?:solo|soltanto) (?:quando|se|con) (?:la )?vpn|appena (?:\S+ )?(?:la )?vpn|alleen (?:als|wanneer|met|zodra) (?:de )?vpn|zodra (?:de )?vpn|tylko (?:gdy|kiedy|jak|z) (?:jest )?(?:włączon\S+ )?vpn|только (?:когда|если|при|с) (?:включ[её]н\S* |включенном )?(?:vpn|впн)/,
      /(?:ohne|außerhalb des) (?:das )?vpn (?:geht|funktioniert|klappt|läuft)|sans (?:le )?vpn,? (?:ça |cela |tout )?(?:marche|fonctionne|passe)|sin (?:la )?vpn (?:sí |me )?(?:funciona|va|entra|conecta)|sem (?:a )?vpn (?:funciona|vai|entra|conecta)|senza (?:la )?vpn (?:funziona|va|entra|si collega)|zonder (?:de )?vpn (?:werkt|lukt|gaat)|bez vpn(?:-a)? (?:działa|wchodzi|łączy)|без (?:vpn|впн) (?:всё |все )?(?:работает|заходит|пускает|подключается)/,
      /vpn(?:接続|経由)?(?:の)?(?:時|とき|場合)?(?:だけ|のみ)|vpn(?:なし|を(?:切る|切れば|外す))(?:なら|だと|と)?\S{0,4}(?:動|繋が|つなが|接続でき|入れ)|只有(?:开着|打开|连着|挂着|用|通过|走|连)?vpn|(?:不用|不开|不走|关掉|断开)vpn(?:就)?(?:可以|能|正常|好|行)/,
    ),
  },
  {
    says: 'vpn-required',
    pattern: /(?:über|per|mit) (?:das |dem |unser |firmen-?)?vpn|(?:via|par|avec) (?:le )?vpn|(?:por|con|mediante) (?:la )?vpn|(?:pela|com a?|via) vpn|(?:tramite|con|via) (?:la )?vpn|(?:via|met|over) (?:de )?vpn|(?:przez|po|z) vpn|через (?:vpn|впн)|vpn(?:経由|で接続)|(?:通过|走|连着|挂着)vpn/g,
  },
  {
    says: ['works-from-other-network', 'network-dependent'],
    pattern: oneOf(
      /(?:mit|über|per)(?: (?:dem|den|das|meinem|einem))? (?:\S{0,10}-)?(?:hotspot|handy\S*|mobilfunk|lte|4g|5g)(?: \S+){0,2} (?:geht|funktioniert|klappt)|von (?:zu ?hause|daheim|einem anderen netz|außen|unterwegs)(?: aus)?(?: \S+)? (?:geht|funktioniert|klappt)(?! (?:es )?nicht)|(?:geht|funktioniert|klappt)(?: es)? (?:von zu ?hause|daheim|im büro|im lan|über den hotspot)/,
      /(?:depuis|de) (?:chez moi|la maison|un autre réseau|mon domicile)(?: \S+){0,2} (?:ça |cela )?(?:marche|fonctionne|passe)(?! pas)|(?:avec|via|par|en) (?:le |un |mon )?(?:partage de connexion|hotspot|4g|5g|téléphone)(?: \S+){0,2} (?:marche|fonctionne|passe)(?! pas)/,
      /desde (?:mi |la |otra |el )?(?:casa|oficina|red|móvil|hotel)(?: \S+)? (?<!no )(?:funciona|va|entra|conecta|puedo)|con (?:los |el )?(?:datos|hotspot|móvil|4g)(?: \S+){0,2} (?<!no )(?:funciona|va|entra|conecta)/,
      /(?:da|de|na|em) (?:minha )?(?:casa|outra rede|escritório)(?: \S+)? (?<!não )(?:funciona|vai|entra|conecta)|(?:pelo|com o|no|usando o) (?:4g|5g|hotspot|celular|wifi do celular)(?: \S+){0,2} (?<!não )(?:funciona|vai|entra|conecta)/,
      /da (?:casa|un ?altra rete|ufficio)(?: \S+)? (?<!non )(?:funziona|va|entro|si collega)|(?:con|tramite|via) (?:l ?)?(?:hotspot|4g|cellulare)(?: \S+){0,2} (?<!non )(?:funziona|va|entro|si collega)/,
      /(?:van ?uit|vanaf) (?:huis|een ander netwerk|kantoor)(?: \S+){0,2} (?:werkt|lukt)|(?:via|met|over) (?:de |mijn |een )?(?:hotspot|4g|5g|telefoon)(?: \S+){0,3} (?:werkt|lukt)(?! \S* ?niet)/,
      /(?:w domu|z domu|z innej sieci|z biura|w biurze)(?: \S+)? (?<!nie )(?:działa|wchodzi|łączy)|(?:przez|z|na) (?:hotspot\S*|lte|4g|telefon\S*|komórk\S*)(?: \S+){0,2} (?<!nie )(?:działa|wchodzi|łączy)/,
      /(?:из|с) (?:дома|дому|другой сети|офиса)(?: \S+)? (?<!не )(?:работает|заходит|подключается|пускает)|(?:через|с|по) (?:мобильн\S+|телефон\S*|хотспот\S*|точк\S+ доступа|4g|lte)(?: \S+){0,2} (?<!не )(?:работает|заходит|подключается|пускает)/,
      /(?:自宅|家|別の(?:ネットワーク|回線)|社内|会社)から(?:なら|は|だと)\S{0,6}(?:接続でき(?:る|ます)|つながり|繋がり|入れ(?:る|ます))|(?:テザリング|モバイル回線|スマホの回線|ホットスポット)(?:なら|だと|では|で)\S{0,6}(?:接続でき(?:る|ます)|つなが(?:り|る)|繋が(?:り|る)|入れ(?:る|ます))/,
      /在(?:家|办公室|公司)(?:里)?(?:就)?(?:可以|能|正常|没问题)|(?:用|连|开)(?:手机)?(?:热点|流量|4g|5g)(?:就)?(?:可以|能|正常|行|好)|换(?:个|一个)?网络?就?(?:可以|能|好|行|正常)/,
    ),
    unless: /\b(?:nicht|pas|não|non|niet|nie)\b|(?:^| )(?:не |no (?:func|va|entra|conect))|ない|ません|不(?:能|行|了)/,
    negated: 'network-dependent',
  },
];

/** Since when, in the ten other languages. */
export const TRANSLATED_SINCE: readonly StatementRule[] = [
  {
    says: 'since-update',
    pattern: oneOf(
      /(?:seit|nach)(?: \S+){0,3}? (?:windows-?)?(?:updates?|upgrades?|patchday|patch(?:es)?|aktualisierung(?:en)?)(?! \S* ?nicht)|windows(?: \S+){0,2} aktualisiert(?: \S+)? (?:hat|und)/,
      /(?:depuis|après|suite à|suite aux)(?: \S+){0,3} (?:mise à jour|mises à jour|màj|maj|correctifs?|patch\S*)/,
      /(?:desde|tras|después de|a raíz de)(?: \S+){0,4}? (?:actualizaci(?:ón|ones)|actualizar|actualicé|actualizó|parches?|update)/,
      /(?:desde|depois|após|por causa)(?: \S+){0,4}? (?:atualizaç(?:ão|ões)|atualizar|atualizou|atualizei|update|patch)/,
      /(?:dopo|da|dal|dall|dagli|dalle|in seguito)(?: ?\S+){0,3}? ?(?:aggiornament[oi]|aggiornato|update|patch)/,
      /(?:sinds|na|vanaf)(?: \S+){0,3}? (?:updates?|upgrade|patch(?:es)?|bijgewerkt)|(?:po|od)(?: \S+){0,2}? (?:aktualizac\S+|poprawk\S+|łat\S+|update)|(?:после|с|со|из-за)(?: \S+){0,2}? (?:обновлени\S+|обнов\S+|апдейт\S*|патч\S*)/,
      /(?:アップデート|更新プログラム|windows ?update|パッチ|更新)(?:の)?(?:後|あと|直後|適用後|当日|以降|してから|を当ててから|から)|(?:更新|升级|打(?:完|了)?补丁|补丁)(?:了)?(?:windows|系统)?(?:之|以)?后|(?:更新|升级)完/,
    ),
  },
];

/** Rights and what was tried, in the ten other languages. */
export const TRANSLATED_USED: readonly StatementRule[] = [
  {
    says: 'not-admin',
    pattern: oneOf(
      /keine (?:\S+ )?(?:adminrechte|administratorrechte|berechtigung)|pas (?:les |de |d )?(?:droits?|permissions?)(?: d ?admin\S*)?|no tengo (?:\S+ )?(?:permisos|derechos|privilegios)|n[ãa]o tenho (?:\S+ )?(?:permiss\S+|direitos|acesso de admin\S*)|non ho (?:\S+ )?(?:diritti|permessi|privilegi)/,
      /geen (?:\S+ )?(?:beheerdersrechten|adminrechten|rechten)|nie mam (?:\S+ )?(?:uprawnień|praw)|(?:нет|без) (?:\S+ )?прав|管理者(?:では|じゃ)(?:な|あり)|管理者?権限が?(?:ない|あり|持って(?:い)?(?:な|ま))|(?:没有?|不具备)(?:管理员)?权限|不是(?:服务器|系统|域)?(?:的)?管理员/,
    ),
  },
  {
    says: 'is-admin',
    pattern: /(?:habe|mit) (?:lokale |volle )?(?:adminrechte|administratorrechte)n?|j ?ai (?:les |des )droits (?:d ?)?admin\S*|tengo (?:permisos|derechos) de admin\S*|tenho (?:permissão|direitos|acesso) de admin\S*|ho (?:i )?(?:diritti|permessi) (?:di |da )?ammin\S*|heb (?:beheerders|admin)rechten|mam (?:uprawnienia|prawa) admin\S*|(?:есть|имею) права админ\S*|管理者(?:権限が(?:ある|あります)|です)|我是(?:\S{0,6})?管理员|我有管理员权限/g,
    negated: 'not-admin',
  },
  {
    says: 'restarted-already',
    pattern: oneOf(
      /(?:schon|bereits)(?: \S+){0,2}? neu ?gestartet|neustart(?: \S+){0,2} (?:schon|bereits)(?: \S+)? (?:gemacht|durchgeführt|probiert|hinter)|déjà(?: \S+)? redémarré|ya (?:lo |la |he |hemos )?(?:reinici(?:é|ado|amos))|já (?:o |a )?reinici(?:ei|ado|amos)|già (?:\S+ )?riavviat[oa]/,
      /(?:al|reeds)(?: \S+){0,2}? (?:herstart|opnieuw (?:op)?gestart)|już (?:\S+ )?(?:zrestart\S+|uruchomi\S+ ponownie)|уже (?:\S+ )?(?:перезагру(?:зил|жал)|перезапуск|перезапустил)\S*|(?:もう|すでに|既に)\S{0,6}再起動|已(?:经)?\S{0,4}重启/,
    ),
  },
];

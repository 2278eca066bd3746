import { oneOf, type StatementRule } from './rule.ts';

const SINCE = '(?:since|after|following|ever since|as soon as|began with|started with|because of)';

/** When it began, what went before, and at which point it fails. */
export const SINCE_WHEN: readonly StatementRule[] = [
  {
    says: 'since-update',
    pattern: oneOf(
      new RegExp(`${SINCE}(?: \\S+){0,6}? (?:updates?|updating|updated|upgrade[ds]?|upgrading|patch(?:es|ed|ing)?|2[3-6]h2|kb\\d{6,7}|hotfix|cumulative)`),
      /patch ?(?:tuesday|day)(?: \S+){0,8}? (?:since|from then)\b/,
      /(?:the |an |last |latest |windows )updates? (?:broke|killed|messed)|(?:i |we |pc |it |windows )(?:just )?(?:updated|upgraded|patched)(?: \S+){0,8}? (?:now|since|cant|doesnt|fails|stopped)|(?:updated|upgraded)(?: \S+){0,8}? and (?:now|since)/,
      /seit (?:dem|einem|den|der)?(?: \S+){0,3}? ?(?:windows-?)?(?:updates?|upgrade|patch\S*|aktualisierung)|nach (?:dem|einem|der)(?: \S+){0,3}? ?(?:windows-?)?(?:updates?|upgrade|patch\S*|aktualisierung)|(?:depuis|après) (?:la |une |les )?(?:dernière |dernières )?(?:mise à jour|mises à jour|màj)/,
      /desde (?:la |una )?(?:última )?actualización|(?:después de|tras)(?: \S+){0,3} actualiza\S+|(?:desde|depois|após)(?: \S+){0,3} (?:atualização|update|atualizar)|dopo (?:l ?|un |il )?(?:ultimo )?(?:aggiornamento|update)/,
      /(?:sinds|na) (?:de |een )?(?:laatste )?(?:windows )?update|(?:po|od) (?:ostatniej )?aktualizacji|после (?:последнего )?обновлени\S+|(?:更新|升级)(?:之)?后|更新以来|アップデート(?:後|してから|以降)|更新(?:後|してから)/,
    ),
  },
  { says: 'after-rename', pattern: /renam(?:ed|ing) (?:the |my |our |it|this)?|changed the (?:computer|host|pc|machine|server) ?name|umbenannt|umbenennung|renommé|renombr\S+|renome(?:ei|ado)|rinominat|hernoemd|переименова\S+|改(?:了)?(?:计算机|主机)?名/g },
  { says: 'after-clone', pattern: /\bclon(?:ed|ing)\b|\bsysprep|from (?:an?|the same) image|re-?imag(?:ed|ing)|restored from (?:a |the )?(?:backup|snapshot|image)|geklont|cloné|clonad[oa]|clonato|клонир\S+|克隆|クローン/g },
  { says: 'after-certificate-change', pattern: /(?:new(?! self)|renewed|replaced|changed|installed|imported|swapped)(?: \w+){0,4}? cert(?:ificate|s)?\b|cert(?:ificate)?(?: \w+){0,2}? (?:was |got )?(?:renewed|replaced|changed|swapped)|certificate renewal|zertifikat(?: \S+){0,2}? (?:erneuert|getauscht|gewechselt|ausgetauscht)|новый сертификат|сертификат (?:обнов|замен)\S+/g },
  { says: 'after-hardening', pattern: /\bharden(?:ed|ing)\b|disabled (?:old |weak )?(?:tls|ssl|ciphers)|iis ?crypto|security baseline|cis benchmark|new (?:gpo|group policy)|(?:gpo|group policy)(?: \w+){0,2}? (?:changed|applied|rolled out)|gehärtet|härtung|tls ?1\.[01](?: \w+){0,2}? (?:disabled|off|abgeschaltet|deaktiviert)|fips (?:mode|enabled|policy)/g },
  { says: 'after-firewall-change', pattern: /(?:new|changed|replaced|updated|installed|switched|reconfigured)(?: \w+){0,3}? (?:firewall|ips|antivirus|anti-virus|virus scanner|endpoint protection|fortigate|sophos|eset|kaspersky|bitdefender|crowdstrike)\b|firewall(?: \w+){0,2}? (?:changed|replaced|was updated|migration)|since the firewall|neue[rn]? (?:firewall|virenscanner)|nouveau (?:pare-feu|firewall)|nuevo firewall/g },
  { says: 'after-password-change', pattern: /(?:after|since)(?: \w+){0,3}? password (?:change|reset|was changed)|(?:changed|(?:was|were|been|had|just|have|has|i|we|they|it) reset)(?: \w+){0,2}? password|password (?:was|has been|got) (?:changed|reset)|(?:passwort|kennwort)(?: \S+){0,2}? (?:geändert|zurückgesetzt)|(?:passwort|kennwort)änderung|mot de passe (?:changé|modifié)|chang(?:é|er) (?:le|mon|de) mot de passe|cambi(?:é|o de|ar|ado) (?:la |mi )?contraseña|(?:mudei|troquei) (?:a |minha )?senha|cambiato (?:la )?password|сменил\S* пароль|改(?:了)?密码|パスワードを変更/g },
  { says: 'after-migration', pattern: /(?:after|since)(?: \w+){0,3}? (?:migrat\w+|moving|moved|the move)|migrated (?:the |our |this )?(?:server|vm|host)|moved (?:the |our |this )?(?:server|vm)|nach der migration|umgezogen/g },
  { says: 'worked-yesterday', pattern: /(?<!(?:teams|outlook|excel|printer|mail|browser|internet|phone)(?: \w+){0,2} )work(?:ed|ing|s)(?: fine| perfectly| ok| great| well)? (?:(?:until|till|up to) (?!today|the (?:client|update|patch))|for (?:years|months))|yesterday (?:it )?(?:still )?worked|gestern (?:ging|funktionierte|hat|lief)|bis gestern|hier (?:ça|cela) (?:marchait|fonctionnait)|ayer funcionaba|ontem funcionava|ieri funzionava|gisteren werkte|wczoraj działa\S+|вчера (?:ещё |еще |всё |все )?(?:работал|заходил)\S*|昨天(?:还|都)?(?:可以|好好|能|正常)|昨日まで/g },
  { says: 'never-worked', pattern: /(?:has |have |it )?never (?:worked|connected|been able)|noch nie (?:funktioniert|gegangen)|jamais (?:fonctionné|marché)|nunca (?:ha |me )?funcion\S+|mai funzionato|nooit gewerkt|nigdy nie działa\S+|никогда не работал\S*|从来没/g },
  {
    says: 'before-desktop',
    pattern: /before (?:the |a |any |i (?:see|get) (?:the |a |any )?)(?:desktop|logon|login|session|anything|password|prompt)|(?:never|dont|doesnt|didnt|not even|without) (?:get to |see |seeing |reach |show )(?:me )?(?:the |a |any )?(?:desktop|login|logon|password|prompt)|no (?:desktop|logon screen|login screen)|while connecting|still connecting|during (?:the )?(?:connect|handshake|connection attempt)|(?:when|as soon as|after) i (?:click|press|hit) connect|(?:right|immediately|straight) after (?:entering|typing|i (?:type|enter))(?: \w+){0,3}? (?:password|credentials|login)|beim verbinden|vor dem desktop|avant le bureau|antes del escritorio/g,
  },
  {
    says: 'after-desktop',
    pattern: oneOf(
      /(?:kicked|thrown|booted|kicks|throws)(?: me)? (?:out|off)|(?:drops?|disconnects?|dies|ends|closes|freezes)(?: \w+){0,3}? after (?:\d+|a few|a couple|some|about|several|around|one|two|five|ten) ?(?:\d+ )?(?:of )?(?:seconds?|secs?|minutes?|mins?|hours?)/,
      /in the middle of (?:the |a |my )?(?:session|work)|i (?:can |could )?see (?:the|my) desktop(?! (?:background|icon|of|picture))|desktop (?:appears|shows up|is visible|loads)|i was (?:in|working|connected|logged)|(?:lost|loses?) the (?:session|connection) while|(?:once|after) (?:im |i am |i was )?(?:connected|logged (?:in|on)|signed in)(?: \w+){0,5}? (?:drops?|disconnects?|closes|freezes|lost|ends|kicked)/,
      /flieg(?:t|e)(?: \S+){0,3} raus|bricht(?: \S+){0,4} ab|déconnect\S+ (?:après|au bout)|me desconecta (?:después|a los|tras)|cai depois|выкидывает|掉线|切断される/,
    ),
  },
  {
    says: 'immediately',
    pattern: /(?:fails?|closes?|drops?|error|stops?|dies|disconnects?|comes up|get (?:it|this))(?: \w+){0,4}? (?:immediately|instantly|straight away|right away|at once|within a second)|(?:immediately|instantly|straight away|right away|at once)(?: \w+){0,2}? (?:fails?|closes|drops|error|disconnect\w*|after (?:i )?click)|bricht sofort|sofort(?: \S+){0,2} fehler|immédiatement|inmediatamente|imediatamente|natychmiast|сразу (?:же )?(?:ошибка|выдает|отключ)\S*|立刻|马上(?:就)?(?:断|报错)/g,
  },
  { says: 'after-a-delay', pattern: /(?:hangs?|waits?|tries|spins|sits there)(?: \w+){0,4}? (?:\d+|a few|several|some|half a|a) (?:seconds?|secs|minutes?|mins?|while)(?: \w+){0,4}? (?:then|before|and|until)|after (?:a while|\d+ (?:seconds|secs)|a minute|some time|a long time)(?: \w+){0,2}? (?:fails|error|times out|it fails|i get)/g },
  { says: 'intermittent', pattern: /\bintermittent(?:ly)?|\bsometimes\b|(?<!(?:logged|turned|switched|powered|plugged)(?: \w+){0,3} )(?:on and off|off and on)\b|comes and goes|(?:every )?now and then|\brandomly\b|at random\b|from time to time|once in a while|\bsporadic(?:ally)?|every other (?:time|attempt)|\bmanchmal|sporadisch|ab und zu|\bparfois|de temps en temps|\ba veces|aleatori\w+|às vezes|de vez em quando|\ba volte|ogni tanto|\bsoms\b|af en toe|czasami|иногда|время от времени|有时|偶尔|ときどき|時々/g },
];

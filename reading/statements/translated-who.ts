import { oneOf, type StatementRule } from './rule.ts';

/** Who is affected, and which servers, in German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Japanese and Chinese. The negative forms come first. */
export const TRANSLATED_WHO: readonly StatementRule[] = [
  {
    says: 'all-hosts',
    pattern: oneOf(
      /nicht nur (?:bei |auf |an )?(?:diese[rmn]?|der|dem|ein(?:em|er)?)(?: eine[nm]?)? (?:server|rechner|pc|maschine)|(?:nicht|es betrifft) nur einen server nicht/,
      /pas (?:seulement|que|uniquement) (?:sur |avec )?(?:ce|cette|un|une) (?:serveur|machine|poste)/,
      /no (?:es |pasa )?(?:solo|sólo|solamente|únicamente) (?:en |con )?(?:este|ese|un|esta) (?:servidor|equipo|máquina)/,
      /n[ãa]o (?:é |acontece )?(?:só|somente|apenas) (?:com |em |n)?(?:este|esse|um|esta) (?:servidor|computador|máquina)/,
      /non (?:è |succede )?(?:solo|soltanto|solamente) (?:su |con )?(?:questo|quel|un|questa) (?:server|pc|macchina)/,
      /niet alleen (?:bij |met |op )?(?:deze|die|dit|één|een) (?:server|pc|machine|computer)|nie tylko (?:na |z |do )?(?:ten|tym|tego|jeden|jednym|tej|ta) (?:serwer\S*|komputer\S*|maszyn\S*)/,
      /не только (?:на |к |с )?(?:этот|этом|этому|этим|один|одном|эта|этой) (?:сервер\S*|компьютер\S*|машин\S*)/,
      /この(?:サーバー?|pc|マシン|パソコン|一台)だけ(?:では|じゃ)(?:な|あり)|一台だけ(?:では|じゃ)(?:な|あり)/,
      /不(?:只|仅|光|单)(?:是|有)?(?:这|那)(?:一)?台|不是只有(?:这|那|一)(?:一)?台/,
    ),
  },
  {
    says: 'all-users',
    pattern: oneOf(
      /nicht nur (?:ich|bei mir|mich|mein|für mich)|nicht der einzige|nicht die einzige|(?:keiner|niemand)(?: (?:der|von den|unserer|aus|im|hier))*(?: \S+){0,2} (?:kommt|kann|schafft|erreicht)|(?:ganze|gesamte) (?:abteilung|firma|team|büro|belegschaft|haus)/,
      /(?:kolleg(?:e|in|en|innen)|anderen?)(?: \S+){0,3} (?:auch nicht|ebenfalls nicht|genauso nicht)|(?:kolleg(?:e|in|en|innen)|anderen) (?:hat|haben) (?:das gleiche|dasselbe|das auch|den gleichen)/,
      /pas (?:seulement|que|uniquement) (?:moi|chez moi|mon compte)|pas (?:le seul|la seule)|aucun (?:utilisateur|collègue)|(?:toute l ?équipe|tout le (?:service|bureau|monde)|toute la (?:boîte|société|entreprise))(?! sauf)|coll[èe]gues?(?: \S+){0,2} non plus/,
      /no (?:es |me pasa )?(?:solo|sólo|solamente) (?:a mí|yo|mi cuenta|conmigo)|no soy (?:el único|la única)|ning[úu]n (?:usuario|compañero)|nadie (?:puede|entra|consigue|logra)|a todo el mundo|(?:toda la|el) (?:oficina|empresa|departamento)(?: enter[oa]| complet[oa])?(?= |$)(?: \S+){0,2} (?:parad[oa]|igual|afectad[oa]|sin)|compañer[oa]s?(?: \S+){0,2} tampoco/,
      /n[ãa]o (?:é |acontece )?(?:só|somente|apenas) (?:comigo|eu|a minha conta)|n[ãa]o sou (?:o único|a única)|nenhum (?:usuário|colega)|ninguém (?:consegue|entra|acessa)|todos os (?:usuários|colegas|funcionários)|(?:toda a|a) (?:empresa|equipe) (?:inteira|toda|parada)|colegas?(?: \S+){0,2} também não/,
      /non (?:è |succede |capita )?(?:solo|soltanto) (?:a me|io|il mio account)|non sono (?:l ?unic[oa]|il solo|la sola)|nessun (?:utente|collega)|(?:capita|succede) a tutti|tutt[oa] (?:l ?ufficio|l ?azienda|il reparto)|collegh[ie](?: \S+){0,2} (?:neanche|nemmeno|neppure)/,
      /niet alleen (?:ik|bij mij|mijn account)|niet de enige|(?:niemand|geen enkele gebruiker)(?: \S+){0,2} (?:kan|komt|lukt)|iedereen (?:heeft|krijgt|zit|ligt)|het hele (?:kantoor|bedrijf|team)|collegas?(?: \S+){0,2} ook niet/,
      /nie tylko (?:ja|u mnie|moje|mnie|moj\S+)|nie jestem (?:jedyn\S+|sam)|(?:nikt|żaden użytkownik)(?: \S+){0,1} nie|wszyscy (?:użytkownicy|mają|koledzy)|(?:cały dział|cała firma|całe biuro)|koledzy(?: \S+){0,2} też nie/,
      /не только (?:у меня|я|мо[йяе]|меня)|не (?:один|одна) (?:я|такой|такая)|я не (?:один|одна)|(?:никто|никого|ни один пользователь)(?: \S+){0,1} не|у всех(?! остальных)|вс(?:ё|е|его|ю|ей|я|ем) (?:отдел\S*|офис\S*|компани\S*)|коллеги?(?: \S+){0,2} тоже не/,
      /(?:私|自分|うち)だけ(?:では|じゃ)(?:な|あり)|誰も(?!他|ほか)\S{0,12}(?:できない|できません|入れない|入れません|つながら|繋がら)|(?:全|すべての|全ての)ユーザー|(?:全員|部署全体|会社全体)|同僚も(?:\S{0,12})(?:ない|ません|だめ|ダメ|同じ)/,
      /不(?:只|仅|光|单)(?:是|有)?我|不是只有我|不止是?我|(?:谁|没有人|没人)都?(?:登|连|进|上|能登|能连|能进)(?:录)?(?:不|上|进)?|所有(?:人|用户|同事|员工)|整个(?:公司|部门|办公室)|同事(?:们)?也(?:都)?(?:不|连不|登不|进不|一样)/,
    ),
  },
  {
    says: 'other-users-ok',
    pattern: oneOf(
      /(?:bei|für) (?:alle[nr]? )?(?:anderen|andere|kollegen|übrigen|den anderen|die anderen)(?: \S+){0,2} (?:geht|funktioniert|klappt|läuft)|(?:kolleg(?:e|in|en|innen)|chef(?:in)?|anderen|nachbar\S*)(?: \S+){0,4} (?:arbeiten|arbeitet|kommt|kommen|kann|können)(?: \S+){0,2} (?:normal|problemlos|ohne|rein|drauf|weiter)(?! \S* ?nicht)/,
      /(?:pour|chez) (?:tous )?(?:les autres|tout le monde)(?: sauf moi)?(?: \S+){0,2} (?:ça |cela )?(?:marche|fonctionne|passe)|(?:marche|fonctionne) (?:pour|chez) (?:tous )?(?:les autres|tout le monde|mes coll[èe]gues)|(?:autres utilisateurs|les autres|mes coll[èe]gues|mon coll[èe]gue|mon chef)(?: \S+){0,3} (?:se connectent?|y arrivent?|peuvent?|entrent?|travaillent?)(?! pas)|tout le monde sauf moi/,
      /(?:a|para) (?:todos )?(?:los demás|los otros|el resto|los compañeros)(?: \S+){0,3} (?:funciona|va|conecta)|(?:los demás|los otros|compañer[oa]s?|mi jefe)(?: \S+){0,2} (?<!no )(?:entran?|pueden?|trabajan?|conectan?)(?: \S+){0,2}? (?:bien|sin|normal\S*)|todos menos yo/,
      /(?:para|com) (?:todos )?(?:os outros|os demais|o resto|meus colegas)(?: \S+){0,2} (?:funciona|vai|conecta)|(?:os outros|os demais|colegas?|meu chefe)(?: \S+){0,2} (?<!não )(?:entram?|conseguem?|trabalham?|acessam?)(?! não)|todos menos eu/,
      /(?:agli|per gli|a tutti gli) altri(?: \S+){0,2} (?:funziona|va)|(?:gli altri|collegh[ie]|il collega|il capo)(?: \S+){0,2} (?<!non )(?:entrano?|riescono|riesce|accedono|accede|lavorano|lavora)(?! no)|tutti tranne me/,
      /bij (?:de|alle) (?:anderen?|rest|collegas?)(?: \S+){0,2} (?:werkt|lukt|gaat)(?! \S* ?niet)|(?:collegas?|anderen|mijn baas)(?: \S+){0,3} (?:wel|gewoon|zonder problemen|probleemloos) (?:inloggen|verbinden|op|erin|werken|verbinding)|iedereen behalve ik/,
      /u (?:innych|kolegów|pozostałych|reszty)(?: \S+){0,2} działa|(?:koledzy|kolega|inni|pozostali|szef)(?: \S+){0,2}? (?<!nie )(?:logują|loguje|wchodzą|wchodzi|pracują|łączą|łączy|mogą)(?: się)?(?! nie)|wszyscy oprócz mnie/,
      /у (?:остальных|других|коллег|всех остальных)(?: \S+){0,2} (?:всё |все )?(?:работает|нормально|заходит|хорошо|ок)|(?:коллеги|остальные|другие|начальник|сосед)(?: \S+){0,2}? (?<!не )(?:заход\S+|работа[юе]т\S*|подключа\S+|вход\S+)|(?:все|у всех),? кроме меня/,
      /(?:同僚|他の人|ほかの人|他の(?:メンバー|ユーザー)|上司|みんな)は\S{0,14}(?:接続でき(?:る|て|ます)|入れ(?:る|て|ます)|使え(?:る|て|ます)|ログインでき(?:る|て|ます)|使って)/,
      /(?:其他|别的|旁边的?)?(?:同事|人)(?:们)?(?:都|们都)?(?:能|可以)(?:正常)?(?:登录|登|连|进|用|上)|(?:别人|其他人|其他用户)(?:那边|那里)?(?:都)?(?:没有问题|没问题|没事|好的|正常)|除了我都/,
    ),
    unless: /\b(?:cant|cannot|couldnt|unable|not|isnt|arent|doesnt|didnt|wont|nicht|pas|não|niet|nie)\b|(?:^| )(?:не |no (?:pued|entr|conect|se)|non (?:riesc|entr|si))|ない|ません|不(?:能|了|上)/,
  },
  {
    says: 'only-me',
    pattern: oneOf(
      /(?:nur|bloß|allein(?:e)?) (?:ich|bei mir|mein(?:e)? (?:konto|pc|rechner|laptop|benutzer)|mich)|bei mir allein(?:e)?|(?:habe?|hat) nur ich|(?:bin|wohl) (?:der|die) einzige/,
      /(?:seulement|uniquement|juste) (?:moi|chez moi|mon (?:compte|poste|pc))|(?:que|qu à) (?:moi|chez moi)|suis (?:le|la) seule?/,
      /(?:solo|sólo|solamente) (?:me pasa )?(?:a mí|yo|mi cuenta|mi pc|me pasa)|soy (?:el único|la única)|(?:só|somente|apenas) (?:acontece )?(?:comigo|eu|a? ?minha conta)|sou (?:o único|a única)/,
      /(?:succede |capita )?(?:solo|soltanto) (?:a me|io|il mio (?:account|pc))|sono (?:l ?unic[oa]|il solo)|alleen (?:ik|bij mij|mijn (?:account|pc|laptop))|ben de enige/,
      /tylko (?:ja|u mnie|mnie|moj(?:e|ego) kont[oa]|na moim)|jestem jedyn\S+|только (?:у меня|я|мо(?:й|я|ю) (?:учетк\S*|учётк\S*|комп\S*))|я (?:один|одна) (?:такой|такая|с)/,
      /(?:私|自分|僕)(?:の(?:アカウント|pc|パソコン|端末))?だけ|(?:只有|就|仅)(?:是)?我(?:一个人|自己|的(?:账号|帐号|电脑))?/,
    ),
    negated: 'all-users',
  },
  {
    says: 'single-host',
    pattern: oneOf(
      /nur (?:der|die|dieser|diese|das|dieses) eine (?:server|rechner|pc|maschine)|(?:auf|zu) (?:allen|alle|den|die) anderen? (?:servern?|rechnern?|pcs|maschinen)(?: \S+){0,2} (?:komme|kann|geht|klappt|verbinde)/,
      /(?:seulement|uniquement|juste|que) (?:sur |avec )?(?:ce|cette)(?: \S+)? ?(?:serveur|machine|poste)|autres (?:serveurs|machines|postes)(?: \S+){0,2} (?:répondent|marchent|vont|fonctionnent|sont accessibles)/,
      /(?:solo|sólo|solamente) (?:me )?(?:pasa |falla )?(?:en |con )?(?:este|ese|un|esta|esa) (?:servidor|equipo|máquina)|(?:a|en|con) los (?:otros|demás) (?:servidores|equipos)(?: \S+){0,2} (?:entro|conecto|puedo|funciona)/,
      /(?:só|somente|apenas) (?:em |com |n)?(?:este|esse|neste|esta) (?:servidor|computador|máquina)|(?:n?os|aos) outros servidores(?: \S+){0,2} (?:entro|conecto|consigo|funciona)/,
      /(?:solo|soltanto) (?:su |con )?(?:questo|quel|questa) (?:server|pc|macchina)|(?:gli|sugli|agli) altri server(?: \S+){0,2} (?:funzionano|vanno|accedo|entro)|alleen (?:bij |met |op )?(?:deze|die) (?:ene )?(?:server|pc|machine)|andere servers(?: \S+){0,2} (?:werken|gaan|doen)/,
      /tylko (?:na |z )?(?:ten|tym|jeden|jednym|tej|ta) (?:serwer\S*|komputer\S*|maszyn\S*)|только (?:на |к |с )?(?:эт(?:от|ом|ому|им)) (?:сервер\S*|комп\S*)|к (?:остальным|другим) (?:серверам )?(?:захожу|подключаюсь)/,
      /(?:この|特定の|一台の)(?:サーバー?|pc|マシン|一台)だけ|一台だけ|(?:他|ほか|別)の(?:サーバー?|pc|マシン)(?:には|は|へは|なら)\S{0,8}(?:接続でき(?:る|ます)|入れ(?:る|ます)|繋がり|つながり|問題)/,
      /(?:只有|就|仅)(?:是)?(?:这|那|这一|那一|一)台|(?:其他|别的|其它|其余)的?(?:服务器|机器|电脑)(?:我)?(?:都)?(?:能|可以|好|没问题|正常)/,
    ),
    negated: 'all-hosts',
  },
  {
    says: 'all-hosts',
    pattern: oneOf(
      /(?:alle|sämtliche) (?:server|rechner|maschinen)(?: \S+){0,2} (?:betroffen|gehen nicht|nicht)|auf (?:keine[nmr]?|gar keine[nm]) (?:der |einzige[nm] )?(?:server|rechner)|(?:sur|pour) (?:tous les|chaque) serveurs?|(?:en|con|a) (?:todos los|cualquier|ningún) (?:servidor(?:es)?|equipos?)/,
      /(?:em|com) (?:todos os|qualquer|nenhum) (?:servidor(?:es)?|computador(?:es)?)|su (?:tutti i|nessun|qualsiasi) server|op (?:alle|geen enkele|elke) servers?|na (?:wszystkich|każdym|żadnym) (?:serwerach|serwerze|serwer)|на (?:всех|каждом|любом|ни одном) (?:серверах|сервере)|(?:全部|全て|すべて)のサーバー?|どの(?:サーバー?|マシン|pc)(?:でも|にも|も)|(?:所有|全部|每台|哪台)(?:的)?(?:服务器|机器)/,
    ),
  },
];

import { fitsAny, OTHER_LANGUAGES } from './other-languages.ts';

/** What people write in so few words, or so plainly, that no model is asked. */

/** What a whole message of a few words does. `agree` is weaker than `yes`: it may only mean that it was read. */
export type WholeMessage =
  | 'yes' | 'no' | 'agree' | 'dont-know' | 'worked' | 'failed' | 'skip' | 'later' | 'cancel' | 'send' | 'person' | 'restart'
  | 'explain' | 'why' | 'greeting' | 'take-back' | 'thumb' | 'continue';

const said = (kind: WholeMessage, ...texts: readonly string[]) => texts.map((text) => [text, kind] as const);

const WHOLE_MESSAGES: ReadonlyMap<string, WholeMessage> = new Map<string, WholeMessage>([
  ...OTHER_LANGUAGES.flatMap(({ whole }) => Object.entries(whole).flatMap(([kind, texts]) => said(kind as WholeMessage, ...texts))),
  ...said('restart', 'start over', 'start again', 'begin again', 'start from the beginning', 'start from scratch', 'from the beginning please', 'new conversation', 'reset the chat', 'reset this chat', 'von vorne', 'neu starten'),
  ...said('person', 'human', 'person', 'agent', 'helpdesk', 'help desk', 'talk to a person', 'talk to a human', 'get me a human', 'real person', 'support', 'mensch'),
  ...said('worked', 'that did it', 'that was it', 'that fixed it', 'that helped', 'it works', 'it works now', 'works', 'works now', 'working now', 'works again', 'fixed', 'solved', 'still fine', 'still works', 'still working', 'still ok', 'all good', 'all good now', 'it is fine now', "it's fine now", "i'm in", 'im in', 'i am in', "i'm back in", 'im back in'),
  ...said('failed', 'same', 'same thing', 'same error', 'still the same', 'no change', 'no luck', 'did not help', "didn't help", 'didnt help', 'did not work', "didn't work", 'didnt work', 'not working', 'still not working', 'still broken', 'still nothing', 'nothing changed', 'no difference', 'nope same', 'nope, same', 'still no', 'still fails'),
  ...said('cancel', 'not now', 'no thanks', 'no thank you', 'cancel', 'never mind', 'nevermind', 'leave it', 'stop', 'no ticket'),
  ...said('yes', 'yes', 'y', 'yep', 'yeah', 'yea', 'ya', 'yup', 'yes please', 'correct', 'exactly', "that's right", 'thats right', "that's it", 'affirmative', 'indeed', 'yes it is', 'yes it does', 'yes i am', 'yes i do', 'it is', 'it does', 'i do', 'i am', 'ja', 'oui', 'si', 'sí', 'sim', 'tak', 'да', 'はい', '是'),
  ...said('no', 'no', 'n', 'nope', 'nah', 'negative', 'not at all', 'no it is not', "no it isn't", "no it doesn't", 'no it does not', "no i'm not", 'no i do not', "no i don't", '👎', 'nein', 'non', 'nie', 'não', 'nee', 'нет', 'いいえ', '不是', '没有'),
  ...said('agree', 'ok', 'okay', 'k', 'kk', 'sure', 'right', 'fine', 'alright', 'all right', 'will do', 'got it', 'sounds good', 'good', 'great', 'cool', 'roger', 'understood', 'ok will do', 'ok thanks', 'ok, thanks'),
  ...said('thumb', '👍', '👌', '✅', 'thumbs up', '+1'),
  ...said('dont-know', "i don't know", 'i dont know', 'i do not know', "don't know", 'dont know', 'no idea', 'no clue', 'not sure', "i'm not sure", 'im not sure', 'idk', 'dunno', 'beats me', 'who knows', 'no way to tell', '?', '??', '🤷', 'weiß nicht', 'keine ahnung', 'je ne sais pas', 'no sé', 'non lo so', 'não sei', 'weet ik niet', 'nie wiem', 'не знаю', 'わかりません', '不知道'),
  ...said('skip', 'skip', 'skip it', 'skip this', 'next', 'something else', 'another one', 'next one', 'next please', 'try something else'),
  ...said('later', 'later', 'one sec', 'one second', '1 sec', 'one moment', 'one minute', 'hold on', 'hang on', 'wait', 'moment', 'brb', 'rebooting', 'restarting', 'trying', 'trying now', 'doing it now', 'on it', 'give me a minute', 'let me try', "i'll try", 'ill try', 'i will try'),
  ...said('send', 'send', 'send it', 'yes send it', 'ok send it', 'open the ticket', 'open a ticket', 'yes open it', 'open it'),
  ...said('explain', 'explain', 'explain that', 'how', 'where', 'huh', 'what', 'how?', 'where?', 'how do i do that', 'how do i do this'),
  ...said('continue', 'show me the step again', 'show it again', 'show the step again', 'show me again', 'again please', 'repeat that', 'repeat the question', 'say that again', 'what was the step', 'what was the question', 'continue', 'go on'),
  ...said('why', 'why', 'why that', 'why this', 'what for'),
  ...said('greeting', 'hi', 'hello', 'hey', 'good morning', 'good afternoon', "i'm back", 'i am back', 'hi i am back', "hi, i'm back", 'hi, i am back', 'back again', 'i am here again'),
  ...said('take-back', 'oops', 'wrong button', 'undo', 'go back', 'back', 'zurück', 'atrás', 'retour'),
]);

const bare = (text: string) => text.trim().toLowerCase().replace(/’/g, "'").replace(/\p{Emoji_Modifier}|\uFE0F/gu, '').replace(/(?<=.)[.!?\s]+$/u, '').replace(/\s+/g, ' ');

/** The shortest wordings, whole messages. */
export function wholeMessage(text: string): WholeMessage | undefined {
  return WHOLE_MESSAGES.get(bare(text)) ?? (/^\s*\?+\s*$/.test(text) ? 'dont-know' : undefined);
}

const LEADING = /^\s*(yes|yep|yeah|yup|no|nope|nah|ja|nein|oui|non|sí|si)\b[\s,.!:;–—-]*(?=\S)/iu;

/** A yes or no before what is really said ("no, only this one"). */
export function leadingYesNo(text: string): { readonly said: 'yes' | 'no'; readonly rest: string } | undefined {
  const match = LEADING.exec(text);
  if (!match) return undefined;
  const word = match[1]?.toLowerCase() ?? '';
  // "No idea", "no VPN" and "no one" are no answers of their own.
  const isSeparate = /[,.!:;–—-]\s*$/.test(match[0]) || /^(?:yes|yep|yeah|yup|nope|nah|ja|nein|oui|sí)$/.test(word) || /^\s*(?:i|it|its|it's|that|thats|the|we|they|only|just|not|he|she|my|all|both|everyone|everybody)\b/iu.test(text.slice(match[0].length));
  if (!isSeparate) return undefined;
  return { said: /^(?:no|nope|nah|nein|non)$/.test(word) ? 'no' : 'yes', rest: text.slice(match[0].length) };
}

const TAKE_BACK = new RegExp(
  [
    String.raw`\bi (?:was|am|think i was|might have been|may have been) (?:wrong|mistaken)\b`,
    String.raw`\b(?:i made|that was|it was|this was) (?:a |my |an )?(?:mistake|error|typo|misclick)\b`,
    String.raw`\bthat was (?:wrong|not right|not true|incorrect)\b|\b(?:that|this)(?:'s| is)(?: just| simply)? (?:not (?:so|true|right|correct|the case)|wrong|incorrect|untrue)\b|^(?:not (?:so|true)|untrue)\b`,
    String.raw`^(?:sorry,? |oh,? |oops,? )*my (?:mistake|bad)\b`,
    String.raw`\b(?:ignore|scratch|strike|disregard|forget) (?:that|what i (?:just )?(?:said|wrote|answered)|my (?:last|previous) (?:answer|message|reply))\b`,
    String.raw`\b(?:i )?take (?:that|it) back\b`,
    String.raw`\b(?:pressed|clicked|hit|tapped|chose|picked) (?:on )?(?:the wrong|it by (?:mistake|accident))`,
    String.raw`\bwrong (?:button|answer)\b`,
    String.raw`\bi (?:misread|mistyped|misclicked|mixed (?:that|it|them) up)\b`,
    String.raw`\bthat(?:'s| is) not what i (?:meant|said)\b`,
    String.raw`das war (?:falsch|ein fehler|ein irrtum)|habe mich (?:geirrt|vertippt|verklickt|vertan)|vergiss (?:das|es)`,
    String.raw`je me suis trompée?|c'était une erreur|me (?:he )?equivo(?:qué|cado)|fue un error|me enganei|foi engano|mi sono sbagliat[oa]|ho sbagliato`,
    String.raw`ik had het mis|heb me vergist|pomyli[łl](?:em|am) się|я ошиб(?:ся|лась)|間違え(?:た|ました)|(?:说|弄|搞|点)错了`,
  ].join('|'),
  'iu',
);

/** Whether something can be taken back is a question, and takes nothing back. */
const ASKS = /^\s*(?:and |so |but |ok(?:ay)?,? )*(?:can|could|may|how|is|will|would|do|does|should|what|if)\b/iu;

/** An earlier answer is withdrawn. */
export function isTakenBack(text: string): boolean {
  return TAKE_BACK.test(text.replace(/’/g, "'")) && !ASKS.test(text);
}

/** What a text says besides; a slip of the finger is no matter of its own. */
export function besideTakingBack(text: string): string {
  return text.replace(/’/g, "'").replace(TAKE_BACK, ' ').replace(/\b(?:sorry|oops|press\w*|click\w*|button|answer|last|meant|hit)\b/giu, ' ');
}

const CAME_BACK = new RegExp(
  [
    String.raw`\b(?:it|it's|its|it is|it has|(?:the|this|that|same) (?:same )?(?:problem|error|issue|fault|message|thing|code))(?: is| has|'s)? (?:came |come |comes )?back\b(?! (?:up|online|to (?:normal|work)|working|in\b))`,
    String.raw`\b(?:came|come|comes|coming) back\b|\b(?:happen(?:s|ed|ing)|fail(?:s|ed|ing)|broken?|broke|dropp(?:ed|ing)|disconnect(?:ed|s)|kicked (?:me )?(?:out|off)|stopped working|same (?:error|problem|thing|code)|there it is) again\b`,
    String.raw`\b(?:did not|didn't|didnt) last\b|\b(?:only|just) lasted\b|back to square one|not (?:working|fixed) after all|now it(?:'s| is) (?:broken|failing|not working)`,
    String.raw`ist wieder da|wieder (?:der )?(?:gleiche )?fehler|geht wieder nicht|(?:est|es) (?:de )?(?:revenue?|retour)|ha vuelto|volvi[oó] a fallar|voltou (?:o|a falhar)|è tornat[oa]|is (?:weer )?terug|weer (?:fout|mis)|wr[óo]ci[łl]o|znowu nie|(?:снова|опять) (?:не|ошибк)|また(?:出|起き|発生|同じ)|又(?:出现|来了|不行|断)`,
  ].join('|'),
  'iu',
);

/** After a cure: the fault is there again. */
export function isBackAgain(text: string): boolean {
  return CAME_BACK.test(text.replace(/’/g, "'"));
}

const REFUSAL =
  /\b(?:i(?:'d| would) rather not|(?:i|we) (?:won't|will not|refuse to|don't want to|do not want to|wouldn't|don't dare)|i(?:'m| am) not (?:going to|doing|comfortable|happy)|(?:that's |that is |this is )?too risky|no way (?:i|am i)|not doing that)\b/iu;
const NOT_THE_STEP = /\b(?:continue|go on|carry on|talk|chat|wait|keep (?:going|trying|doing)|bother|waste)\b/iu;

/** Not this step; the conversation goes on. */
export function isRefused(text: string): boolean {
  const plain = text.replace(/’/g, "'");
  return (REFUSAL.test(plain) && !NOT_THE_STEP.test(plain)) || fitsAny(({ refusal }) => refusal, plain);
}

const PREFERENCE =
  /\b(?:(?:can|could|may|shall|should|might) (?:we|i|you)(?: please| maybe| not| just| first| rather)* (?:try|check|do|start|begin|look|go|skip|test|restart|reboot|reset|renew|change|use|open|update)|let'?s(?: first| rather| just)* (?:try|check|do|start|begin|look|restart|reboot|reset|renew|update)|i(?:'d| would) (?:rather|prefer|like)(?: to)? (?:try|check|do|start|begin|restart|reboot|reset|renew|update|look)|(?:what|how) about (?:the |a |an |trying |checking |restarting |renewing |resetting )|why (?:not|don'?t we)(?: just| first)? (?:try|check|restart|renew|reset|start))\b/iu;
const EXPLICIT = /\b(?:first|instead|rather|before that|start with|begin with|prefer)\b/iu;

/** A wish for another step: what was asked for, the verb where it says more than "try", and whether it was clearly put as another order. */
export function preferenceIn(text: string): { readonly wanted: string; readonly verb: string; readonly explicit: boolean } | undefined {
  const match = PREFERENCE.exec(text);
  if (!match) return undefined;
  const verb = /\b(?:restart\w*|reboot|reset\w*|renew\w*|update)\b/iu.exec(match[0])?.[0] ?? '';
  return { wanted: text.slice(match.index + match[0].length), verb, explicit: EXPLICIT.test(text) };
}

const HELPER =
  /\b(?:my |a |the |our |one of my |somebody|someone)\s*(?:\w+ ){0,2}?(?:colleagues?|co-?workers?|boss|manager|friend|neighbou?r|husband|wife|admin(?:istrator)?|it guy|team ?mate|else(?: here)?|here)\b[^.,;]{0,24}?\b(?:is(?: one| an? \w+| admin)?|has(?: (?:them|it|the rights|admin|rights|access))|can(?: do (?:it|that|this))?|sits|could)\b(?! (?:connect|get|log|rdp|reach|work|use|access|on holiday|away|sick|out|not))/iu;
const WITHOUT_RIGHTS = /\b(?:not|no|don'?t|isn'?t|without|never|lack)\b[^.;]{0,30}\b(?:admin\w*|rights|permissions?|access)\b|\bcan'?t\b|\bcannot\b/iu;

/** "I'm no administrator, but my colleague is": somebody with the rights is at hand. */
export function hasHelper(text: string): boolean {
  return WITHOUT_RIGHTS.test(text) && HELPER.test(text.replace(/’/g, "'"));
}

const TEXT_TO_SEND =
  /\b(?:something|anything|text|message|e-?mail|words|summary|report|write-?up|info|request|it all)\b.{0,40}\b(?:(?:can|could|to) (?:send|forward|give|pass on|show|hand)|for)\b.{0,24}\b(?:it\b(?! (?:to|again|works?|now))|admins?|administrators?|support|help ?desk|colleagues?)|\b(?:write|draft) (?:me |us )?(?:an? |the |some )?(?:text|message|e-?mail|request)\b|\b(?:give|have|need|get)\b.{0,12}\b(?:something|a text|a message|an e-?mail) (?:to|that i can|i can|i could) (?:send|forward)\b/iu;

/** Words to send to somebody else are asked for. */
export function asksForText(text: string): boolean {
  return text.length < 160 && (TEXT_TO_SEND.test(text) || fitsAny(({ textToSend }) => textToSend, text));
}

const NEWS = /^(?:hello|hi|hey)?[,. ]*(?:is there |are there |do you have )?(?:any|some)?\s*(?:news|updates?|progress|word)\b.{0,30}\?*$|\b(?:how|what)(?:'s| is) (?:my|the) (?:ticket|case|request|status)\b/iu;

/** To somebody who has a ticket it is plain what this asks for. */
export function asksForNews(text: string): boolean {
  const plain = text.replace(/’/g, "'").trim();
  return text.length < 80 && (NEWS.test(plain) || fitsAny(({ news }) => news, plain));
}

const TERM_QUESTION =
  /^\s*(?:and\s+)?(?:what(?:'s| is| are| does| do you mean by)|what is meant by|explain|define|meaning of|was (?:ist|sind|bedeutet)|qu'est-ce que?|que es|qué es|cos'è|wat is|co to(?: jest)?|что такое|什么是)\s+(?:an?\s+|the\s+|ein(?:e)?\s+|der\s+|die\s+|das\s+|une?\s+|le\s+|la\s+)?["“„«]?([^?"”“»]{2,60}?)["”“»]?(?:\s+mean)?\s*\?*\s*$/i;

/** The term in "what is NLA?". */
export function termIn(text: string): string | undefined {
  return TERM_QUESTION.exec(text)?.[1]?.trim().toLowerCase();
}

const PLAIN_ENDINGS: Readonly<Record<string, RegExp>> = {
  restart: /\b(?:start\w*|restart\w*|begin\w*|redo|reset|anew|over|scratch|zero|square one|new (?:chat|conversation)|(?:everything|whole thing|first question) again|forget (?:everything|it all|all (?:of )?(?:this|that)))\b/iu,
  send: /\b(?:send|open|submit|create|file|raise|give|pass|hand|forward|log|make|go ahead|do it|yes|please|ticket|let (?:them|it|the|support))\b/iu,
};

/** Whether an act that erases or sends something out is put in plain words. */
export function isPlainEnding(act: string, text: string): boolean {
  const isPlain = (PLAIN_ENDINGS[act]?.test(text) ?? true) || (act === 'restart' && fitsAny(({ restart }) => restart, text)) || (act === 'send' && fitsAny(({ send }) => send, text));
  return isPlain && !/\b(?:don'?t|do not|not|no|never|nicht|kein\w*)\b/iu.test(text);
}

const ADDITION = /^\s*(?:(?:please|can you|could you|and|also|ok,?) )*(?:add|note|mention|write|put|include|tell them|let them know|they should (?:also )?know|change|correct|replace)\b(?=.*\s\S)/iu;

/** Words that are meant for the report. */
export function isAddition(text: string): boolean {
  return ADDITION.test(text);
}

const UNCERTAIN = /\b(?:maybe|perhaps|possibly|might|could (?:it )?be|may (?:be|have)|i (?:wonder|suspect)|not sure (?:but|if)|peut-être|vielleicht|quizás?|talvez|forse|misschien)\b/iu;

/** Something is held possible, and no more. */
export function isUncertain(text: string): boolean {
  return UNCERTAIN.test(text) || fitsAny(({ uncertain }) => uncertain, text);
}

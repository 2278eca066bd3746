import type { Side } from '../knowledge/compiler/types.ts';

/** What a person asks about the conversation itself: the step or question that is open, the fault, a way in. */
export type Inquiry =
  | {
      readonly about:
        /** What may be lost, who is thrown out. */
        | 'loss'
        | 'undo'
        | 'duration'
        /** Who has to do it, which rights it takes. */
        | 'who'
        | 'where'
        /** What comes after this. */
        | 'next'
        | 'fault'
        /** Whether a trouble is known that many have. */
        | 'outage'
        /** How to get onto a computer whose Remote Desktop is dead. */
        | 'way-in';
    }
  /** Whether it lies there. */
  | { readonly about: 'side'; readonly side: Side }
  /** Whether it may be a cause of these words; ids of the causes that they name, best first. */
  | { readonly about: 'cause'; readonly named: string; readonly causes: readonly string[] };

type Topic = Exclude<Inquiry['about'], 'cause' | 'side'>;

const alternatives = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'iu');

const ANYBODY = "(?:i|we|they|others|other (?:people|users)|any(?:one|body)|some(?:one|body)|every(?:one|body)|users?|people|my (?:colleagues?|users?))(?: else)?";
const IT = '(?:it|this|that|the (?:step|command|fix|change))';
const CANNOT = "(?:can'?t|cannot|can not|am unable to|are unable to)";
const REMOTE = '(?:server|machine|computer|pc|box|host|vm|system|it|there)';

/** The first that fits decides. */
const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  [
    'way-in',
    alternatives(
      String.raw`^(?:how|what|which|where|is there)\b.{0,60}\b(?:without (?:rdp|remote desktop)|(?:if|when|while|since|because|with|as)\b.{0,24}\b(?:rdp|remote desktop|the connection)\b.{0,12}(?:down|dead|broken|gone|fails?|isn't|doesn'?t|does not|not))`,
      String.raw`^how\b.{0,50}\b(?:if|when|since|because|as|without)\b.{0,20}\b${CANNOT} (?:even )?(?:connect|get (?:in|on|there)|log|sign|reach|access|rdp)`,
      String.raw`\b(?:not|nowhere near|far from|miles from)\b.{0,16}\b(?:the|that) ${REMOTE}\b.{0,20}\bhow (?:do|can|am|should|could) i\b`,
      String.raw`^how (?:else )?(?:do|can|could|would|should|am) i (?:supposed to )?(?:even )?(?:get|log|sign) (?:on|in|into|onto|on to|in to) (?:to )?(?:the|that|this|my) ${REMOTE}\b`,
      String.raw`^(?:is there |what(?:'s| is| are) |are there )?(?:an)?(?:other|alternative) ways? (?:in|on|onto|into|to get (?:in|on))\b`,
    ),
  ],
  [
    'undo',
    alternatives(
      String.raw`^(?:(?:and )?(?:can|could|how (?:do|can|would|could|to)))\b.{0,20}\b(?:undo|undone|revert(?:ed)?|revers(?:e|ed)|roll(?:ed)? (?:it |this |that )?back|(?:put|change|take|turn|switch) (?:it|this|that|everything) (?:all )?back)\b`,
      String.raw`^is ${IT} (?:reversible|permanent|for good|undoable)\b|^what if (?:it|this|that|something) (?:goes wrong|breaks|makes (?:it|things) worse)`,
    ),
  ],
  [
    'loss',
    alternatives(
      String.raw`^(?:what )?(?:do|will|would|can|could|might) ${ANYBODY} (?:also |all |then )?(?:lose\b|(?:be|get) (?:kicked|thrown|logged|signed|locked|disconnected|cut|affected))`,
      String.raw`^(?:does|will|would|could|can|might) ${IT} (?:also )?(?:delete|erase|wipe|kick|throw|disconnect|interrupt|affect|lock|log|sign|break|restart|reboot|cut|close|end)\b`,
      String.raw`^(?:is|are) (?:my|the) (?:files|data|work|documents|open programs|programs|settings)\b.{0,12}(?:safe|gone|lost|kept)`,
      String.raw`^what (?:happens|will happen|becomes) (?:to|of|with) (?:my|the|our|open|unsaved|other)\b`,
    ),
  ],
  ['duration', alternatives(String.raw`^how (?:long|much time|many (?:more )?(?:minutes|steps|questions))\b(?!.*\b(?:since|ago|been|lock(?:ed)?)\b)`, String.raw`^(?:is|will) ${IT} (?:be )?(?:quick|fast|take (?:long|a while|much time))`)],
  [
    'who',
    alternatives(
      String.raw`^who (?:has to|must|should|can|could|needs? to|is (?:supposed|allowed) to|would|will) (?:do|run|change|fix)\b`,
      String.raw`^who (?:do|can|should|could) i (?:ask|send|give|forward|turn)\b`,
      String.raw`^(?:do|will|would) i need (?:to be )?(?:an? )?(?:local )?(?:admin\w*|rights|permissions?|it)\b|^does ${IT} (?:need|take|require) (?:an? )?admin`,
      String.raw`^(?:can|could|may|should|must) i (?:do|fix|run|change) (?:it|this|that)(?: by)? myself`,
    ),
  ],
  ['where', alternatives(String.raw`^where (?:do|can|should|would|must|exactly) (?:do )?i (?:find|type|run|enter|click|look|do|see|paste)\b|^where (?:is|are) (?:it|that|this|they|those)\b`, String.raw`^(?:on )?which (?:computer|machine|pc|side|of the (?:computers|machines))\b.{0,30}(?:this|that|it)\b`)],
  [
    'next',
    alternatives(
      String.raw`^what(?:'s| is| happens| will happen| comes| do we do| do i do| would you do| would be) (?:next|then|after(?:wards| that| this| it)?)\s*$`,
      String.raw`^what(?: happens| do (?:i|we) do|'s next| then)? if ${IT} (?:doesn'?t|does not|won'?t|didn'?t|did not|fails)\b|^(?:and )?if (?:not$|${IT} (?:doesn'?t|does not|fails))|^(?:and )?then$|^what(?:'s| is) the plan`,
    ),
  ],
  ['fault', alternatives(String.raw`^(?:is|was) (?:it|this|that) (?:maybe )?(?:my (?:own )?(?:fault|mistake|doing)|me\b|something (?:that )?i (?:did|have done))`, String.raw`^(?:did|have) i (?:do|done|break|broken|cause|caused|mess|messed|screw|screwed) \b`, '^(?:am i|is it) to blame|^my fault')],
  [
    'outage',
    alternatives(
      String.raw`^(?:is|are|was|were) there (?:currently )?(?:an? |any |some )?(?:known |planned |general |big )*(?:outages?|maintenance|downtime|known (?:problems?|issues?|errors?)|incidents?|disruptions?)\b`,
      String.raw`^is (?:the|our|your|this) (?:whole )?(?:server|gateway|vpn|network|service|system|farm|site|data ?cent(?:er|re))(?: \w+)? (?:down|offline|out)\b`,
      String.raw`^(?:are|do|does|is|has|have) (?:others|other (?:people|users)|any(?:one|body)|every(?:one|body)|some(?:one|body))(?: else)? (?:also |else )?(?:have|having|has|had|got|see|seeing|seen|affected|report(?:ed|ing)?|complain(?:ed|ing)?)\b`,
      String.raw`^is it (?:just|only) me\b`,
    ),
  ],
];

const FILLERS = /^(?:(?:and|so|ok(?:ay)?|but|also|wait|hmm+|um+|well|hey|please|sorry|oh|just|tell me|can you tell me|do you know|i wonder)[\s,.!-]+)+/iu;

/** Whoever asks is short. */
const LONGEST = 140;

/** What a sentence asks about the conversation; undefined where it asks nothing of the kind. Pure. */
export function topicOf(sentence: string): Topic | undefined {
  const asked = bare(sentence);
  return asked.length > LONGEST ? undefined : TOPICS.find(([, pattern]) => pattern.test(asked))?.[0];
}

const POSSIBLY = String.raw`(?:maybe |perhaps |possibly |really |also |not |simply |just )*`;
const ABOUT = String.raw`(?:because of |due to |caused by |related to |about |down to )?`;
const SUPPOSED: readonly RegExp[] = [
  new RegExp(String.raw`^(?:could|can|might|may|couldn'?t|can'?t) (?:it|this|that|the (?:problem|error|cause|reason)) ${POSSIBLY}(?:be|have (?:something |anything )?to do with|come from) ${POSSIBLY}${ABOUT}(?<what>.+)$`, 'iu'),
  new RegExp(String.raw`^(?:do you think|would you say) (?:that )?(?:it|this|that)(?:'s| is| could be| might be) ${POSSIBLY}${ABOUT}(?<what>.+)$`, 'iu'),
  new RegExp(String.raw`^(?:is|was) (?:it|this|that) ${POSSIBLY}(?:because of |due to |caused by |related to )(?<what>.+)$`, 'iu'),
  new RegExp(String.raw`^is (?:it|this) ${POSSIBLY}(?<what>(?:the|a|an|my|our|some) .+)$`, 'iu'),
  new RegExp(String.raw`^(?:is|could|can|might|does|do) (?<what>(?:the|a|an|my|our|some) .+?) (?:be )?(?:the (?:problem|cause|reason|culprit|issue)|to blame|causing (?:it|this|that)|behind (?:it|this|that)|(?:have|has) (?:something|anything) to do with (?:it|this|that))$`, 'iu'),
  new RegExp(String.raw`^(?:maybe|perhaps|possibly) (?:it'?s |it is )?(?<what>(?:the|a|an|my|our|some) .+)$`, 'iu'),
];

/** The cause that a question supposes, in its own words: "could it be X?"; undefined where none is. Pure. */
export function causeSupposed(sentence: string): string | undefined {
  // Without the mark it may be an answer.
  if (!/\?\s*$/u.test(sentence)) return undefined;
  const asked = bare(sentence);
  if (asked.length > LONGEST) return undefined;
  for (const pattern of SUPPOSED) {
    const what = pattern.exec(asked)?.groups?.['what'];
    if (what !== undefined) return what;
  }
  return undefined;
}

const SIDES: readonly (readonly [Side, RegExp])[] = [
  ['network', /^(?:the |my |our |your )?(?:network|wi-?fi|internet(?: connection)?|line|connection between)$/iu],
  ['client', /^(?:my|this|our) (?:own )?(?:computer|pc|machine|laptop|side|end|device|client)$/iu],
  ['server', /^(?:the|that|your|our) (?:remote |other |target )?(?:computer|pc|machine|server|host|side|end|vm)$/iu],
];

/** The side that a supposed cause names and no more than that; undefined where it says more. Pure. */
export function sideNamed(what: string): Side | undefined {
  return SIDES.find(([, pattern]) => pattern.test(what.trim()))?.[0];
}

function bare(sentence: string): string {
  return sentence.trim().replaceAll('’', "'").replace(/\b(what|where|who|how)s\b/giu, "$1's").replace(FILLERS, '').replace(/[\s?!.]+$/u, '');
}

import { clausesOf } from '../../understanding/clauses.ts';
import { negations } from '../../understanding/polarity.ts';

type Turn = readonly [pattern: RegExp, turned: string | ((...groups: string[]) => string)];

const baseOf = (verb: string): string => (/(?:sses|shes|ches|xes|oes)$/i.test(verb) ? verb.slice(0, -2) : /ies$/i.test(verb) ? `${verb.slice(0, -3)}y` : verb.slice(0, -1));

/** Past forms whose base is not what stands before -ed. */
const PAST: Readonly<Record<string, string>> = { changed: 'change', expired: 'expire', stopped: 'stop', updated: 'update', moved: 'move', resolved: 'resolve' };

/** What is stated, turned into its denial; the first that fits counts. */
const DENYING: readonly Turn[] = [
  [/\b(it|that|there|he|she|this|what|here)'s\b(?! been| got)/i, "$1's not"],
  [/\b(i)'m\b/i, "$1'm not"],
  [/\b(they|we|you)'re\b/i, "$1're not"],
  [/\b(it|that|there|he|she)s (?=(?:a|an|the|on|in|just|only|all|my|our|fine|ok|gone|there)\b)/i, '$1s not '],
  [/\bim (?=\w)/i, 'im not '],
  [/\b(is|are|was|were|am|would|could|will|should|did|does)\b/i, '$1 not'],
  [/\bcan\b/i, 'cannot'],
  [/\b(has|have|had)\b(?= (?:been|changed|got|seen|tried|expired|gone|done|moved|worked|updated|installed|restarted)\b)/i, '$1 not'],
  [/\bhas\b/i, "doesn't have"],
  [/\b(works|fails|happens|connects|gets|says|shows|uses|runs|goes|opens|answers|responds|drops|comes|needs|stays|sees|hangs|closes|listens|resolves|exists|belongs|matches|expires|starts|affects|helps|replies|freezes|looks|lets|asks|logs|stops|ends|sits)\b/i, (_, verb) => `doesn't ${baseOf(verb)}`],
  [/\b(i|we|they|others|everyone|everybody|people|users|colleagues|servers|machines|all) (get|see|use|have|work|connect|go|need|run|come|know|log|reach|fail|open|hear)\b/i, "$1 don't $2"],
  [/(?<!(?:password|account|cert|certificate|ssl|it was|been|is|are|got) )(?<!^)\b(worked|failed|happened|changed|started|appeared|expired|connected|stopped|updated|installed|opened|answered|restarted|moved|helped|resolved)\b/i, (_, verb) => `didn't ${PAST[verb.toLowerCase()] ?? verb.replace(/ed$/i, '')}`],
  [/^(?=(?:only|just|all|every\w*|both|always|since|after|from|over|on|in|with|via|through)\b)/i, 'not '],
];

/** What is denied, turned into its statement. */
const STATING: readonly Turn[] = [
  [/\b(?:can't|cannot|cant|can not)\b/i, 'can'],
  [/\b(?:won't|wont)\b/i, 'will'],
  [/\b(do|does|did|is|are|was|were|has|have|had|could|would|should)(?:n't| not)\b/i, '$1'],
  [/\b(do|does|did|is|are|was|were|has|have|had|could|would|should)nt\b/i, '$1'],
  [/\bwithout\b/i, 'with'],
  [/\bunable\b/i, 'able'],
  [/\bnot /i, ''],
  [/\bno (?=\w)/i, 'a '],
];

const LONGEST_PHRASE = 4;
/** A yes or a no leads: what follows is bound to it. */
const LED = /^(?:yes|yeah|yep|yea|ya|yup|no|nope|nah|ok|sure|right|true|correct|not)\b/i;

/**
 * The denial of a saying of one clause, made by its structure: a negation put in or taken out. Undefined where it cannot be made
 * without understanding the saying. Pure.
 *
 * @example deny('it works from home') // "it doesn't work from home"
 */
export function deny(text: string): string | undefined {
  const plain = text.replace(/’/g, "'").trim();
  if (/[?*=:/\\+;()]|\d{2}|\b(?:or|both|either|because|if|when|while|and|even|only)\b/iu.test(plain) || LED.test(plain) || clausesOf(plain).length !== 1) return undefined;
  const count = negations(plain);
  if (count > 1) return undefined;
  for (const [pattern, turned] of count === 1 ? STATING : DENYING) {
    if (pattern.test(plain)) return typeof turned === 'string' ? plain.replace(pattern, turned) : plain.replace(pattern, (...groups: string[]) => turned(...groups));
  }
  return count === 0 && plain.split(/\s+/).length <= LONGEST_PHRASE ? `not ${plain}` : undefined;
}

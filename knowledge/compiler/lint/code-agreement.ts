import type { Fault } from '../finding.ts';
import { codeKey, type Library } from '../library.ts';
import type { ProblemRecord } from '../schema.ts';

/** What a code's own text says, and what the problem that it opens must then be about. */
interface Agreement {
  readonly says: RegExp;
  readonly unless?: RegExp;
  readonly about: string;
  readonly holds: (problem: ProblemRecord, sideOf: (cause: string) => string | undefined) => boolean;
}

/** P(a cause of this side) from which a problem is about that side, too. */
const SIDE_SHARE = 0.15;

const opens = (...symptoms: readonly string[]) => ({ symptom }: ProblemRecord): boolean => symptoms.includes(symptom);

/** Words of texts for people, as docs/authors/style.md has them. */
const AGREEMENTS: readonly Agreement[] = [
  { says: /connected? again by themselves|be connected again|return to the session|get back into the session/i, about: 'a session that was lost', holds: opens('disconnects-drops-after-connecting') },
  { says: /your computer (?:has|had) too little|ran out of memory on your computer/i, about: 'the client', holds: (problem, sideOf) => shareOf(problem, 'client', sideOf) >= SIDE_SHARE },
  { says: /a rule on your computer/i, about: 'the client', holds: (problem, sideOf) => shareOf(problem, 'client', sideOf) >= SIDE_SHARE },
  { says: /gateway[^.]*\b(?:sign-in|password|credentials)\b/i, unless: /certificate|smart card|permitted/i, about: 'signing in to a gateway', holds: opens('gateway', 'credentials-or-account') },
  { says: /smart card|\bPIN\b/, about: 'a smart card', holds: opens('credentials-or-account', 'gateway', 'redirection', 'nla-credssp') },
  { says: /\blicen[cs]e\b/i, about: 'licences', holds: opens('licensing') },
];

/** A code opens what its own text speaks of: the side that failed, and the phase in which it did. */
export function codeAgreement({ codes, texts, problems, causes }: Library): Fault[] {
  const sideOf = (cause: string): string | undefined => causes.get(cause)?.value.side;
  return codes.flatMap((code) => {
    const text = texts.codes.get(`${code.table} ${codeKey(code.value)}`)?.value.meaning ?? '';
    const problem = problems.get(code.value.problem)?.value;
    const broken = problem && AGREEMENTS.find(({ says, unless, holds }) => says.test(text) && unless?.test(text) !== true && !holds(problem, sideOf));
    if (!broken) return [];
    return [
      {
        rule: 'code-against-text',
        at: { file: code.file, path: [...code.path, 'problem'] },
        what: `The text of ${code.id} is about ${broken.about}; "${code.value.problem}" is not.`,
        why: 'People read the text and are then led through steps that have nothing to do with it.',
        remedy: 'Open the problem that the text speaks of, or mend the text after looking the code up.',
      },
    ];
  });
}

function shareOf({ priors }: ProblemRecord, side: string, sideOf: (cause: string) => string | undefined): number {
  const known = Object.entries(priors).filter(([cause]) => cause !== 'unknown');
  const total = Object.values(priors).reduce((sum, weight) => sum + weight, 0);
  return known.reduce((sum, [cause, weight]) => sum + (sideOf(cause) === side ? weight / total : 0), 0);
}

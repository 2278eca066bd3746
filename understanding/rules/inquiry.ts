import type { Act } from '../act.ts';
import { causeSupposed, sideNamed, topicOf, type Inquiry } from '../inquiry.ts';
import { namedCauses } from '../named-cause.ts';
import { preferenceIn } from '../wordings.ts';
import type { Rule } from '../rule.ts';
import { createUtterance, type Utterance } from '../utterance.ts';
import { said } from './said.ts';

/** A question of the person's own while something is open. It states nothing; what is said beside it counts as ever. */
export const inquiry: Rule = {
  name: 'inquiry',
  apply(utterance) {
    const { table, mind, text, now, reading } = utterance;
    if (table.kind === 'ticket' || reading.codes.length > 0) return undefined;
    const sentences = text.split(/(?<=[?!.])\s+|\n+/u).filter((each) => each.trim() !== '');
    const at = sentences.findIndex((each) => inquiryIn(utterance, each) !== undefined);
    const asked = at < 0 ? undefined : inquiryIn(utterance, sentences[at] ?? '');
    if (!asked) return undefined;
    const act: Act = { kind: 'inquire', inquiry: asked };
    const rest = sentences.filter((_, index) => index !== at).join(' ');
    if (rest === '') return { act };
    // Before there is a problem, what stands beside the question describes it.
    const heard = table.kind === 'listening' || table.kind === 'solved' ? undefined : said.apply(createUtterance(mind, table, rest, now));
    return heard && BESIDE.has(heard.act.kind) ? { ...heard, act } : undefined;
  },
};

/** Beside these a question is what the message is about; an outcome or a wish says more. */
const BESIDE: ReadonlySet<Act['kind']> = new Set<Act['kind']>(['evidence', 'unclear', 'chat', 'explain', 'why', 'safe', 'none']);

/** Before there is a problem only these mean anything. */
const WITHOUT_PROBLEM: ReadonlySet<Inquiry['about']> = new Set(['outage', 'way-in', 'duration']);

function inquiryIn({ mind, table }: Utterance, sentence: string): Inquiry | undefined {
  const topic = topicOf(sentence);
  // While it is being asked which problem it is, there is none either.
  const isFree = table.problems.length === 0 || table.kind === 'choosing' || table.kind === 'confirming-code';
  if (topic !== undefined) return isFree && !WITHOUT_PROBLEM.has(topic) ? undefined : { about: topic };
  const named = isFree || preferenceIn(sentence) ? undefined : causeSupposed(sentence);
  if (named === undefined) return undefined;
  const side = sideNamed(named);
  if (side) return { about: 'side', side };
  const own = new Set(table.problems.flatMap((id) => [...(mind.graph.problems.get(id)?.priors.keys() ?? [])]));
  return { about: 'cause', named, causes: namedCauses(mind.graph, own, named) };
}

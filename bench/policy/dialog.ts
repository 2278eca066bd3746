import type { Assistant } from '../../service/assistant.ts';
import { compile, scopeOf } from '../../troubleshooting/compile.ts';
import { converse, drawPerson, SILENT } from '../../learning/simulation/people.ts';
import { randomFrom } from '../../learning/simulation/random.ts';
import type { Figure } from '../bench.ts';
import { ours } from './baselines.ts';
import { DialogPerson, type Conversation, type Departure, type Habits } from './dialog-person.ts';
import { interval, mean } from './statistics.ts';
import { audiences } from './real-graphs.ts';

/** What people begin with. */
const OPENINGS: readonly [problem: string, opening: string][] = [
  ['0x904/0x7', 'Remote Desktop shows error code 0x904, extended error code 0x7'],
  ['0x904', 'my remote desktop says error 0x904'],
  ['certificate-warning', 'remote desktop shows a certificate warning'],
  ['black-screen', 'I sign in with remote desktop and only get a black screen'],
  ['slow-session', 'my remote desktop session is terribly slow'],
];
const HABITS: Habits = { presses: 0.3, explains: 0.1, strays: 0.05 };
const PRESSES_ONLY: Habits = { presses: 1, explains: 0, strays: 0 };

/**
 * The people of the bare policy in conversation with the whole assistant, in words and by buttons. The difference in
 * minutes is what misunderstanding costs; the departures say where it comes from.
 * @param show is given the first departure of each conversation, for finding what is behind it.
 */
export function benchDialog(assistant: Assistant, people: number, seed: number, show?: (line: string) => void): Figure[] {
  const { graph } = assistant.mind;
  return OPENINGS.filter(([problem]) => graph.problems.has(problem)).flatMap(([problem, opening]) => {
    const model = compile(graph, scopeOf(graph, problem));
    // The crowd is one of administrators: they try what others hand over, so that there is a conversation.
    const crowd = audiences(graph)[1]![1];
    const world = compile(crowd, scopeOf(crowd, problem));
    const policy = ours();
    const draws = randomFrom(seed);
    const everyone = Array.from({ length: people }, () => drawPerson(world, draws));
    const bare = everyone.map((person) => converse(model, model, policy, person, SILENT));
    const talks = (habits: Habits): Conversation[] =>
      everyone.map((person, index) => new DialogPerson(assistant, model, person, habits, randomFrom(seed + index)).converse(opening));
    const spoken = talks(HABITS);
    tell(show, `${problem} in words`, spoken);
    const id = `dialog.${problem}`;
    const over = (own: readonly Conversation[]): number[] => own.map(({ minutes }, index) => minutes - bare[index]!.minutes);
    const pressed = talks(PRESSES_ONLY);
    tell(show, `${problem} by buttons`, pressed);
    return [
      { id: `${id}.escalation`, value: model.escalationMinutes, unit: 'min' },
      { id: `${id}.policy.minutes`, value: mean(bare.map(({ minutes }) => minutes)), unit: 'min', n: people },
      { id: `${id}.policy.solved`, value: mean(bare.map(({ solvedBy }) => (solvedBy >= 0 ? 1 : 0))), unit: 'share', n: people },
      { id: `${id}.words.minutes`, value: mean(spoken.map(({ minutes }) => minutes)), unit: 'min', n: people },
      { id: `${id}.words.solved`, value: mean(spoken.map(({ solved }) => (solved ? 1 : 0))), unit: 'share', n: people },
      { id: `${id}.words.turns`, value: mean(spoken.map(({ turns }) => turns)), unit: 'turns', n: people },
      { id: `${id}.words.cost-of-misunderstanding`, value: mean(over(spoken)), unit: 'min', n: people, ci: interval(over(spoken)) },
      { id: `${id}.buttons.cost-of-misunderstanding`, value: mean(over(pressed)), unit: 'min', n: people, ci: interval(over(pressed)) },
      ...departureFigures(id, spoken),
    ];
  });
}

function tell(show: ((line: string) => void) | undefined, who: string, conversations: readonly Conversation[]): void {
  for (const [index, { departures: [first] }] of conversations.entries()) {
    if (first) show?.(`${who}, person ${index}: ${first.kind} (${first.at}): ${first.said}`);
  }
}

const KINDS: readonly Departure['kind'][] = [
  'problem-missed', 'opening-misread', 'answer-misread', 'unknown-misread', 'worked-misread', 'failed-misread', 'cannot-misread', 'aside-moved-the-step', 'other-step', 'endless',
];

/** Conversations in which it happened at least once. */
function departureFigures(id: string, conversations: readonly Conversation[]): Figure[] {
  return KINDS.map((kind) => ({
    id: `${id}.words.with-${kind}`,
    value: mean(conversations.map(({ departures }) => (departures.some((each) => each.kind === kind) ? 1 : 0))),
    unit: 'share',
    n: conversations.length,
  }));
}

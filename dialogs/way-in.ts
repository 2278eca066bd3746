import type { TurnDraft } from './draft.ts';
import { phrasesOf, type Phrases } from './phrases.ts';
import { problemsIn, type Session } from './session.ts';

type Kind = keyof Omit<Phrases['WAY_IN'], 'lead' | 'without'>;

/** Answers that tell what the remote computer is; the first that was given decides. */
const TOLD: readonly (readonly [answer: string, kind: Kind])[] = [
  ['target-container', 'container'],
  ['target-linux', 'linux'],
  ['target-is-pool', 'pool'],
  ['target-azure-vm', 'azure'],
  ['target-in-domain', 'windows'],
  ['target-is-server', 'windows'],
  ['client-is-private', 'private'],
];

/** Symptoms that only such computers have. */
const POOL_SYMPTOM = 'azure-virtual-desktop';
const VM_SYMPTOM = 'azure-vm';

/** How to get onto a computer whose Remote Desktop is dead, as far as it is known what it is. Pure. */
export function wayIn({ mind: { graph }, session }: Pick<TurnDraft, 'mind' | 'session'>): string {
  const { WAY_IN } = phrasesOf(graph);
  const symptoms = problemsIn(session).slice(0, 1).map((id) => graph.problems.get(id)?.symptom);
  return [WAY_IN.lead, WAY_IN[kindOf(session, symptoms)].join('\n'), WAY_IN.without].join('\n\n');
}

function kindOf({ findings, noHelpdesk }: Session, symptoms: readonly (string | undefined)[]): Kind {
  const answers = new Set(findings.map((each) => each.answer));
  const told = TOLD.find(([answer]) => answers.has(answer));
  if (told) return told[1];
  if (symptoms.includes(POOL_SYMPTOM)) return 'pool';
  if (symptoms.includes(VM_SYMPTOM)) return 'azure';
  return noHelpdesk ? 'private' : 'windows';
}

import { listLearned } from '../../../learning/pins.ts';
import { release, rollBack } from '../../../learning/releases.ts';
import { UsageError } from '../command.ts';
import { profilesAt, whoIs, type Desk } from './desk.ts';
import { counted, objectionsTo, objectionText } from './gate.ts';

const TAKEN_UP = 'A running server takes it up within seconds.';

/** Takes what was fitted into use, unless the gate objects and nobody nodded. */
export async function releaseNumbers(desk: Desk): Promise<number> {
  const { graph, folder, numbers, options, print } = desk;
  const { fitted, ...rest } = numbers;
  if (!fitted) throw new UsageError('Nothing is fitted. `learned fit` does it, and shows what speaks against using it.');
  if (fitted.parameters.graphVersion !== graph.version) throw new UsageError('The knowledge has changed since it was fitted. `learned fit` fits it anew.');
  const speaking = objectionsTo(desk, fitted, await profilesAt(desk));
  if (speaking.length > 0 && !options.accept) {
    print(`Not released: the release gate has ${counted(speaking)}, and --accept was not given.\n${speaking.map((each) => `  - ${objectionText(graph, each)}`).join('\n')}`);
    return 1;
  }
  const nod = speaking.length === 0 ? 'the gate had no objection' : `${whoIs(desk)} accepted ${counted(speaking)}`;
  const note = `learned from conversations that weigh ${fitted.conversations.toFixed(1)}; ${nod}`;
  const authored = Object.fromEntries(listLearned(graph, fitted.parameters).map(({ path, authored: p }) => [path, p]));
  const history = release(rest, fitted.parameters, new Date().toISOString(), note, authored);
  await folder.learned.write({ ...rest, ...history });
  print(`Release ${history.active} is in use: ${note}. ${TAKEN_UP}`);
  return 0;
}

/** Back to an earlier release, without a number to the one before; 0 is the authors' numbers. */
export async function rollBackNumbers({ folder, numbers, print }: Desk, to: string | undefined): Promise<number> {
  const target = to === undefined ? numbers.active - 1 : Number(to);
  if (target < 0) throw new UsageError('The authors\' numbers are in use; there is nothing before them.');
  if (target !== 0 && !numbers.releases.some(({ number }) => number === target)) {
    throw new UsageError(`There is no release ${to ?? target}. There are 0 (the authors' numbers)${numbers.releases.map(({ number, at }) => `, ${number} (${at.slice(0, 10)})`).join('')}.`);
  }
  await folder.learned.write({ ...numbers, ...rollBack(numbers, target) });
  print(`${target === 0 ? 'The authors\' numbers are' : `Release ${target} is`} in use again. ${TAKEN_UP}`);
  return 0;
}

import { fit } from '../../../learning/fit.ts';
import { listLearned } from '../../../learning/pins.ts';
import { UsageError } from '../command.ts';
import { profilesAt, weightOf, type Desk } from './desk.ts';
import { counted, objectionsTo, objectionText } from './gate.ts';

/** Fits the numbers to everything that was counted, and keeps them for `release`. Nothing that is in use changes. */
export async function fitNumbers(desk: Desk): Promise<number> {
  const { graph, folder, numbers, week, print } = desk;
  const profiles = await profilesAt(desk);
  if (profiles.length === 0) throw new UsageError(`Nothing was counted in ${desk.dataDir} yet. Conversations count a week after they were solved, two weeks after they went silent.`);
  const fitted = { parameters: fit(graph, profiles), week, conversations: weightOf(profiles) };
  const speaking = objectionsTo(desk, fitted, profiles);
  await folder.learned.write({ ...numbers, fitted });
  const moved = listLearned(graph, fitted.parameters).length;
  if (desk.options.json) {
    print(JSON.stringify({ week, conversations: fitted.conversations, moved, objections: speaking }, null, 2));
    return 0;
  }
  print(`Fitted ${moved} numbers to conversations that weigh ${fitted.conversations.toFixed(1)}, as of week ${week}.`);
  if (speaking.length === 0) print('The release gate has no objection. `learned release` takes it into use.');
  else print(`The release gate has ${counted(speaking)}:\n${speaking.map((each) => `  - ${objectionText(graph, each)}`).join('\n')}\nLook at them; \`learned release --accept\` takes it into use all the same.`);
  return 0;
}

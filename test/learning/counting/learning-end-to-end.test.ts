import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Assistant } from '../../../service/assistant.ts';
import { assembleAssistant, KNOWLEDGE_DIR } from '../../../service/assemble.ts';
import { settled } from '../../../dialogs/problem-belief.ts';
import type { Evidence, Troubleshooter } from '../../../troubleshooting/decision.ts';
import { DEFAULT_RULES, readProfiles } from '../../../learning/counts.ts';
import { fit } from '../../../learning/fit.ts';
import { createTroubleshooter } from '../../../troubleshooting/troubleshooter.ts';
import { allCounts } from '../../../learning/counting/all-counts.ts';
import { weekOf } from '../../../learning/counting/case.ts';
import { openLearning, type Learning } from '../../../service/learning.ts';
import { learnedCommand } from '../../../scripts/knowledge/learned.ts';
import { silentLog } from '../../../server/log.ts';
import { outcomeFolderIn } from '../../../storage/outcome-folder.ts';
import { converse, honestPerson, type Character } from './honest-person.ts';

const SAYS = 'Error code: 0x904 Extended error code: 0x0';
const PROBLEM = '0x904/0x0';
const NOTHING: Evidence = { findings: [], unanswered: [], failed: [], skipped: [], capabilities: {} };
const DAY = 86_400_000;
const START = Date.parse('2026-03-02T09:00:00Z');

let assistant: Assistant;
let dataDir = '';
let clock = START;
beforeAll(async () => {
  assistant = await assembleAssistant();
});
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'learning-'));
  clock = START;
});
afterEach(async () => {
  assistant.adopt(assistant.mind.graph);
  await rm(dataDir, { recursive: true, force: true });
});

const open = (): Promise<Learning> => openLearning({ folder: outcomeFolderIn(dataDir), secret: 'a secret', now: () => clock, log: silentLog });

/** Conversations through the real dialog into real files. */
async function talks(learning: Learning, count: number, person: (index: number) => { id: string; name?: string }, character: (index: number) => Character): Promise<void> {
  for (let index = 0; index < count; index++) {
    const who = person(index);
    clock += 60_000;
    await converse(assistant, character(index), {
      id: `conversation-${who.id}-${index}`,
      person: who,
      now: () => new Date(clock),
      take: (effects) => learning.take(effects, who.id),
    });
  }
}

/** Everything is over: the cases are counted. */
async function later(learning: Learning): Promise<void> {
  clock += 100 * DAY;
  await learning.look();
  clock -= 100 * DAY;
}

async function command(...args: string[]): Promise<{ code: number; text: string }> {
  const printed: string[] = [];
  const week = String(weekOf(new Date(clock).toISOString()));
  const code = await learnedCommand.run([...args, ...(args[0] === 'fit' || args[0] === 'release' ? ['--week', week] : [])], { dir: KNOWLEDGE_DIR, dataDir, print: (text) => printed.push(text) });
  return { code, text: printed.join('\n') };
}

function firstFix(troubleshooter = assistant.mind.troubleshooter(settled(PROBLEM))): string {
  const { action, candidates } = troubleshooter.decide(NOTHING);
  return action.type === 'fix' ? action.id : (candidates.find((each) => each.action.type === 'fix')?.action.id ?? 'none');
}

/** As it would be if everything that was counted were fitted and released. */
async function learned(rules: Partial<typeof DEFAULT_RULES> = {}): Promise<Troubleshooter> {
  const { graph } = assistant.mind;
  const { counts, replayed } = outcomeFolderIn(dataDir);
  const profiles = readProfiles(await allCounts(counts, replayed), { graphVersion: graph.version, now: weekOf(new Date(clock).toISOString()), ...DEFAULT_RULES, ...rules });
  expect(profiles.length).toBeGreaterThan(0);
  return createTroubleshooter(graph, PROBLEM, { parameters: fit(graph, profiles) });
}

async function takeUp(learning: Learning): Promise<void> {
  expect(await learning.look()).toBe(true);
  const { graph } = assistant.mind;
  assistant.adopt(graph, learning.parametersFor(graph));
}

const mixed = (index: number): Character => {
  const causes = ['network-dropped', 'network-dropped', 'vpn-dropped', 'server-went-away', 'idle-connection-closed'];
  return honestPerson(assistant, SAYS, causes[index % causes.length] ?? '', index);
};

describe('learning, from conversations to the next decision', () => {
  it('changes the order where outcomes say so, with a nod, and goes back', async () => {
    const learning = await open();
    const before = firstFix();
    await talks(learning, 100, (index) => ({ id: `person-${index}` }), (index) => honestPerson(assistant, SAYS, 'udp-breaks-session', index));
    await later(learning);

    const fitted = await command('fit');
    expect(fitted.text).toMatch(/release gate has .+ objections?:/);
    expect(fitted.text).toContain(`"${assistant.mind.graph.fixes.get('turn-udp-off')?.title}" comes first`);
    expect(firstFix()).toBe(before);
    expect(await command('release')).toMatchObject({ code: 1 });
    expect(await learning.look()).toBe(true);
    expect(learning.parametersFor(assistant.mind.graph)).toBeUndefined();

    const released = await command('release', '--accept', '--by', 'Grace');
    expect(released).toMatchObject({ code: 0 });
    expect(released.text).toContain('Grace accepted');
    await takeUp(learning);
    expect(firstFix()).toBe('turn-udp-off');
    const { text } = await command('list', '--code', PROBLEM);
    expect(text).toMatch(/prior 0x904\/0x0 udp-breaks-session +\d/);
    expect(text).toContain('Release 1');

    await command('rollback');
    await takeUp(learning);
    expect(firstFix()).toBe(before);
  }, 120_000);

  it('lets one reporter with 300 conversations change nothing', async () => {
    const spammed = await open();
    await talks(spammed, 60, (index) => ({ id: `person-${index}` }), mixed);
    await later(spammed);
    const honest = await learned();

    // Only what was offered can be praised: everything is called useless until the one that is to be pushed.
    const pushes: Character = { says: SAYS, answers: () => undefined, worked: (fix) => fix === 'see-whether-the-server-is-up' };
    await talks(spammed, 300, () => ({ id: 'spammer' }), () => pushes);
    await later(spammed);
    const after = await learned();
    expect(firstFix(after)).toBe(firstFix(honest));
    const pushed = (troubleshooter: Troubleshooter) => troubleshooter.posterior(NOTHING).find(({ cause }) => cause === 'server-went-away')?.probability ?? 0;
    expect(Math.abs(pushed(after) - pushed(honest))).toBeLessThan(0.05);
    // It is the cap that holds: without it they would have been believed, as far as the clamp lets anybody be.
    expect(pushed(await learned({ perReporter: 300 })) - pushed(honest)).toBeGreaterThan(0.1);
  }, 120_000);

  it('fits the same numbers on every instance, however the counts came there', async () => {
    const dirs = [dataDir, join(dataDir, 'second')];
    const exports: string[] = [];
    for (const [at, dir] of dirs.entries()) {
      dataDir = dir;
      const learning = await open();
      await talks(learning, 5, (index) => ({ id: `person-${at}-${index}` }), mixed);
      await later(learning);
      exports.push(join(dirs[0] ?? '', `export-${at}.json`));
      await command('export', exports[at] ?? '');
    }
    const fits: unknown[] = [];
    for (const [at, dir] of dirs.entries()) {
      dataDir = dir;
      const other = exports[1 - at] ?? '';
      expect((await command('replay', other, other)).text).toMatch(/5 conversations are new here, 10 in all[^]*0 conversations are new here, 10 in all/);
      await command('fit');
      fits.push((await outcomeFolderIn(dir).learned.read())?.fitted);
    }
    dataDir = dirs[0] ?? '';
    expect(fits[0]).toBeDefined();
    expect(fits[0]).toEqual(fits[1]);
  }, 120_000);

  it('keeps no word, no name, no id and no address', async () => {
    const learning = await open();
    const person = { id: '29:1aBcDeFgHiJkLmNoP', name: 'Ada Lovelace' };
    const words = `${SAYS}. It fails for ada.lovelace@example.org on srv-payroll-07 (10.20.30.40) since the weekend`;
    await talks(learning, 1, () => person, () => ({ ...mixed(1), says: words }));
    const stillOpen = await everything();
    await later(learning);
    await command('export', join(dataDir, 'outcomes', 'export.json'));
    const counted = await everything();
    expect(stillOpen).toContain(PROBLEM);
    expect(counted).toContain(PROBLEM);
    for (const text of [stillOpen, counted]) {
      for (const trace of ['29:1a', 'Ada', 'Lovelace', 'example.org', 'srv-payroll', '10.20.30.40', 'weekend', 'It fails']) expect(text).not.toContain(trace);
    }
  });
});

/** All that is written about outcomes. */
async function everything(): Promise<string> {
  const entries = await readdir(join(dataDir, 'outcomes'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(files.map(async (file) => `${file.name}\n${await readFile(join(file.parentPath, file.name), 'utf8')}`));
  return texts.join('\n');
}

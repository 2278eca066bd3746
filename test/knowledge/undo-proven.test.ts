import { beforeAll, describe, expect, it } from 'vitest';
import { compileKnowledge } from '../../knowledge/compiler/compile.ts';
import { readKnowledgeFiles } from '../../knowledge/compiler/load.ts';
import { hasCommand, type FixRecord } from '../../knowledge/compiler/schema.ts';
import { SHIPPED_DIR } from './small-knowledge.ts';
import { commandsOf, run } from './windows-state/run.ts';
import { copyOf, freshComputer, REMOTE_DESKTOP_STORE, visible, type WindowsState } from './windows-state/state.ts';

type UndoRow = FixRecord['undo'][number];

const compiled = compileKnowledge(await readKnowledgeFiles(SHIPPED_DIR));
const proven = [...(compiled.graph ? compiled.library.fixes.values() : [])].filter(({ value }) => value.undo.length > 0);

/** Values that a fix writes or deletes: key, name and what it writes. */
function valuesTouched(fix: FixRecord): { key: string; name: string; data: string }[] {
  const blocks = [...fix.steps.map((step) => (hasCommand(step) ? step.run : '')), ...fix.undo.map((row) => row.run)].flatMap(commandsOf);
  return blocks.flatMap((command) => {
    const written = /^reg (?:add|delete) "([^"]+)" \/v (\S+)(?:.* \/d "?([^"]*?)"? \/f)?/.exec(command);
    if (written) return [{ key: written[1] ?? '', name: written[2] ?? '', data: written[3] ?? '' }];
    const bound = /sslcertificatesha1hash = '([^']+)'/.exec(command);
    return bound ? [{ key: 'hklm\\system\\currentcontrolset\\control\\terminal server\\winstations\\rdp-tcp', name: 'sslcertificatesha1hash', data: bound[1] ?? '' }] : [];
  });
}

/** What a block writes into a value, or undefined. */
function valueIn(block: string, key: string, name: string): string | undefined {
  return commandsOf(block)
    .map((command) => /^reg add "([^"]+)" \/v (\S+) .*\/d "?([^"]*?)"? \/f$/.exec(command))
    .find((match) => match?.[1] === key && match[2] === name)?.[3];
}

/** Computers to start from: nothing set; everything set otherwise; everything as the fix wants it; every second value set. */
function starts(fix: FixRecord): [string, WindowsState][] {
  const touched = valuesTouched(fix);
  // An undo that names a value instead of the old one does so because that is how Windows comes, and NLA is never left off.
  const otherwise = touched.map(({ key, name }) => fix.undo.map(({ run: back }) => valueIn(back, key, name)).find((data) => data !== undefined && data !== 'oldvalue'));
  const computer = (data: (index: number, wanted: string) => string | undefined, more: (state: WindowsState) => void = () => undefined): WindowsState => {
    const state = freshComputer();
    touched.forEach(({ key, name, data: wanted }, index) => {
      const value = data(index, wanted);
      if (value !== undefined) state.registry.set(key, (state.registry.get(key) ?? new Map<string, string>()).set(name, value));
    });
    more(state);
    const foreign = freshComputer();
    foreign.registry.set('hklm\\system\\currentcontrolset\\control\\terminal server\\winstations\\rdp-tcp', new Map([['portnumber', '3389'], ['only-there', '1']]));
    state.saved.set('c:\\rdp-tcp-good.reg', foreign);
    return state;
  };
  // Without a certificate the service makes one whatever is done; only a fix about that can say what was before.
  const withoutCertificate = fix.undo.some((row) => row.was === 'absent' && /cert:/i.test(row.run));
  return [
    ['nothing set', computer(() => undefined)],
    ...(withoutCertificate ? [['no certificate', computer(() => undefined, (state) => state.certificates.set(REMOTE_DESKTOP_STORE, new Set()))] as [string, WindowsState]] : []),
    ['set otherwise', computer((index) => otherwise[index] ?? '7')],
    ['set as wanted', computer((_, wanted) => wanted, (state) => {
      state.settings.set('firewall', 'on').set('mtu', '1350');
      state.members.add('domain\\name');
      state.account.enabled = true;
      for (const name of state.services.keys()) state.services.set(name, 'running');
    })],
    ['half of it set', computer((index) => (index % 2 === 0 ? (otherwise[index] ?? '7') : undefined))],
  ];
}

/** What the row sets back, as it was: undefined where it was not there. */
function before(row: UndoRow, start: WindowsState): string | undefined {
  const [command = ''] = commandsOf(row.run).filter((each) => !/^(stop|start)-service termservice/.test(each));
  const value = /^reg (?:add|delete) "([^"]+)" \/v (\S+)/.exec(command);
  if (value) return start.registry.get(value[1] ?? '')?.get(value[2] ?? '');
  const key = /^reg delete "([^"]+)" \/f/.exec(command)?.[1];
  if (key) return [...start.registry.keys()].some((each) => each.startsWith(key)) ? 'there' : undefined;
  if (command.startsWith('reg import')) return start.registry.size > 0 ? 'there' : undefined;
  if (command.includes('set-ciminstance')) return [...start.registry.values()].map((values) => values.get('sslcertificatesha1hash')).find((each) => each !== undefined);
  if (command.includes('netfirewallrule')) return start.settings.get('firewall') === 'on' ? 'on' : undefined;
  if (command.includes('netadapter')) return start.settings.get('lso') === 'on' ? 'on' : undefined;
  if (command.includes('mtu=')) return start.settings.get('mtu');
  if (command.includes('localgroupmember')) return [...start.members][0];
  if (command.includes('-adaccount ')) return start.account.enabled ? 'enabled' : undefined;
  if (command.includes('set-adaccountexpiration')) return start.account.expires;
  if (command.includes('cert:')) return [...(start.certificates.get(REMOTE_DESKTOP_STORE) ?? [])][0] ?? (row.run.includes('f686') ? 'key' : undefined);
  return undefined;
}

/** Whether the row has anything to do: what no step changed is left alone. */
function changed(row: UndoRow, start: WindowsState, now: WindowsState): boolean {
  if (/cert:/i.test(row.run)) return JSON.stringify([...pairOf(start)]) !== JSON.stringify([...pairOf(now)]);
  return /^(reg import|icacls|stop-service name)|\nreg import/i.test(row.run.trim()) || before(row, start) !== before(row, now);
}

function pairOf(state: WindowsState): string[] {
  return [...(state.certificates.get(REMOTE_DESKTOP_STORE) ?? []), ...state.keyFiles.keys()];
}

function takeBack(fix: FixRecord, start: WindowsState, state: WindowsState): void {
  const rows = fix.undo.filter((row) => {
    const was = before(row, start) === undefined ? 'absent' : 'present';
    return (row.was === undefined || row.was === was) && changed(row, start, state);
  });
  for (const row of rows) {
    const old = before(row, start) ?? '';
    const thumbprint = [...(start.certificates.get(REMOTE_DESKTOP_STORE) ?? [])][0] ?? 'none';
    const stopped = [...start.services].filter(([, how]) => how === 'stopped').map(([name]) => name);
    if (/Stop-Service NAME/.test(row.run)) stopped.forEach((name) => run(state, `Stop-Service ${name}`));
    else run(state, row.run.replaceAll('OLDVALUE', old).replaceAll('THUMBPRINT', thumbprint));
  }
}

describe('undo', () => {
  let steps: Map<string, string[]>;
  beforeAll(() => {
    steps = new Map(proven.map(({ id, value }) => [id, value.steps.flatMap((step) => (hasCommand(step) ? [step.run] : []))]));
  });

  it('is given as data by the fixes that change what Windows keeps', () => {
    expect(proven.length).toBeGreaterThanOrEqual(20);
  });

  it.each(proven.map(({ id, value }) => [id, value] as const))('of %s gives back the state before', (id, fix) => {
    const blocks = steps.get(id) ?? [];
    // Steps may be alternatives, so each is also carried out alone.
    const ways = [blocks, ...blocks.map((block, index) => [...blocks.slice(0, index).filter((each) => /export|\/save/.test(each)), block])];
    for (const [name, start] of starts(fix)) {
      for (const way of ways) {
        const state = copyOf(start);
        for (const block of way) run(state, block);
        takeBack(fix, start, state);
        expect(visible(state), `${id}, from "${name}"`).toEqual(visible(start));
      }
    }
  });

  it('would fail where an import is to remove what was added', () => {
    const start = freshComputer();
    const state = copyOf(start);
    run(state, 'reg export "HKLM\\X" C:\\x.reg /y\nreg add "HKLM\\X" /v Y /t REG_DWORD /d 1 /f\nreg import C:\\x.reg');
    expect(visible(state)).not.toEqual(visible(start));
  });

  it('is refused by the model where it does not know a command', () => {
    expect(() => run(freshComputer(), 'Clear-Everything')).toThrow('does not know');
  });
});

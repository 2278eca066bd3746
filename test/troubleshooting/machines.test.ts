import { beforeAll, describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import type { Finding } from '../../reading/evidence.ts';
import { machinesKnown, misfits } from '../../troubleshooting/machines.ts';
import { SHIPPED_DIR } from '../knowledge/small-knowledge.ts';

let graph: KnowledgeGraph;
beforeAll(async () => {
  const compiled = await loadKnowledge(SHIPPED_DIR);
  if (!compiled.graph) throw new Error('The shipped knowledge does not compile.');
  graph = compiled.graph;
});

const said = (answer: string, basis: Finding['basis'] = 'told'): Finding => ({ question: graph.finding(answer)?.question.id ?? '', answer, basis });
const unfit = (...answers: readonly string[]) => misfits(graph, machinesKnown(graph, answers.map((answer) => said(answer))));

describe('what is known of the machines', () => {
  it('is nothing as long as nothing was said', () => {
    expect(unfit()).toEqual({ fixes: [], diagnostics: [] });
    expect(unfit('port-open')).toEqual({ fixes: [], diagnostics: [] });
  });

  it('is nothing where two answers tell two kinds, unless one was measured', () => {
    const known = (...findings: readonly Finding[]) => machinesKnown(graph, findings).get('target');
    expect(known(said('target-windows'), said('host-uses-xrdp'))).toBeUndefined();
    expect(known(said('target-windows'), said('host-uses-xrdp', 'measured'))).toBe('linux');
    expect(known(said('target-windows'), said('target-is-server'))).toBe('windows');
  });

  it('leaves a Linux computer no step that runs PowerShell there, and no look at its registry', () => {
    const { fixes, diagnostics } = unfit('target-linux');
    expect(fixes).toEqual(expect.arrayContaining(['renew-self-signed-certificate', 'repair-machinekeys-permissions', 'restart-remote-desktop-services']));
    expect(fixes).not.toContain('make-xrdp-key-readable');
    expect(diagnostics).toEqual(expect.arrayContaining(['server-check', 'port-owner-list']));
    expect(diagnostics).not.toContain('client-check');
  });

  it('leaves a Mac no PowerShell, and keeps what needs no command', () => {
    const { fixes, diagnostics } = unfit('client-mac-or-mobile');
    expect(diagnostics).toContain('client-check');
    expect(diagnostics).not.toContain('server-check');
    expect(fixes).toEqual(expect.arrayContaining(['turn-udp-off', 'remove-saved-password']));
    expect(fixes).not.toContain('allow-local-network-on-mac');
    expect(fixes).not.toContain('connect-vpn-first');
    expect(unfit('client-current-windows').fixes).toContain('allow-local-network-on-mac');
  });

  it('leaves a computer without a domain no repair of its trust', () => {
    expect(unfit('target-in-workgroup').fixes).toContain('repair-domain-trust');
    expect(unfit('target-in-domain').fixes).not.toContain('repair-domain-trust');
  });

  it('leaves every problem some step, whatever it is connected from', () => {
    for (const answer of ['client-mac-or-mobile', 'client-linux-program', 'client-current-windows', 'target-in-workgroup']) {
      const { fixes } = unfit(answer);
      for (const id of graph.problems.keys()) expect(graph.fixesFor(id).filter((fix) => !fixes.includes(fix.id)), `${id} with ${answer}`).not.toEqual([]);
    }
  });
});

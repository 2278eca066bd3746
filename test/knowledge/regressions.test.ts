import { beforeAll, describe, expect, it } from 'vitest';
import { compileKnowledge } from '../../knowledge/compiler/compile.ts';
import type { FileText } from '../../knowledge/compiler/knowledge-file.ts';
import { staleLedger } from '../../knowledge/compiler/lint/ledger.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { fromLedger } from '../../knowledge/compiler/regressions.ts';
import type { RegressionRecord } from '../../knowledge/compiler/schema.ts';
import { edited, SHIPPED_DIR, smallFiles } from './small-knowledge.ts';

let files: FileText[];
beforeAll(async () => {
  files = await smallFiles();
});

const entry = (cause: string, since: string, more: Partial<RegressionRecord> = {}): RegressionRecord => ({
  cause,
  since,
  symptom: 'nothing opens',
  systems: [{ system: 'Example', brokenBy: `KB of ${since}` }],
  sources: [`notes-${since}`],
  lookedUp: since,
  ...more,
});

describe('the ledger of regressions', () => {
  it('tells of a cause what brought it about, and names its sources', () => {
    const { graph } = compileKnowledge(files);
    const cause = graph?.causes.get('port-blocked');
    expect(cause?.detail).toContain('Since March 2026, the port is blocked: Example 1 (KB1000001, fixed by KB1000002). Open it by hand.');
    expect(cause?.sources.map(({ id }) => id)).toEqual(['manual', 'release-notes']);
    expect(graph?.causes.get('licence-damaged')?.detail).not.toContain('Since');
  });

  it('tells the newest three, the newest first', () => {
    const entries = ['2024-01-09', '2026-02-10', '2025-08-12', '2025-09-09'].map((since) => entry('a', since));
    const { detail, sources } = fromLedger([...entries, entry('b', '2026-05-12')], 'a');
    expect(detail.match(/KB of \S+(?=\))/g)).toEqual(['KB of 2026-02-10', 'KB of 2025-09-09', 'KB of 2025-08-12']);
    expect(sources).toHaveLength(3);
    expect(fromLedger(entries, 'c')).toEqual({ detail: '', sources: [] });
  });

  it('says where something is meant and no correction will come', () => {
    expect(fromLedger([entry('a', '2026-04-14', { byDesign: true })], 'a').detail).toBe('Since April 2026, nothing opens: Example (KB of 2026-04-14). It is meant so.');
  });

  it('is stale after 60 days, which is said and stops nothing', () => {
    const on = (day: string) => compileKnowledge(files, 'en', [staleLedger(new Date(`${day}T12:00:00Z`))]);
    expect(on('2026-05-31').findings).toEqual([]);
    const { graph, findings } = on('2026-06-01');
    expect(findings).toMatchObject([{ rule: 'stale-ledger', severity: 'warning', file: 'regressions/updates.yaml', line: 12 }]);
    expect(findings[0]?.what).toContain('61 days ago, on 2026-04-01');
    expect(graph).toBeDefined();
  });

  it('is as fresh as the newest look, not the newest regression', () => {
    const looked = edited(files, [{ file: 'regressions/updates.yaml', find: 'lookedUp: 2026-04-01', put: 'lookedUp: 2026-06-20' }]);
    expect(compileKnowledge(looked, 'en', [staleLedger(new Date('2026-08-01T00:00:00Z'))]).findings).toEqual([]);
  });

  it('that ships reaches people: every entry stands at a cause that an update is suspected of', async () => {
    const { graph, library } = (await loadKnowledge(SHIPPED_DIR)) as Extract<Awaited<ReturnType<typeof loadKnowledge>>, { graph: object }>;
    const suspected = graph.problems.get('update-regression')?.priors;
    const entries = [...library.regressions.values()].map(({ value }) => value);
    expect(entries.map(({ cause }) => cause).filter((cause) => !suspected?.has(cause))).toEqual([]);
    expect(graph.causes.get('client-update-regression')?.detail).toContain('KB5077796');
  });
});

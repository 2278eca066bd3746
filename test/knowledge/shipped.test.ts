import { beforeAll, describe, expect, it } from 'vitest';
import { coverage } from '../../knowledge/compiler/lint/coverage.ts';
import { style } from '../../knowledge/compiler/lint/style.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { readRules } from '../../scripts/knowledge/read-rules.ts';
import { SHIPPED_DIR } from './small-knowledge.ts';

let graph: KnowledgeGraph;

beforeAll(async () => {
  const { graph: loaded, findings } = await loadKnowledge(SHIPPED_DIR, 'en', [readRules, style]);
  expect(findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  if (!loaded) throw new Error('the shipped knowledge is valid');
  graph = loaded;
});

describe('the shipped knowledge', () => {
  it('covers every symptom', () => {
    expect(coverage(graph)).toEqual([]);
  });

  it('has what people and tools report as answers', () => {
    const findings = ['single-host', 'all-hosts', 'other-users-ok', 'all-users', 'network-dependent', 'since-update', 'port-open', 'port-closed', 'ping-fails', 'dns-fails', 'sessions', 'no-listener', 'service-stopped', 'service-running', 'cert-expired', 'event-log'];
    expect(findings.filter((id) => !graph.finding(id))).toEqual([]);
  });

  it('opens the pair, its sibling, and the code alone', () => {
    expect(graph.problemFor('0x904', '0x7')?.id).toBe('0x904/0x7');
    expect(graph.problemFor('0x904', '0x0')?.id).toBe('0x904/0x0');
    expect(graph.problemFor('0x904')?.id).toBe('0x904');
    expect(graph.problemOf('socket-closed-0x904')?.id).toBe('0x904');
  });

  it('has every documented cause of 0x904 with 0x7, and gives the server side most', () => {
    const problem = graph.problems.get('0x904/0x7');
    expect(problem?.priors.size).toBeGreaterThanOrEqual(12);
    expect([...(problem?.priors.keys() ?? [])][0]).toBe('certificate-not-renewed');
    const certificate = ['certificate-not-renewed', 'certificate-key-unreadable', 'certificate-binding-wrong'];
    const share = certificate.reduce((sum, cause) => sum + (problem?.priors.get(cause) ?? 0), 0);
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.45);
  });

  it('never leaves a weakening without the command that takes it back', () => {
    const tests = [...graph.fixes.values()].filter((fix) => fix.testOnly);
    expect(tests.length).toBeGreaterThan(0);
    for (const fix of tests) expect(fix.undo, fix.id).toMatch(/`[^`]+`/);
  });

  it('answers several questions with one paste, on the client and on the server', () => {
    expect(graph.diagnostics.get('client-check')?.answers).toEqual(expect.arrayContaining(['port-test', 'ping-test', 'name-test']));
    expect(graph.diagnostics.get('server-check')?.answers).toEqual(expect.arrayContaining(['session-list', 'service-state', 'certificate-dates', 'certificate-events']));
    // One block: a console runs it when its last line is there.
    for (const id of ['client-check', 'server-check']) expect(graph.diagnostics.get(id)?.command.text, id).toMatch(/^& \{\n[^]*\n\}$/);
  });

  it('has priors that sum to one, and rows as long as their answers', () => {
    for (const problem of graph.problems.values()) expect([...problem.priors.values()].reduce((sum, prior) => sum + prior, 0)).toBeCloseTo(1);
    for (const question of graph.questions.values()) {
      for (const row of [question.otherwise, ...question.likelihood.values()]) expect(row, question.id).toHaveLength(question.answers.length);
    }
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { compileKnowledge } from '../../knowledge/compiler/compile.ts';
import type { FileText } from '../../knowledge/compiler/knowledge-file.ts';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { edited, smallFiles, type Edit } from './small-knowledge.ts';

let files: FileText[];
let graph: KnowledgeGraph;

beforeAll(async () => {
  files = await smallFiles();
  graph = compiled(files);
});

function compiled(texts: readonly FileText[]): KnowledgeGraph {
  const { graph: result, findings } = compileKnowledge(texts);
  if (!result) throw new Error(JSON.stringify(findings));
  return result;
}

function after(...edits: Edit[]): KnowledgeGraph {
  return compiled(edited(files, edits));
}

describe('the compiled graph', () => {
  it('normalises priors and turns words into probabilities', () => {
    const problem = graph.problems.get('cannot-connect');
    expect([...(problem?.priors ?? [])]).toEqual([['service-stopped-cause', 0.3], ['port-blocked', 0.5], ['licence-damaged', 0.1], ['unknown', 0.1]]);
    expect(graph.fixes.get('start-the-service')?.solves.get('service-stopped-cause')).toBe(0.85);
  });

  it('fills in the defaults', () => {
    expect(graph.questions.get('is-it-running')).toMatchObject({ wrong: 0.06, dontKnow: 0.15, role: 'user', excludes: [] });
    expect(graph.questions.get('port-probe')).toMatchObject({ wrong: 0.01 });
    expect(graph.fixes.get('open-the-port')).toMatchObject({ retestMinutes: 2, riskMinutes: 1, undoMinutes: 0, testOnly: false, retires: [] });
    expect(graph.problems.get('cannot-connect')?.escalationMinutes).toBe(90);
    expect(graph.capabilities.get('server-admin')?.prior).toBe(0.4);
  });

  it('brings structure and texts together', () => {
    expect(graph.fixes.get('start-the-service')?.steps).toEqual([{ text: 'Start it.', command: { shell: 'powershell', text: 'Start-Service TermService', where: 'server', admin: true, needs: { target: ['windows'] } } }]);
    expect(graph.questions.get('is-it-running')?.answers[0]).toEqual({ id: 'it-runs', label: 'Yes', statement: 'the service runs', reads: [{ reader: 'statement', where: { says: 'service-running' } }] });
  });

  it('finds findings, terms, and what belongs to a problem', () => {
    expect(graph.finding('probe-closed')?.question.id).toBe('port-probe');
    expect(graph.finding('nothing')).toBeUndefined();
    expect(graph.term(' PORT ')?.id).toBe('port');
    expect(graph.fixesFor('cannot-connect').map((fix) => fix.id)).toEqual(['open-the-port', 'renew-the-licence', 'start-the-service']);
    expect(graph.questionsFor('cannot-connect').map((question) => question.id)).toEqual(['is-it-running', 'port-probe']);
    expect(graph.problemOf('connection-refused-or-timeout')?.id).toBe('cannot-connect');
    expect(graph.fixesFor('nothing')).toEqual([]);
  });

  it('keeps a hexadecimal code as it is written, and an event by its origin', () => {
    expect(graph.code('0x204')[0]).toMatchObject({ space: 'mstsc-disconnect', symbol: 'disconnectReasonSocketConnectFailed', problem: 'cannot-connect' });
    expect(graph.code('1058')[0]).toMatchObject({ origin: 'System' });
    expect(graph.code('516')).toEqual([]);
  });

  it('opens the pair before the code alone', () => {
    const more = after(
      { file: 'graph/small.yaml', find: 'problems:\n', put: 'problems:\n  pair:\n    symptom: other-rdp\n    codes: [mstsc-disconnect 0x204 + 0x7]\n    priors: { port-blocked: 5, unknown: 1 }\n    confidence: judgement\n    sources: [guess]\n' },
      { file: 'locales/en/small.yaml', find: 'problems:\n', put: 'problems:\n  pair: { title: Pair, meaning: A pair. }\n' },
    );
    expect(more.problemFor('0x204', '0x7')?.id).toBe('pair');
    expect(more.problemFor('0x204', '0x3')?.id).toBe('cannot-connect');
    expect(more.problemFor('0x204')?.id).toBe('cannot-connect');
    expect(more.problemFor('0x999')).toBeUndefined();
  });

  it('lets a cause say how it answers questions and which fixes help, from another file', () => {
    const more = after({ file: 'graph/small.yaml', find: 'licence-damaged: { side: client,', put: 'licence-damaged: { solvedBy: { open-the-port: rarely }, evidence: { is-it-running: [.5, .5] }, side: client,' });
    expect(more.questions.get('is-it-running')?.likelihood.get('licence-damaged')).toEqual([0.5, 0.5]);
    expect(more.fixes.get('open-the-port')?.solves.get('licence-damaged')).toBe(0.08);
  });

  it('lets exclusion hold both ways', () => {
    const more = after({ file: 'graph/small.yaml', find: 'excludes: []', put: 'excludes: [is-it-running]' });
    expect(more.questions.get('is-it-running')?.excludes).toEqual(['port-probe']);
  });

  it('falls back to English where a translation is silent', () => {
    const german: FileText = { path: 'locales/de/small.yaml', text: 'problems:\n  cannot-connect: { title: Nicht erreichbar, meaning: Die Verbindung kam nie zustande. }\n' };
    const result = compileKnowledge([...files, german], 'de');
    expect(result.graph?.problems.get('cannot-connect')?.title).toBe('Nicht erreichbar');
    expect(result.graph?.fixes.get('open-the-port')?.title).toBe('Let Remote Desktop through');
    expect(compileKnowledge([...files, german]).graph?.version).toBe(graph.version);
  });

  it('has a version that changes with a fact and not with the order of files or comments', () => {
    expect(after({ file: 'graph/small.yaml', find: 'port-blocked: 5', put: 'port-blocked: 4' }).version).not.toBe(graph.version);
    expect(compiled([...files].reverse()).version).toBe(graph.version);
    expect(after({ file: 'graph/small.yaml', find: 'sources:\n', put: '# a remark\nsources:\n' }).version).toBe(graph.version);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { KnowledgeGraph } from '../../knowledge/compiler/types.ts';
import { namedCauses } from '../../understanding/named-cause.ts';
import { sharedAssistant } from '../assistant.ts';

let graph: KnowledgeGraph;
beforeAll(async () => {
  graph = (await sharedAssistant()).mind.graph;
});

describe('a cause that is named by a few words', () => {
  it('is the one whose rare words they are', () => {
    const own = new Set(['remote-graphics-driver', 'session-stuck']);
    expect(namedCauses(graph, own, 'the graphics driver')[0]).toBe('remote-graphics-driver');
    expect(namedCauses(graph, new Set(), 'the saved password')[0]).toBe('stale-saved-credentials');
  });

  it('has other names', () => {
    const own = new Set(['handshake-cut-between', 'certificate-not-renewed']);
    expect(namedCauses(graph, own, 'the antivirus')).toContain('handshake-cut-between');
    expect(namedCauses(graph, own, 'the cert')[0]).toBe('certificate-not-renewed');
  });

  it('is none where the words name something else', () => {
    expect(namedCauses(graph, new Set(), 'the moon')).toEqual([]);
    expect(namedCauses(graph, new Set(), 'it')).toEqual([]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { compileKnowledge, type Compiled } from '../../knowledge/compiler/compile.ts';
import type { FileText } from '../../knowledge/compiler/knowledge-file.ts';
import { translatedIn, translationFaults, type GlossaryEntry } from '../../knowledge/compiler/lint/translations.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { readGlossaries } from '../../scripts/knowledge/glossaries.ts';
import { SHIPPED_DIR, smallFiles } from './small-knowledge.ts';

const GLOSSARY: readonly GlossaryEntry[] = [{ say: 'Kennwort', never: /Passwort/u }];

let files: readonly FileText[];
beforeAll(async () => {
  files = await smallFiles();
});

function library(compiled: Compiled) {
  if (!compiled.graph) throw new Error(JSON.stringify(compiled.findings));
  return compiled.library;
}

const german = (text: string) => library(compileKnowledge([...files, { path: 'locales/de/small.yaml', text }]));
const rules = (text: string) => translationFaults(german(text), new Map([['de', GLOSSARY]])).map(({ rule }) => rule);

describe('the lint of translations', () => {
  it('leaves alone what is the same in other words, and what is not there', () => {
    expect(rules('problems:\n  cannot-connect: { title: Nicht erreichbar, meaning: Die Verbindung kam nie zustande. }\n')).toEqual([]);
  });

  it('knows a text that belongs to nothing, and a term that the glossary refuses', () => {
    expect(rules('problems:\n  gone: { title: Weg, meaning: Das gibt es nicht. }\n')).toEqual(['unused-text']);
    expect(rules('problems:\n  cannot-connect: { title: Passwort falsch, meaning: Das Kennwort stimmt nicht. }\n')).toEqual(['other-term']);
  });

  it('knows a command that was changed, and other steps than there are', () => {
    const { value } = [...library(compileKnowledge(files)).texts.fixes.values()][0]!;
    const id = [...library(compileKnowledge(files)).texts.fixes.keys()][0]!;
    const told = (undo: string, steps: readonly string[]) => `fixes:\n  ${id}:\n${Object.entries({ ...value, undo, steps }).map(([key, text]) => `    ${key}: ${JSON.stringify(text)}\n`).join('')}`;
    expect(rules(told('Zurück mit `reg delete HKLM`.', value.steps))).toEqual(['translated-command']);
    expect(rules(told(value.undo, [...value.steps, 'Noch einer.']))).toEqual(['step-count']);
  });

  it('tells such a fix in the base locale', () => {
    const [id, { value }] = [...library(compileKnowledge(files)).texts.fixes][0]!;
    const text = `fixes:\n  ${id}:\n${Object.entries({ ...value, title: 'Anders', steps: [...value.steps, 'Noch einer.'] }).map(([key, each]) => `    ${key}: ${JSON.stringify(each)}\n`).join('')}`;
    expect(compileKnowledge([...files, { path: 'locales/de/small.yaml', text }], 'de').graph?.fixes.get(id)?.title).toBe(value.title);
  });

  it('counts what there is', () => {
    const counts = translatedIn(german('problems:\n  cannot-connect: { title: Nicht erreichbar, meaning: Die Verbindung kam nie zustande. }\n'), 'de');
    expect(counts.get('problems')?.done).toBe(1);
    expect(counts.get('fixes')?.done).toBe(0);
  });

  it('finds nothing in what is shipped', async () => {
    const shipped = library(await loadKnowledge(SHIPPED_DIR));
    expect(translationFaults(shipped, await readGlossaries(SHIPPED_DIR))).toEqual([]);
  });
});

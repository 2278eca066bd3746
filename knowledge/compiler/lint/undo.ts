import type { Fault } from '../finding.ts';
import type { Library, Written } from '../library.ts';
import { hasCommand, type FixRecord } from '../schema.ts';

const ADDED = /\breg(?:\.exe)?\s+add\s+"?([^"\n]+?)"?\s+\/v\s+(\S+)/gi;
const IMPORT = /\breg(?:\.exe)?\s+import\b/i;
const DELETE_KEY = /\breg(?:\.exe)?\s+delete\s+"[^"]+"\s+\/f/i;

/** What a fix adds, its undo takes away again, and the words say the same commands. */
export function undo(library: Library): Fault[] {
  return [...library.fixes.values()].flatMap((fix) => [...leftBehind(fix), ...importsOver(fix), ...unsaid(library, fix)]);
}

function leftBehind(fix: Written<FixRecord>): Fault[] {
  const back = fix.value.undo.map(({ run }) => run).join('\n');
  return fix.value.steps.flatMap((step, index) => {
    if (!hasCommand(step) || fix.value.testOnly) return [];
    const added = [...step.run.matchAll(ADDED)].map(([, key = '', value = '']) => ({ key, value }));
    const left = added.find(({ key, value }) => !takenBack(back, key, value));
    if (!left) return [];
    return [
      {
        rule: 'undo-leaves-value',
        at: { file: fix.file, path: [...fix.path, 'steps', index, 'run'] },
        what: `The fix "${fix.id}" sets ${left.value}, and its undo neither deletes it nor sets it back.`,
        why: 'A value that was not there before stays for good, and nobody knows from what.',
        remedy: 'Add to `undo`: the deletion with "was: absent", and the old value (OLDVALUE) with "was: present".',
      },
    ];
  });
}

function takenBack(back: string, key: string, value: string): boolean {
  const name = value.toLowerCase();
  const text = back.toLowerCase();
  return text.includes(`/v ${name}`) || text.includes(`reg delete "${key.toLowerCase()}" /f`);
}

function importsOver(fix: Written<FixRecord>): Fault[] {
  const adds = fix.value.steps.some((step) => hasCommand(step) && /\breg(?:\.exe)?\s+add\b/i.test(step.run));
  return fix.value.undo.flatMap((row, index) => {
    if (!IMPORT.test(row.run) || !adds || DELETE_KEY.test(row.run)) return [];
    return [
      {
        rule: 'undo-by-import',
        at: { file: fix.file, path: [...fix.path, 'undo', index, 'run'] },
        what: `The fix "${fix.id}" adds values and takes them back with "reg import".`,
        why: 'An import writes what was there; it does not remove what was not.',
        remedy: 'Delete the added values, or delete the key before the import.',
      },
    ];
  });
}

/** Every command of the undo stands in the words, in backticks: they are what the person sees. */
function unsaid(library: Library, fix: Written<FixRecord>): Fault[] {
  const text = library.texts.fixes.get(fix.id);
  if (!text) return [];
  const said = new Set([...text.value.undo.matchAll(/`([^`]+)`/g)].map(([, command = '']) => inOneLine(command)));
  const missing = fix.value.undo.flatMap(({ run }) => (said.has(inOneLine(run)) ? [] : run.trim().split('\n').map(inOneLine).filter((line) => !said.has(line))));
  return missing.slice(0, 1).map((command) => ({
    rule: 'undo-unsaid',
    at: { file: text.file, path: [...text.path, 'undo'] },
    what: `The undo of the fix "${fix.id}" does not show the command that was tested: ${command.slice(0, 90)}`,
    why: 'What the test proves and what the person reads would be two things.',
    remedy: 'Write the command into the text of `undo`, in backticks, word for word.',
  }));
}

function inOneLine(command: string): string {
  return command.trim().replaceAll(/\s+/g, ' ');
}

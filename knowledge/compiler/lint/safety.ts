import type { Fault, Path, Place } from '../finding.ts';
import type { Library, Written } from '../library.ts';
import { hasCommand, type FixRecord } from '../schema.ts';
import { changesSomething, SAFETY_RULES, type SafetyRule } from './safety-rules.ts';

/** Advice that harms is refused, in commands and in prose alike. */
export function safety(library: Library): Fault[] {
  const faults: Fault[] = [];
  for (const fix of library.fixes.values()) faults.push(...fixFaults(library, fix));
  for (const diagnostic of library.diagnostics.values()) {
    const change = changesSomething(diagnostic.value.run);
    if (change) faults.push(notReadOnly(diagnostic, change));
  }
  return faults;
}

function fixFaults(library: Library, fix: Written<FixRecord>): Fault[] {
  const faults: Fault[] = [];
  const text = library.texts.fixes.get(fix.id);
  const excused = (rule: SafetyRule): boolean => rule.test === 'as-test-only' && fix.value.testOnly;
  const context = { causes: Object.keys(fix.value.solves) };
  fix.value.steps.forEach((step, index) => {
    if (!hasCommand(step)) return;
    const at = { file: fix.file, path: [...fix.path, 'steps', index, 'run'] };
    for (const rule of SAFETY_RULES) if (rule.command(step.run, context) && !excused(rule)) faults.push(broken(rule, fix.id, at));
  });
  if (!text) return faults;
  const said = (sentence: string, path: Path): void => {
    const at = { file: text.file, path: [...text.path, ...path] };
    for (const rule of SAFETY_RULES) if (rule.prose?.(sentence) && !excused(rule)) faults.push(broken(rule, fix.id, at));
  };
  text.value.steps.forEach((sentence, index) => said(sentence, ['steps', index]));
  said(text.value.title, ['title']);
  said(text.value.handover, ['handover']);
  if (fix.value.testOnly && !/`[^`]+`/.test(text.value.undo)) faults.push(testWithoutUndo({ file: text.file, path: [...text.path, 'undo'] }, fix.id));
  return faults;
}

function broken(rule: SafetyRule, fix: string, at: Place): Fault {
  return { rule: rule.id, at, what: `The fix "${fix}" ${rule.what}.`, why: rule.why, remedy: rule.remedy };
}

function testWithoutUndo(at: Place, fix: string): Fault {
  return {
    rule: 'test-without-undo',
    at,
    what: `The fix "${fix}" weakens security for a test, and its undo has no command.`,
    why: 'The assistant offers the undo before it goes on; it must be something that can be run.',
    remedy: 'Write the command that restores the old state into `undo`, in backticks.',
  };
}

function notReadOnly(diagnostic: Written<unknown>, change: string): Fault {
  return {
    rule: 'diagnostic-changes',
    at: { file: diagnostic.file, path: [...diagnostic.path, 'run'] },
    what: `The diagnostic "${diagnostic.id}" runs "${change}".`,
    why: 'People run diagnostics without a second thought; they only look.',
    remedy: 'Make it read-only, or make it a fix with a check and an undo.',
  };
}

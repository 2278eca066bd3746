import { join } from 'node:path';
import type { LintRule } from '../../knowledge/compiler/compile.ts';
import { formatFinding, sortFindings } from '../../knowledge/compiler/finding.ts';
import { coverage } from '../../knowledge/compiler/lint/coverage.ts';
import { staleLedger } from '../../knowledge/compiler/lint/ledger.ts';
import { lockOut } from '../../knowledge/compiler/lint/lock-out.ts';
import { lintSayings } from '../../knowledge/compiler/lint/sayings.ts';
import { style } from '../../knowledge/compiler/lint/style.ts';
import { translationFaults } from '../../knowledge/compiler/lint/translations.ts';
import { undo } from '../../knowledge/compiler/lint/undo.ts';
import { loadKnowledge } from '../../knowledge/compiler/load.ts';
import { readSayingFiles } from '../../knowledge/compiler/sayings.ts';
import type { Command } from './command.ts';
import { commandFaults } from './commands/command-rules.ts';
import { powerShellGrammar } from './commands/grammar.ts';
import { readGlossaries } from './glossaries.ts';
import { readRules } from './read-rules.ts';

export const lintCommand: Command = {
  usage: 'lint',
  about: 'every fault with file, line, what, why and remedy',
  async run(_args, { dir, print }) {
    const read = await powerShellGrammar().catch(() => undefined);
    if (!read) print('knowledge: commands are not checked; that takes the packages of development (npm install)');
    const commands: LintRule = (library) => (read ? commandFaults(library, read) : []);
    const glossaries = await readGlossaries(dir);
    const translations: LintRule = (library) => translationFaults(library, glossaries);
    const compiled = await loadKnowledge(dir, 'en', [readRules, style, lockOut, undo, commands, staleLedger(new Date()), translations]);
    const sayings = await readSayingFiles(join(dir, 'utterances'));
    const more = compiled.graph ? [...coverage(compiled.graph), ...lintSayings(compiled.library, sayings)] : [];
    const findings = sortFindings([...compiled.findings, ...more]);
    for (const finding of findings) print(`${formatFinding(finding)}\n`);
    const errors = findings.filter((finding) => finding.severity === 'error').length;
    print(`knowledge: ${errors} errors, ${findings.length - errors} warnings`);
    return errors > 0 ? 1 : 0;
  },
};

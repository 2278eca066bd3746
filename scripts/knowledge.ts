import { fileURLToPath } from 'node:url';
import { formatFinding } from '../knowledge/finding.ts';
import { loadKnowledge } from '../knowledge/load.ts';

const DIR = fileURLToPath(new URL('../knowledge', import.meta.url));
const { findings } = await loadKnowledge(DIR);
for (const finding of findings) console.log(`${formatFinding(finding)}\n`);
const errors = findings.filter((finding) => finding.severity === 'error').length;
console.log(`${errors} errors, ${findings.length - errors} warnings`);
process.exitCode = errors > 0 ? 1 : 0;

/** `npm run doctor`: what keeps Reconnect from starting or working here, why, and what to do. Exit code 1 when there is a problem. */
import { examine } from '../service/doctor/examine.ts';
import { report } from '../service/doctor/finding.ts';
import { endProcess } from './end-process.ts';

const findings = await examine(process.env);
console.log(report(findings));
await endProcess(findings.some(({ level }) => level === 'problem') ? 1 : 0);

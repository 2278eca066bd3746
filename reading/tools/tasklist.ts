import type { Observation } from '../evidence.ts';
import { numberOf, observe, type Reader } from '../reader.ts';

const ROW = /(?:^|\n)[ \t>]{0,4}([\w.-]{2,40})\.exe\s{1,40}(\d{1,7})\s{1,10}(\S[^\n]{0,400})/g;
/** The plain list shows a session and its memory where `/svc` shows services. */
const MEMORY = /\d\s{0,2}[kк]\s{0,4}$/;
const GET_PROCESS = /(?:^|\n)[ \t>]{0,4}(?:\d[\d.,]{0,9}\s{1,12}){4,6}(\d{1,7})\s{1,8}\d{1,5}\s{1,4}([\w.-]{2,40})/g;
/** One process was asked for, or Remote Desktop's port or service is named. */
const ASKED_BY_PID = /tasklist [^\n]{0,40}pid eq|3389|svchost|termservice/;
const MOST_ROWS = 40;

export const tasklistReader: Reader = {
  hint: /\.exe\s{1,40}\d|handles\s{1,8}npm|get-process|tasklist/,
  read(page) {
    const found: Observation[] = [];
    const rows = [...page.lower.matchAll(ROW)].slice(0, MOST_ROWS);
    const ofPort = ownersOfThePort(page.lower);
    for (const match of rows) {
      const shown = (match[3] ?? '').trim();
      const services = MEMORY.test(shown) ? undefined : shown;
      // That a process hosts no TermService says something about the owner of the port only.
      const isOwner = (rows.length === 1 && ASKED_BY_PID.test(page.lower)) || ofPort.has(Number(match[2]));
      const hosts = services === undefined ? undefined : /\btermservice\b/.test(services);
      const fields = { pid: numberOf(match[2]), process: match[1], termService: hosts === true || isOwner ? hosts : undefined };
      found.push(observe('tasklist', fields, page, match.index, match.index + match[0].length));
    }
    for (const match of page.lower.matchAll(GET_PROCESS)) {
      if (found.length >= MOST_ROWS) break;
      found.push(observe('tasklist', { pid: numberOf(match[1]), process: match[2] }, page, match.index, match.index + match[0].length));
    }
    return found;
  },
};

/** Ids at the end of netstat's rows for port 3389 in the same text. */
function ownersOfThePort(lower: string): ReadonlySet<number> {
  return new Set([...lower.matchAll(/:3389\s{1,40}\S{3,45}\s{1,40}\S{4,20}\s{1,20}(\d{1,7})(?=\s|$)/g)].slice(0, MOST_ROWS).map((match) => Number(match[1])));
}

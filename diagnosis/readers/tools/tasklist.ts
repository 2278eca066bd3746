import type { Observation } from '../../evidence.ts';
import { numberOf, observe, type Reader } from '../reader.ts';

const ROW = /(?:^|\n)[ \t>]{0,4}([\w.-]{2,40})\.exe\s{1,40}(\d{1,7})\s{1,10}(\S[^\n]{0,400})/g;
const GET_PROCESS = /(?:^|\n)[ \t>]{0,4}(?:\d[\d.,]{0,9}\s{1,12}){4,6}(\d{1,7})\s{1,8}\d{1,5}\s{1,4}([\w.-]{2,40})/g;
const MOST_ROWS = 40;

export const tasklistReader: Reader = {
  hint: /\.exe\s{1,40}\d|handles\s{1,8}npm|get-process|tasklist/,
  read(page) {
    const found: Observation[] = [];
    for (const match of page.lower.matchAll(ROW)) {
      if (found.length >= MOST_ROWS) break;
      const services = match[3] ?? '';
      const fields = { pid: numberOf(match[2]), process: match[1], termService: /\btermservice\b/.test(services) };
      found.push(observe('tasklist', fields, page, match.index, match.index + match[0].length));
    }
    for (const match of page.lower.matchAll(GET_PROCESS)) {
      if (found.length >= MOST_ROWS) break;
      found.push(observe('tasklist', { pid: numberOf(match[1]), process: match[2] }, page, match.index, match.index + match[0].length));
    }
    return found;
  },
};

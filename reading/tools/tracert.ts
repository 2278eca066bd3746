import { observe, type Reader } from '../reader.ts';
import { isOtherHost } from './other-host.ts';

const STARTED =
  /tracing route|traceroute to|routenverfolgung|détermination de l'itinéraire|traza a|rastreando a rota|traccia instradamento|traceren van de route|śledzenie trasy|трассировка маршрута|ルートをトレース|通过最多|跃点跟踪/;
const COMPLETE = /trace complete|ablaufverfolgung beendet|itinéraire déterminé|traza completa|rastreamento concluído|traccia completata|trace voltooid|śledzenie zakończone|трассировка завершена|トレースを完了|跟踪完成/;
/** Windows: three times or asterisks, then who answered. */
const WINDOWS_HOP = /^\s{0,4}\d{1,2}(?:\s{1,9}(?:<?\d{1,5} (?:ms|мс|мсек|毫秒)|\*)){3}(?=\s|$)/;
/** Unix: who answered, then its times; three asterisks where nobody did. */
const UNIX_HOP = /^\s{0,4}\d{1,2}\s{1,4}(?:\*(?: \*){1,2}|\S{1,100} \([0-9a-f.:]{3,45}\)\s{1,3}\d{1,5}(?:\.\d{1,3})? ms)/;
const SILENT = /\*\s{1,12}\*\s{1,12}\*/;
/** The name behind the words. */
const TRACED = /^[^\n]{0,60}? (?:to|zu|vers|a|para|naar|do|с|к) ([a-z0-9][\w.-]{2,80})/;
const ADDRESS = /(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?![\d.])/g;

export const tracertReader: Reader = {
  hint: new RegExp(`tracert|${STARTED.source}|\\d{1,2}\\s{1,9}(?:<?\\d{1,5} ms|\\*)\\s`),
  read(page) {
    const started = STARTED.exec(page.lower);
    const hops = page.lines.filter(({ lower }) => WINDOWS_HOP.test(lower) || (started !== null && UNIX_HOP.test(lower)));
    const [first] = hops;
    if (first === undefined || (started === null && hops.length < 2)) return [];
    const answering = hops.filter(({ lower }) => !SILENT.test(lower));
    // The head names the target with its address, before or after the words, right above the first hop.
    const head = page.lower.slice(Math.max(0, (started?.index ?? first.start) - 120), Math.max(0, first.start));
    const target = started === null ? undefined : head.match(ADDRESS)?.at(-1);
    if (isOtherHost(target) || (started !== null && isOtherHost(TRACED.exec(page.lower.slice(started.index))?.[1]))) return [];
    const last = answering.at(-1)?.lower.match(ADDRESS)?.at(-1);
    const lastAnswered = answering.at(-1) === hops.at(-1);
    const reached = target !== undefined && last !== undefined ? last === target : COMPLETE.test(page.lower) && lastAnswered;
    const start = started?.index ?? first.start;
    const end = hops.at(-1) ?? first;
    const fields = { reached, hops: hops.length, silentHops: hops.length - answering.length, lastAddress: last };
    return [observe('tracert', fields, page, Math.min(start, first.start), end.start + end.lower.length)];
  },
};

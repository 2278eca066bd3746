import { observe, type Reader } from '../reader.ts';

const STARTED = /tracing route|traceroute to|routenverfolgung|détermination de l'itinéraire|traza a|rastreando a rota|traccia instradamento|traceren van de route|śledzenie trasy|трассировка маршрута|ルートをトレース|通过最多/;
const COMPLETE = /trace complete|ablaufverfolgung beendet|itinéraire déterminé|traza completa|rastreamento concluído|traccia completata|trace voltooid|śledzenie zakończone|трассировка завершена|トレースを完了|跟踪完成/;
const HOP = /^\s{0,4}(\d{1,2})\s{1,6}(?=[<*\d])/;
const SILENT = /\*\s{1,12}\*\s{1,12}\*/;
const ADDRESS = /(?<![\d.])(\d{1,3}(?:\.\d{1,3}){3})(?![\d.])/g;

export const tracertReader: Reader = {
  hint: new RegExp(`tracert|${STARTED.source}`),
  read(page) {
    const started = STARTED.exec(page.lower);
    const hops = page.lines.filter(({ lower }) => HOP.test(lower) && (/\bms\b|\*|мс|мсек/.test(lower)));
    if (hops.length === 0) return [];
    const answering = hops.filter(({ lower }) => !SILENT.test(lower));
    const target = started === null ? undefined : page.lower.slice(started.index, started.index + 200).match(ADDRESS)?.[0];
    const last = answering.at(-1)?.lower.match(ADDRESS)?.at(-1);
    const lastAnswered = answering.at(-1) === hops.at(-1);
    const reached = target !== undefined && last !== undefined ? last === target : COMPLETE.test(page.lower) && lastAnswered;
    const start = started?.index ?? hops[0]?.start ?? 0;
    const fields = { reached, hops: hops.length, silentHops: hops.length - answering.length, lastAddress: last };
    return [observe('tracert', fields, page, start, (hops.at(-1)?.start ?? start) + (hops.at(-1)?.lower.length ?? 0))];
  },
};

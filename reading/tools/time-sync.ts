import { observe, type Reader } from '../reader.ts';

const OFFSET = /(?:phase offset|phasenoffset|décalage de phase|desplazamiento de fase|deslocamento de fase|o:|offset of local clock:?)\s{0,3}:?\s{0,3}([+-]?\d{1,7}(?:[.,]\d{1,9})?)s|\d{1,2}:\d{2}:\d{2}, ([+-]\d{1,7}[.,]\d{1,9})s/g;
const SOURCE = /(?:^|\n)[ \t>]{0,6}(?:source|quelle|origen|fonte|origem|origine|bron|źródło|источник|ソース|源)\s{0,3}:\s{0,3}([^\n]{2,80})/;
/** The leap indicator says 3 in every language, the source's name is not translated. */
const LEAP = /(?:leap indicator|sprungindikator|indicateur de dérive|indicador de salto|indicatore di dispersione|wskaźnik przestępny|индикатор помех|閏インジケーター|leap 指示符) ?: ?(\d)/;
const UNSYNCHRONISED = /free-running system clock|local cmos clock|freilaufende systemuhr|not synchronized|nicht synchronisiert/;
const NOT_STARTED = /the service has not been started|dienst wurde nicht gestartet|le service n'a pas été démarré|el servicio no se ha iniciado|0x80070426/;
const DENIED = /access is denied|zugriff verweigert|accès refusé|acceso denegado|0x80070005/;

const EVENT = /event ?id|ereignis-?id|providername|<provider name/;

export const timeSyncReader: Reader = {
  hint: new RegExp(`w32tm|phase offset|phasenoffset|stratum|o:[+-]\\d|${LEAP.source}|\\d, [+-]\\d{1,7}[.,]\\d{1,9}s|0x80070426|${UNSYNCHRONISED.source}`),
  read(page) {
    const { lower } = page;
    // The same words in an event are the event's.
    if (EVENT.test(lower)) return [];
    const offsets = [...lower.matchAll(OFFSET)].map((match) => ({ match, seconds: Math.abs(Number((match[1] ?? match[2] ?? '0').replace(',', '.'))) }));
    const source = SOURCE.exec(lower);
    const leap = LEAP.exec(lower);
    const unsynchronised = UNSYNCHRONISED.test(lower) || leap?.[1] === '3';
    const stopped = NOT_STARTED.exec(lower);
    const denied = /w32tm/.test(lower) ? DENIED.exec(lower) : null;
    const first = offsets.at(-1)?.match ?? source ?? stopped ?? denied ?? leap;
    if (first === undefined || first === null) return [];
    const problem = stopped !== null ? 'not-started' : denied !== null ? 'access-denied' : undefined;
    const fields = {
      offsetSeconds: offsets.at(-1)?.seconds,
      synchronised: problem === undefined && (source !== null || leap !== null) ? !unsynchronised : undefined,
      source: source?.[1]?.trim(),
      problem,
    };
    return [observe('time-sync', fields, page, first.index, first.index + first[0].length)];
  },
};

import { observe, type Reader } from '../reader.ts';

const OFFSET = /(?:phase offset|phasenoffset|o:|offset of local clock:?|décalage de phase)\s{0,3}:?\s{0,3}([+-]?\d{1,7}(?:[.,]\d{1,9})?)s/g;
const SOURCE = /(?:^|\n)[ \t>]{0,6}(?:source|quelle|origen|origem|origine|bron|źródło|источник)\s{0,3}:\s{0,3}([^\n]{2,80})/;
const UNSYNCHRONISED = /free-running system clock|local cmos clock|leap indicator: 3|unspecified|not synchronized|nicht synchronisiert|freilaufende systemuhr/;
const NOT_STARTED = /the service has not been started|dienst wurde nicht gestartet|0x80070426/;
const DENIED = /access is denied|zugriff verweigert|0x80070005/;

export const timeSyncReader: Reader = {
  hint: /w32tm|phase offset|phasenoffset|stratum|o:[+-]\d|leap indicator/,
  read(page) {
    const { lower } = page;
    const offsets = [...lower.matchAll(OFFSET)].map((match) => ({ match, seconds: Math.abs(Number((match[1] ?? '0').replace(',', '.'))) }));
    const source = SOURCE.exec(lower);
    const unsynchronised = UNSYNCHRONISED.test(lower);
    const stopped = NOT_STARTED.exec(lower);
    const denied = /w32tm/.test(lower) ? DENIED.exec(lower) : null;
    const first = offsets.at(-1)?.match ?? source ?? stopped ?? denied ?? /leap indicator/.exec(lower);
    if (first === undefined || first === null) return [];
    const problem = stopped !== null ? 'not-started' : denied !== null ? 'access-denied' : undefined;
    const fields = {
      offsetSeconds: offsets.at(-1)?.seconds,
      synchronised: problem === undefined && (source !== null || /leap indicator/.test(lower)) ? !unsynchronised : undefined,
      source: source?.[1]?.trim(),
      problem,
    };
    return [observe('time-sync', fields, page, first.index, first.index + first[0].length)];
  },
};

import type { Observation } from '../evidence.ts';
import { numberOf, observe, type Reader } from '../reader.ts';

const HEAD = /listen on ipv4|portproxy|lauschen auf|écouter sur|docker ps|->3389\/tcp/;
const ROW = /(?:^|\n)[ \t>]{0,4}(\*|\d{1,3}(?:\.\d{1,3}){3}|localhost)\s{1,16}(\d{1,5})\s{1,16}([\w.-]{2,80})\s{1,16}(\d{1,5})(?=\s|$)/g;
const DOCKER = /(?:0\.0\.0\.0|\[::\]|::|127\.0\.0\.1):(\d{1,5})->(\d{1,5})\/tcp/g;

export const portproxyReader: Reader = {
  hint: HEAD,
  read(page) {
    const { lower } = page;
    const found: Observation[] = [];
    for (const match of lower.matchAll(ROW)) {
      const fields = { port: numberOf(match[2]), forwards: true, target: `${match[3] ?? ''}:${match[4] ?? ''}` };
      found.push(observe('portproxy', fields, page, match.index, match.index + match[0].length));
    }
    for (const match of lower.matchAll(DOCKER)) {
      const fields = { port: numberOf(match[1]), forwards: true, target: `container:${match[2] ?? ''}` };
      found.push(observe('portproxy', fields, page, match.index, match.index + match[0].length));
    }
    if (found.length > 0) return found.slice(0, 20);
    const empty = /portproxy show all\s{0,10}(?:\n\s{0,10})?(?=$|[a-z]:\\|ps )/.exec(lower);
    return empty === null ? [] : [observe('portproxy', { forwards: false }, page, empty.index, empty.index + empty[0].length)];
  },
};

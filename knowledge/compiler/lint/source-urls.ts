import type { Fault } from '../finding.ts';
import type { Library, Written } from '../library.ts';
import type { SourceRecord } from '../schema.ts';

/** Hosts that only lead elsewhere: what they lead to can change without a trace. */
const REDIRECTORS: ReadonlySet<string> = new Set(['aka.ms', 'go.microsoft.com', 'bit.ly', 't.co', 'tinyurl.com', 'goo.gl', 'lnkd.in', 'docs.microsoft.com', 'technet.microsoft.com', 'msdn.microsoft.com']);
/** A page of Microsoft in another language than ours. */
const OTHER_LANGUAGE = /^\/(?!en-us\/)[a-z]{2}-[a-z]{2}\//i;
const TRACKING = /^(?:utm_|wt\.mc_id$|fbclid$|gclid$)/i;

/** Addresses of sources lead where they say, over https, for everybody. */
export function sourceUrls({ sources }: Library): Fault[] {
  return [...sources.values()].flatMap((source) => {
    const what = source.value.url === undefined ? undefined : faultOf(new URL(source.value.url));
    return what === undefined ? [] : [fault(source, what)];
  });
}

function faultOf({ protocol, hostname, pathname, searchParams, username }: URL): string | undefined {
  if (protocol !== 'https:') return 'does not use https';
  if (username !== '') return 'carries a user name';
  if (REDIRECTORS.has(hostname)) return `leads through ${hostname}, which only forwards`;
  if (/(?:^|\.)microsoft\.com$/.test(hostname) && OTHER_LANGUAGE.test(pathname)) return 'leads to a page in another language';
  return [...searchParams.keys()].some((key) => TRACKING.test(key)) ? 'carries a mark of whoever clicked it' : undefined;
}

function fault(source: Written<SourceRecord>, what: string): Fault {
  return {
    rule: 'source-url',
    at: { file: source.file, path: [...source.path, 'url'] },
    what: `The address of "${source.id}" ${what}.`,
    why: 'A source is there to be opened, by people who trust this assistant with their click.',
    remedy: 'Give the address that the page itself has, in English or without a language.',
  };
}

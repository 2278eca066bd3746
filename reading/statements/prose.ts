import type { Page } from '../page.ts';
import { pastedParts } from '../pasted.ts';

/** People say things in the first pages; what follows is pasted. */
const MOST_PROSE = 6_000;

/** Sentences of dialogs that would read as statements about this case. */
const BOILERPLATE =
  /1\) remote access to the server is not enabled|2\) the remote computer is turned off|3\) the remote computer is not available on the network|make sure the (?:remote computer|pc) is turned on[^.]{0,80}enabled|contact (?:the owner of the remote computer|your (?:network|system) administrator)[^.\n]{0,60}|requires network level authentication[^.\n]{0,100}|der remotezugriff auf den server ist nicht aktiviert|der remotecomputer ist ausgeschaltet|if you are an administrator[^.\n]{0,120}/g;

/** The beginning of a page as prose, and where each of its characters stands on the page. */
export interface Prose {
  readonly text: string;
  place(at: number): number;
}

export function proseOf(page: Page): Prose {
  const flat = page.flat.slice(0, MOST_PROSE).replace(BOILERPLATE, (words) => '.'.repeat(words.length));
  const pasted = pastedParts(page.text);
  const parts: string[] = [];
  const places: number[] = [];
  let last = ' ';
  let part = 0;
  for (let at = 0; at < flat.length; at += 1) {
    const place = pasted.length === 0 ? 0 : page.unflat(at);
    while (part < pasted.length && (pasted[part]?.[1] ?? 0) <= place) part += 1;
    // A full stop keeps what stands before a paste apart from what stands behind it.
    const character = part < pasted.length && place >= (pasted[part]?.[0] ?? 0) ? '.' : flat.charAt(at);
    if (character === "'" || character === '"' || character === '`') continue;
    const kept = character === '*' || character === '_' ? ' ' : character;
    if (kept === ' ' && last === ' ') continue;
    parts.push(kept);
    places.push(at);
    last = kept;
  }
  return { text: parts.join(''), place: (at) => page.unflat(places[Math.min(at, places.length - 1)] ?? 0) };
}

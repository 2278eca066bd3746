import type { Held, Holding } from './holding.ts';

/** Everything that speaks of one person. */
export interface PersonalData {
  /** Ids by which the person is known: of the person, of conversations, escalations and cases. */
  readonly marks: readonly string[];
  readonly records: readonly { readonly holding: string; readonly held: Held }[];
}

/** The name of several people, or the id of a conversation that several people share. */
export class SeveralPeople extends Error {
  readonly code = 'SEVERAL_PEOPLE';
  constructor(given: string, people: readonly string[]) {
    super(`${given} may be any of ${people.length} people: ${people.slice(0, 10).join(', ')}${people.length > 10 ? ', ...' : ''}. Give the id of one.`);
    this.name = 'SeveralPeople';
  }
}

/**
 * Finds a person by an id of theirs, by the id of a conversation or an escalation, or by the name that stands on a ticket.
 * A record that says whom it is about is found by that; one that does not, by the ids of those that were found. Throws
 * SeveralPeople where it is not one person.
 */
export async function personalDataOf(given: string, holdings: readonly Holding[]): Promise<PersonalData> {
  const people = new Set(await peopleCalled(given, holdings));
  if (people.size > 1) throw new SeveralPeople(given, [...people]);
  const marks = new Set([given, ...people]);
  // A name is no mark: other people may have it, and it stands in texts.
  if (people.size === 1 && !people.has(given)) marks.delete(given);
  const found = new Map<Held, string>();
  for (;;) {
    found.clear();
    const known = marks.size;
    for (const holding of holdings) {
      for await (const held of holding.all()) {
        if (!speaksOf(held, marks)) continue;
        found.set(held, holding.name);
        for (const id of held.ids) marks.add(id);
      }
    }
    // Records that came first may speak of what was learned from later ones.
    if (marks.size === known) break;
  }
  return { marks: [...marks], records: [...found].map(([held, holding]) => ({ holding, held })) };
}

async function peopleCalled(given: string, holdings: readonly Holding[]): Promise<string[]> {
  const called: string[] = [];
  for (const holding of holdings) {
    for await (const { people, names = [], ids } of holding.all()) {
      if (people.includes(given)) return [given];
      if (ids.includes(given) || names.some((name) => name.toLowerCase() === given.toLowerCase())) called.push(...people);
    }
  }
  return called;
}

function speaksOf({ people, ids, text }: Held, marks: ReadonlySet<string>): boolean {
  if (text !== undefined) return [...marks].some((mark) => standsIn(text, mark));
  return (people.length > 0 ? people : ids).some((id) => marks.has(id));
}

/** As a whole: `dl_1` is another than `dl_12`. */
function standsIn(text: string, mark: string): boolean {
  for (let at = text.indexOf(mark); at !== -1 && mark !== ''; at = text.indexOf(mark, at + 1)) {
    if (!/[\w-]/.test(text[at - 1] ?? '') && !/[\w-]/.test(text[at + mark.length] ?? '')) return true;
  }
  return false;
}

/** All of it as one JSON value: what it is, and the ids that hold it together. */
export async function exported({ marks, records }: PersonalData, at: Date): Promise<object> {
  const byHolding: Record<string, unknown[]> = {};
  for (const { holding, held } of records) (byHolding[holding] ??= []).push(await held.content());
  return { format: 'reconnect-export/1', at: at.toISOString(), ids: marks, ...byHolding };
}

/** Erases all of it; resolves with how many of each holding. */
export async function erased({ records }: PersonalData): Promise<Readonly<Record<string, number>>> {
  const count: Record<string, number> = {};
  for (const { holding, held } of records) {
    await held.erase();
    count[holding] = (count[holding] ?? 0) + 1;
  }
  return count;
}

import type { Observation, Reading } from '../reading/evidence.ts';
import { clausesOf, type Clause } from './clauses.ts';
import type { Comprehension } from './comprehension.ts';
import { proseOf } from './prose.ts';
import type { ReaderContext, ReaderPhase, ReaderResult } from './reader/reader.ts';
import type { Table, TableKind } from './table.ts';

/** A message with everything that rules look at, worked out once. */
export interface Utterance {
  readonly mind: Comprehension;
  readonly table: Table;
  readonly now: Date;
  /** Redacted, without the phrases that only carry a mood. */
  readonly text: string;
  /** The person's own words: what was pasted is blanked out, places are those of `text`. */
  readonly prose: string;
  /** `prose` without blanks around it. */
  readonly words: string;
  readonly clauses: readonly Clause[];
  readonly reading: Reading;
  /** What the person said in passing, as the statement reader found it. */
  readonly statements: readonly Observation[];
  /** Ids of the questions whose answers may be in it. */
  readonly bearing: ReadonlySet<string>;
  /** The trained reader on words of the message, with what is open in mind. */
  hear(words: string): ReaderResult;
}

const PHASE: Readonly<Record<TableKind, ReaderPhase>> = {
  listening: 'telling',
  'confirming-code': 'step',
  choosing: 'step',
  question: 'question',
  step: 'step',
  undoing: 'undoing',
  offer: 'offer',
  ticket: 'ticket',
  solved: 'solved',
};

/** Longer than this a message is a paste: its words are not the person's own. */
const LONGEST = 1_500;

export function createUtterance(mind: Comprehension, table: Table, text: string, now: Date): Utterance {
  const reading = mind.read(text, now, table.question);
  const prose = proseOf(text, reading.observations, reading.codes);
  const own = prose.length <= LONGEST ? prose : prose.slice(0, LONGEST);
  const bearing = table.kind === 'listening' ? mind.tellable(table.problems) : mind.bearingOn(table.problems);
  const context: ReaderContext = {
    phase: PHASE[table.kind],
    ...(table.question !== undefined && { question: table.question }),
    bearing,
    hasOpenStep: table.openSteps.length > 0 || table.kind === 'step',
  };
  const heard = new Map<string, ReaderResult>();
  return {
    mind,
    table,
    now,
    text,
    prose: own,
    words: own.trim().replace(/\s+/g, ' '),
    clauses: clausesOf(own),
    reading,
    bearing,
    statements: reading.observations.filter((each) => each.reader === 'statement'),
    hear(words) {
      let found = heard.get(words);
      if (!found) {
        found = mind.reader.read(words, context);
        heard.set(words, found);
      }
      return found;
    },
  };
}

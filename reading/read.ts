import type { KnowledgeGraph } from '../knowledge/compiler/types.ts';
import type { CodeReading, Observation, Reading } from './evidence.ts';
import { findingsBy } from './findings.ts';
import { secretsIn } from './redact.ts';
import { readCodes } from './codes/read-codes.ts';
import { READERS_IN_USE } from './readers.ts';
import { createPage } from './page.ts';
import { pastedParts } from './pasted.ts';

export interface ReadContext {
  /** Dates in the text are compared with it. */
  readonly now: Date;
  /** Adds its codes to the number spaces, and turns observations into findings. */
  readonly graph?: KnowledgeGraph;
  /** The question on the table; a bare `False` answers it. */
  readonly asked?: string;
}

/** Where these stand, an error is likely to be one of Remote Desktop, or it is shown as an error by itself. */
const ABOUT_THE_CASE = /remote ?desktop|remotedesktop|\brdp|\brd ?gateway|\bmstsc|terminal ?serv|terminaldienst|credssp|bureau à distance|escritorio remoto|desktop remoto|área de trabalho|extern bureaublad|pulpit zdalny|удал[её]нн|リモート|远程|error ?code|extended error|fehlercode|code d'erreur|código de err|codice errore|foutcode|kod błędu|код ошибки|エラー ?コード|错误代码|errconnect_|errinfo_|\bavd\b|\bw32tm\b|\bnla\b/iu;

/** Numbers within what another program printed are its own, and so are those of the collector. */
function codesOfTheCase(text: string, found: readonly CodeReading[], observations: readonly Observation[]): readonly CodeReading[] {
  const collected = observations.filter(({ reader }) => reader === 'reconnect');
  const codes = found.filter(({ span }) => !collected.some((each) => span[0] >= each.span[0] && span[0] < each.span[1]));
  if (codes.length === 0 || codes.some(({ role }) => role === 'extended') || ABOUT_THE_CASE.test(text) || observations.some(isOfTheCase)) return codes;
  const pasted = pastedParts(text);
  return codes.filter(({ span }) => !pasted.some(([from, to]) => span[0] >= from && span[0] < to));
}

/** A reader knew the form; an event of another source and a command that failed say nothing. */
const isOfTheCase = ({ reader, fields }: Observation): boolean => reader !== 'statement' && reader !== 'tool-error' && fields['provider'] !== 'other';

/**
 * Everything that can be read from one utterance without learning: codes, observations, findings and secrets,
 * each in order of appearance. Pure, never throws, linear; of a text beyond 32,000 units the beginning and the end are read.
 */
export function read(text: string, { now, graph, asked }: ReadContext): Reading {
  const page = createPage(text);
  const observations: Observation[] = [];
  for (const reader of READERS_IN_USE) {
    if (reader.hint.test(page.lower)) observations.push(...reader.read(page, now));
  }
  observations.sort((a, b) => a.span[0] - b.span[0]);
  const found = graph === undefined ? [] : findingsBy(graph, observations, asked);
  return {
    codes: codesOfTheCase(text, readCodes(page, graph), observations),
    observations,
    findings: found.map(({ finding }) => finding),
    printed: found.filter(({ by }) => by !== 'statement').map(({ finding }) => finding),
    secrets: secretsIn(text),
  };
}

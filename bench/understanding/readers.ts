/** Reads the codes of a text in the spelling of the evaluation format: `0x904`, once each, in order of appearance. */
export type CodeReader = (text: string) => readonly string[];

/** A fixed clock: dates do not change what codes are read. */
const NOW = new Date('2026-01-01T00:00:00Z');

/** The project's readers, when they are there. */
export async function codeReader(): Promise<CodeReader | undefined> {
  const module = await import('../../diagnosis/read.ts').catch(() => undefined);
  if (module === undefined) return undefined;
  return (text) => [...new Set(module.read(text, { now: NOW }).codes.filter(({ certain }) => certain).map(({ code }) => code))];
}

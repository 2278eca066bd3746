/**
 * What somebody of the helpdesk wrote for the cause: a number of the list in the report, an id, or anything else for another
 * cause. Undefined when nothing was written.
 */
export function causeNamed(named: string | undefined, ids: readonly string[]): string | undefined {
  const word = named?.trim();
  if (!word) return undefined;
  return ids[Number(word) - 1] ?? ids.find((id) => id === word) ?? 'unknown';
}

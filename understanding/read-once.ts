import type { Mind } from '../dialogs/mind.ts';

/**
 * The same mind for the length of one turn: what it read and classified once it does not read again.
 * @param asked the question on the table, which a bare "True" answers
 */
export function readOnce(mind: Mind, asked: string | undefined): Mind {
  const { classifier } = mind;
  return {
    ...mind,
    read: once((text: string, now: Date) => mind.read(text, now, asked)),
    classifier: {
      symptom: once((text: string) => classifier.symptom(text)),
      reply: once((text: string) => classifier.reply(text)),
      intent: once((text: string) => classifier.intent(text)),
      scope: once((text: string) => classifier.scope(text)),
    },
  };
}

/** By its first argument; the others are the same all through a turn. */
function once<A extends readonly [string, ...unknown[]], R>(compute: (...args: A) => R): (...args: A) => R {
  const known = new Map<string, R>();
  return (...args) => {
    const found = known.get(args[0]);
    if (found !== undefined) return found;
    const fresh = compute(...args);
    known.set(args[0], fresh);
    return fresh;
  };
}

import type { Mind } from '../diagnosis/mind.ts';

/** The same mind for the length of one turn: what it read and classified once it does not read again. */
export function readOnce(mind: Mind): Mind {
  const { classifier } = mind;
  return {
    ...mind,
    read: once((text: string, now: Date, asked?: string) => mind.read(text, now, asked), (text, now, asked) => `${now.getTime()} ${asked ?? ''} ${text}`),
    classifier: {
      symptom: once((text: string) => classifier.symptom(text)),
      reply: once((text: string) => classifier.reply(text)),
      intent: once((text: string) => classifier.intent(text)),
      scope: once((text: string) => classifier.scope(text)),
    },
  };
}

function once<A extends readonly unknown[], R>(compute: (...args: A) => R, key: (...args: A) => string = (...args) => String(args[0])): (...args: A) => R {
  const known = new Map<string, R>();
  return (...args) => {
    const at = key(...args);
    const found = known.get(at);
    if (found !== undefined) return found;
    const fresh = compute(...args);
    known.set(at, fresh);
    return fresh;
  };
}

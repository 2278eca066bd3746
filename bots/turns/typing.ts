import { ActivityTypes, type TurnContext } from 'botbuilder';

/** Does the work, and shows that somebody is typing when it takes longer than this many milliseconds. */
export async function withTyping<T>(context: TurnContext, afterMs: number, work: () => Promise<T>): Promise<T> {
  let shown: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    // It is a courtesy: that it could not be shown is no reason to fail.
    shown = context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
  }, afterMs);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    await shown;
  }
}

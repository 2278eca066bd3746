import type { Transcript } from './transcript.ts';

/** Counts what came while nobody looked. */
export interface Unread {
  see(transcript: Transcript): void;
  /** What the page around says: the chat is open, or not. */
  setOpen(open: boolean): void;
  /** What is there now is no news: a conversation was entered. */
  restart(): void;
}

export function createUnread(tell: (count: number) => void): Unread {
  const seen = new Set<string>();
  let waiting = new Set<string>();
  let open = true;
  let caughtUp = false;
  const looks = (): boolean => open && !document.hidden;
  const looked = (): void => {
    if (!looks()) return;
    waiting.clear();
    tell(0);
  };
  document.addEventListener('visibilitychange', looked);
  return {
    see(transcript) {
      for (const { key, own } of transcript) {
        if (seen.has(key)) continue;
        seen.add(key);
        if (!own && caughtUp && !looks()) waiting.add(key);
      }
      if (transcript.length > 0) caughtUp = true;
      tell(waiting.size);
    },
    setOpen(value) {
      open = value;
      looked();
    },
    restart() {
      seen.clear();
      waiting = new Set();
      caughtUp = false;
      tell(0);
    },
  };
}

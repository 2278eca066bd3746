import { isOwn } from './activity.ts';
import type { Transcript } from './transcript.ts';
import { WORDS } from './words.ts';

/** The conversation as plain text, as it stands on the page. */
export function transcriptText(transcript: Transcript, title: string, now: Date, pressed: (key: string) => string | undefined): string {
  const lines = transcript.map(({ key, activity }) => {
    const who = isOwn(activity) ? WORDS.you : (activity.channelData?.reconnect?.author?.name ?? title);
    const at = activity.timestamp ? new Date(activity.timestamp).toLocaleString() : '';
    return `${who}${at === '' ? '' : ` (${at})`}:\n${pressed(key) ?? activity.text ?? ''}`;
  });
  return `${[WORDS.transcriptTitle(title, now.toLocaleString()), ...lines].join('\n\n')}\n`;
}

/** Hands a text to the person as a file. */
export function saveAs(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the content once it began.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

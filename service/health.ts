import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutboxEntry } from '../helpdesk/outbox.ts';
import type { Health } from '../server/health.ts';
import { FILE_MODE } from '../storage/modes.ts';

export interface HealthParts {
  readonly dataDir: string;
  readonly knowledge: () => string;
  /** What is owed to the helpdesk and to people, oldest first. */
  readonly owed: () => Promise<readonly OutboxEntry[]>;
  /** When the relay last got round, in milliseconds since the epoch. */
  readonly lastRound: () => number | undefined;
  /** Files that were damaged and set aside since the start. */
  readonly setAside: () => number;
  readonly now: () => number;
}

/** A relay that hangs for longer has stopped working; each of its calls ends within ten seconds. */
const RELAY_LAG_MS = 60_000;
/** A look writes to the disk: many askers share one. */
const FRESH_MS = 1_000;

/**
 * Whether the service can do its work now: a real write to the disk, the relay's last round, the outbox. What is owed for
 * long is shown and fails nothing: a person who cannot be reached is no reason to turn everybody else away.
 */
export function createHealth(parts: HealthParts): () => Promise<Health> {
  let last: { readonly at: number; readonly health: Promise<Health> } | undefined;
  return () => {
    const at = parts.now();
    if (!last || at - last.at >= FRESH_MS || at < last.at) last = { at, health: look(parts) };
    return last.health;
  };
}

async function look({ dataDir, knowledge, owed, lastRound, setAside, now }: HealthParts): Promise<Health> {
  const storage = await writes(join(dataDir, 'health')).then(() => 'ok', codeOf);
  const outbox = await owed().then(ages(now()), codeOf);
  const round = lastRound();
  const lag = round === undefined ? 0 : now() - round;
  const relay = lag > RELAY_LAG_MS ? `no round for ${Math.round(lag / 1000)} s` : 'ok';
  return {
    ok: storage === 'ok' && relay === 'ok' && !outbox.startsWith('cannot'),
    checks: { knowledge: knowledge(), storage, relay, outbox, ...(setAside() > 0 && { damaged: `${setAside()} files were set aside; the log names them` }) },
  };
}

async function writes(path: string): Promise<void> {
  const file = await open(path, 'w', FILE_MODE);
  try {
    await file.writeFile('ok\n');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Without the path, which is nobody's business. */
function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return `cannot be used: ${typeof code === 'string' ? code : 'unknown'}`;
}

function ages(now: number): (entries: readonly OutboxEntry[]) => string {
  return (entries) => {
    const due = entries.filter(({ dueAt, attempts }) => attempts > 0 || dueAt <= now);
    if (due.length === 0) return 'empty';
    const oldest = Math.min(...due.map(({ putAt = now }) => putAt));
    return `${due.length} owed, the oldest for ${Math.round((now - oldest) / 1000)} s`;
  };
}

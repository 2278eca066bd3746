import { describe, expect, it } from 'vitest';
import { SharedFlush } from '../../storage/shared-flush.ts';

describe('a shared flush', () => {
  /** Saves that end when the test says so. */
  function manual() {
    const saves: { resolve: () => void; reject: (error: Error) => void }[] = [];
    const flush = new SharedFlush(() => new Promise((resolve, reject) => saves.push({ resolve, reject })));
    return { saves, flush };
  }

  it('answers a hundred at once with two saves, one at a time', async () => {
    const { saves, flush } = manual();
    const waiting = Array.from({ length: 100 }, () => flush.run());
    expect(saves).toHaveLength(1);
    saves[0]?.resolve();
    await waiting[0];
    await expect.poll(() => saves.length).toBe(2);
    saves[1]?.resolve();
    await Promise.all(waiting);
    expect(saves).toHaveLength(2);
  });

  it('never answers with a save that began before the question', async () => {
    const { saves, flush } = manual();
    const first = flush.run();
    let answered = false;
    const second = flush.run().then(() => (answered = true));
    saves[0]?.resolve();
    await first;
    await expect.poll(() => saves.length).toBe(2);
    expect(answered).toBe(false);
    saves[1]?.resolve();
    await second;
  });

  it('tells those who waited for a save that failed, and goes on', async () => {
    const { saves, flush } = manual();
    const first = flush.run();
    const second = flush.run();
    saves[0]?.reject(new Error('disk full'));
    await expect(first).rejects.toThrow('disk full');
    await expect.poll(() => saves.length).toBe(2);
    saves[1]?.resolve();
    await second;
    await flush.idle();
  });
});

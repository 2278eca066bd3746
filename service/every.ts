/** Does it at once and then again and again, one at a time. Answers how to stop; that resolves when nothing is under way. */
export function every(milliseconds: number, act: () => Promise<void>, onError: (error: unknown) => void): () => Promise<void> {
  let running: Promise<void> | undefined;
  const run = (): void => {
    running ??= act()
      .catch(onError)
      .finally(() => {
        running = undefined;
      });
  };
  run();
  const timer = setInterval(run, milliseconds);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

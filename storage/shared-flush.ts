/**
 * One save at a time, and one more for everybody who asked while it was under way: whoever asks is
 * answered by a save that began after the question, and a hundred at once cost two saves.
 */
export class SharedFlush {
  readonly #save: () => Promise<void>;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(save: () => Promise<void>) {
    this.#save = save;
  }

  run(): Promise<void> {
    if (!this.#running) {
      this.#running = this.#save().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    this.#next ??= this.#running.catch(() => undefined).then(() => {
      this.#next = undefined;
      return this.run();
    });
    return this.#next;
  }

  /** Resolves when nothing is under way, whether it went well or not. */
  async idle(): Promise<void> {
    await (this.#next ?? this.#running)?.catch(() => undefined);
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A command of the project that answers lines with lines, as whoever measures it runs it. */
export class LineCommand {
  readonly #child: ChildProcess & { stdin: Writable; stdout: Readable; stderr: Readable };
  readonly #lines: AsyncIterator<string>;
  readonly #closed: Promise<unknown[]>;
  errors = '';

  constructor(script: string, ...options: readonly string[]) {
    this.#child = spawn(process.execPath, ['--import', 'tsx', script, ...options], { cwd: ROOT, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => (this.errors += text));
    this.#closed = once(this.#child, 'close');
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  /** The next line that it writes, as JSON. */
  async next<T = Record<string, unknown>>(): Promise<T> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`The command has ended.\n${this.errors}`);
    return JSON.parse(value as string) as T;
  }

  write(line: string): void {
    this.#child.stdin.write(`${line}\n`);
  }

  /** Sends one line and waits for its answer. */
  ask<T = Record<string, unknown>>(line: object): Promise<T> {
    this.write(JSON.stringify(line));
    return this.next<T>();
  }

  /** Ends the input. Answers the exit code and the lines that nobody had read. */
  async end(): Promise<{ readonly code: unknown; readonly rest: readonly string[] }> {
    this.#child.stdin.end();
    const rest: string[] = [];
    for (let line = await this.#lines.next(); !line.done; line = await this.#lines.next()) rest.push(line.value);
    const [code] = await this.#closed;
    return { code, rest };
  }
}

/** One measured number. `id` is stable and documented in bench/README.md. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly n?: number;
  /** 95 % interval. */
  readonly ci?: readonly [lo: number, hi: number];
}

export interface BenchOptions {
  /** Ends within 60 seconds. */
  readonly quick: boolean;
  readonly seed: number;
  /** Other options of the command line: `--corpora DIR` is `{ corpora: 'DIR' }`. */
  readonly args: Readonly<Record<string, string>>;
}

export interface Bench {
  readonly name: string;
  run(options: BenchOptions): Promise<readonly Figure[]>;
}

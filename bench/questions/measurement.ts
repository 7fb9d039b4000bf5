/** What a file of `bench/questions` exports. */
export interface BenchQuestion {
  readonly bench: (options: BenchOptions) => Promise<BenchResult>;
}

export interface BenchOptions {
  /** Fewer repetitions and the smaller sizes only, to see that it runs. */
  readonly quick: boolean;
  /** Words after the question's name, for questions that take a file or a size. */
  readonly arguments: readonly string[];
}

export interface BenchResult {
  /** The question, as a heading. */
  readonly title: string;
  /** Where it was run, if not on this machine. */
  readonly machine?: string;
  /** One row a size; all rows have the same keys, in the order of the columns. */
  readonly rows: readonly { readonly [column: string]: string | number }[];
  /** Sentences under the table: what the peers are, how they were run. */
  readonly notes: readonly string[];
}

/** Minimum and median time of one call, in milliseconds, and what the last call gave. */
export interface Timing<T> {
  readonly minimum: number;
  readonly median: number;
  readonly result: T;
}

/**
 * Times a function: a warm-up of a quarter of the time, at least one call, then repetitions until both their number and the time are reached.
 *
 * `inner` calls are timed as one where a single call is too short for the clock.
 */
export async function time<T>(
  work: () => T | PromiseLike<T>,
  { repetitions = 7, milliseconds = 200, inner = 1 } = {},
): Promise<Timing<T>> {
  let result = (await work()) as T;
  for (const begin = performance.now(); performance.now() - begin < milliseconds / 4; )
    result = (await work()) as T;
  const times: number[] = [];
  let spent = 0;
  while (times.length < repetitions || (spent < milliseconds && times.length < 1000)) {
    const start = performance.now();
    for (let i = 0; i < inner; i++) {
      const made = work();
      result = isPromise(made) ? await made : made;
    }
    const took = performance.now() - start;
    spent += took;
    times.push(took / inner);
  }
  times.sort((a, b) => a - b);
  return { minimum: times[0], median: times[times.length >> 1], result };
}

function isPromise<T>(made: T | PromiseLike<T>): made is PromiseLike<T> {
  return made instanceof Promise;
}

/** The largest resident memory of the process so far, in MB. */
export function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

/** How many times faster than the peer, in the form `120×`; a dash where there is no peer. */
export function ratio(peer: number | undefined, ours: number): string {
  if (peer === undefined) return "–";
  const times = peer / ours;
  return times >= 100 ? `${Math.round(times / 10) * 10}×` : `${Number(times.toPrecision(2))}×`;
}

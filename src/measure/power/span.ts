/** Vectors that depend on those kept so far, told by elimination. */
export interface Span {
  /** Whether the vector is a sum of multiples of those kept. */
  readonly has: (vector: readonly number[]) => boolean;
  /** Keeps a vector, unless it depends on the others. */
  readonly keep: (vector: readonly number[]) => void;
  readonly rank: () => number;
}

/** Entries this small are what rounding leaves of 0. */
const TINY = 1e-9;

/** An empty span of vectors with small whole entries. */
export function span(): Span {
  const kept: { readonly pivot: number; readonly row: readonly number[] }[] = [];
  const remainder = (vector: readonly number[]): number[] => {
    const left = [...vector];
    for (const { pivot, row } of kept) {
      const factor = left[pivot];
      if (factor !== 0) for (let k = 0; k < left.length; k++) left[k] -= factor * row[k];
    }
    return left;
  };
  const largest = (row: readonly number[]): number =>
    row.reduce((best, entry, k) => (Math.abs(entry) > Math.abs(row[best]) ? k : best), 0);
  return {
    has: (vector) => remainder(vector).every((entry) => Math.abs(entry) < TINY),
    keep(vector) {
      const left = remainder(vector);
      const pivot = largest(left);
      if (Math.abs(left[pivot]) < TINY) return;
      kept.push({ pivot, row: left.map((entry) => entry / left[pivot]) });
    },
    rank: () => kept.length,
  };
}

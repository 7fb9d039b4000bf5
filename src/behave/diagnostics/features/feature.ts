import type { Source } from "../../../base/index.ts";

/** Events to be looked at, as columns. */
export interface Stream {
  /** Number of actors. */
  readonly n: number;
  readonly time: ArrayLike<number>;
  readonly sender: ArrayLike<number>;
  readonly receiver: ArrayLike<number>;
  readonly type?: ArrayLike<number>;
  readonly types?: readonly string[];
}

/** Something about a stream of events as a whole that no coefficient fixes by itself: what goodness of fit looks at. */
export interface Feature {
  readonly id: string;
  readonly name: string;
  readonly means: string;
  readonly sources: readonly Source[];
  /** Needs events that have types. */
  readonly typed?: true;
  /** Is about when events come: of no use where the model does not say. */
  readonly timed?: true;
  /** Numbers with a label each; the same labels for every stream of the same actors and types. */
  of(stream: Stream): readonly (readonly [label: string, value: number])[];
}

/** Goodness of fit by features of simulated networks. */
export const hunter: Source = { ref: "hunter2008" };

/** Least, quartiles and most of some numbers, by linear interpolation; zeros if there are none. */
export function fiveNumbers(values: readonly number[]): readonly (readonly [string, number])[] {
  const ordered = [...values].sort((a, b) => a - b);
  const at = (part: number): number => {
    if (ordered.length === 0) return 0;
    const place = part * (ordered.length - 1);
    const low = Math.floor(place);
    const high = Math.min(low + 1, ordered.length - 1);
    return ordered[low] + (place - low) * (ordered[high] - ordered[low]);
  };
  return [
    ["least", at(0)],
    ["lower quartile", at(0.25)],
    ["median", at(0.5)],
    ["upper quartile", at(0.75)],
    ["most", at(1)],
  ];
}

/** A part of a whole; 0 of nothing. */
export const part = (some: number, all: number): number => (all === 0 ? 0 : some / all);

/** Whether each ordered pair ever occurs, [i·n + j]. */
export function pairsInUse({ n, sender, receiver }: Stream): Uint8Array {
  const used = new Uint8Array(n * n);
  for (let e = 0; e < sender.length; e++) used[sender[e] * n + receiver[e]] = 1;
  return used;
}

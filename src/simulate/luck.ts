import { type PlacedStream, placed, type Random } from "../base/index.ts";

/** What a draw is for: part of its place, so that no two uses share a number. */
export const purpose = {
  clock: 1,
  choice: 2,
  success: 3,
  amount: 4,
  outside: 5,
  violence: 6,
  worstDay: 7,
  election: 8,
  formation: 9,
  capture: 10,
  departure: 11,
  forming: 12,
} as const;

/** Luck of one seed, at places (run, actor, decision, purpose). */
export interface Luck extends PlacedStream {
  /** The placed stream as a plain source of uniform numbers. */
  readonly source: Pick<Random, "uniform">;
}

export function luckOf(seed: string): Luck {
  const stream = placed(seed);
  return { at: stream.at, uniform: stream.uniform, source: { uniform: stream.uniform } };
}

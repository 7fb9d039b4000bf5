import type { Source } from "./source.ts";

/** How a number was made: exactly, by sampling, or as a bound on the true value. */
export type Method = "exact" | "sampled" | "bound";

/**
 * A number that says how it was made.
 *
 * `error` is a standard error where `method` is "sampled" and a guaranteed
 * distance where it is "bound"; an exact result has none.
 */
export interface Result<T = number> {
  readonly value: T;
  readonly method: Method;
  readonly error?: number;
  readonly runs?: number;
  readonly seed?: string;
  readonly sources: readonly Source[];
}

import { distance } from "fastest-levenshtein";

/**
 * The name that was probably meant.
 *
 * @returns the closest candidate, if it is within two edits and a third of the length; else nothing.
 * @example
 * ```ts
 * import { nearest } from "tawazun/base";
 * nearest("malikki", ["maliki", "allawi"]); //=> "maliki"
 * nearest("sadr", ["maliki", "allawi"]); //=> undefined
 * ```
 */
export function nearest(given: string, candidates: Iterable<string>): string | undefined {
  const wanted = given.toLowerCase();
  const most = Math.max(1, Math.min(3, Math.floor(given.length / 3)));
  let best: string | undefined;
  let least = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - given.length) >= least) continue;
    const edits = distance(wanted, candidate.toLowerCase());
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

/** ` Did you mean "x"?` for the end of a message, or nothing. */
export function didYouMean(given: string, candidates: Iterable<string>): string {
  const best = nearest(given, candidates);
  return best === undefined ? "" : ` Did you mean "${best}"?`;
}

import { candidateOf, habitTerms, pairTerms, pastTerms, sizeTerms, spaceTerms } from "./government-terms.ts";
import type { Occasion } from "./occasion.ts";
import { bitsOf, settingOf } from "./setting.ts";
import { formationTerms } from "./terms.ts";

/** Every set of parties that could govern, with its properties. */
export interface PotentialGovernments {
  /** 2ⁿ − 1: government k, from 0, holds party i if bit i of k + 1 is set. */
  readonly count: number;
  /** [k · terms + p], in the order of `formationTerms`. */
  readonly rows: Float64Array;
}

/**
 * The number of the potential government of some parties; parties without a seat are passed over.
 *
 * @returns from 0; nothing if none of the parties has a seat.
 * @example
 * ```ts
 * import { governmentOf } from "tawazun/behave";
 * const party = (id: string, seats: number, leftRight: number) => ({ id, seats, leftRight, family: "other" as const });
 * const parties = [party("a", 45, 4), party("b", 20, 5), party("c", 35, 7)];
 * governmentOf({ day: 0, parliament: "p", total: 100, parties, past: [] }, new Set(["a", "c"])); //=> 4
 * ```
 */
export function governmentOf(occasion: Occasion, parties: ReadonlySet<string>): number | undefined {
  const bits = bitsOf(occasion, parties);
  return bits === 0 ? undefined : bits - 1;
}

/**
 * The potential governments of an occasion: all sets of parties that are not empty.
 *
 * @throws {TawazunError} `formation/parties` for no party with seats, or more than 16; `formation/majority` if one has a
 * majority alone: there is nothing to foretell.
 * @see Martin & Stevenson 2001, who put the choice so.
 */
export function potentialGovernments(occasion: Occasion): PotentialGovernments {
  const setting = settingOf(occasion);
  const count = 2 ** occasion.parties.length - 1;
  const size = formationTerms.length;
  const rows = new Float64Array(count * size);
  const places = new Map(formationTerms.map(({ id }, p) => [id, p]));
  const placeOf = (id: string): number => places.get(id) ?? 0;
  const own = Object.entries(setting.terms.own).map(([id, values]) => [placeOf(id), values] as const);
  const groups = [sizeTerms, spaceTerms, pairTerms, pastTerms, habitTerms];
  for (let k = 0; k < count; k++) {
    const candidate = candidateOf(setting, k + 1);
    const at = k * size;
    for (const [p, values] of own) for (const i of candidate.members) rows[at + p] += values[i];
    for (const terms of groups) {
      for (const [id, value] of Object.entries(terms(setting, candidate))) rows[at + placeOf(id)] = value;
    }
  }
  return { count, rows };
}

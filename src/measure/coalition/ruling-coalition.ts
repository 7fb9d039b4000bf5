import { type Source, TawazunError } from "../../base/index.ts";
import type { Coalition } from "./coalition.ts";

/** Who ends up in power when every majority may throw out the rest. */
export interface Ruling {
  /** The self-enforcing winning coalition with the least power; several if they have exactly the same. */
  readonly coalitions: readonly Coalition[];
  readonly sources: readonly Source[];
}

/** More actors have too many coalitions within coalitions. */
const MOST_ACTORS = 16;

/**
 * The ultimate ruling coalition: the least powerful among those that are powerful enough to rule and that no part of
 * themselves could take over in turn.
 *
 * @param powers of the actors, above 0, in any unit.
 * @param majority the part of power that a coalition must exceed, from ½ up to but not 1.
 * @throws {TawazunError} `ruling/powers` if there is no actor, more than 16, or a power is not above 0;
 * `ruling/majority`.
 * @remarks Exact, by going through all coalitions from the smallest: one is self-enforcing if no smaller self-enforcing
 * one holds more than that part of its power.
 * @see Acemoglu, Egorov & Sonin 2008, theorem 1.
 * @example Three of equal standing hold together; a fourth, stronger than each, is left out.
 * ```ts
 * import { rulingCoalition } from "tawazun/measure";
 * rulingCoalition([3, 4, 5]).coalitions; //=> [[0, 1, 2]]
 * rulingCoalition([3, 4, 5, 10]).coalitions; //=> [[0, 1, 2]]
 * ```
 */
export function rulingCoalition(powers: readonly number[], majority = 0.5): Ruling {
  const n = powers.length;
  if (n === 0 || n > MOST_ACTORS) {
    throw new TawazunError("ruling/powers", `There are ${n} actors; there must be from 1 to ${MOST_ACTORS}.`);
  }
  powers.forEach((power, i) => {
    if (!(power > 0 && power < Number.POSITIVE_INFINITY)) {
      throw new TawazunError("ruling/powers", `The power of actor ${i + 1} is ${power}; it must be above 0.`);
    }
  });
  if (!(majority >= 0.5 && majority < 1)) {
    throw new TawazunError(
      "ruling/majority",
      `The majority is ${majority}; it must be at least ½ and below 1.`,
    );
  }
  const power = new Float64Array(2 ** n);
  for (let mask = 1; mask < power.length; mask++) {
    const lowest = 31 - Math.clz32(mask & -mask);
    power[mask] = power[mask & (mask - 1)] + powers[lowest];
  }
  const enforcing = new Uint8Array(2 ** n);
  const rulers = (mask: number): number[] => {
    let found: number[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (let part = (mask - 1) & mask; part !== 0; part = (part - 1) & mask) {
      if (enforcing[part] === 0 || !(power[part] > majority * power[mask]) || power[part] > least) continue;
      if (power[part] < least) found = [];
      least = power[part];
      found.push(part);
    }
    return found;
  };
  // a part of a coalition has a smaller mask: all parts are known before the whole
  for (let mask = 1; mask < power.length; mask++) enforcing[mask] = rulers(mask).length === 0 ? 1 : 0;
  const all = power.length - 1;
  const ruling = enforcing[all] === 1 ? [all] : rulers(all);
  return {
    coalitions: ruling.map((mask) => powers.map((_, i) => i).filter((i) => mask & (1 << i))),
    sources: [{ ref: "acemoglu2008", at: "theorem 1" }],
  };
}

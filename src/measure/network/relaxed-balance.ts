import { type Source, seeded, TawazunError } from "../../base/index.ts";
import { quick } from "./frustration/quick.ts";
import { pairs } from "./pairs.ts";
import type { SignedNetwork } from "./signed-network.ts";

/** Blocs whose ties, within and between any two, are as nearly of one sign as can be. */
export interface RelaxedBalance {
  /** The least weight of ties against the sign of their block if `method` is "exact"; else the least found. */
  readonly value: number;
  readonly method: "exact" | "bound";
  /** The bloc of each actor, in the order of `ids`; numbered as they first occur. */
  readonly partition: readonly number[];
  /** The sign of the ties of each bloc with each: +1, −1, or 0 where there are none. */
  readonly signs: readonly (readonly number[])[];
  readonly sources: readonly Source[];
}

/** How many placings of actors are looked at before an answer stays a bound. */
const PLACINGS = 3_000_000;

/**
 * Relaxed balance: blocs need not be friends within and enemies between; each block of ties, within a bloc or between
 * two, has the sign of most of its weight, and what goes against it counts. Mediators, and blocs of mutual enemies,
 * come out so.
 *
 * @param most how many blocs there may be: 1 or more.
 * @throws {TawazunError} `network/blocs` if `most` is not a whole number of 1 or more.
 *
 * @remarks Never more than {@link blocs} with as many. Relocation search; then branch and bound, actor by actor, which
 * makes small networks exact: what is placed only adds to what goes against its block.
 *
 * @see Doreian & Mrvar 2009, pp. 2–4.
 *
 * @example A mediator that both of two enemy camps like.
 * ```ts
 * import { relaxedBalance, signedNetwork } from "tawazun/measure";
 * const network = signedNetwork([["a", "b", -1], ["m", "a", 1], ["m", "b", 1], ["a", "c", 1], ["b", "c", -1], ["m", "c", 1]]);
 * relaxedBalance(network, 3).value; //=> 0
 * ```
 */
export function relaxedBalance(network: SignedNetwork, most: number): RelaxedBalance {
  if (!(Number.isInteger(most) && most >= 1)) {
    throw new TawazunError(
      "network/blocs",
      `There may be ${most} blocs; it must be a whole number of 1 or more.`,
    );
  }
  const { size, friendly, hostile, selfHostile, offset, neighbour, pair } = pairs(network);
  const k = Math.min(most, Math.max(1, size));
  const bloc = new Int32Array(size).fill(-1);
  // For each block, both ways round: the friendly and the hostile weight in it.
  const plus = new Float64Array(k * k);
  const minus = new Float64Array(k * k);

  /** Places an actor, or takes it away; what it changes is told by `against`. */
  function place(v: number, b: number, sign: 1 | -1): void {
    if (sign === 1) bloc[v] = b;
    for (let i = offset[v]; i < offset[v + 1]; i++) {
      const other = bloc[neighbour[i]];
      if (other < 0 || neighbour[i] === v) continue;
      plus[b * k + other] += sign * friendly[pair[i]];
      minus[b * k + other] += sign * hostile[pair[i]];
      if (other === b) continue;
      plus[other * k + b] += sign * friendly[pair[i]];
      minus[other * k + b] += sign * hostile[pair[i]];
    }
    if (sign === -1) bloc[v] = -1;
  }
  function against(): number {
    let sum = 0;
    for (let a = 0; a < k; a++)
      for (let b = 0; b <= a; b++) sum += Math.min(plus[a * k + b], minus[a * k + b]);
    return sum;
  }

  const found = relocated();
  let { least, best } = found;
  let placings = 0;
  const order = Array.from({ length: size }, (_, v) => v).sort(
    (a, b) => offset[b + 1] - offset[b] - (offset[a + 1] - offset[a]),
  );
  const branch = (step: number, used: number): void => {
    if (step === size) {
      least = against();
      best = bloc.slice();
      return;
    }
    for (let b = 0; b < Math.min(k, used + 1) && placings <= PLACINGS; b++) {
      placings += 1;
      place(order[step], b, 1);
      if (against() < least - 1e-12 * (1 + least)) branch(step + 1, Math.max(used, b + 1));
      place(order[step], b, -1);
    }
  };
  bloc.fill(-1);
  plus.fill(0);
  minus.fill(0);
  if (least > 0) branch(0, 0);
  return {
    value: least + selfHostile,
    method: placings <= PLACINGS ? "exact" : "bound",
    ...described(best),
    sources: [{ ref: "doreian2009", at: "pp. 2–4" }],
  };

  /** The best of some random starts, each improved by moving one actor at a time. */
  function relocated(): { least: number; best: Int32Array } {
    const draw = quick(seeded("relaxed balance"));
    let lowest = Number.POSITIVE_INFINITY;
    let kept = bloc.slice();
    for (let start = 0; start < 20 && lowest > 0; start++) {
      bloc.fill(-1);
      plus.fill(0);
      minus.fill(0);
      for (let v = 0; v < size; v++) place(v, draw(k), 1);
      for (let moved = true; moved; ) {
        moved = false;
        for (let v = 0; v < size; v++) {
          const own = bloc[v];
          let target = own;
          let lower = against();
          place(v, own, -1);
          for (let b = 0; b < k; b++) {
            place(v, b, 1);
            const cost = against();
            place(v, b, -1);
            if (cost < lower - 1e-9 * (1 + lower)) {
              lower = cost;
              target = b;
            }
          }
          place(v, target, 1);
          if (target !== own) moved = true;
        }
      }
      if (against() < lowest) {
        lowest = against();
        kept = bloc.slice();
      }
    }
    return { least: lowest, best: kept };
  }

  /** Blocs numbered as they occur, and the sign of each block. */
  function described(blocs: Int32Array) {
    const names = new Map<number, number>();
    const partition = Array.from(blocs, (b) => {
      if (!names.has(b)) names.set(b, names.size);
      return names.get(b) ?? 0;
    });
    const count = names.size;
    const sums = Array.from({ length: count }, () => new Array<number>(count).fill(0));
    for (let v = 0; v < size; v++) {
      for (let i = offset[v]; i < offset[v + 1]; i++) {
        const w = friendly[pair[i]] - hostile[pair[i]];
        sums[partition[v]][partition[neighbour[i]]] += w;
      }
    }
    return { partition, signs: sums.map((row) => row.map((x) => Math.sign(x))) };
  }
}

import { type Source, TawazunError } from "../../base/index.ts";
import { wholeScale } from "./whole.ts";

/** Who may side with whom: actors, how big each is, and how much each pair is drawn together (+) or apart (−). */
export interface Propensities {
  readonly actors: readonly string[];
  readonly size: readonly number[];
  /** Symmetric, one row an actor; what stands on the diagonal does not count. */
  readonly propensity: readonly (readonly number[])[];
}

/** An alignment that no actor leaves by itself. */
export interface Minimum {
  /** 1 or 2 for each actor; the first actor is on side 1. */
  readonly sides: readonly number[];
  readonly energy: number;
  /** How many configurations run down to it. */
  readonly basin: number;
  /** Whether every single switch raises the energy; else some switch changes nothing. */
  readonly strict: boolean;
}

export interface Landscape {
  /** From the lowest energy up; the first is the alignment predicted. */
  readonly minima: readonly Minimum[];
  /** 2ⁿ⁻¹: the two sides have no names. */
  readonly configurations: number;
  readonly method: "exact";
  readonly sources: readonly Source[];
}

const MOST = 24;

/**
 * The energy of an alignment: Σ sᵢ sⱼ pᵢⱼ over ordered pairs on different sides.
 *
 * @param sides anything that tells two sides apart, one an actor.
 * @see Axelrod & Bennett 1993, p. 215.
 */
export function energy({ size, propensity }: Propensities, sides: readonly unknown[]): number {
  let sum = 0;
  for (let i = 0; i < size.length; i++) {
    for (let j = 0; j < i; j++) {
      if (sides[i] !== sides[j]) sum += 2 * size[i] * size[j] * propensity[i][j];
    }
  }
  return sum;
}

/**
 * The landscape of all alignments into two sides: its minima, their energies and their basins.
 *
 * @returns all minima, the lowest first.
 * @throws {TawazunError} `landscape/actors` for none, or more than 24; `landscape/size` and `landscape/propensity`
 * for sizes below 0, missing or unequal propensities.
 *
 * @remarks An actor switches sides if that lowers its own frustration, which lowers the energy. From each of the
 * 2ⁿ⁻¹ configurations the switch that lowers it most is taken, again and again; of equal switches that of the actor
 * listed first.
 *
 * @see Axelrod & Bennett 1993, pp. 214–219.
 *
 * @example Two friends and their common enemy.
 * ```ts
 * import { landscape } from "tawazun/measure";
 * const propensity = [[0, 1, -1], [1, 0, -1], [-1, -1, 0]];
 * const [best] = landscape({ actors: ["a", "b", "c"], size: [1, 1, 2], propensity }).minima;
 * best.sides; //=> [1, 1, 2]
 * best.energy; //=> -8
 * ```
 */
export function landscape(problem: Propensities): Landscape {
  check(problem);
  const n = problem.actors.length;
  const pull = pulls(problem);
  const count = 2 ** (n - 1);
  const { next, lowest, strict } = descents(pull, n, count);

  // Follow each configuration down; what was passed on the way is known afterwards.
  const bottom = new Int32Array(count).fill(-1);
  const basin = new Map<number, number>();
  for (let x = 0; x < count; x++) {
    let y = x;
    while (bottom[y] < 0 && next[y] !== y) y = next[y];
    const end = bottom[y] < 0 ? y : bottom[y];
    for (let z = x; bottom[z] < 0; z = next[z]) bottom[z] = end;
    basin.set(end, (basin.get(end) ?? 0) + 1);
  }
  const minima = lowest.map((x, i) => {
    const sides = Array.from({ length: n }, (_, v) => (v > 0 && (x >> (v - 1)) & 1 ? 2 : 1));
    return { sides, energy: energy(problem, sides), basin: basin.get(x) ?? 0, strict: strict[i] };
  });
  minima.sort((a, b) => a.energy - b.energy || b.basin - a.basin);
  return {
    minima,
    configurations: count,
    method: "exact",
    sources: [{ ref: "axelrod1993", at: "pp. 214–219" }],
  };
}

/** What pulls each pair together, n × n, in units fine enough that sums compare without error. */
function pulls({ size, propensity }: Propensities): Float64Array {
  const n = size.length;
  const pull = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (i !== j) pull[i * n + j] = size[i] * size[j] * propensity[i][j];
  }
  const scale = wholeScale(pull);
  return pull.map((w) => Math.round(w * scale));
}

/**
 * For each configuration the one that it runs down to in one switch, itself if it is a minimum.
 *
 * @remarks Configurations are met in the order of a Gray code, one switch apart. Bit v − 1 is the side of actor v; a
 * switch of actor 0 is a switch of all others.
 */
function descents(pull: Float64Array, n: number, count: number) {
  const next = new Int32Array(count);
  const lowest: number[] = [];
  const strict: boolean[] = [];
  const spins = new Int8Array(n).fill(1);
  // What a switch of each actor would add to the energy, halved.
  const rise = Float64Array.from({ length: n }, (_, i) =>
    pull.subarray(i * n, (i + 1) * n).reduce((a, b) => a + b, 0),
  );
  let x = 0;
  for (let step = 0; ; step++) {
    let best = 0;
    for (let v = 1; v < n; v++) if (rise[v] < rise[best]) best = v;
    if (rise[best] < 0) {
      next[x] = best === 0 ? count - 1 - x : x ^ (1 << (best - 1));
    } else {
      next[x] = x;
      lowest.push(x);
      strict.push(rise.every((r) => r > 0));
    }
    if (step === count - 1) return { next, lowest, strict };
    const v = 1 + (31 - Math.clz32((step + 1) & -(step + 1)));
    x ^= 1 << (v - 1);
    spins[v] = -spins[v];
    rise[v] = -rise[v];
    for (let u = 0; u < n; u++) if (u !== v) rise[u] += 2 * pull[u * n + v] * spins[u] * spins[v];
  }
}

function check({ actors, size, propensity }: Propensities): void {
  const n = actors.length;
  if (n === 0 || n > MOST) {
    throw new TawazunError(
      "landscape/actors",
      `A landscape is computed for 1 to ${MOST} actors; there are ${n}. For more, the best alignment is the ` +
        "partition of frustration(), with weights size × size × propensity.",
    );
  }
  actors.forEach((actor, i) => {
    if (!(size[i] >= 0 && Number.isFinite(size[i]))) {
      throw new TawazunError("landscape/size", `The size of ${actor} is ${size[i]}; it must be 0 or more.`);
    }
    actors.forEach((other, j) => {
      const [own, back] = [propensity[i]?.[j], propensity[j]?.[i]];
      if (i !== j && !(Number.isFinite(own) && own === back)) {
        throw new TawazunError(
          "landscape/propensity",
          `The propensity of ${actor} and ${other} is given as ${own} and ${back}; it must be one number both ways.`,
        );
      }
    });
  });
}

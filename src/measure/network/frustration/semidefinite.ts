import { symmetricEigenvalues } from "../spectrum/symmetric.ts";
import { separate, slack, spread, type Triangle } from "./triangles.ts";

/** What a bound rests on, for the next one to start from. */
export interface Relaxation {
  /** No spins give Σ wᵢⱼ sᵢ sⱼ more than this. */
  readonly bound: number;
  /** How the relaxation would have each pair stand, n × n, from −1 to 1. */
  readonly pairs: Float64Array;
  /** The inequalities with their multipliers. */
  readonly triangles: readonly Triangle[];
}

/** Steps of the multipliers: at most so many, and how often progress is judged. */
const STEPS = 1200;
const JUDGED = 60;

/**
 * An upper bound on Σ wᵢⱼ sᵢ sⱼ over spins: spins become unit vectors, held together by triangle inequalities.
 *
 * @param w symmetric, n × n, zeros on the diagonal.
 * @param target a bound of at most this is good enough.
 * @param start inequalities to begin with.
 * @param draw chance for the vectors to start from.
 *
 * @remarks Unit vectors are improved one by one (Wang, Chang & Kolter 2017), multipliers of violated triangles move by
 * Polyak's step towards the target. Whatever vectors and multipliers are reached, y and an eigenvalue make a bound that
 * holds: max ≤ (Σ yᵢ + n λ(W − Diag y)) / 2, λ the largest eigenvalue.
 * @see Rendl, Rinaldi & Wiegele 2010, pp. 309–313, for the relaxation.
 */
export function relaxation(
  w: Float64Array,
  n: number,
  target: number,
  start: readonly Triangle[],
  draw: (n: number) => number,
): Relaxation {
  const rank = Math.ceil(Math.sqrt(2 * n)) + 1;
  const c = w.slice();
  let triangles = start.map((t) => ({ ...t }));
  let constant = 0;
  for (const t of triangles) {
    constant += t.multiplier;
    spread(c, n, t, t.multiplier);
  }
  const v = vectors(n, rank, draw);
  const y = new Float64Array(n);
  const pairs = new Float64Array(n * n);
  const proven = () => constant + (sum(y) + n * largestExcess(c, y, n)) / 2;
  for (let sweep = 0; sweep < 40; sweep++) improve(c, v, y, n, rank);

  let best = Number.POSITIVE_INFINITY;
  let judged = Number.POSITIVE_INFINITY;
  for (let step = 0; step < STEPS; step++) {
    improve(c, v, y, n, rank);
    improve(c, v, y, n, rank);
    const value = constant + sum(y) / 2;
    products(v, pairs, n, rank);
    if (value <= target && step % 5 === 0) {
      best = Math.min(best, proven());
      if (best <= target) break;
    }
    if (step > 0 && step % JUDGED === 0) {
      // At the pace of the last steps, would the target be reached in those that are left?
      const pace = (judged - value) / JUDGED;
      if (judged < Number.POSITIVE_INFINITY && value - pace * (STEPS - step) * 0.5 > target) break;
      judged = value;
    }
    if (step % 20 === 0) triangles = separate(pairs, n, triangles);

    // Polyak: move by how far the value is from the target, over the squared length of the violations.
    let length = 0;
    const slacks = new Float64Array(triangles.length);
    for (let t = 0; t < triangles.length; t++) {
      slacks[t] = slack(triangles[t], pairs, n);
      if (slacks[t] < 0 || triangles[t].multiplier > 0) length += slacks[t] * slacks[t];
    }
    if (length < 1e-9) break;
    const move = Math.max(0.01 * Math.abs(target), value - target) / length;
    for (let t = 0; t < triangles.length; t++) {
      const triangle = triangles[t];
      const next = Math.max(0, triangle.multiplier - move * slacks[t]);
      const change = next - triangle.multiplier;
      if (change === 0) continue;
      triangle.multiplier = next;
      constant += change;
      spread(c, n, triangle, change);
    }
  }
  if (best > target) {
    for (let sweep = 0; sweep < 30; sweep++) improve(c, v, y, n, rank);
    best = Math.min(best, proven());
  }
  return { bound: best, pairs, triangles: triangles.filter((t) => t.multiplier > 1e-6) };
}

function vectors(n: number, rank: number, draw: (n: number) => number): Float64Array {
  const v = new Float64Array(n * rank);
  for (let i = 0; i < n; i++) {
    let square = 0;
    for (let r = 0; r < rank; r++) {
      v[i * rank + r] = draw(2001) - 1000.5;
      square += v[i * rank + r] * v[i * rank + r];
    }
    const length = Math.sqrt(square);
    for (let r = 0; r < rank; r++) v[i * rank + r] /= length;
  }
  return v;
}

/** Each vector in turn along the sum of the others, weighted: the best it can do; y becomes the length of that sum. */
function improve(c: Float64Array, v: Float64Array, y: Float64Array, n: number, rank: number): void {
  const g = new Float64Array(rank);
  for (let i = 0; i < n; i++) {
    g.fill(0);
    const row = i * n;
    for (let j = 0; j < n; j++) {
      const weight = c[row + j];
      const at = j * rank;
      for (let r = 0; r < rank; r++) g[r] += weight * v[at + r];
    }
    let square = 0;
    for (let r = 0; r < rank; r++) square += g[r] * g[r];
    const length = Math.sqrt(square);
    y[i] = length;
    if (length < 1e-12) continue;
    for (let r = 0; r < rank; r++) v[i * rank + r] = g[r] / length;
  }
}

function products(v: Float64Array, pairs: Float64Array, n: number, rank: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      let dot = 0;
      for (let r = 0; r < rank; r++) dot += v[i * rank + r] * v[j * rank + r];
      pairs[i * n + j] = pairs[j * n + i] = dot;
    }
  }
}

/** The largest eigenvalue of C − Diag y, with a hair for rounding. */
function largestExcess(c: Float64Array, y: Float64Array, n: number): number {
  const rows = Array.from({ length: n }, (_, i) => {
    const row = c.slice(i * n, (i + 1) * n);
    row[i] = -y[i];
    return row;
  });
  const values = symmetricEigenvalues(rows);
  return values[n - 1] + 1e-10 * Math.abs(values[0]);
}

function sum(y: Float64Array): number {
  let total = 0;
  for (const entry of y) total += entry;
  return total;
}

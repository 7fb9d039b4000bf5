import { quickExp } from "../exponentials.ts";
import type { LiveTerm } from "../live-term.ts";
import type { Unit } from "../plan.ts";
import type { Stage } from "../stage.ts";

/** Renewals after which the sums of rows are added up afresh, lest rounding build up. */
const RECOUNT = 256;

/** Units that may act, senders or pairs, with a weight each: at least what it will be until the next renewal. */
export interface Urn {
  /** Whether weights change with time alone: then they are bounds, and a draw is to be tried. */
  readonly moving: boolean;
  /** What {@link Urn.renew} gave, one a unit. */
  readonly weights: Float64Array;
  /** Takes in what the stage's last advance changed; to be called after every one. */
  note(): void;
  /** Weights good from a time to a later one; their sum. */
  renew(from: number, to: number): number;
  /** The unit at a place between 0 and the sum. */
  draw(place: number): number;
  /** Its true weight at a time. */
  weight(unit: number, time: number): number;
}

/**
 * An urn whose weights are exp(θ·s).
 *
 * @remarks Where no term changes with time alone, only the units that a change touched are weighed anew.
 * Otherwise all are, with a bound for the stretch of time: between changes every statistic moves one way,
 * so each term is largest at one of the two ends (a tie below its floor jumps to 0).
 */
export function urn(now: Stage, terms: readonly LiveTerm[], unit: Unit, coefficients: Float64Array): Urn {
  const { n, present, open } = now;
  const pair = unit === "pair";
  const units = pair ? n * n : n;
  const weights = new Float64Array(units);
  // Sums over each sender's pairs, so that a change costs one row and a draw two short walks.
  const rows = pair ? new Float64Array(n) : weights;
  const moving = terms.some((term) => term.moving);
  const stamp = new Uint8Array(units);
  const stale = new Int32Array(units);
  let staleCount = 0;
  let all = true;
  let renewals = 0;

  const there = (i: number, j: number): boolean =>
    present[i] === 1 &&
    (!pair || (i !== j && present[j] === 1 && (open === undefined || open[i * n + j] > 0)));

  function weight(u: number, time: number): number {
    const i = pair ? Math.floor(u / n) : u;
    const j = pair ? u - i * n : u;
    if (!there(i, j)) return 0;
    let eta = 0;
    for (let p = 0; p < terms.length; p++) eta += coefficients[p] * terms[p].value(i, j, time);
    return quickExp(eta);
  }

  function mark(u: number): void {
    if (stamp[u] === 1) return;
    stamp[u] = 1;
    stale[staleCount++] = u;
  }

  function weighAll(time: number): void {
    for (let u = 0; u < units; u++) weights[u] = weight(u, time);
    if (pair) for (let i = 0; i < n; i++) sumRow(i);
  }

  function sumRow(i: number): void {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += weights[i * n + j];
    rows[i] = sum;
  }

  function weighOne(u: number, time: number): void {
    const before = weights[u];
    const after = weight(u, time);
    weights[u] = after;
    if (!pair) return;
    const i = Math.floor(u / n);
    rows[i] += after - before;
    // What is left after a great weight has gone is mostly its rounding.
    if (!(rows[i] > 1e-6 * before)) sumRow(i);
  }

  const eta = new Float64Array(moving ? units : 0);
  const early = new Float64Array(moving ? units : 0);
  const late = new Float64Array(moving ? units : 0);

  function bounds(from: number, to: number): void {
    eta.fill(0);
    for (let p = 0; p < terms.length; p++) {
      const term = terms[p];
      const c = coefficients[p];
      const still = !term.moving || from === to;
      const falls = still || term.falls();
      if (falls) {
        const first = still || c > 0;
        spread(term, first ? from : to, early);
        const least = !first && term.floored ? 0 : Number.NEGATIVE_INFINITY;
        for (let u = 0; u < units; u++) eta[u] += Math.max(c * early[u], least);
        continue;
      }
      spread(term, from, early);
      spread(term, to, late);
      const least = term.floored ? 0 : Number.NEGATIVE_INFINITY;
      for (let u = 0; u < units; u++) eta[u] += Math.max(c * early[u], c * late[u], least);
    }
    for (let u = 0; u < units; u++) {
      const i = pair ? Math.floor(u / n) : u;
      weights[u] = there(i, pair ? u - i * n : u) ? quickExp(eta[u]) : 0;
    }
    if (pair) for (let i = 0; i < n; i++) sumRow(i);
  }

  /** The values of a term for all units. */
  function spread(term: LiveTerm, time: number, into: Float64Array): void {
    if (!pair || term.term.statistic.level === "pair") {
      term.all(time, into);
      return;
    }
    const ego = term.term.side === "ego";
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) into[i * n + j] = j === 0 || !ego ? term.value(i, j, time) : into[i * n];
    }
  }

  return {
    moving,
    weights,
    weight,
    note() {
      if (now.presenceChanged) {
        all = true;
        now.presenceChanged = false;
      }
      if (moving || all) return;
      for (const { term, touched, touchedCount } of terms) {
        for (let k = 0; k < touchedCount; k++) {
          const cell = touched[k];
          if (!pair || term.statistic.level === "pair") mark(cell);
          else if (term.side === "ego") for (let j = 0; j < n; j++) mark(cell * n + j);
          else for (let i = 0; i < n; i++) mark(i * n + cell);
        }
      }
    },
    renew(from, to) {
      renewals += 1;
      if (moving) bounds(from, to);
      else if (all) weighAll(from);
      else for (let k = 0; k < staleCount; k++) weighOne(stale[k], from);
      if (pair && !moving && renewals % RECOUNT === 0) for (let i = 0; i < n; i++) sumRow(i);
      for (let k = 0; k < staleCount; k++) stamp[stale[k]] = 0;
      staleCount = 0;
      all = false;
      let total = 0;
      for (let i = 0; i < n; i++) total += rows[i];
      return total;
    },
    draw(place) {
      let left = place;
      const i = walk(rows, 0, n, left);
      if (!pair) return i;
      for (let k = 0; k < i; k++) left -= rows[k];
      return i * n + walk(weights, i * n, n, left);
    },
  };
}

/** The first of n weights from a place on at which their sum is above `left`; the last one that weighs at all if none. */
function walk(weights: Float64Array, from: number, n: number, left: number): number {
  let sum = 0;
  let last = 0;
  for (let k = 0; k < n; k++) {
    const w = weights[from + k];
    if (w === 0) continue;
    last = k;
    sum += w;
    if (sum > left) return k;
  }
  return last;
}

import { log } from "../base/index.ts";
import { agenda, boundaries } from "./agenda.ts";
import { absent, mirror } from "./choice.ts";
import { quickExp } from "./exponentials.ts";
import type { Likelihood } from "./likelihood.ts";
import type { Plan, Unit } from "./plan.ts";
import { nodesOf } from "./quadrature.ts";
import { type Stage, stage } from "./stage.ts";

/** Sums over all units that may act, of w = exp η: of w, of w·s, and of w·s·s′ (lower half). */
interface Sums {
  zero: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * Who acts next, and when: the rate factor (units are senders) and the relational-event model (units are
 * ordered pairs).
 *
 * Ordered: log L = Σₑ [η(uₑ) − ln Σ over present units of exp η(u)]. Timed:
 * log L = Σₑ η(uₑ) − Σ over intervals of length · Σ over present units of exp η(u), where intervals end
 * at every event and at every change of what the terms read. Within an interval the rates of terms that fade
 * or age are integrated by Gauss's rule; taken from its end, they would seem lower than they were.
 *
 * @remarks The sums over units are kept up: after a change only the units whose statistics it touched are
 * taken out and put back, O(n) for an event instead of O(n²), unless a term changes with time alone. They
 * are added up afresh when rounding could show.
 * @see Butts 2008; Stadtfeld & Block 2017.
 */
export function hazardLikelihood(plan: Plan, unit: Unit, timed: boolean): Likelihood {
  const { dependent, actors } = plan.data;
  const n = actors.length;
  const size = plan.terms.length;
  const list = agenda(plan);
  const ends = timed ? boundaries(plan.data, list) : Float64Array.from(dependent.time);
  const units = unit === "pair" ? n * n : n;
  const weight = new Float64Array(units);
  const rows = new Float64Array(units * size);
  const names = plan.terms.map((term) => term.name);
  const intercept = names.indexOf("intercept");
  const events = dependent.time.length;
  const none: Sums = { zero: 0, first: new Float64Array(size), second: new Float64Array(size * size) };
  const begin = plan.data.observed?.from ?? list.start;
  return {
    names,
    count: timed ? intervalCount(ends, dependent.time) : events,
    ...(timed && intercept >= 0 ? { start: started(size, intercept) } : {}),
    evaluate(coefficients, observe) {
      const now = stage(plan, list);
      const tally = kept(now, unit, coefficients, weight, rows);
      const scale = fadingScale(now);
      const score = new Float64Array(size);
      const information = new Float64Array(size * size);
      const own = new Float64Array(size);
      let logLikelihood = 0;
      let e = 0;
      let before = timed ? begin : 0;
      for (let b = 0; b < ends.length; ) {
        const time = timed ? ends[b] : dependent.time[e];
        now.advance(time);
        const length = timed ? time - before : 0;
        own.fill(0);
        let part = 0;
        if (timed && length > 0) {
          const nodes =
            scale === undefined ? { time: [time], weight: [length] } : nodesOf(before, time, scale);
          for (let k = 0; k < nodes.time.length; k++) {
            const { zero, first, second } = tally.sums(nodes.time[k]);
            const stands = nodes.weight[k];
            part -= stands * zero;
            for (let p = 0; p < size; p++) own[p] -= stands * first[p];
            for (let p = 0; p < size * size; p++) information[p] += stands * second[p];
          }
        }
        before = time;
        const { zero, first, second } = timed ? none : tally.sums(time);
        let any = false;
        while (e < events && dependent.time[e] === time) {
          const [i, j] = [dependent.sender[e], dependent.receiver[e]];
          const shut =
            unit === "pair" &&
            (now.present[j] === 0 || (now.open !== undefined && !(now.open[i * n + j] > 0)));
          if (shut || now.present[i] === 0) absent(e, actors, i, j);
          for (let p = 0; p < size; p++) {
            const x = now.terms[p].value(i, unit === "pair" ? j : i, time);
            part += coefficients[p] * x;
            own[p] += x;
          }
          if (!timed) {
            part -= log(zero);
            for (let p = 0; p < size; p++) {
              const mean = first[p] / zero;
              own[p] -= mean;
              for (let q = 0; q <= p; q++) {
                information[p * size + q] += second[p * size + q] / zero - (mean * first[q]) / zero;
              }
            }
          }
          logLikelihood += part;
          for (let p = 0; p < size; p++) score[p] += own[p];
          observe?.(part, own, e);
          part = 0;
          own.fill(0);
          any = true;
          e += 1;
          if (!timed) b += 1;
        }
        if (!any) {
          logLikelihood += part;
          for (let p = 0; p < size; p++) score[p] += own[p];
          if (length > 0) observe?.(part, own, -1);
        }
        if (timed) b += 1;
      }
      mirror(information, size);
      return { logLikelihood, score, information };
    },
  };

  /** Everybody equally active: the start that timed models need. */
  function started(terms: number, at: number): Float64Array {
    const start = new Float64Array(terms);
    const now = stage(plan, list);
    let exposure = 0;
    let before = begin;
    for (const time of ends) {
      now.advance(time);
      const there = now.present.reduce((sum, here) => sum + here, 0);
      exposure += (time - before) * (unit === "pair" ? there * (there - 1) : there);
      before = time;
    }
    start[at] = exposure > 0 ? log(events / exposure) : 0;
    return start;
  }
}

/** The shortest time in which a term changes by itself; nothing if none does. */
function fadingScale({ terms }: Stage): number | undefined {
  const scales = terms.filter((term) => term.ages).map((term) => term.halfLife ?? 1);
  return scales.length === 0 ? undefined : Math.min(...scales);
}

/** Intervals of positive length without an event, and events. */
function intervalCount(ends: Float64Array, times: ArrayLike<number>): number {
  const moments = new Set(Array.from(times));
  return times.length + ends.reduce((sum, end, b) => sum + (b > 0 && !moments.has(end) ? 1 : 0), 0);
}

/** The sums over units, kept up as the stage changes. */
function kept(
  now: Stage,
  unit: Unit,
  coefficients: Float64Array,
  weight: Float64Array,
  rows: Float64Array,
): { sums(time: number): Sums } {
  const { n, terms, present, open } = now;
  const size = terms.length;
  const pair = unit === "pair";
  const units = weight.length;
  const totals = { zero: 0, first: new Float64Array(size), second: new Float64Array(size * size) };
  const stamp = new Uint8Array(units);
  const stale = new Int32Array(units);
  const moving = terms.some((term) => term.moving);
  let peak = 0;
  let changes = 0;
  let begun = false;
  weight.fill(0);

  function add(u: number, sign: 1 | -1): void {
    const w = sign * weight[u];
    const from = u * size;
    totals.zero += w;
    for (let p = 0; p < size; p++) {
      const wx = w * rows[from + p];
      totals.first[p] += wx;
      for (let q = 0; q <= p; q++) totals.second[p * size + q] += wx * rows[from + q];
    }
  }

  function renew(u: number, time: number): void {
    const i = pair ? Math.floor(u / n) : u;
    const j = pair ? u - i * n : u;
    const from = u * size;
    let eta = 0;
    for (let p = 0; p < size; p++) {
      const x = terms[p].value(i, j, time);
      rows[from + p] = x;
      eta += coefficients[p] * x;
    }
    const there =
      present[i] === 1 &&
      (!pair || (i !== j && present[j] === 1 && (open === undefined || open[i * n + j] > 0)));
    weight[u] = there ? quickExp(eta) : 0;
  }

  function everything(time: number): void {
    totals.zero = 0;
    totals.first.fill(0);
    totals.second.fill(0);
    for (let u = 0; u < units; u++) {
      renew(u, time);
      if (weight[u] !== 0) add(u, 1);
    }
    peak = totals.zero;
    changes = 0;
    begun = true;
    now.presenceChanged = false;
  }

  return {
    sums(time) {
      if (!begun || moving || now.presenceChanged || changes > 2e6) {
        everything(time);
        return totals;
      }
      let count = 0;
      const mark = (u: number): void => {
        if (stamp[u] === 1) return;
        stamp[u] = 1;
        stale[count++] = u;
      };
      for (const { term, touched, touchedCount } of terms) {
        for (let k = 0; k < touchedCount; k++) {
          const cell = touched[k];
          if (!pair || term.statistic.level === "pair") mark(cell);
          else if (term.side === "ego") for (let j = 0; j < n; j++) mark(cell * n + j);
          else for (let i = 0; i < n; i++) mark(i * n + cell);
        }
      }
      for (let k = 0; k < count; k++) {
        const u = stale[k];
        stamp[u] = 0;
        if (weight[u] !== 0) add(u, -1);
        renew(u, time);
        if (weight[u] !== 0) add(u, 1);
      }
      changes += count;
      peak = Math.max(peak, totals.zero);
      // What is left after a great weight has gone is mostly its rounding.
      if (!(totals.zero > 1e-6 * peak)) everything(time);
      return totals;
    },
  };
}

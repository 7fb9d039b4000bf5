import { exp, type Source, TawazunError } from "../../base/index.ts";
import type { EventData } from "../event-data.ts";
import { type EventFit, type FitOptions, fitEvents, likelihoodOf } from "../fit-events.ts";

/** How far the estimate of one coefficient wanders as events come in. */
export interface Wandering {
  readonly term: string;
  /** Largest distance of its cumulated influence from a straight line, in standard errors; 1.36 is the 5 per cent point. */
  readonly statistic: number;
  /** Chance of one as large if the coefficient never changes. */
  readonly p: number;
  /** The event before which it is largest, by number and time. */
  readonly event: number;
  readonly time: number;
}

/** A moment at which a coefficient changed. */
export interface ChangePoint extends Wandering {
  /** Estimates from the events before and from it on, between the neighbouring change points, with errors. */
  readonly before: number;
  readonly after: number;
  readonly beforeError: number;
  readonly afterError: number;
}

/** Whether coefficients stay the same over time. */
export interface Constancy {
  readonly terms: readonly Wandering[];
  /** Chance of the largest statistic if none changes, for all terms together. */
  readonly p: number;
  /** Where coefficients changed, in order of time; none where p is above the level. */
  readonly points: readonly ChangePoint[];
  readonly level: number;
  readonly sources: readonly Source[];
}

/** What {@link changePoints} is asked beside the model. */
export interface ConstancyOptions {
  /** Level of the test of each stretch; default 0.05. */
  readonly level?: number;
  /** Events that a stretch has at least; default 10 a coefficient, at least 30. */
  readonly least?: number;
  /** Change points at most; default 5. */
  readonly most?: number;
}

/**
 * Tests whether the coefficients of a model stay the same, and finds where they changed.
 *
 * @param options the model without priors: these would pull the estimates away from the events.
 * @throws {TawazunError} `fit/constancy` for too few events, priors or sampled pairs; else as {@link fitEvents}.
 *
 * @remarks The fluctuation test on scores: the events' scores, put into units of each coefficient by the
 * inverse information and divided by their robust error, are added up in order of time. Without a change
 * the sum runs like a Brownian bridge, whose largest distance has Kolmogorov's distribution,
 * P(> x) = 2 Σ (−1)ᵏ⁺¹ exp(−2 k² x²), so no table is needed. Terms are judged together by Bonferroni's
 * bound. The most significant term splits the events; both sides are then tested in the same way (binary
 * segmentation). A change near either end is hard to see.
 *
 * @see Hjort & Koning 2002; Zeileis & Hornik 2007.
 */
export function changePoints(
  data: EventData,
  options: FitOptions,
  { level = 0.05, least, most = 5 }: ConstancyOptions = {},
): Constancy {
  if (options.priors !== undefined || options.kind === "rem-sampled") {
    throw new TawazunError(
      "fit/constancy",
      "Constancy is tested on a model without priors and without sampled pairs.",
    );
  }
  const whole = wanderings(data, options);
  const enough = least ?? Math.max(30, 10 * whole.length);
  const points: Found[] = [];
  const seek = (part: EventData, offset: number, found: readonly Wandering[]): void => {
    const worst = [...found].sort((a, b) => a.p - b.p)[0];
    const count = part.dependent.time.length;
    if (worst === undefined || worst.p * found.length > level) return;
    const at = splitAt(part, worst.event);
    if (at < enough || count - at < enough) return;
    points.push({ ...worst, event: offset + at, time: part.dependent.time[at] });
    const sides = [stretch(part, 0, at), stretch(part, at, count)] as const;
    sides.forEach((side, k) => {
      const next = attempt(() => wanderings(side, options));
      if (next !== undefined) seek(side, offset + k * at, next);
    });
  };
  if (data.dependent.time.length < 2 * enough) {
    throw new TawazunError(
      "fit/constancy",
      `There are ${data.dependent.time.length} events; to see a change in ${whole.length} coefficients, ${2 * enough} are needed.`,
    );
  }
  seek(data, 0, whole);
  const kept = points.slice(0, most).sort((a, b) => a.event - b.event);
  return {
    terms: whole,
    p: Math.min(1, whole.length * Math.min(...whole.map((each) => each.p))),
    points: kept.flatMap((point, k) => {
      const [from, to] = [kept[k - 1]?.event ?? 0, kept[k + 1]?.event ?? data.dependent.time.length];
      const before = attempt(() => fitEvents(stretch(data, from, point.event), options));
      const after = attempt(() => fitEvents(stretch(data, point.event, to), options));
      return before === undefined || after === undefined ? [] : [described(point, before, after)];
    }),
    level,
    sources: [{ ref: "hjort2002" }, { ref: "zeileis2007" }],
  };
}

type Found = Wandering;

function described(point: Found, before: EventFit, after: EventFit): ChangePoint {
  const of = (fit: EventFit) => fit.terms.find((term) => term.name === point.term) ?? fit.terms[0];
  return {
    ...point,
    before: of(before).coefficient,
    after: of(after).coefficient,
    beforeError: of(before).standardError,
    afterError: of(after).standardError,
  };
}

/** What a fit gives, unless a coefficient cannot be estimated from so few events. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (problem) {
    if (problem instanceof TawazunError && problem.code.startsWith("fit/")) return undefined;
    throw problem;
  }
}

/** How far each coefficient wanders. */
function wanderings(data: EventData, options: FitOptions): readonly Wandering[] {
  const fit = fitEvents(data, options);
  const size = fit.terms.length;
  const { time } = data.dependent;
  const events = time.length;
  const influence = new Float64Array(events * size);
  let next = 0;
  likelihoodOf(data, options).evaluate(
    Float64Array.from(fit.terms, (term) => term.coefficient),
    (_, score, event) => {
      // Time without an event belongs to the event that ends it.
      const e = event >= 0 ? event : Math.min(next, events - 1);
      if (event >= 0) next = event + 1;
      for (let p = 0; p < size; p++) {
        for (let q = 0; q < size; q++) influence[e * size + p] += fit.covariance[p][q] * score[q];
      }
    },
  );
  return fit.terms.map(({ name }, p) => {
    let total = 0;
    let squares = 0;
    for (let k = 0; k < events; k++) {
      total += influence[k * size + p];
      squares += influence[k * size + p] ** 2;
    }
    let sum = 0;
    let largest = 0;
    let at = 0;
    for (let k = 0; k < events - 1; k++) {
      sum += influence[k * size + p] - total / events;
      if (Math.abs(sum) <= largest) continue;
      largest = Math.abs(sum);
      at = k + 1;
    }
    const statistic = squares > 0 ? largest / Math.sqrt(squares) : 0;
    return { term: name, statistic, p: kolmogorovTail(statistic), event: at, time: time[at] };
  });
}

/** The first event of the same time: events of one time are not torn apart. */
function splitAt({ dependent: { time } }: EventData, event: number): number {
  let at = event;
  while (at > 0 && time[at - 1] === time[at]) at -= 1;
  return at;
}

/** The events from one number up to another; what came before is the past. */
function stretch(data: EventData, from: number, to: number): EventData {
  const { time, sender, receiver, type, types } = data.dependent;
  const part = (column: ArrayLike<number>): number[] => Array.from(column).slice(from, to);
  const start = from === 0 ? data.observed?.from : time[from - 1];
  const end = to === time.length ? data.observed?.to : time[to - 1];
  return {
    ...data,
    observed: {
      ...(start === undefined ? {} : { from: start }),
      ...(end === undefined ? {} : { to: end }),
    },
    dependent: {
      time: part(time),
      sender: part(sender),
      receiver: part(receiver),
      ...(type === undefined ? {} : { type: part(type) }),
      ...(types === undefined ? {} : { types }),
    },
  };
}

/** P(the largest distance of a Brownian bridge from 0 exceeds x). */
export function kolmogorovTail(x: number): number {
  if (x < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) {
    const term = exp(-2 * k * k * x * x);
    sum += k % 2 === 1 ? term : -term;
    if (term < 1e-17) break;
  }
  return Math.min(1, Math.max(0, 2 * sum));
}

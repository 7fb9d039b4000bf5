import { moveKinds, type World } from "../simulate/index.ts";
import { merge, type Observations } from "./observe.ts";
import { addTo, countRange, type Sketches, shareRange, sketches } from "./sketch.ts";

/** Whole runs kept beside the sums: enough for medoids and stories, whatever the number of runs. */
const MOST_KEPT = 500;
/** Months of which a sketch is kept: a fan drawn through more of them looks the same. */
const MOST_MARKS = 120;

/**
 * What many runs come to, without the runs: sums, sketches of quantiles, and every k-th run whole.
 * Its size does not grow with their number.
 */
export interface Ensemble {
  readonly months: number;
  /** Months at whose ends quantiles are kept, the last among them. */
  readonly marks: readonly number[];
  /** Every so many runs one is kept whole. */
  readonly every: number;
  /** Runs taken, from run 0 on without a gap. */
  runs: number;
  /** mark × mover: share of power */
  readonly share: Sketches;
  /** mark × group */
  readonly groupShare: Sketches;
  /** mark: count of the violence series */
  readonly count: Sketches;
  /** Most signatures of a run. */
  readonly signatures: Sketches;
  /** month × route: runs in which it is open at the month's end */
  readonly open: Float64Array;
  /** month × set of marks of trouble (0…7): runs */
  readonly trouble: Float64Array;
  /** Moves of a kind that came off in all runs, and runs in which one did. */
  readonly kindMoves: Float64Array;
  readonly kindRuns: Float64Array;
  /** Runs in which a pace was held down or moves were ended. */
  bounded: number;
  /** The runs kept whole, one after another: row r is run r × every. */
  readonly kept: Observations[];
}

/** An empty ensemble for so many runs. */
export function ensembleOf(world: World, months: number, runs: number): Ensemble {
  const step = Math.max(1, Math.ceil(months / MOST_MARKS));
  const marks: number[] = [];
  for (let m = months - 1; m >= 0; m -= step) marks.unshift(m);
  return {
    months,
    marks,
    every: Math.max(1, Math.ceil(runs / MOST_KEPT)),
    runs: 0,
    share: sketches(marks.length * world.movers.length, shareRange),
    groupShare: sketches(marks.length * world.groupIds.length, shareRange),
    count: sketches(marks.length, countRange),
    signatures: sketches(1, countRange),
    open: new Float64Array(months * world.routes.length),
    trouble: new Float64Array(months * 8),
    kindMoves: new Float64Array(moveKinds.length),
    kindRuns: new Float64Array(moveKinds.length),
    bounded: 0,
    kept: [],
  };
}

/**
 * Adds the next runs to an ensemble; what is not kept can be forgotten.
 *
 * @param runs those that follow on the ones taken before, observed in detail.
 * @remarks The same bytes however the runs are cut into pieces.
 */
export function takeIn(ensemble: Ensemble, runs: Observations): void {
  const { months, marks, every } = ensemble;
  const count = runs.to - runs.from;
  const movers = runs.share.length / Math.max(1, count * months);
  const groups = runs.groupShare.length / Math.max(1, count * months);
  const routes = runs.open.length / Math.max(1, count * months);
  const kinds = ensemble.kindMoves.length;
  for (let row = 0; row < count; row++) {
    marks.forEach((month, at) => {
      const here = row * months + month;
      for (let k = 0; k < movers; k++) addTo(ensemble.share, at * movers + k, runs.share[here * movers + k]);
      for (let g = 0; g < groups; g++)
        addTo(ensemble.groupShare, at * groups + g, Math.max(0, runs.groupShare[here * groups + g]));
      addTo(ensemble.count, at, runs.count[here]);
    });
    for (let m = 0; m < months; m++) {
      ensemble.trouble[m * 8 + runs.trouble[row * months + m]] += 1;
      for (let r = 0; r < routes; r++)
        ensemble.open[m * routes + r] += runs.open[(row * months + m) * routes + r];
    }
    for (let k = 0; k < kinds; k++) {
      const made = runs.kinds[row * kinds + k];
      ensemble.kindMoves[k] += made;
      if (made > 0) ensemble.kindRuns[k] += 1;
    }
    addTo(ensemble.signatures, 0, runs.signatures[row]);
    ensemble.bounded += runs.bounded[row];
    if ((runs.from + row) % every === 0) ensemble.kept.push(rowOf(runs, row));
  }
  ensemble.runs += count;
}

/** The kept runs as if they were all there are; row r is run r × `every`. Nothing if none is kept yet. */
export function keptRuns(ensemble: Ensemble): Observations | undefined {
  if (ensemble.kept.length === 0) return undefined;
  return { ...merge(ensemble.kept), from: 0, to: ensemble.kept.length };
}

/** Part of all months that had no trouble of any kind, 0…1. */
export function calmPart({ trouble, runs, months }: Ensemble): number {
  let calm = 0;
  for (let at = 0; at < trouble.length; at += 8) calm += trouble[at];
  return runs === 0 || months === 0 ? 0 : calm / (runs * months);
}

/** One run by itself. */
function rowOf(runs: Observations, row: number): Observations {
  const count = runs.to - runs.from;
  const cut = <T extends Uint8Array | Uint16Array | Float32Array | Float64Array>(array: T): T => {
    const width = array.length / count;
    return array.slice(row * width, (row + 1) * width) as T;
  };
  return {
    from: runs.from + row,
    to: runs.from + row + 1,
    months: runs.months,
    answers: cut(runs.answers),
    measures: cut(runs.measures),
    trouble: cut(runs.trouble),
    kinds: cut(runs.kinds),
    signatures: cut(runs.signatures),
    bounded: cut(runs.bounded),
    share: cut(runs.share),
    groupShare: cut(runs.groupShare),
    count: cut(runs.count),
    open: cut(runs.open),
  };
}

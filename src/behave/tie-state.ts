import { exp } from "../base/index.ts";

const LN2 = 0.6931471805599453;
/** Half-lives after which the reference time has to move on, lest stored values grow too big. */
export const rebaseAfter = 200;

/** How ties fade. */
export interface Fading {
  readonly halfLife: number;
  /** A tie that has faded below it is gone; 0 keeps every trace. */
  readonly floor: number;
}

/**
 * The ties of a network as a replay goes through time. With a half-life, stored values are as seen from a
 * reference time; a stored value times {@link TieState.factor} is the tie now.
 */
export interface TieState {
  /** Stored values, [i·n + j]. */
  readonly ties: Float64Array;
  /** Whether ties have a half-life. */
  readonly fades: boolean;
  readonly halfLife: number | undefined;
  readonly floor: number;
  /** What stored values are worth now; 1 without a half-life. */
  factor(time: number): number;
  /** Adds to or replaces a tie, and tells whoever listens. */
  change(time: number, i: number, j: number, value: number, replace: boolean): void;
  /** Moves the reference time: states that are compared with one another must share it. */
  rebase(time: number): void;
  /** Lets faded ties go; called before anything is read at a time. */
  fade(time: number): void;
}

/** Told of every change of a stored tie. */
export type TieListener = (i: number, j: number, before: number, after: number, time: number) => void;

/**
 * @param bothWays each change counts for the pair in both directions.
 * @param origin the first reference time, not after the first change.
 * @param rescaled told when the reference time moves: everything stored is to be multiplied.
 */
export function tieState(
  n: number,
  bothWays: boolean,
  fading: Fading | undefined,
  origin: number,
  listener: TieListener,
  rescaled: (by: number) => void,
): TieState {
  const ties = new Float64Array(n * n);
  let reference = origin;
  let factorTime = Number.NaN;
  let factorValue = 1;
  const ends = fading !== undefined && fading.floor > 0 ? endings() : undefined;

  function set(time: number, i: number, j: number, after: number): void {
    const before = ties[i * n + j];
    if (before === after || i === j) return;
    ties[i * n + j] = after;
    listener(i, j, before, after, time);
  }

  function factor(time: number): number {
    if (fading === undefined) return 1;
    if (time !== factorTime) {
      factorTime = time;
      factorValue = exp((-LN2 * (time - reference)) / fading.halfLife);
    }
    return factorValue;
  }

  /** The last time at which a stored value is not below the floor. */
  function lasts(time: number, stored: number): number {
    if (fading === undefined) return Number.POSITIVE_INFINITY;
    let [low, high] = [time, time];
    const { floor, halfLife } = fading;
    for (let now = stored * factor(time); now >= floor; now /= 2) high += halfLife;
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (stored * exp((-LN2 * (middle - reference)) / halfLife) >= floor) low = middle;
      else high = middle;
    }
    return low;
  }

  return {
    ties,
    fades: fading !== undefined,
    halfLife: fading?.halfLife,
    floor: fading?.floor ?? 0,
    factor,
    change(time, i, j, value, replace) {
      if (i === j) return;
      const given = Number.isNaN(value) ? 0 : value;
      const stored = fading === undefined ? given : given / factor(time);
      set(time, i, j, replace ? stored : ties[i * n + j] + stored);
      if (bothWays) set(time, j, i, ties[i * n + j]);
      if (ends !== undefined) ends.push(lasts(time, ties[i * n + j]), i * n + j);
    },
    rebase(time) {
      if (fading === undefined) return;
      const by = exp((-LN2 * (time - reference)) / fading.halfLife);
      for (let c = 0; c < ties.length; c++) ties[c] *= by;
      rescaled(by);
      reference = time;
      factorTime = Number.NaN;
    },
    fade(time) {
      if (ends === undefined) return;
      for (let cell = ends.before(time); cell >= 0; cell = ends.before(time)) {
        const i = Math.floor(cell / n);
        const j = cell % n;
        if (ties[cell] * factor(time) >= (fading?.floor ?? 0)) continue;
        set(time, i, j, 0);
        if (bothWays) set(time, j, i, 0);
      }
    },
  };
}

/** Cells with the time at which each may end, earliest first: a binary heap. */
function endings(): { push(time: number, cell: number): void; before(time: number): number } {
  const times: number[] = [];
  const cells: number[] = [];
  const swap = (a: number, b: number): void => {
    [times[a], times[b]] = [times[b], times[a]];
    [cells[a], cells[b]] = [cells[b], cells[a]];
  };
  return {
    push(time, cell) {
      times.push(time);
      cells.push(cell);
      for (let c = times.length - 1; c > 0; ) {
        const up = (c - 1) >> 1;
        if (times[up] <= times[c]) break;
        swap(up, c);
        c = up;
      }
    },
    before(time) {
      if (times.length === 0 || times[0] >= time) return -1;
      const cell = cells[0];
      swap(0, times.length - 1);
      times.pop();
      cells.pop();
      for (let c = 0; ; ) {
        let least = c;
        for (const down of [2 * c + 1, 2 * c + 2]) {
          if (down < times.length && times[down] < times[least]) least = down;
        }
        if (least === c) break;
        swap(least, c);
        c = least;
      }
      return cell;
    },
  };
}

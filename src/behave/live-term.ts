import type { PlannedTerm } from "./plan.ts";
import type { Running } from "./statistics/index.ts";
import type { TieState } from "./tie-state.ts";

/** A term at work: its values as a replay goes through time. */
export interface LiveTerm {
  readonly term: PlannedTerm;
  /** Values as shown, where time alone does not change them; one per actor or per pair. */
  readonly view: Float64Array;
  /** Whether values change with time alone: then they are to be asked for, not read from `view`. */
  readonly moving: boolean;
  /** Whether time alone changes its values, though no tie does. */
  readonly ages: boolean;
  /** Whether its ties go once they have faded below a floor. */
  readonly floored: boolean;
  /** In which its values halve, if they fade. */
  readonly halfLife: number | undefined;
  /** Cells that changed in the last advance. */
  readonly touched: Int32Array;
  touchedCount: number;
  forget(): void;
  /** The value of a cell at a time. */
  at(cell: number, time: number): number;
  /** The value for a pair at a time. */
  value(sender: number, receiver: number, time: number): number;
  /** The values of all cells at a time. */
  all(time: number, into: Float64Array): void;
  /** Whether time alone can only bring its values down. */
  falls(): boolean;
  /** Values toward all receivers for one sender, from `offset` of `into`. */
  row(sender: number, time: number, into: Float64Array, offset: number): void;
}

/** Starts a term on the ties and attributes that it reads, and has it listen to their changes. */
export function liveTerm(
  term: PlannedTerm,
  n: number,
  states: readonly TieState[],
  traits: readonly Float64Array[],
  listeners: { readonly running: Running; readonly which: number }[][],
  rescaled: Float64Array[][],
): { readonly live: LiveTerm; readonly running: Running } {
  const { statistic, transform, weighted, order } = term;
  const cells = statistic.level === "pair" ? n * n : n;
  const stamp = new Uint8Array(cells);
  const touched = new Int32Array(cells);
  const source = term.sources.length === 0 ? undefined : states[term.sources[0]];
  const floor = source === undefined ? 0 : source.floor;
  let started = false;
  const running = statistic.start({
    n,
    ties: term.sources.map((s) => states[s].ties),
    traits: term.traits.map((a) => traits[a]),
    weighted,
    order,
    factor: (time) => (source === undefined ? 1 : source.factor(time)),
    floor,
    touch(cell) {
      if (!started || stamp[cell] === 1) return;
      stamp[cell] = 1;
      touched[live.touchedCount++] = cell;
    },
  });
  const held = running.values;
  const { shown } = statistic;
  const fades = source !== undefined && statistic.scales(weighted) && source.fades;
  const unless = term.unlessTied === undefined ? undefined : states[term.unlessTied].ties;
  const moving = fades || statistic.ages === true || unless !== undefined;
  const pair = statistic.level === "pair";
  const ego = term.side === "ego";
  const bare = (cell: number, time: number): number => {
    let value = held[cell];
    if (fades) value *= source.factor(time);
    if (shown !== undefined) value = shown(value, time, floor);
    return transform === undefined ? value : transform.of(value);
  };
  // Most pairs have no past: what they show need not be worked out each time.
  const blank = transform === undefined ? 0 : transform.of(0);
  const stretch = (time: number, from: number, count: number, into: Float64Array, offset: number): void => {
    const factor = fades ? source.factor(time) : 1;
    if (shown !== undefined || (fades && floor > 0)) {
      for (let c = 0; c < count; c++) into[offset + c] = bare(from + c, time);
    } else if (transform === undefined) {
      for (let c = 0; c < count; c++) into[offset + c] = held[from + c] * factor;
    } else {
      for (let c = 0; c < count; c++) {
        const value = held[from + c] * factor;
        into[offset + c] = value === 0 ? blank : transform.of(value);
      }
    }
  };
  const live: LiveTerm = {
    term,
    view: transform === undefined ? held : new Float64Array(cells),
    moving,
    ages: fades || statistic.ages === true,
    floored: floor > 0,
    halfLife: fades ? source.halfLife : undefined,
    touched,
    touchedCount: 0,
    forget() {
      for (let k = 0; k < live.touchedCount; k++) stamp[touched[k]] = 0;
      live.touchedCount = 0;
    },
    at: bare,
    value(sender, receiver, time) {
      if (unless !== undefined && unless[sender * n + receiver] > 0) return 0;
      const cell = pair ? sender * n + receiver : ego ? sender : receiver;
      return moving ? bare(cell, time) : live.view[cell];
    },
    all(time, into) {
      if (moving) stretch(time, 0, cells, into, 0);
      else into.set(live.view);
      if (unless !== undefined) for (let c = 0; c < cells; c++) if (unless[c] > 0) into[c] = 0;
    },
    falls() {
      if (unless !== undefined) return false;
      if (statistic.ages === true) return true;
      for (let c = 0; c < cells; c++) if (held[c] < 0) return false;
      return true;
    },
    row(sender, time, into, offset) {
      const base = pair ? sender * n : 0;
      if (ego && !pair) into.fill(moving ? bare(sender, time) : live.view[sender], offset, offset + n);
      else if (!moving) copy(live.view, base, into, offset, n);
      else stretch(time, base, n, into, offset);
      if (unless !== undefined) {
        for (let j = 0; j < n; j++) if (unless[sender * n + j] > 0) into[offset + j] = 0;
      }
    },
  };
  term.sources.forEach((s, which) => {
    listeners[s].push({ running, which });
    if (fades && which === 0) rescaled[s].push(held, ...(running.kept ?? []));
  });
  started = true;
  return { live, running };
}

function copy(from: Float64Array, start: number, into: Float64Array, offset: number, n: number): void {
  for (let j = 0; j < n; j++) into[offset + j] = from[start + j];
}

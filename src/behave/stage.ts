import { type Agenda, sorted } from "./agenda.ts";
import type { Attribute } from "./event-data.ts";
import type { Plan, PlannedTerm } from "./plan.ts";
import type { Running } from "./statistics/index.ts";
import { rebaseAfter, type TieState, tieState } from "./tie-state.ts";

/** A term at work: its values as a replay goes through time. */
export interface LiveTerm {
  readonly term: PlannedTerm;
  /** Values as shown, where time alone does not change them; one per actor or per pair. */
  readonly view: Float64Array;
  /** Whether values change with time alone: then they are to be asked for, not read from `view`. */
  readonly moving: boolean;
  /** Cells that changed in the last advance. */
  readonly touched: Int32Array;
  touchedCount: number;
  forget(): void;
  /** The value of a cell at a time. */
  at(cell: number, time: number): number;
  /** The value for a pair at a time. */
  value(sender: number, receiver: number, time: number): number;
  /** Values toward all receivers for one sender, from `offset` of `into`. */
  row(sender: number, time: number, into: Float64Array, offset: number): void;
}

/** The world of a plan at one moment of a replay. */
export interface Stage {
  readonly n: number;
  readonly terms: readonly LiveTerm[];
  /** 1 for who is there. */
  readonly present: Uint8Array;
  /** Whether presence has changed since it was last asked. */
  presenceChanged: boolean;
  /** Brings in every change of ties and attributes before a time, and of presence up to it. */
  advance(time: number): void;
}

/** A stage before the first change. */
export function stage(plan: Plan, { count, ...agenda }: Agenda): Stage {
  const { data } = plan;
  const n = data.actors.length;
  const traits = plan.attributes.map((name) => withoutGaps(data.attributes[name]));
  const listeners: { readonly running: Running; readonly which: number }[][] = plan.sources.map(() => []);
  const rescaled: Float64Array[][] = plan.sources.map(() => []);
  const states = plan.sources.map((source, s) =>
    tieState(
      n,
      source.bothWays,
      source.fading,
      agenda.start,
      (i, j, before, after, time) => {
        for (const { running, which } of listeners[s]) running.tie?.(which, i, j, before, after, time);
      },
      (by) => {
        for (const values of rescaled[s]) for (let c = 0; c < values.length; c++) values[c] *= by;
      },
    ),
  );
  const terms = plan.terms.map((term) => liveTerm(term, n, states, traits, listeners, rescaled));
  const fading = states.filter((_, s) => (plan.sources[s].fading?.floor ?? 0) > 0);
  const presence = data.presence;
  const present = Uint8Array.from({ length: n }, (_, i) =>
    presence === undefined || presence.initial[i] === 1 ? 1 : 0,
  );
  const arrivals = presence?.list;
  const arrivalOrder = sorted(arrivals?.time ?? []);
  let nextArrival = 0;
  let next = 0;
  let rebaseAt = nextRebase(agenda.start);

  plan.sources.forEach((source, s) => {
    const initial = data.networks[source.network].initial;
    if (initial === undefined || source.window !== undefined || source.fading !== undefined) return;
    for (let cell = 0; cell < n * n; cell++) {
      const value = initial[cell];
      if (value > 0) states[s].change(Number.NEGATIVE_INFINITY, Math.floor(cell / n), cell % n, value, true);
    }
  });

  const show = (): void => {
    for (const live of terms) {
      if (live.moving || live.term.transform === undefined) continue;
      for (let k = 0; k < live.touchedCount; k++) live.view[live.touched[k]] = live.at(live.touched[k], 0);
    }
  };
  for (const live of terms) {
    if (!live.moving && live.term.transform !== undefined) {
      for (let c = 0; c < live.view.length; c++) live.view[c] = live.at(c, 0);
    }
    live.forget();
  }

  const made: Stage = {
    n,
    terms,
    present,
    presenceChanged: true,
    advance(time) {
      for (const live of terms) live.forget();
      while (next < count && agenda.time[next] < time) {
        const list = agenda.list[next];
        if (agenda.time[next] > rebaseAt) rebase(agenda.time[next]);
        const i = agenda.i[next];
        if (list < states.length) {
          states[list].change(
            agenda.time[next],
            i,
            agenda.j[next],
            agenda.value[next],
            agenda.replace[next] === 1,
          );
        } else changeTrait(list - states.length, i, agenda.value[next]);
        next += 1;
      }
      for (const state of fading) state.fade(time);
      while (arrivals !== undefined && nextArrival < arrivalOrder.length) {
        const k = arrivalOrder[nextArrival];
        if (arrivals.time[k] > time) break;
        present[arrivals.actor[k]] = arrivals.value[k] === 1 ? 1 : 0;
        made.presenceChanged = true;
        nextArrival += 1;
      }
      show();
    },
  };
  return made;

  function nextRebase(from: number): number {
    const shortest = plan.sources.reduce(
      (least, { fading: f }) => Math.min(least, f?.halfLife ?? least),
      Number.POSITIVE_INFINITY,
    );
    return from + rebaseAfter * shortest;
  }

  function rebase(time: number): void {
    for (const state of states) state.rebase(time);
    rebaseAt = nextRebase(time);
  }

  function changeTrait(a: number, actor: number, given: number): void {
    const values = traits[a];
    const before = values[actor];
    const after = Number.isNaN(given) ? meanOfOthers(values, actor) : given;
    if (before === after) return;
    values[actor] = after;
    plan.terms.forEach((term, p) => {
      const which = term.traits.indexOf(a);
      if (which >= 0) runningOf.get(terms[p])?.trait?.(which, actor, before, after);
    });
  }
}

function copy(from: Float64Array, start: number, into: Float64Array, offset: number, n: number): void {
  for (let j = 0; j < n; j++) into[offset + j] = from[start + j];
}

/** The statistics behind the live terms. */
const runningOf = new WeakMap<LiveTerm, Running>();

function meanOfOthers(values: Float64Array, actor: number): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) if (i !== actor) sum += values[i];
  return sum / (values.length - 1);
}

/** Initial values with the mean of the known in place of what is missing; 0 if nothing is known. */
function withoutGaps({ initial }: Attribute): Float64Array {
  const values = Float64Array.from(initial);
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.length === 0 ? 0 : known.reduce((sum, value) => sum + value, 0) / known.length;
  return values.map((value) => (Number.isNaN(value) ? mean : value));
}

function liveTerm(
  term: PlannedTerm,
  n: number,
  states: readonly TieState[],
  traits: readonly Float64Array[],
  listeners: { readonly running: Running; readonly which: number }[][],
  rescaled: Float64Array[][],
): LiveTerm {
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
  const live: LiveTerm = {
    term,
    view: transform === undefined ? held : new Float64Array(cells),
    moving,
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
    row(sender, time, into, offset) {
      const base = pair ? sender * n : 0;
      if (ego && !pair) into.fill(moving ? bare(sender, time) : live.view[sender], offset, offset + n);
      else if (!moving) copy(live.view, base, into, offset, n);
      else for (let j = 0; j < n; j++) into[offset + j] = bare(base + j, time);
      if (unless !== undefined) {
        for (let j = 0; j < n; j++) if (unless[sender * n + j] > 0) into[offset + j] = 0;
      }
    },
  };
  term.sources.forEach((s, which) => {
    listeners[s].push({ running, which });
    if (fades && which === 0) rescaled[s].push(held);
  });
  runningOf.set(live, running);
  started = true;
  return live;
}

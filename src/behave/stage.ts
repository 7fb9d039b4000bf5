import { type Agenda, sorted } from "./agenda.ts";
import type { Attribute } from "./event-data.ts";
import { type LiveTerm, liveTerm } from "./live-term.ts";
import type { Plan } from "./plan.ts";
import type { Running } from "./statistics/index.ts";
import { rebaseAfter, tieState } from "./tie-state.ts";

/** The world of a plan at one moment of a replay. */
export interface Stage {
  readonly n: number;
  readonly terms: readonly LiveTerm[];
  /** 1 for who is there. */
  readonly present: Uint8Array;
  /** Whether presence has changed since it was last asked. */
  presenceChanged: boolean;
  /** Ties of opportunity, [i·n + j]: j can be acted toward by i only where above 0; absent where anybody can. */
  readonly open?: Float64Array;
  /**
   * Brings in every change of ties and attributes before a time, and of presence up to it.
   *
   * @param through also the changes at that time.
   */
  advance(time: number, through?: boolean): void;
  /** The time of the next change of ties, attributes or presence; infinite if there is none. */
  upcoming(): number;
}

/** Changes of ties that are not known beforehand, in order of time: those that a simulation makes. */
export interface LateChanges {
  /** When the next is due; infinite if none is. */
  next(): number;
  /** Hands over the next change. */
  take(
    change: (source: number, time: number, i: number, j: number, value: number, replace: boolean) => void,
  ): void;
}

/** A stage before the first change. */
export function stage(plan: Plan, { count, ...agenda }: Agenda, late?: LateChanges): Stage {
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
  const started = plan.terms.map((term) => liveTerm(term, n, states, traits, listeners, rescaled));
  const terms = started.map(({ live }) => live);
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
    ...(plan.opportunities === undefined ? {} : { open: states[plan.opportunities].ties }),
    upcoming() {
      const listed = next < count ? agenda.time[next] : Number.POSITIVE_INFINITY;
      const arrival =
        arrivals !== undefined && nextArrival < arrivalOrder.length
          ? arrivals.time[arrivalOrder[nextArrival]]
          : Number.POSITIVE_INFINITY;
      return Math.min(listed, arrival, late?.next() ?? Number.POSITIVE_INFINITY);
    },
    advance(time, through = false) {
      for (const live of terms) live.forget();
      for (;;) {
        const listed = next < count ? agenda.time[next] : Number.POSITIVE_INFINITY;
        const other = late === undefined ? Number.POSITIVE_INFINITY : late.next();
        const first = Math.min(listed, other);
        if (!(first < time || (through && first === time))) break;
        if (listed <= other) listedChange(next++);
        else late?.take(changeTie);
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

  function listedChange(k: number): void {
    const list = agenda.list[k];
    if (list >= states.length) {
      changeTrait(list - states.length, agenda.i[k], agenda.value[k]);
      return;
    }
    changeTie(list, agenda.time[k], agenda.i[k], agenda.j[k], agenda.value[k], agenda.replace[k] === 1);
  }

  function changeTie(s: number, time: number, i: number, j: number, value: number, replace: boolean): void {
    if (time > rebaseAt) rebase(time);
    states[s].change(time, i, j, value, replace);
    if (s === plan.opportunities) made.presenceChanged = true;
  }

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
      if (which >= 0) started[p].running.trait?.(which, actor, before, after);
    });
  }
}

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

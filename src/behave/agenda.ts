import type { EventData } from "./event-data.ts";
import type { Plan } from "./plan.ts";

/** All changes that the terms of a plan react to, in order of time; equal times keep the lists' order. */
export interface Agenda {
  readonly count: number;
  readonly time: Float64Array;
  /** Number of the tie source, or of the attribute plus the number of sources. */
  readonly list: Uint8Array;
  readonly i: Int32Array;
  /** The receiver; unused for attributes. */
  readonly j: Int32Array;
  readonly value: Float64Array;
  readonly replace: Uint8Array;
  /** Earliest and latest time of all lists and events; the ends of windows do not count. */
  readonly start: number;
  readonly end: number;
}

interface List {
  readonly list: number;
  readonly length: number;
  readonly replace: boolean;
  time(k: number): number;
  i(k: number): number;
  j(k: number): number;
  value(k: number): number;
}

/** Merges the lists of a plan: attributes first, then networks, the ends of windows after their starts. */
export function agenda(plan: Plan): Agenda {
  const { data } = plan;
  const lists: List[] = [];
  plan.attributes.forEach((name, a) => {
    const changes = data.attributes[name].list;
    if (changes === undefined) return;
    const order = sorted(changes.time);
    lists.push({
      list: plan.sources.length + a,
      length: order.length,
      replace: true,
      time: (k) => changes.time[order[k]],
      i: (k) => changes.actor[order[k]],
      j: () => 0,
      value: (k) => changes.value[order[k]],
    });
  });
  let start = data.dependent.time[0] ?? Number.POSITIVE_INFINITY;
  let end = data.dependent.time[data.dependent.time.length - 1] ?? Number.NEGATIVE_INFINITY;
  plan.sources.forEach(({ network: name, window }, s) => {
    const network = data.networks[name];
    const { time, sender, receiver, value } = network.list;
    const order = sorted(time);
    const list: List = {
      list: s,
      length: order.length,
      replace: network.changes === "replace",
      time: (k) => time[order[k]],
      i: (k) => sender[order[k]],
      j: (k) => receiver[order[k]],
      value: (k) => value[order[k]],
    };
    lists.push(list);
    if (window === undefined) return;
    lists.push({
      ...list,
      time: (k) => list.time(k) + window,
      value: (k) => (list.replace ? 0 : -list.value(k)),
    });
  });
  lists.forEach((list, l) => {
    if (list.length === 0) return;
    const ends = l > 0 && lists[l - 1].list === list.list && list.list < plan.sources.length;
    if (ends) return;
    start = Math.min(start, list.time(0));
    end = Math.max(end, list.time(list.length - 1));
  });
  return { ...merged(lists), start, end };
}

function merged(lists: readonly List[]): Omit<Agenda, "start" | "end"> {
  const count = lists.reduce((sum, list) => sum + list.length, 0);
  const columns = {
    count,
    time: new Float64Array(count),
    list: new Uint8Array(count),
    i: new Int32Array(count),
    j: new Int32Array(count),
    value: new Float64Array(count),
    replace: new Uint8Array(count),
  };
  const next = new Uint32Array(lists.length);
  for (let c = 0; c < count; c++) {
    let first = -1;
    let earliest = Number.POSITIVE_INFINITY;
    for (let l = 0; l < lists.length; l++) {
      if (next[l] === lists[l].length) continue;
      const time = lists[l].time(next[l]);
      if (time < earliest) {
        earliest = time;
        first = l;
      }
    }
    const list = lists[first];
    const k = next[first]++;
    columns.time[c] = earliest;
    columns.list[c] = list.list;
    columns.i[c] = list.i(k);
    columns.j[c] = list.j(k);
    columns.value[c] = list.value(k);
    columns.replace[c] = list.replace ? 1 : 0;
  }
  return columns;
}

/** The order of times, equal ones as given. */
export function sorted(time: ArrayLike<number>): ArrayLike<number> {
  const order = Uint32Array.from({ length: time.length }, (_, k) => k);
  for (let k = 1; k < time.length; k++) {
    if (time[k] < time[k - 1]) return order.sort((a, b) => time[a] - time[b] || a - b);
  }
  return order;
}

/**
 * Times at which an interval of a timed model ends: those of all lists and of the events, from the first
 * to the last of them, or over the span in which events were observed.
 */
export function boundaries(data: EventData, { time, ...agenda }: Agenda): Float64Array {
  const { from: start = agenda.start, to: end = agenda.end } = data.observed ?? {};
  const spanned = [data.observed?.from, data.observed?.to].filter((t) => t !== undefined);
  const all = new Float64Array(time.length + data.dependent.time.length + spanned.length);
  all.set(time);
  all.set(Float64Array.from(data.dependent.time), time.length);
  all.set(spanned, time.length + data.dependent.time.length);
  all.sort();
  return all.filter((t, k) => t >= start && t <= end && (k === 0 || t !== all[k - 1]));
}

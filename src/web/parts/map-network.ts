import { type Day, type IsoDate, isoDate } from "../../base/index.ts";
import type { MapIndex, Pair } from "./map-index.ts";
import { blocNode } from "./map-pins.ts";

/** What the network of a day is made of. */
export type Making = "all" | "ties" | "events";

/** An actor, or a bloc shown as one, on the map. */
export interface MapNode {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Names of the bloc, group and front; empty where there is none. */
  readonly bloc: string;
  readonly group: string;
  readonly front: string;
  /** How many actors it stands for. */
  readonly members: number;
}

/** What is between two nodes on a day: −1 hostile … +1 friendly. */
export interface MapTie {
  /** Both ends with a space between: no two ties of a network have the same. */
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly value: number;
  /** Last day on which something was said or done between them; absent if that is not known. */
  readonly last: Day | undefined;
  /** What it rests on. */
  readonly rests: "tie" | "fact" | "events";
}

export interface MapNetwork {
  readonly nodes: readonly MapNode[];
  readonly ties: readonly MapTie[];
}

/**
 * Who is tied to whom on a day.
 *
 * @param halfLife days after which an event counts half.
 * @remarks Standing ties that began by that day count with the mean of both directions; where a case does not say
 * since when a tie holds, it is shown on every day. Where no tie is stated, standing facts of the day count by their
 * strength; where there are none either, events up to that day, each by a tenth of its intensity, halved every
 * half-life, and no more than 1 in all.
 */
export function networkAt(index: MapIndex, day: Day, making: Making, halfLife: number): MapNetwork {
  const ties: MapTie[] = [];
  for (const pair of index.pairs) {
    const tie =
      (making === "events" ? undefined : statedAt(pair, day)) ??
      (making === "all" ? factAt(pair, day) : undefined) ??
      (making === "ties" ? undefined : deedsAt(pair, day, halfLife));
    if (tie !== undefined) ties.push(tie);
  }
  return { nodes: nodesAt(index, day), ties };
}

/** The mean of what is stated in both directions, each as it was stated last. */
function statedAt({ key, from, to, stated }: Pair, day: Day): MapTie | undefined {
  let [forth, back, last]: (number | undefined)[] = [];
  for (const one of stated) {
    if (one.since > day) break;
    if (one.forth) forth = one.value;
    else back = one.value;
    if (one.since !== Number.NEGATIVE_INFINITY) last = one.since;
  }
  if (forth === undefined && back === undefined) return undefined;
  const value = forth === undefined ? (back ?? 0) : back === undefined ? forth : (forth + back) / 2;
  return { key, from, to, value: bounded(value), last, rests: "tie" };
}

function factAt({ key, from, to, facts }: Pair, day: Day): MapTie | undefined {
  let [sum, count] = [0, 0];
  let last: Day | undefined;
  for (const fact of facts) {
    if ((fact.from !== undefined && fact.from > day) || (fact.to !== undefined && fact.to < day)) continue;
    sum += fact.value;
    count += 1;
    if (fact.from !== undefined) last = last === undefined ? fact.from : Math.max(last, fact.from);
  }
  return count === 0 ? undefined : { key, from, to, value: bounded(sum / count), last, rests: "fact" };
}

function deedsAt({ key, from, to, deeds }: Pair, day: Day, halfLife: number): MapTie | undefined {
  let sum = 0;
  let last: Day | undefined;
  for (const deed of deeds) {
    if (deed.day > day) continue;
    sum += deed.value * 2 ** (-(day - deed.day) / halfLife);
    last = last === undefined ? deed.day : Math.max(last, deed.day);
  }
  return last === undefined ? undefined : { key, from, to, value: bounded(sum), last, rests: "events" };
}

function bounded(value: number): number {
  return Math.max(-1, Math.min(1, value));
}

/**
 * The actors with the bloc and the group that they belonged to on a day. Whoever has none of its own stands with what
 * it leads, or else with its leader: a case often says of parties only where they belong.
 */
function nodesAt({ actors, inBlocs, inGroups }: MapIndex, day: Day): readonly MapNode[] {
  const [bloc, group] = [new Map<string, string>(), new Map<string, string>()];
  const then = ({ from, to }: { readonly from: Day | undefined; readonly to: Day | undefined }): boolean =>
    (from === undefined || from <= day) && (to === undefined || to >= day);
  for (const one of inGroups) if (then(one)) group.set(one.actor, one.name);
  for (const one of inBlocs)
    if (then(one) && (one.first || !bloc.has(one.actor))) bloc.set(one.actor, one.name);
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const among = (places: ReadonlyMap<string, string>, id: string): string => {
    const passed = new Set<string>();
    for (let at = byId.get(id); at !== undefined && !passed.has(at.id); at = byId.get(at.leader ?? "")) {
      passed.add(at.id);
      const place = places.get(at.id) ?? places.get(at.leads.find((led) => places.has(led)) ?? "");
      if (place !== undefined) return place;
    }
    return "";
  };
  return actors.map(({ id, name, kind, front, members }) => ({
    ...{ id, name, kind, front, members },
    bloc: among(bloc, id),
    group: among(group, id),
  }));
}

/** The network with some blocs shown as one node each; the ties of a bloc are the mean of its members'. */
export function collapsed(network: MapNetwork, shut: ReadonlySet<string>): MapNetwork {
  if (shut.size === 0) return network;
  const whole = new Map<string, string>();
  const nodes = new Map<string, MapNode>();
  for (const node of network.nodes) {
    const id = shut.has(node.bloc) ? blocNode(node.bloc) : node.id;
    whole.set(node.id, id);
    const known = nodes.get(id);
    if (id === node.id) nodes.set(id, node);
    else if (known === undefined) nodes.set(id, { ...node, id, name: node.bloc, kind: "bloc", members: 1 });
    else nodes.set(id, { ...known, members: known.members + 1 });
  }
  const ties = new Map<string, { tie: MapTie; sum: number; count: number }>();
  for (const tie of network.ties) {
    const [a, b] = [whole.get(tie.from) ?? tie.from, whole.get(tie.to) ?? tie.to];
    if (a === b) continue;
    const [from, to] = a < b ? [a, b] : [b, a];
    const key = `${from} ${to}`;
    const known = ties.get(key);
    if (known === undefined) {
      ties.set(key, { tie: { ...tie, key, from, to }, sum: tie.value, count: 1 });
      continue;
    }
    known.sum += tie.value;
    known.count += 1;
    const { last } = known.tie;
    if (last === undefined || (tie.last ?? 0) > last) known.tie = { ...known.tie, last: tie.last };
  }
  return {
    nodes: [...nodes.values()],
    ties: [...ties.values()].map(({ tie, sum, count }) => ({ ...tie, value: sum / count })),
  };
}

/** The age of a tie in words of years and days; nothing where it is not known. */
export function ageOf(tie: MapTie, day: Day): string | undefined {
  return tie.last === undefined
    ? undefined
    : isoDate(tie.last) + (tie.last === day ? "" : ` (${day - tie.last} d)`);
}

export function asDate(day: Day): IsoDate {
  return isoDate(day);
}

import { type Day, dayOf, type IsoDate, isoDate, mode, readDate } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { eventTypes } from "../../events/index.ts";
import { caseNetwork } from "../../measure/index.ts";

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

const HOSTILE_FACTS = new Set(["boycott", "warrant", "bar", "sanction", "campaign", "pledge", "motion"]);
const INTENSITY = new Map(eventTypes.map((type) => [type.id, type.intensity]));

/** First and last day that the map can show: from the first dated tie, fact or event to the day of the case. */
export function spanOfDays(source: Case): { readonly first: Day; readonly last: Day } {
  const last = dayOf(source.head.as_of);
  const days = [
    ...source.events.map((event) => event.date),
    ...source.relations.flatMap((tie) => tie.since ?? []),
    ...source.standing.flatMap((fact) => fact.since ?? []),
  ].map((text) => begins(text));
  return { first: days.reduce((least, day) => Math.min(least, day), last - 1), last };
}

function begins(text: string): Day {
  return readDate(text)?.first ?? dayOf(text);
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
export function networkAt(source: Case, day: Day, making: Making, halfLife: number): MapNetwork {
  const ties = new Map<
    string,
    { from: string; to: string; sum: number; count: number; last: Day | undefined; rests: MapTie["rests"] }
  >();
  const known = new Set(source.actors.map((actor) => actor.id));
  const at = (a: string, b: string, rests: MapTie["rests"]) => {
    const [from, to] = a < b ? [a, b] : [b, a];
    const key = `${from} ${to}`;
    const tie = ties.get(key);
    if (tie !== undefined) return tie.rests === rests ? tie : undefined;
    const fresh = { from, to, sum: 0, count: 0, last: undefined, rests };
    ties.set(key, fresh);
    return fresh;
  };
  const later = (a: Day | undefined, b: Day | undefined) =>
    a === undefined ? b : b === undefined ? a : Math.max(a, b);
  if (making !== "events") {
    const stated = caseNetwork(source, { at: isoDate(day), valued: true });
    const since = new Map<string, Day>();
    for (const { from, to, since: begun } of source.relations) {
      if (begun === undefined || begins(begun) > day) continue;
      const key = from < to ? `${from} ${to}` : `${to} ${from}`;
      since.set(key, Math.max(since.get(key) ?? begins(begun), begins(begun)));
    }
    stated.weight.forEach((weight, k) => {
      const tie = at(stated.ids[stated.from[k]], stated.ids[stated.to[k]], "tie");
      if (tie === undefined) return;
      tie.sum = weight;
      tie.count = 1;
      tie.last = since.get(`${tie.from} ${tie.to}`);
    });
  }
  if (making === "all") {
    for (const { kind, by, of, since, to, strength } of source.standing) {
      if (of === undefined || by === of || !known.has(by) || !known.has(of)) continue;
      const begun = since === undefined ? undefined : begins(since);
      if ((begun !== undefined && begun > day) || (to !== undefined && (readDate(to)?.last ?? day) < day))
        continue;
      const tie = at(by, of, "fact");
      if (tie === undefined) continue;
      tie.sum += (HOSTILE_FACTS.has(kind) ? -1 : 1) * (strength === undefined ? 0.5 : mode(strength));
      tie.count += 1;
      tie.last = later(tie.last, begun);
    }
  }
  if (making !== "ties") {
    for (const { date, by, of, type, intensity, certainty } of source.events) {
      const done = begins(date);
      if (of === undefined || by === of || done > day) continue;
      const tie = at(by, of, "events");
      if (tie === undefined) continue;
      const strength = (intensity === undefined ? (INTENSITY.get(type) ?? 0) : mode(intensity)) / 10;
      const sure = certainty === undefined ? 1 : mode(certainty);
      tie.sum += strength * sure * 2 ** (-(day - done) / halfLife);
      tie.count = 1;
      tie.last = later(tie.last, done);
    }
  }
  return {
    nodes: nodesAt(source, day),
    ties: [...ties.values()].map(({ from, to, sum, count, last, rests }) => ({
      from,
      to,
      value: Math.max(-1, Math.min(1, sum / Math.max(1, count))),
      last,
      rests,
    })),
  };
}

/** The actors with the bloc and the group that they belonged to on a day. */
function nodesAt(source: Case, day: Day): readonly MapNode[] {
  const blocs = new Map(source.blocs.map((bloc) => [bloc.id, bloc]));
  const groups = new Map(source.groups.map((group) => [group.id, group.name]));
  const fronts = new Map(source.fronts.map((front) => [front.id, front.name]));
  const [inBloc, inGroup] = [new Map<string, string>(), new Map<string, string>()];
  for (const { actor, in: whole, from, to } of source.memberships) {
    if (from !== undefined && begins(from) > day) continue;
    if (to !== undefined && (readDate(to)?.last ?? day) < day) continue;
    const group = groups.get(whole);
    if (group !== undefined) inGroup.set(actor, group);
    const bloc = blocs.get(whole);
    if (bloc !== undefined && (bloc.kind === "list" || bloc.kind === "alliance" || !inBloc.has(actor))) {
      inBloc.set(actor, bloc.name);
    }
  }
  const own = (places: ReadonlyMap<string, string>, actor: Case["actors"][number]): string =>
    places.get(actor.id) ?? (actor.leader === undefined ? undefined : places.get(actor.leader)) ?? "";
  return source.actors.map((actor) => ({
    id: actor.id,
    name: actor.name.replace(/\s*\([^()]*\)\s*$/, ""),
    kind: actor.kind,
    bloc: own(inBloc, actor),
    group: own(inGroup, actor),
    front: fronts.get(actor.front ?? source.fronts[0]?.id ?? "") ?? "",
    members: 1,
  }));
}

/** The network with some blocs shown as one node each; the ties of a bloc are the mean of its members'. */
export function collapsed(network: MapNetwork, shut: ReadonlySet<string>): MapNetwork {
  if (shut.size === 0) return network;
  const whole = new Map<string, string>();
  const nodes = new Map<string, MapNode>();
  for (const node of network.nodes) {
    const id = shut.has(node.bloc) ? `bloc:${node.bloc}` : node.id;
    whole.set(node.id, id);
    const known = nodes.get(id);
    if (id === node.id) nodes.set(id, node);
    else if (known === undefined) nodes.set(id, { ...node, id, name: node.bloc, kind: "bloc", members: 1 });
    else nodes.set(id, { ...known, members: known.members + 1 });
  }
  const ties = new Map<string, MapTie & { sum: number; count: number }>();
  for (const tie of network.ties) {
    const [a, b] = [whole.get(tie.from) ?? tie.from, whole.get(tie.to) ?? tie.to];
    if (a === b) continue;
    const [from, to] = a < b ? [a, b] : [b, a];
    const known = ties.get(`${from} ${to}`) ?? { ...tie, from, to, sum: 0, count: 0 };
    const last = known.last === undefined || (tie.last ?? 0) > known.last ? tie.last : known.last;
    ties.set(`${from} ${to}`, { ...known, last, sum: known.sum + tie.value, count: known.count + 1 });
  }
  return {
    nodes: [...nodes.values()],
    ties: [...ties.values()].map(({ sum, count, ...tie }) => ({ ...tie, value: sum / count })),
  };
}

/** The network without the actors that have no tie on the day. */
export function tiedOnly(network: MapNetwork): MapNetwork {
  const tied = new Set(network.ties.flatMap(({ from, to, value }) => (value === 0 ? [] : [from, to])));
  return { ...network, nodes: network.nodes.filter((node) => tied.has(node.id)) };
}

/** What lies within some steps of a node. */
export function around(network: MapNetwork, centre: string, hops: number): MapNetwork {
  let reached = new Set([centre]);
  for (let i = 0; i < hops; i++) {
    const next = new Set(reached);
    for (const { from, to } of network.ties) {
      if (reached.has(from)) next.add(to);
      if (reached.has(to)) next.add(from);
    }
    reached = next;
  }
  return {
    nodes: network.nodes.filter((node) => reached.has(node.id)),
    ties: network.ties.filter((tie) => reached.has(tie.from) && reached.has(tie.to)),
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

import { type Day, dayOf, mode, readDate } from "../../base/index.ts";
import { type Case, holdingsNow } from "../../case/index.ts";
import { eventTypes } from "../../events/index.ts";
import type { MapNode } from "./map-network.ts";

/** What the case states of a tie in one direction, from a day on. */
interface Stated {
  readonly forth: boolean;
  readonly since: Day;
  readonly value: number;
}

interface Fact {
  readonly from: Day | undefined;
  readonly to: Day | undefined;
  readonly value: number;
}

interface Deed {
  readonly day: Day;
  readonly value: number;
}

/** All that was ever stated of two actors, or done between them, with days instead of dates. */
export interface Pair {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly stated: Stated[];
  readonly facts: Fact[];
  readonly deeds: Deed[];
}

interface Member {
  readonly actor: string;
  readonly name: string;
  readonly from: Day | undefined;
  readonly to: Day | undefined;
}

/** A case made ready for asking who is tied to whom on one day after another. */
export interface MapIndex {
  readonly pairs: readonly Pair[];
  /** First and last day that the map can show: from the first dated tie, fact or event to the day of the case. */
  readonly span: { readonly first: Day; readonly last: Day };
  /**
   * The actors as they are without blocs and groups, with those whose blocs and groups hold for them: those they lead,
   * whoever holds most first, then their leader.
   */
  readonly actors: readonly (MapNode & {
    readonly leads: readonly string[];
    readonly leader: string | undefined;
  })[];
  readonly inBlocs: readonly (Member & { readonly first: boolean })[];
  readonly inGroups: readonly Member[];
}

const HOSTILE_FACTS = new Set(["boycott", "warrant", "bar", "sanction", "campaign", "pledge", "motion"]);
const INTENSITY = new Map(eventTypes.map((type) => [type.id, type.intensity]));

const begins = (text: string | undefined): Day | undefined => (text === undefined ? undefined : dayOf(text));
const ends = (text: string | undefined): Day | undefined =>
  text === undefined ? undefined : readDate(text)?.last;

/** Reads a case once for the map. */
export function mapIndex(source: Case): MapIndex {
  const pairs = new Map<string, Pair>();
  const pair = (a: string, b: string): Pair => {
    const [from, to] = a < b ? [a, b] : [b, a];
    const key = `${from} ${to}`;
    const known = pairs.get(key);
    if (known !== undefined) return known;
    const fresh: Pair = { key, from, to, stated: [], facts: [], deeds: [] };
    pairs.set(key, fresh);
    return fresh;
  };
  const last = dayOf(source.head.as_of);
  let first = last - 1;
  const seen = (day: Day | undefined): void => {
    if (day !== undefined && day < first) first = day;
  };
  for (const { from, to, value, mutual, since } of source.relations) {
    const begun = begins(since);
    seen(begun);
    const { stated } = pair(from, to);
    const one = { since: begun ?? Number.NEGATIVE_INFINITY, value: mode(value) };
    stated.push({ ...one, forth: from < to });
    if (mutual) stated.push({ ...one, forth: from > to });
  }
  for (const { stated } of pairs.values())
    stated.sort((a, b) => (a.since === b.since ? 0 : a.since - b.since));
  const known = new Set(source.actors.map((actor) => actor.id));
  for (const { kind, by, of, since, to, strength } of source.standing) {
    const begun = begins(since);
    seen(begun);
    if (of === undefined || by === of || !known.has(by) || !known.has(of)) continue;
    const value = (HOSTILE_FACTS.has(kind) ? -1 : 1) * (strength === undefined ? 0.5 : mode(strength));
    pair(by, of).facts.push({ from: begun, to: ends(to), value });
  }
  for (const { date, by, of, type, intensity, certainty } of source.events) {
    const day = dayOf(date);
    seen(day);
    if (of === undefined || by === of) continue;
    const strength = (intensity === undefined ? (INTENSITY.get(type) ?? 0) : mode(intensity)) / 10;
    pair(by, of).deeds.push({ day, value: strength * (certainty === undefined ? 1 : mode(certainty)) });
  }
  return { pairs: [...pairs.values()], span: { first, last }, ...people(source) };
}

function people(source: Case): Pick<MapIndex, "actors" | "inBlocs" | "inGroups"> {
  const blocs = new Map(source.blocs.map((bloc) => [bloc.id, bloc]));
  const groups = new Map(source.groups.map((group) => [group.id, group.name]));
  const fronts = new Map(source.fronts.map((front) => [front.id, front.name]));
  const [inBlocs, inGroups]: [(Member & { first: boolean })[], Member[]] = [[], []];
  for (const { actor, in: whole, from, to } of source.memberships) {
    const days = { actor, from: begins(from), to: ends(to) };
    const group = groups.get(whole);
    if (group !== undefined) inGroups.push({ ...days, name: group });
    const bloc = blocs.get(whole);
    if (bloc !== undefined) {
      inBlocs.push({ ...days, name: bloc.name, first: bloc.kind === "list" || bloc.kind === "alliance" });
    }
  }
  const leads = ledBy(source);
  const actors = source.actors.map((actor) => ({
    id: actor.id,
    name: actor.name.replace(/\s*\([^()]*\)\s*$/, ""),
    kind: actor.kind,
    bloc: "",
    group: "",
    front: fronts.get(actor.front ?? source.fronts[0]?.id ?? "") ?? "",
    members: 1,
    leads: leads.get(actor.id) ?? [],
    leader: actor.leader,
  }));
  return { actors, inBlocs, inGroups };
}

/** Whom each leader leads: most seats first, then the largest shares of all else that is held, then as in the case. */
function ledBy({ actors, holdings }: Case): ReadonlyMap<string, readonly string[]> {
  const held = holdingsNow(holdings);
  const totals = new Map<string, number>();
  for (const { resource, amount } of held) totals.set(resource, (totals.get(resource) ?? 0) + mode(amount));
  const [seats, rest] = [new Map<string, number>(), new Map<string, number>()];
  for (const { actor, resource, amount } of held) {
    const kept = resource === "seats" ? seats : rest;
    kept.set(actor, (kept.get(actor) ?? 0) + mode(amount) / (totals.get(resource) || 1));
  }
  const led = new Map<string, string[]>();
  for (const { id, leader } of actors)
    if (leader !== undefined) led.set(leader, [...(led.get(leader) ?? []), id]);
  const more = (by: ReadonlyMap<string, number>, a: string, b: string): number =>
    (by.get(b) ?? 0) - (by.get(a) ?? 0);
  for (const ids of led.values()) ids.sort((a, b) => more(seats, a, b) || more(rest, a, b));
  return led;
}

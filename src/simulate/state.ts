import { dayOf, exp } from "../base/index.ts";
import type { Inputs } from "./inputs.ts";
import { holdsOn, membershipsOn, statuses, type World } from "./world.ts";

/** Standing facts between two actors, as bits of {@link State.flags}. */
export const flag = {
  bar: 1,
  sanction: 2,
  market: 4,
  campaign: 8,
  demand: 16,
  motion: 32,
  basing: 64,
  refused: 128,
} as const;

export const ACTIVE = statuses.indexOf("active");
export const IN_EXILE = statuses.indexOf("in-exile");
export const FUGITIVE = statuses.indexOf("fugitive");
export const DETAINED = statuses.indexOf("detained");

/**
 * The world at one instant, as typed arrays behind the model's names.
 * Actor × actor matrices are row by row: [i × n + j] is of i toward j.
 */
export interface State {
  time: number;
  /** resource × actor */
  readonly holding: Float64Array;
  /** Top list an actor votes with, or −1. */
  readonly list: Int32Array;
  /** Organisation an actor broke away from, before or during the play, or −1. */
  readonly origin: Int32Array;
  /** 1 where the actor's party shares the government. */
  readonly government: Uint8Array;
  /** Holder of each post, or −1 for a vacant one; 1 where the holder only acts in it. */
  readonly holder: Int32Array;
  readonly acting: Uint8Array;
  readonly status: Uint8Array;
  readonly relation: Float64Array;
  readonly flags: Uint8Array;
  readonly sponsorship: Float64Array;
  readonly grievance: Float64Array;
  readonly position: Float64Array;
  readonly statusQuo: Float64Array;
  /** Where somebody is taken to stand on an issue, view by view of the world's. */
  readonly perceived: Float64Array;
  /** actor × arena: 1 while it stays away. */
  readonly boycott: Uint8Array;
  /** Members of the actor's party who have signed against the head of government. */
  readonly pledged: Float64Array;
  /** Day on which an actor was last asked to sign, or one long past. */
  readonly asked: Float64Array;
  readonly warrant: Uint8Array;
  readonly convicted: Uint8Array;
  /** 1 for a head of government who has gone for reasons outside the model: he does not come back. */
  readonly departed: Uint8Array;
  /** stage of a route: 1 while its holder lets it pass */
  readonly passes: Uint8Array;
  readonly territory: Int32Array;
  /** Political pressure toward violence, added by moves, fading with time; 0 is the level on the first day. */
  pressure: number;
  /** Factor on violence from outside events. */
  violenceFactor: number;
  /** Day on which a motion against the head of government was tabled and not yet voted, or −1. */
  motion: number;
}

/** The state on the first day of play. */
export function initialState(world: World, inputs: Inputs): State {
  const { source, actors, actorIndex, arenaIndex, blocIndex, arenas, posts } = world;
  const n = actors.length;
  const state: State = {
    time: world.start,
    holding: inputs.holding.slice(),
    list: new Int32Array(n).fill(-1),
    origin: Int32Array.from(actors, (actor) =>
      actor.splitFrom === undefined ? -1 : (actorIndex.get(actor.splitFrom) ?? -1),
    ),
    government: new Uint8Array(n),
    holder: Int32Array.from(posts, (post) =>
      post.holder === undefined ? -1 : (actorIndex.get(post.holder) ?? -1),
    ),
    acting: Uint8Array.from(posts, (post) => (post.acting ? 1 : 0)),
    status: Uint8Array.from(actors, (actor) => statuses.indexOf(actor.status ?? "active")),
    relation: inputs.tie.slice(),
    flags: new Uint8Array(n * n),
    sponsorship: new Float64Array(n * n),
    grievance: new Float64Array(n),
    position: inputs.position.slice(),
    statusQuo: inputs.statusQuo.slice(),
    perceived: Float64Array.from(
      world.views,
      ({ by, of, issue }) => inputs.perceived.get((by * n + of) * world.issues.length + issue) ?? 50,
    ),
    boycott: new Uint8Array(n * arenas.length),
    pledged: new Float64Array(n),
    asked: new Float64Array(n).fill(-1e9),
    warrant: new Uint8Array(n),
    convicted: new Uint8Array(n),
    departed: new Uint8Array(n),
    passes: Uint8Array.from(
      world.routes.flatMap((route) => route.stages.map((stage) => (stage.passes ? 1 : 0))),
    ),
    territory: Int32Array.from(source.territories, (territory) => actorIndex.get(territory.holder) ?? -1),
    pressure: 0,
    violenceFactor: 1,
    motion: -1,
  };

  const now = membershipsOn(source, world.start);
  const membersOf = new Map<string, number[]>();
  for (const membership of now) {
    const a = actorIndex.get(membership.actor);
    const b = blocIndex.get(membership.in);
    if (a === undefined || b === undefined) continue;
    const members = membersOf.get(membership.in) ?? [];
    members.push(a);
    membersOf.set(membership.in, members);
    if (world.topList[b] >= 0) state.list[a] = world.topList[b];
    if (!inGovernment(world, b)) continue;
    state.government[a] = 1;
    state.government[world.decider[a]] = 1;
  }

  const expand = (id: string): readonly number[] => {
    const a = actorIndex.get(id);
    return a === undefined ? blocMembers(world, membersOf, id) : world.led[a];
  };
  for (const fact of source.standing) {
    if (!holdsOn(fact.since, fact.to, world.start)) continue;
    const by = expand(fact.by);
    const of = fact.of === undefined ? [] : expand(fact.of);
    for (const i of by) {
      if (fact.kind === "boycott" && fact.in !== undefined) {
        const k = arenaIndex.get(fact.in);
        if (k !== undefined) state.boycott[i * arenas.length + k] = 1;
      }
      for (const j of of) {
        setFact(state, n, fact.kind, i, j, strengthOf(fact.strength));
        // those who act are the deciders: what holds of what they lead holds of them
        if (fact.kind !== "warrant")
          setFact(state, n, fact.kind, world.decider[i], world.decider[j], strengthOf(fact.strength));
      }
    }
    if (fact.kind === "pledge") {
      const seats = world.resourceOf.get("seats");
      if (seats !== undefined) for (const i of by) state.pledged[i] = state.holding[seats * n + i];
    }
  }
  gather(world, inputs, state);
  for (const demand of source.demands) {
    const i = actorIndex.get(demand.by);
    const j = actorIndex.get(demand.of);
    if (i === undefined || j === undefined || !holdsOn(demand.since, demand.until, world.start)) continue;
    state.flags[world.decider[i] * n + world.decider[j]] |= flag.demand;
  }
  return state;
}

/**
 * Grievance that has gathered before the first day: what the weeks since a demand was put, or since a post
 * that is owed has been vacant or only acted in, have added and not yet taken away again.
 */
function gather(world: World, inputs: Inputs, state: State): void {
  const { source, posts, start } = world;
  const fade = Math.max(1e-6, inputs.parameters["grievance.fade"]);
  const gathered = (rate: number, since: string): number => {
    const years = Math.max(0, (start - dayOf(since)) / 365.25);
    return (rate * (1 - exp(-fade * years))) / fade;
  };
  const demands = new Map<number, string[]>();
  for (const demand of source.demands) {
    const i = world.actorIndex.get(demand.by);
    if (i === undefined || !holdsOn(demand.since, demand.until, start)) continue;
    demands.set(world.decider[i], [...(demands.get(world.decider[i]) ?? []), demand.since]);
  }
  for (const [i, since] of demands) {
    // many demands weigh with the root of their number, as they do week by week
    const sum = since.reduce((total, day) => total + gathered(inputs.parameters["grievance.demand"], day), 0);
    state.grievance[i] += sum / Math.sqrt(since.length);
  }
  posts.forEach((post, p) => {
    const owed = world.entitled[p];
    if (owed < 0 || post.since === undefined) return;
    const holder = state.holder[p];
    if (holder >= 0 && (state.acting[p] === 0 || world.decider[holder] === world.decider[owed])) return;
    state.grievance[world.decider[owed]] += gathered(
      inputs.parameters["grievance.post"] * inputs.postValue[p],
      post.since,
    );
  });
  for (let a = 0; a < state.grievance.length; a++) state.grievance[a] = Math.min(5, state.grievance[a]);
}

function strengthOf(strength: number | readonly [number, number, number] | undefined): number {
  if (strength === undefined) return 0.5;
  return typeof strength === "number" ? strength : strength[1];
}

function inGovernment(world: World, bloc: number): boolean {
  let at: number | undefined = bloc;
  for (let steps = 0; at !== undefined && steps <= world.blocs.length; steps++) {
    if (world.blocs[at].kind === "government") return true;
    const parent: string | undefined = world.blocs[at].parent;
    at = parent === undefined ? undefined : world.blocIndex.get(parent);
  }
  return false;
}

/** Actors in a bloc or in any bloc below it. */
function blocMembers(world: World, membersOf: ReadonlyMap<string, number[]>, id: string): readonly number[] {
  const found = new Set<number>(membersOf.get(id) ?? []);
  const visit = (parent: string, depth: number): void => {
    if (depth > world.blocs.length) return;
    for (const bloc of world.blocs) {
      if (bloc.parent !== parent) continue;
      for (const a of membersOf.get(bloc.id) ?? []) found.add(a);
      visit(bloc.id, depth + 1);
    }
  };
  visit(id, 0);
  return [...found].sort((a, b) => a - b);
}

function setFact(state: State, n: number, kind: string, i: number, j: number, strength: number): void {
  if (kind === "warrant") state.warrant[j] = 1;
  else if (kind === "sponsorship") state.sponsorship[i * n + j] = strength;
  else if (kind === "bar") state.flags[i * n + j] |= flag.bar;
  else if (kind === "sanction") state.flags[i * n + j] |= flag.sanction;
  else if (kind === "open-market") state.flags[i * n + j] |= flag.market;
  else if (kind === "campaign") state.flags[i * n + j] |= flag.campaign;
  else if (kind === "motion") state.flags[i * n + j] |= flag.motion;
  else if (kind === "basing") state.flags[i * n + j] |= flag.basing;
}

/** The actor who holds the highest post of government, or −1. */
export function headOf(world: World, state: State): number {
  return world.headPost < 0 ? -1 : state.holder[world.headPost];
}

/** Who fills a post: the actor named for it, else the decider of the head of government; −1 if nobody. */
export function namerOf(world: World, state: State, post: number): number {
  const named = world.namedBy[post];
  const namer = named >= 0 ? named : headOf(world, state);
  return namer < 0 ? -1 : world.decider[namer];
}

import { didYouMean, mode, TawazunError } from "../base/index.ts";
import type { Intervention } from "../case/index.ts";
import type { Inputs } from "./inputs.ts";
import { moveKinds } from "./moves/index.ts";
import type { Forbidden } from "./options.ts";
import { flag, type State } from "./state.ts";
import { statuses, type World } from "./world.ts";

/** Interventions made ready: moves that are out of bounds, changes on the first day, outside events decided. */
export interface Rules {
  readonly forbidden: readonly Forbidden[];
  readonly outside: ReadonlyMap<number, boolean>;
  /** Changes inputs and state before play begins; both are the caller's own copies. */
  prepare(inputs: Inputs, state: State): void;
}

/**
 * Makes interventions ready for play.
 *
 * @throws {TawazunError} `intervention/unknown` for a name that the case or the engine does not have,
 * `intervention/contradiction` where two of them cannot both hold.
 */
export function rulesOf(world: World, interventions: readonly Intervention[]): Rules {
  const forbidden: Forbidden[] = [];
  const outside = new Map<number, boolean>();
  const changes: ((inputs: Inputs, state: State) => void)[] = [];
  const settled = new Map<string, string>();
  const once = (what: string, value: string): void => {
    const before = settled.get(what);
    if (before !== undefined && before !== value) {
      throw new TawazunError(
        "intervention/contradiction",
        `Two interventions contradict each other: ${what} is set to "${before}" and to "${value}".`,
      );
    }
    settled.set(what, value);
  };
  for (const intervention of interventions) {
    if ("forbid" in intervention) forbidden.push(forbiddenOf(world, intervention.forbid));
    else if ("outside" in intervention) {
      const index = world.source.outside.findIndex((event) => event.id === intervention.outside.event);
      if (index < 0)
        throw unknown(
          "outside event",
          intervention.outside.event,
          world.source.outside.map((event) => event.id),
        );
      once(`outside event ${intervention.outside.event}`, String(intervention.outside.happens));
      outside.set(index, intervention.outside.happens);
    } else changes.push(changeOf(world, intervention, once));
  }
  return {
    forbidden,
    outside,
    prepare(inputs, state) {
      for (const change of changes) change(inputs, state);
    },
  };
}

function unknown(what: string, given: string, known: Iterable<string>): TawazunError {
  return new TawazunError(
    "intervention/unknown",
    `There is no ${what} "${given}".${didYouMean(given, known)}`,
  );
}

function find(index: ReadonlyMap<string, number>, what: string, id: string): number {
  const found = index.get(id);
  if (found === undefined) throw unknown(what, id, index.keys());
  return found;
}

function forbiddenOf(
  world: World,
  rule: { move: string; by?: string | undefined; target?: string | undefined; object?: string | undefined },
): Forbidden {
  const kind = moveKinds.findIndex((known) => known.id === rule.move);
  if (kind < 0)
    throw unknown(
      "kind of move",
      rule.move,
      moveKinds.map((known) => known.id),
    );
  const actor = rule.by === undefined ? -1 : world.decider[find(world.actorIndex, "actor", rule.by)];
  const target = rule.target === undefined ? -1 : find(world.actorIndex, "actor", rule.target);
  return {
    kind,
    actor,
    target,
    object: rule.object === undefined ? -1 : objectOf(world, moveKinds[kind].object, rule.object),
  };
}

function objectOf(world: World, what: string | undefined, id: string): number {
  if (what === "post") return find(world.postIndex, "post", id);
  if (what === "issue") return find(world.issueIndex, "issue", id);
  if (what === "arena") return find(world.arenaIndex, "arena", id);
  if (what === "list") return find(world.blocIndex, "bloc", id);
  if (what === "territory") {
    const t = world.source.territories.findIndex((territory) => territory.id === id);
    if (t < 0)
      throw unknown(
        "territory",
        id,
        world.source.territories.map((territory) => territory.id),
      );
    return t;
  }
  throw new TawazunError(
    "intervention/object",
    `This kind of move has no object that could be named "${id}".`,
  );
}

type Once = (what: string, value: string) => void;

function changeOf(
  world: World,
  intervention: Exclude<Intervention, { forbid: unknown } | { outside: unknown }>,
  once: Once,
): (inputs: Inputs, state: State) => void {
  const n = world.actors.length;
  const m = world.issues.length;
  const actor = (id: string): number => find(world.actorIndex, "actor", id);
  const post = (id: string): number => find(world.postIndex, "post", id);
  if ("replace" in intervention) {
    const p = post(intervention.replace.post);
    const by = actor(intervention.replace.by);
    once(`the holder of ${intervention.replace.post}`, intervention.replace.by);
    return (_inputs, state) => handOver(state, p, by);
  }
  if ("fill" in intervention) {
    const p = post(intervention.fill.post);
    const a = actor(intervention.fill.with);
    once(`the holder of ${intervention.fill.post}`, intervention.fill.with);
    return (_inputs, state) => {
      state.holder[p] = a;
      state.acting[p] = 0;
    };
  }
  if ("vacate" in intervention) {
    const p = post(intervention.vacate.post);
    once(`the holder of ${intervention.vacate.post}`, "nobody");
    return (_inputs, state) => {
      state.holder[p] = -1;
      state.acting[p] = 0;
    };
  }
  if ("remove" in intervention) {
    const a = actor(intervention.remove.actor);
    once(`the status of ${intervention.remove.actor}`, "removed");
    return (_inputs, state) => {
      for (const led of world.led[a]) state.status[led] = statuses.indexOf("dissolved");
      for (let p = 0; p < state.holder.length; p++) {
        if (state.holder[p] >= 0 && world.decider[state.holder[p]] === a) state.holder[p] = -1;
      }
      for (let r = 0; r < world.resourceCount; r++) {
        if (world.source.resources[r].kind === "seats") continue;
        for (const led of world.led[a]) state.holding[r * n + led] = 0;
      }
    };
  }
  if ("restore" in intervention) {
    const a = actor(intervention.restore.actor);
    once(`the status of ${intervention.restore.actor}`, "active");
    return (_inputs, state) => {
      state.status[a] = 0;
      state.warrant[a] = 0;
    };
  }
  if ("lift" in intervention) {
    const { kind, by, of } = intervention.lift;
    const i = by === undefined ? -1 : expand(world, by);
    const j = of === undefined ? -1 : expand(world, of);
    return (_inputs, state) => lift(world, state, kind, i, j);
  }
  if ("relation" in intervention) {
    const i = actor(intervention.relation.from);
    const j = actor(intervention.relation.to);
    const value = mode(intervention.relation.value);
    once(`the tie of ${intervention.relation.from} to ${intervention.relation.to}`, String(value));
    return (inputs, state) => {
      inputs.tie[i * n + j] = value;
      state.relation[i * n + j] = value;
    };
  }
  if ("position" in intervention) {
    const i = actor(intervention.position.actor);
    const q = find(world.issueIndex, "issue", intervention.position.issue);
    const to = mode(intervention.position.to);
    once(`the position of ${intervention.position.actor} on ${intervention.position.issue}`, String(to));
    return (inputs, state) => takePosition(world, inputs, state, i, q, to);
  }
  if ("status_quo" in intervention) {
    const q = find(world.issueIndex, "issue", intervention.status_quo.issue);
    const to = mode(intervention.status_quo.to);
    once(`the status quo of ${intervention.status_quo.issue}`, String(to));
    return (_inputs, state) => {
      state.statusQuo[q] = to;
    };
  }
  const a = actor(intervention.holding.actor);
  const r = world.source.resources.findIndex((resource) => resource.id === intervention.holding.resource);
  if (r < 0)
    throw unknown(
      "resource",
      intervention.holding.resource,
      world.source.resources.map((resource) => resource.id),
    );
  const times = mode(intervention.holding.times);
  void m;
  return (_inputs, state) => {
    state.holding[r * n + a] *= times;
  };
}

/** A post passes to another, and with it the posts in which the old holder only acted. */
function handOver(state: State, post: number, to: number): void {
  const from = state.holder[post];
  state.holder[post] = to;
  state.acting[post] = 0;
  for (let p = 0; p < state.holder.length; p++) {
    if (from >= 0 && state.holder[p] === from && state.acting[p] === 1) state.holder[p] = to;
  }
}

function expand(world: World, id: string): number {
  const a = world.actorIndex.get(id);
  if (a !== undefined) return a;
  const b = world.blocIndex.get(id);
  if (b === undefined)
    throw unknown("actor or bloc", id, [...world.actorIndex.keys(), ...world.blocIndex.keys()]);
  return n0(world) + b;
}

const n0 = (world: World): number => world.actors.length;

/** Ends standing facts of a kind; a bloc stands for all who vote with it. */
function lift(world: World, state: State, kind: string, by: number, of: number): void {
  const n = world.actors.length;
  const matches = (a: number, wanted: number): boolean => {
    if (wanted < 0) return true;
    if (wanted < n) return a === wanted || world.decider[a] === world.decider[wanted];
    return state.list[a] === world.topList[wanted - n] && state.list[a] >= 0;
  };
  const bits: { readonly [kind: string]: number } = {
    bar: flag.bar,
    sanction: flag.sanction,
    "open-market": flag.market,
    campaign: flag.campaign,
    demand: flag.demand,
  };
  for (let i = 0; i < n; i++) {
    if (kind === "warrant") {
      if (matches(i, of)) state.warrant[i] = 0;
      continue;
    }
    if (!matches(i, by)) continue;
    if (kind === "boycott") state.boycott.fill(0, i * world.arenas.length, (i + 1) * world.arenas.length);
    else if (kind === "pledge") state.pledged[i] = 0;
    else if (kind === "sponsorship") {
      for (let j = 0; j < n; j++) if (matches(j, of)) state.sponsorship[i * n + j] = 0;
    } else if (bits[kind] !== undefined) {
      for (let j = 0; j < n; j++) if (matches(j, of)) state.flags[i * n + j] &= ~bits[kind];
    } else
      throw unknown("kind of standing fact", kind, [
        ...Object.keys(bits),
        "warrant",
        "boycott",
        "pledge",
        "sponsorship",
      ]);
  }
}

/**
 * An actor takes another position. Whoever cares about the issue warms or cools to it, by half of the
 * change in their distance, weighted by salience: others' ties follow what they see it stand for.
 */
function takePosition(world: World, inputs: Inputs, state: State, i: number, q: number, to: number): void {
  const n = world.actors.length;
  const m = world.issues.length;
  const from = state.position[i * m + q];
  for (let k = 0; k < n; k++) {
    const salience = inputs.salience[k * m + q];
    if (k === i || salience === 0 || world.tieKnown[k * n + i] === 0) continue;
    const ideal = inputs.ideal[k * m + q];
    const seen = inputs.perceived.get((k * n + i) * m + q) ?? from;
    const nearer = (Math.abs(seen - ideal) - Math.abs(seen + (to - from) - ideal)) / 100;
    const shift = 0.5 * salience * nearer;
    inputs.tie[k * n + i] = Math.max(-1, Math.min(1, inputs.tie[k * n + i] + shift));
    state.relation[k * n + i] = inputs.tie[k * n + i];
  }
  state.position[i * m + q] = to;
  inputs.position[i * m + q] = to;
  inputs.ideal[i * m + q] = to;
}

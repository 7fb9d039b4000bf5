import { liftableKinds } from "../case/index.ts";
import type { Inputs } from "./inputs.ts";
import { find, unknown } from "./interventions-names.ts";
import { flag, type State } from "./state.ts";
import { statuses, type World } from "./world.ts";

/** A post passes to another, and with it the posts in which the old holder only acted. */
export function handOver(state: State, post: number, to: number): void {
  const from = state.holder[post];
  state.holder[post] = to;
  state.acting[post] = 0;
  for (let p = 0; p < state.holder.length; p++) {
    if (from >= 0 && state.holder[p] === from && state.acting[p] === 1) state.holder[p] = to;
  }
}

/** Ends standing facts of a kind; a bloc stands for all who vote with it. */
export function lift(world: World, state: State, kind: string, by: number, of: number): void {
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
    motion: flag.motion,
    basing: flag.basing,
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
    }
  }
}

/**
 * An actor takes another position. Whoever cares about the issue warms or cools to it, by half of the
 * change in their distance, weighted by salience: others' ties follow what they see it stand for.
 */
export function takePosition(
  world: World,
  inputs: Inputs,
  state: State,
  i: number,
  q: number,
  to: number,
): void {
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

/** An actor and what it leads leave the stage: no status, no post, nothing held but seats of the house that votes, which vote for nobody. */
export function takeOut(world: World, state: State, a: number): void {
  const n = world.actors.length;
  for (const led of world.led[a]) state.status[led] = statuses.indexOf("dissolved");
  for (let p = 0; p < state.holder.length; p++) {
    if (state.holder[p] >= 0 && world.decider[state.holder[p]] === a) state.holder[p] = -1;
  }
  for (let r = 0; r < world.resourceCount; r++) {
    if (r === world.resourceOf.get("seats")) continue;
    for (const led of world.led[a]) state.holding[r * n + led] = 0;
  }
}

/** An actor by its index; a bloc by its index behind the actors'. */
export function actorOrBloc(world: World, id: string): number {
  const a = world.actorIndex.get(id);
  if (a !== undefined) return a;
  if (!world.blocIndex.has(id))
    throw unknown("actor or bloc", id, [...world.actorIndex.keys(), ...world.blocIndex.keys()]);
  return world.actors.length + find(world.blocIndex, "bloc", id);
}

/** @throws {TawazunError} `intervention/unknown` for a kind of standing fact that cannot be lifted. */
export function checkLift(kind: string): void {
  const kinds: readonly string[] = liftableKinds;
  if (!kinds.includes(kind)) throw unknown("kind of standing fact", kind, kinds);
}

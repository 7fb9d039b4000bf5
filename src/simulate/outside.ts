import { dayOf, readDate } from "../base/index.ts";
import type { Changes } from "./changes.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Inputs } from "./inputs.ts";
import { type Luck, purpose } from "./luck.ts";
import type { Scene } from "./scene.ts";
import { statuses, type World } from "./world.ts";

/** An outside event that will happen in a run, and when. */
export interface Scheduled {
  readonly event: number;
  readonly time: number;
}

/**
 * Decides for a run which outside events happen, and when.
 *
 * An event with a date falls on it; one with a span on a day of it, evenly; each with its probability,
 * and only if the event it depends on happens, not before that one.
 */
export function outsideSchedule(
  world: World,
  inputs: Inputs,
  decided: ReadonlyMap<number, boolean>,
  luck: Luck,
  run: number,
  happened: Float64Array,
): readonly Scheduled[] {
  const events = world.source.outside;
  const index = new Map(events.map((event, e) => [event.id, e]));
  const result: Scheduled[] = [];
  const times = new Map<number, number>();
  const visit = (e: number, depth: number): number | undefined => {
    const known = times.get(e);
    if (known !== undefined) return known;
    const event = events[e];
    luck.at(run, e, 0, purpose.outside);
    const happens = decided.get(e) ?? luck.uniform() < inputs.outsideProbability[e];
    const place = luck.uniform();
    let earliest = Number.NEGATIVE_INFINITY;
    if (event.given !== undefined) {
      const given = index.get(event.given);
      const at = given === undefined || depth > events.length ? undefined : visit(given, depth + 1);
      if (at === undefined) return undefined;
      earliest = at;
    }
    if (!happens) return undefined;
    const from = event.date ?? event.from ?? world.source.head.as_of;
    const to = event.date ?? event.to ?? world.source.head.horizon;
    const first = dayOf(from);
    const last = Math.max(first, readDate(to)?.last ?? first);
    const time = Math.max(
      earliest,
      first + place * (last - first + 1) * (event.date === undefined ? 1 : 0.5),
    );
    times.set(e, time);
    return time;
  };
  for (let e = 0; e < events.length; e++) {
    const time = visit(e, 0);
    if (time !== undefined && time >= world.start) result.push({ event: e, time });
    else if (time !== undefined) happened[e] = time;
  }
  return result.sort((a, b) => a.time - b.time || a.event - b.event);
}

/** An outside event happens: its effects take place and it enters the chronicle. */
export function strike(
  scene: Scene,
  change: Changes,
  event: number,
  chronicle: Chronicle,
  time: number,
): void {
  const { world, state } = scene;
  chronicle.outside[event] = time;
  const actor = (id: string): number => world.actorIndex.get(id) ?? -1;
  const n = world.actors.length;
  const amounts = scene.inputs.outsideEffect[event];
  for (const [k, effect] of (world.source.outside[event].effects ?? []).entries()) {
    const amount = amounts[k];
    if ("relation" in effect) {
      const i = actor(effect.relation.from);
      const j = actor(effect.relation.to);
      if (i < 0 || j < 0) continue;
      change.relation(world.decider[i], world.decider[j], amount);
      // the standing tie moves with it: an event from outside is not forgotten within the year
      const at = world.decider[i] * n + world.decider[j];
      scene.inputs.tie[at] = Math.max(-1, Math.min(1, scene.inputs.tie[at] + amount));
    } else if ("status_quo" in effect) {
      const q = world.issueIndex.get(effect.status_quo.issue);
      if (q !== undefined) change.statusQuo(q, amount);
    } else if ("grievance" in effect) {
      const a = actor(effect.grievance.actor);
      if (a >= 0) change.grievance(world.decider[a], amount);
    } else if ("holding" in effect) {
      const a = actor(effect.holding.actor);
      const r = world.source.resources.findIndex((resource) => resource.id === effect.holding.resource);
      if (a >= 0 && r >= 0) state.holding[r * n + a] *= amount;
    } else if ("status" in effect) {
      const a = actor(effect.status.actor);
      if (a >= 0) befall(scene, change, a, statuses.indexOf(effect.status.to));
    } else if ("violence" in effect) {
      state.violenceFactor *= amount;
    } else if ("election" in effect) {
      change.election(world.arenaIndex.get(effect.election.arena) ?? world.assembly);
    }
  }
}

/** A status comes over an actor: the dead, the banned and the dissolved hold no posts, and head no government. */
function befall(scene: Scene, change: Changes, actor: number, status: number): void {
  const { world, state } = scene;
  change.status(actor, status);
  if (status < statuses.indexOf("banned")) return;
  if (world.headPost >= 0 && state.holder[world.headPost] === actor) change.formation();
  for (let p = 0; p < state.holder.length; p++) if (state.holder[p] === actor) change.holder(p, -1, false);
}

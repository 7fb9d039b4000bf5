import { dayOf, readDate } from "../base/index.ts";
import type { Changes } from "./changes.ts";
import type { Chronicle } from "./chronicle.ts";
import { takeOffice } from "./coalition.ts";
import { arrivals, windowOf } from "./hazard.ts";
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
 * and only if the event it depends on happens, not before that one. One with a rate comes by hazard, once or again.
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
  const again: Scheduled[] = [];
  const visit = (e: number, depth: number): number | undefined => {
    const known = times.get(e);
    if (known !== undefined) return known;
    const event = events[e];
    if (event.rate !== undefined) return byHazard(e, depth);
    luck.at(run, e, 0, purpose.outside);
    const happens = decided.get(e) ?? luck.uniform() < inputs.outsideProbability[e];
    const place = luck.uniform();
    const earliest = earliestOf(e, depth);
    if (earliest === undefined || !happens) return undefined;
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
  /** Not before the event it depends on; nothing if that does not happen. */
  const earliestOf = (e: number, depth: number): number | undefined => {
    const { given } = events[e];
    if (given === undefined) return Number.NEGATIVE_INFINITY;
    const at = index.get(given);
    return at === undefined || depth > events.length ? undefined : visit(at, depth + 1);
  };
  const byHazard = (e: number, depth: number): number | undefined => {
    const earliest = earliestOf(e, depth);
    if (earliest === undefined) return undefined;
    const { from, until } = windowOf(world, e);
    const window = { from: Math.max(from, earliest), until };
    const repeats = events[e].repeats === true;
    const [first, ...more] = arrivals(window, inputs.outsideRate[e], repeats, decided.get(e), luck, run, e);
    if (first === undefined) return undefined;
    times.set(e, first);
    for (const time of more) again.push({ event: e, time });
    return first;
  };
  for (let e = 0; e < events.length; e++) {
    const time = visit(e, 0);
    if (time !== undefined && time >= world.start) result.push({ event: e, time });
    else if (time !== undefined) happened[e] = time;
  }
  result.push(...again);
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
  if (chronicle.outside[event] === -1) chronicle.outside[event] = time;
  else {
    chronicle.again.time.push(time);
    chronicle.again.event.push(event);
  }
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
    } else if ("post" in effect) {
      const { post, to, acting = false } = effect.post;
      passOn(scene, change, world.postIndex.get(post) ?? -1, to === undefined ? -1 : actor(to), acting);
    } else if ("violence" in effect) {
      state.violenceFactor *= amount;
    } else if ("election" in effect) {
      change.election(world.arenaIndex.get(effect.election.arena) ?? world.assembly);
    }
  }
}

/**
 * A post passes to another, or falls vacant; whoever is gone from politics gets none. With the head of government's go
 * the posts in which he only acted, and the signatures against him; the new one brings its partners.
 */
function passOn(scene: Scene, change: Changes, post: number, to: number, acting: boolean): void {
  const { world, state } = scene;
  if (post < 0 || (to >= 0 && state.status[to] >= statuses.indexOf("banned"))) return;
  const old = state.holder[post];
  if (old === to && state.acting[post] === (acting ? 1 : 0)) return;
  change.holder(post, to, acting);
  if (post !== world.headPost || old === to) return;
  for (let p = 0; p < state.holder.length; p++) {
    if (p !== post && old >= 0 && state.holder[p] === old && state.acting[p] === 1)
      change.holder(p, to, to >= 0);
  }
  if (state.motion >= 0) change.motion(-1);
  for (const party of world.actors.keys()) if (state.pledged[party] > 0) change.pledged(party, 0);
  if (to >= 0) takeOffice(scene, world.decider[to], change);
}

/** A status comes over an actor: the dead, the banned and the dissolved hold no posts, and head no government. */
function befall(scene: Scene, change: Changes, actor: number, status: number): void {
  const { world, state } = scene;
  change.status(actor, status);
  if (status < statuses.indexOf("banned")) return;
  if (world.headPost >= 0 && state.holder[world.headPost] === actor) change.formation();
  for (let p = 0; p < state.holder.length; p++) if (state.holder[p] === actor) change.holder(p, -1, false);
}

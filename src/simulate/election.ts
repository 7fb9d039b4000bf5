import { exp } from "../base/index.ts";
import type { Changes } from "./changes.ts";
import type { Chronicle } from "./chronicle.ts";
import { takeOffice } from "./coalition.ts";
import { formationChances } from "./formation.ts";
import { type Luck, purpose } from "./luck.ts";
import type { Scene } from "./scene.ts";

/** A standard normal number from twelve uniform ones: close enough for a swing, and cheap. */
function normal(luck: Luck): number {
  let z = -6;
  for (let k = 0; k < 12; k++) z += luck.uniform();
  return z;
}

/**
 * An election: each list's and each party's seats are multiplied by a random swing, and the house is
 * filled again by largest remainders. What the voters think of the campaign is not modelled.
 */
export function elect(scene: Scene, luck: Luck, run: number, chronicle: Chronicle): void {
  const { world, state, inputs } = scene;
  const seats = world.resourceOf.get("seats");
  if (seats === undefined || world.seats === 0) return;
  const n = world.actors.length;
  const swing = inputs.parameters["election.swing"];
  const count = chronicle.elections.length;
  chronicle.elections.push(state.time);
  const weights = new Float64Array(n);
  const listSwing = new Map<number, number>();
  let total = 0;
  for (let a = 0; a < n; a++) {
    const held = state.holding[seats * n + a];
    if (held <= 0) continue;
    const list = state.list[a];
    luck.at(run, list < 0 ? 0x8000 + a : list, count, purpose.election);
    const common = list < 0 ? exp(swing * normal(luck)) : (listSwing.get(list) ?? exp(swing * normal(luck)));
    if (list >= 0) listSwing.set(list, common);
    luck.at(run, 0x4000 + a, count, purpose.election);
    weights[a] = held * common * exp(0.4 * swing * normal(luck));
    total += weights[a];
  }
  fillSeats(state.holding.subarray(seats * n, (seats + 1) * n), weights, total, world.seats);
  state.pledged.fill(0);
  state.motion = -1;
  state.boycott.fill(0);
}

/** Largest remainders; ties go to the first in the case's order. */
function fillSeats(seats: Float64Array, weights: Float64Array, total: number, size: number): void {
  if (total <= 0) return;
  let given = 0;
  const remainders: { readonly a: number; readonly rest: number }[] = [];
  for (let a = 0; a < seats.length; a++) {
    const exact = (size * weights[a]) / total;
    seats[a] = Math.floor(exact);
    given += seats[a];
    if (weights[a] > 0) remainders.push({ a, rest: exact - seats[a] });
  }
  remainders.sort((x, y) => y.rest - x.rest || x.a - y.a);
  for (let k = 0; k < size - given && k < remainders.length; k++) seats[remainders[k].a] += 1;
}

/**
 * A government is formed: a head by {@link formationChances}, who takes over the posts in which the
 * old one only acted, and the parties that share it. After an election open posts are mostly filled for good.
 *
 * @param excluded the decider who has just fallen, or −1.
 */
export function form(scene: Scene, luck: Luck, run: number, change: Changes, excluded: number): void {
  const { world, state } = scene;
  if (world.headPost < 0) return;
  const chances = formationChances(scene, excluded, new Float64Array(world.actors.length));
  luck.at(run, 0xfffe, Math.floor(state.time), purpose.formation);
  let mark = luck.uniform();
  let chosen = -1;
  for (const i of world.movers) {
    if (chances[i] <= 0) continue;
    chosen = i;
    mark -= chances[i];
    if (mark < 0) break;
  }
  if (chosen < 0) return;
  const old = state.holder[world.headPost];
  if (old < 0 || world.decider[old] !== chosen) {
    change.holder(world.headPost, chosen, false);
    for (let p = 0; p < state.holder.length; p++) {
      if (old >= 0 && state.holder[p] === old && state.acting[p] === 1) change.holder(p, chosen, true);
    }
  } else if (state.acting[world.headPost] === 1) {
    change.holder(world.headPost, old, false);
  }
  takeOffice(scene, chosen, change);
  if (excluded >= 0) return;
  for (let p = 0; p < state.holder.length; p++) {
    const open = state.holder[p] < 0 || state.acting[p] === 1;
    if (!open || p === world.headPost || luck.uniform() > 0.65) continue;
    const owed = world.entitled[p];
    change.holder(p, owed >= 0 && state.status[owed] === 0 ? owed : chosen, false);
  }
}

import type { Chronicle } from "./chronicle.ts";
import type { Scene } from "./scene.ts";
import { takeOver } from "./who-leads.ts";
import { statuses, type World } from "./world.ts";

/** From this status on, a person leads nobody any more: banned, dissolved, dead. */
const GONE = statuses.indexOf("banned");

/**
 * Whether somebody leaves an inheritance: a person who is banned from politics or dead, and decided until then.
 */
export function leavesHeirs(world: World, actor: number, status: number): boolean {
  return status >= GONE && world.actors[actor].kind === "person" && world.decider[actor] === actor;
}

/**
 * Who follows a leader who is gone: his successor, if the case names one who is at large and decides or is led by
 * somebody who does; else the most powerful of those at large who lead a party on his list.
 *
 * @returns a decider, or −1: then what he led makes no more moves, and votes by his last ties.
 * @see cross2012 for parties, which choose from among those who lead in them; jordan2014 for armed groups, which
 * mostly outlive their leader.
 */
function heirOf(scene: Scene, gone: number): number {
  const { world, state, weight } = scene;
  const named = world.actors[gone].successor;
  const successor = named === undefined ? -1 : (world.actorIndex.get(named) ?? -1);
  if (successor >= 0 && canLead(scene, gone, world.decider[successor])) return world.decider[successor];
  const lists = new Set(world.led[gone].flatMap((led) => (state.list[led] >= 0 ? [state.list[led]] : [])));
  let best = -1;
  for (const i of world.movers) {
    if (!canLead(scene, gone, i) || !world.led[i].some((led) => lists.has(state.list[led]))) continue;
    if (best < 0 || weight[i] > weight[best]) best = i;
  }
  return best;
}

function canLead({ world, state }: Scene, gone: number, decider: number): boolean {
  return decider !== gone && world.movers.includes(decider) && state.status[decider] <= 2;
}

/**
 * What a leader who is gone led passes to his heir: parties with their seats, men at arms, what he held himself, the
 * lead of his list, and what a pact owed him. His offices do not: they fall vacant, and are filled as others are.
 */
export function inherit(scene: Scene, gone: number, chronicle: Chronicle): void {
  const { world } = scene;
  const heir = heirOf(scene, gone);
  if (heir < 0) return;
  for (const led of [...world.led[gone]]) {
    world.passed.push({ actor: led, from: gone });
    takeOver(world, led, heir);
  }
  chronicle.heir.time.push(scene.state.time);
  chronicle.heir.gone.push(gone);
  chronicle.heir.heir.push(heir);
}

/** Gives everything that has passed to heirs back to those who led it on the first day. */
export function disinherit(world: World): void {
  for (const { actor, from } of world.passed.reverse()) takeOver(world, actor, from);
  world.passed.length = 0;
}

/** Lets a world see the heirs of another of the same case, as a run left it. */
export function seeHeirs(world: World, played: World): void {
  disinherit(world);
  for (const { actor } of played.passed) {
    world.passed.push({ actor, from: world.decider[actor] });
    takeOver(world, actor, played.decider[actor]);
  }
}

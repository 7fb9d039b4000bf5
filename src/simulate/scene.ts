import type { Inputs } from "./inputs.ts";
import { headOf, type State } from "./state.ts";
import type { World } from "./world.ts";

/** What moves look at: the world, the inputs of the run, the state, and power as it stands. */
export interface Scene {
  readonly world: World;
  readonly inputs: Inputs;
  readonly state: State;
  /** Overall share of power of each actor's own holdings. */
  readonly power: Float64Array;
  /** arena × actor */
  readonly arenaShare: Float64Array;
  /** Overall share of each decider with all that it leads. */
  readonly weight: Float64Array;
  /** Σ over others k of weight(k) × tie of k to the actor: how it stands in the system, −1…1. */
  readonly standing: Float64Array;
  /** Chances to follow a fallen head of government, as last worked out, and in which turn. */
  readonly fallChances: Float64Array;
  fallTurn: number;
  /** Actors with seats, in the case's order: looked up anew each week; some may have lost theirs since. */
  readonly seated: number[];
  /** How often power, weights and standing have been worked out. */
  refreshed: number;
  /** Number of the turn in which options are weighed, while nothing changes; 0 outside of turns. */
  turn: number;
}

/** A scene with room for all that is worked out of its state, nothing of which is known yet. */
export function sceneOf(world: World, inputs: Inputs, state: State): Scene {
  const n = world.actors.length;
  return {
    world,
    inputs,
    state,
    power: new Float64Array(n),
    arenaShare: new Float64Array(world.arenas.length * n),
    weight: new Float64Array(n),
    standing: new Float64Array(n),
    fallChances: new Float64Array(n),
    fallTurn: -1,
    seated: [],
    refreshed: 0,
    turn: 0,
  };
}

export function relation(scene: Scene, from: number, to: number): number {
  return scene.state.relation[from * scene.world.actors.length + to];
}

export function has(scene: Scene, from: number, to: number, bit: number): boolean {
  return (scene.state.flags[from * scene.world.actors.length + to] & bit) !== 0;
}

/** What an actor holds of a kind of resource. */
export function holds(scene: Scene, actor: number, kind: string): number {
  const r = scene.world.resourceOf.get(kind);
  return r === undefined ? 0 : scene.state.holding[r * scene.world.actors.length + actor];
}

/** What a decider and all that it leads hold of a kind of resource. */
export function disposes(scene: Scene, decider: number, kind: string): number {
  const r = scene.world.resourceOf.get(kind);
  if (r === undefined) return 0;
  let sum = 0;
  for (const a of scene.world.led[decider]) sum += scene.state.holding[r * scene.world.actors.length + a];
  return sum;
}

/** The party of a decider that holds most seats, or −1. */
export function partyOf(scene: Scene, decider: number): number {
  const r = scene.world.resourceOf.get("seats");
  if (r === undefined) return -1;
  let best = -1;
  let most = 0;
  for (const a of scene.world.led[decider]) {
    const seats = scene.state.holding[r * scene.world.actors.length + a];
    if (seats > most) {
      most = seats;
      best = a;
    }
  }
  return best;
}

/** The list a decider votes with: its own, or that of a party it leads; −1 for none. */
export function listOf(scene: Scene, decider: number): number {
  for (const a of scene.world.led[decider]) if (scene.state.list[a] >= 0) return scene.state.list[a];
  return -1;
}

/** The decider who leads a list, or −1. */
export function leaderOfList(scene: Scene, list: number): number {
  const leader = list < 0 ? -1 : scene.world.leaderOf[list];
  return leader < 0 ? -1 : scene.world.decider[leader];
}

/** Seats of all who stand on a list. */
export function seatsOfList({ world, state, seated }: Scene, list: number): number {
  const r = world.resourceOf.get("seats");
  if (r === undefined) return 0;
  let sum = 0;
  for (const a of seated) if (state.list[a] === list) sum += state.holding[r * world.actors.length + a];
  return sum;
}

/** The decider of the head of government, or −1. */
export function ruler(scene: Scene): number {
  const head = headOf(scene.world, scene.state);
  return head < 0 ? -1 : scene.world.decider[head];
}

/** Whether two deciders vote with one list. */
export function sameList(scene: Scene, i: number, j: number): boolean {
  const list = listOf(scene, i);
  return list >= 0 && list === listOf(scene, j);
}

/** Whether an actor stands on the first front, that of domestic politics. */
export function isDomestic(scene: Scene, actor: number): boolean {
  return scene.world.front[actor] === 0 && scene.world.actors[actor].kind !== "state";
}

export function isState(scene: Scene, actor: number): boolean {
  return scene.world.actors[actor].kind === "state";
}

/** Whether an actor is free to act in public: active, in exile or in hiding. */
export function isAtLarge(scene: Scene, actor: number): boolean {
  return scene.state.status[actor] <= 2;
}

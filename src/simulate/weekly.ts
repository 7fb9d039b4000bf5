import { exp } from "../base/index.ts";
import type { Changes } from "./changes.ts";
import { type Luck, purpose } from "./luck.ts";
import { disposes, relation, ruler, type Scene } from "./scene.ts";
import type { Shares } from "./shares.ts";
import { DETAINED, FUGITIVE, flag } from "./state.ts";

/** Works out power, weights and standing anew from the state. */
export function refresh(scene: Scene, shares: Shares): void {
  const { world, state, inputs, power, arenaShare, weight, standing } = scene;
  const n = world.actors.length;
  scene.refreshed += 1;
  seat(scene);
  power.fill(0);
  for (let k = 0; k < world.arenas.length; k++) {
    const part = arenaShare.subarray(k * n, (k + 1) * n);
    shares.of(state, k, part);
    for (let a = 0; a < n; a++) power[a] += inputs.arenaWeight[k] * part[a];
  }
  weight.fill(0);
  for (let a = 0; a < n; a++) weight[world.decider[a]] += power[a];
  for (const j of world.movers) {
    let sum = 0;
    for (const k of world.acquainted[j]) sum += weight[k] * state.relation[k * n + j];
    standing[j] = sum;
  }
}

/** Looks up who has seats. */
function seat({ world, state, seated }: Scene): void {
  const seats = world.resourceOf.get("seats");
  seated.length = 0;
  if (seats === undefined) return;
  const n = world.actors.length;
  for (let a = 0; a < n; a++) if (state.holding[seats * n + a] > 0) seated.push(a);
}

/** Days after which a motion that was tabled and not voted on lapses. */
const LAPSE = 60;

/**
 * What a week brings by itself: ties fall back toward their standing value, grievance grows where
 * posts are withheld and demands stand, and fades elsewhere; pressure fades; fugitives may be caught.
 *
 * @param years length of the step in years.
 */
export function week(scene: Scene, change: Changes, luck: Luck, run: number, years: number): void {
  const { world, state, inputs } = scene;
  const n = world.actors.length;
  const back = 1 - exp(-inputs.parameters["relation.return"] * years);
  const { relation: ties } = state;
  const { tie: standing } = inputs;
  const { movers } = world;
  for (let i = 0; i < movers.length; i++) {
    const row = movers[i] * n;
    for (let j = 0; j < movers.length; j++) {
      const k = row + movers[j];
      ties[k] += back * (standing[k] - ties[k]);
    }
  }
  const fade = exp(-inputs.parameters["grievance.fade"] * years);
  for (let a = 0; a < n; a++) state.grievance[a] *= fade;
  accrue(scene, change, years);
  // a motion that nobody brings to the vote lapses
  if (state.motion >= 0 && state.time > state.motion + LAPSE) change.motion(-1);
  state.pressure *= exp(-inputs.parameters["violence.fade"] * years);
  recruit(scene, change, years);
  capture(scene, change, luck, run, years);
}

/** Whether the head of government goes this week for reasons outside the model. */
export function departs(scene: Scene, luck: Luck, run: number, years: number): boolean {
  if (ruler(scene) < 0) return false;
  luck.at(run, 0xfffd, Math.floor(scene.state.time), purpose.departure);
  return luck.uniform() < 1 - exp(-scene.inputs.parameters["head.departure"] * years);
}

/** Whether a government is formed this week where there is none, or a caretaker. */
export function forms(scene: Scene, luck: Luck, run: number, years: number): boolean {
  const { world, state, inputs } = scene;
  if (world.headPost < 0) return false;
  const full = state.holder[world.headPost] >= 0 && state.acting[world.headPost] === 0;
  if (full) return false;
  luck.at(run, 0xfffc, Math.floor(state.time), purpose.forming);
  return luck.uniform() < 1 - exp(-inputs.parameters["formation.pace"] * years);
}

/** Grievance from posts that are owed and not given, and from demands that stand. */
function accrue(scene: Scene, change: Changes, years: number): void {
  const { world, state, inputs } = scene;
  const n = world.actors.length;
  for (let p = 0; p < world.posts.length; p++) {
    const owed = world.entitled[p];
    if (owed < 0) continue;
    const holder = state.holder[p];
    const given = holder >= 0 && state.acting[p] === 0;
    const own = holder >= 0 && world.decider[holder] === world.decider[owed];
    if (!given && !own) {
      change.grievance(
        world.decider[owed],
        inputs.parameters["grievance.post"] * inputs.postValue[p] * years,
      );
    }
  }
  for (const i of world.movers) {
    let standing = 0;
    for (const j of world.acquainted[i]) if ((state.flags[i * n + j] & flag.demand) !== 0) standing += 1;
    if (standing > 0)
      change.grievance(i, inputs.parameters["grievance.demand"] * Math.sqrt(standing) * years);
  }
}

/** Armed groups outside politics grow as far as their groups are left below their size in power. */
function recruit(scene: Scene, change: Changes, years: number): void {
  const { world, state, inputs } = scene;
  const groups = world.groupIds.length;
  const n = world.actors.length;
  const arms = world.resourceOf.get("arms");
  const rate = inputs.parameters.recruitment;
  if (arms === undefined || rate <= 0) return;
  const shares = groupShares(scene);
  for (let a = 0; a < n; a++) {
    const held = state.holding[arms * n + a];
    if (held <= 0 || world.actors[a].kind !== "armed-group" || disposes(scene, world.decider[a], "seats") > 0)
      continue;
    let short = 0;
    for (let g = 0; g < groups; g++) {
      const belongs = world.belongs[a * groups + g];
      const size = belongs > 0 ? world.groupSize[g] : 0;
      if (size > 0) short += belongs * Math.max(0, 1 - shares[g] / size);
    }
    if (short > 0) change.holding(a, "arms", held * (exp(rate * Math.min(1, short) * years) - 1));
  }
}

let room = new Float64Array(0);

/** Share of power of each group: of its members, each as far as it belongs; until it is asked for again. */
function groupShares(scene: Scene): Float64Array {
  const { world, power } = scene;
  const groups = world.groupIds.length;
  if (room.length !== groups) room = new Float64Array(groups);
  const shares = room.fill(0);
  for (let a = 0; a < power.length; a++) {
    if (power[a] === 0) continue;
    for (let g = 0; g < groups; g++) shares[g] += power[a] * world.belongs[a * groups + g];
  }
  return shares;
}

function capture(scene: Scene, change: Changes, luck: Luck, run: number, years: number): void {
  const { world, state, inputs } = scene;
  for (let a = 0; a < world.actors.length; a++) {
    if (state.status[a] !== FUGITIVE || state.warrant[a] === 0) continue;
    luck.at(run, a, Math.floor(state.time), purpose.capture);
    if (luck.uniform() < 1 - exp(-inputs.parameters["warrant.capture"] * years)) change.status(a, DETAINED);
  }
}

/**
 * Political pressure toward violence now: shocks from moves, the power-weighted grievance at home,
 * how far groups are left below their size, and the hostility of states to the head of government.
 *
 * @returns a number on no scale of its own; only its change from the first day is used.
 * @see Cederman, Wimmer & Min 2010 for exclusion as a driver
 */
export function driverOf(scene: Scene): number {
  const { world, state, weight } = scene;
  const shares = groupShares(scene);
  let excluded = 0;
  for (let g = 0; g < shares.length; g++) {
    const size = world.groupSize[g];
    if (size > 0) excluded += Math.max(0, size - shares[g]);
  }
  let grievance = 0;
  for (const i of world.movers) if (world.front[i] === 0) grievance += weight[i] * state.grievance[i];
  const head = ruler(scene);
  let foreign = 0;
  if (head >= 0) {
    let count = 0;
    for (const k of world.movers) {
      if (world.actors[k].kind !== "state" || world.tieKnown[k * world.actors.length + head] === 0) continue;
      foreign += Math.max(0, -relation(scene, k, head));
      count += 1;
    }
    if (count > 0) foreign /= count;
  }
  return state.pressure + grievance + 3 * excluded + 2 * foreign;
}

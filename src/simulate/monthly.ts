import { exp, monthIndex } from "../base/index.ts";
import { type CountMemory, type CountProcess, drawCount, foretold, remember } from "../behave/index.ts";
import type { Chronicle } from "./chronicle.ts";
import { type Luck, purpose } from "./luck.ts";
import { moveKinds } from "./moves/index.ts";
import type { Scene } from "./scene.ts";
import type { Shares } from "./shares.ts";
import { flag } from "./state.ts";
import { signatures } from "./voting.ts";

/** What goes on from month to month beside the state. */
export interface MonthlyMemory {
  /** What the counts are drawn from remembers. */
  readonly counts: CountMemory;
  /** Counts of the last twelve months, a ring. */
  readonly lastYear: Float64Array;
  /** Sum and number of the driver's values since the last month's end. */
  driver: number;
  drivers: number;
  /** Elections and falls already seen. */
  elections: number;
}

const kindsOfArms = moveKinds.flatMap((kind, k) =>
  kind.id === "campaign" || kind.id === "seize-territory" ? [k] : [],
);

/** Marks of a month in `Chronicle.trouble`. */
export const trouble = { crisis: 1, violence: 2, arms: 4 } as const;

/** Writes the month that ends now into the chronicle: shares, seats, status quo, count, trouble. */
export function closeMonth(
  scene: Scene,
  shares: Shares,
  chronicle: Chronicle,
  luck: Luck,
  memory: MonthlyMemory,
  run: number,
  month: number,
  model: CountProcess | undefined,
  worstDay: readonly [number, number, number],
  movesBefore: number,
  headBefore: number,
): void {
  const { world, state, inputs } = scene;
  const n = world.actors.length;
  settle(scene);
  passages(scene);
  const overall = month * n;
  chronicle.share.fill(0, overall, overall + n);
  for (let k = 0; k < world.arenas.length; k++) {
    const at = (month * world.arenas.length + k) * n;
    shares.of(state, k, chronicle.arenaShare.subarray(at, at + n));
    for (let a = 0; a < n; a++)
      chronicle.share[overall + a] += inputs.arenaWeight[k] * chronicle.arenaShare[at + a];
  }
  const seats = world.resourceOf.get("seats");
  if (seats !== undefined) chronicle.seats.set(state.holding.subarray(seats * n, (seats + 1) * n), month * n);
  chronicle.list.set(state.list, month * n);
  chronicle.government.set(state.government, month * n);
  chronicle.statusQuo.set(state.statusQuo, month * world.issues.length);
  for (let r = 0; r < world.routes.length; r++)
    chronicle.open[month * world.routes.length + r] = isOpen(scene, r) ? 1 : 0;

  let marks = crisis(scene, chronicle, memory, headBefore) ? trouble.crisis : 0;
  if (model !== undefined) {
    const driver = memory.drivers > 0 ? memory.driver / memory.drivers : 0;
    memory.driver = 0;
    memory.drivers = 0;
    const factor =
      state.violenceFactor * exp(inputs.parameters["violence.politics"] * Math.max(-3, Math.min(4, driver)));
    const calendar = (monthIndex(world.start) + month) % 12;
    luck.at(run, 0xffff, month, purpose.violence);
    const count = drawCount(foretold(model, memory.counts, calendar, factor), model.size, luck.source);
    remember(model, memory.counts, count, factor);
    const trailing = memory.lastYear.reduce((sum, value) => sum + value, 0) / 12;
    if (count > 1.5 * trailing) marks |= trouble.violence;
    memory.lastYear[month % 12] = count;
    chronicle.count[month] = count;
    luck.at(run, 0xffff, month, purpose.worstDay);
    chronicle.worstDay[month] = Math.round(count * triangular(worstDay, luck.uniform()));
  }
  if (armed(scene, chronicle, movesBefore)) marks |= trouble.arms;
  chronicle.trouble[month] = marks;
}

/** Each issue that needs no law moves toward its settlement: the mean weighted by power and salience. */
function settle(scene: Scene): void {
  const { world, state, inputs, weight } = scene;
  const m = world.issues.length;
  const step = Math.min(1, inputs.parameters["bargain.speed"] / 12);
  for (let q = 0; q < m; q++) {
    if (world.issues[q].law) continue;
    let sum = 0;
    let total = 0;
    for (const i of world.movers) {
      const w = weight[i] * inputs.salience[i * m + q];
      sum += w * state.position[i * m + q];
      total += w;
    }
    if (total > 0) state.statusQuo[q] += step * (sum / total - state.statusQuo[q]);
  }
}

/**
 * A stage of a route that depends on an issue is let through as on the first day while the status quo stays
 * on the same side of the middle; when it crosses to the other side, so does the stage.
 */
function passages(scene: Scene): void {
  const { world, state, inputs } = scene;
  for (let s = 0; s < world.stageIssue.length; s++) {
    const q = world.stageIssue[s];
    if (q < 0 || state.statusQuo[q] >= 50 === inputs.statusQuo[q] >= 50) continue;
    state.passes[s] = world.stagePasses[s] === 1 ? 0 : 1;
  }
}

function isOpen(scene: Scene, route: number): boolean {
  for (let s = 0; s < scene.world.stageRoute.length; s++) {
    if (scene.world.stageRoute[s] === route && scene.state.passes[s] === 0) return false;
  }
  return true;
}

/** A motion under way, a partner in government who stays away, or a head fallen outside an election. */
function crisis(scene: Scene, chronicle: Chronicle, memory: MonthlyMemory, headBefore: number): boolean {
  const { world, state, inputs } = scene;
  const elected = chronicle.elections.length > memory.elections;
  memory.elections = chronicle.elections.length;
  if (world.headPost >= 0 && state.holder[world.headPost] !== headBefore && !elected) return true;
  if (world.quota > 0 && signatures(scene) >= inputs.parameters["confidence.need"] * world.quota) return true;
  for (let a = 0; a < world.actors.length; a++) {
    if (state.government[a] === 0) continue;
    for (let k = 0; k < world.arenas.length; k++)
      if (state.boycott[a * world.arenas.length + k] === 1) return true;
  }
  return false;
}

/** A campaign under way at the month's end, or an armed move between organised actors during it. */
function armed(scene: Scene, chronicle: Chronicle, from: number): boolean {
  for (let e = from; e < chronicle.move.kind.length; e++)
    if (kindsOfArms.includes(chronicle.move.kind[e])) return true;
  const n = scene.world.actors.length;
  for (const i of scene.world.movers) {
    for (const j of scene.world.movers) if ((scene.state.flags[i * n + j] & flag.campaign) !== 0) return true;
  }
  return false;
}

/** A triangular draw by inversion: only + − × ÷ √. */
function triangular([low, middle, high]: readonly [number, number, number], u: number): number {
  if (!(low < high)) return middle;
  const bend = (middle - low) / (high - low);
  return u < bend
    ? low + Math.sqrt(u * (high - low) * (middle - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - middle));
}

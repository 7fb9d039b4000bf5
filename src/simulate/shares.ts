import { shapleyShubikInto } from "../measure/index.ts";
import type { Inputs } from "./inputs.ts";
import type { State } from "./state.ts";
import type { World } from "./world.ts";

/** Voting units of the assembly: the lists as they stand, then parties on their own. */
interface Units {
  /** Unit of each actor, or −1. */
  readonly unit: Int32Array;
  readonly weights: Float64Array;
  count: number;
}

interface Remembered {
  readonly weights: Float64Array;
  readonly index: Float64Array;
}

/**
 * Shares of power over the actors, arena by arena.
 *
 * An assembly's share is the Shapley–Shubik index of the actor's list (or of its party, if it stands
 * alone), divided inside the list by seats. A cabinet's is the value of posts held, an acting holder
 * counted as a full one. Any other arena's is the part of its deciding resource.
 * Whoever boycotts an arena loses `boycott.discount` of its share there to the others.
 */
export interface Shares {
  /** Index of each actor's own holdings in an arena, into `out` (length n), summing to 1 or all 0. */
  of(state: State, arena: number, out: Float64Array): void;
  /** The share in all arenas, weighted by the case's arena weights. */
  overall(state: State, out: Float64Array): void;
}

const MOST_REMEMBERED = 8_000;

export function sharesOf(world: World, inputs: Inputs): Shares {
  const n = world.actors.length;
  const seatsAt = (world.resourceOf.get("seats") ?? -1) * n;
  const units: Units = { unit: new Int32Array(n), weights: new Float64Array(n), count: 0 };
  const listUnit = new Int32Array(world.blocs.length);
  const memory = new Map<number, Remembered>();
  const index = new Float64Array(n);
  const scratch = new Float64Array(n);
  const resourceIndex = new Map(world.source.resources.map((resource, r) => [resource.id, r]));
  const arenaResource = world.arenas.map((arena) =>
    arena.resource === undefined ? -1 : (resourceIndex.get(arena.resource) ?? -1),
  );

  /** Posts of each arena. */
  const postsOf = world.arenas.map((arena) =>
    world.posts.flatMap((post, p) => (post.arena === arena.id ? [p] : [])),
  );

  function group(state: State): void {
    const { holding, list: listOf } = state;
    const { unit, weights } = units;
    let count = 0;
    listUnit.fill(-1);
    for (let a = 0; a < n; a++) {
      const seats = seatsAt < 0 ? 0 : holding[seatsAt + a];
      if (seats <= 0) {
        unit[a] = -1;
        continue;
      }
      const list = listOf[a];
      let u = list < 0 ? -1 : listUnit[list];
      if (u < 0) {
        u = count++;
        weights[u] = 0;
        if (list >= 0) listUnit[list] = u;
      }
      unit[a] = u;
      weights[u] += seats;
    }
    units.count = count;
  }

  /** The index of the units as they stand, remembered by their weights: few line-ups recur many times. */
  function unitIndex(): Float64Array {
    const { weights, count } = units;
    let key = count;
    for (let u = 0; u < count; u++) key = (Math.imul(key, 31) + ((weights[u] * 64) | 0)) | 0;
    const known = memory.get(key);
    if (known !== undefined && known.weights.length === count) {
      let same = true;
      for (let u = 0; u < count && same; u++) same = known.weights[u] === weights[u];
      if (same) return known.index;
    }
    let total = 0;
    for (let u = 0; u < count; u++) total += weights[u];
    if (total >= world.quota) shapleyShubikInto(world.quota, weights, count, index);
    else for (let u = 0; u < count; u++) index[u] = weights[u] / total;
    const result = index.slice(0, count);
    if (memory.size >= MOST_REMEMBERED) memory.clear();
    memory.set(key, { weights: weights.slice(0, count), index: result });
    return result;
  }

  function assembly(state: State, out: Float64Array): void {
    group(state);
    if (units.count === 0) return;
    const power = unitIndex();
    for (let a = 0; a < n; a++) {
      const u = units.unit[a];
      if (u >= 0) out[a] = (power[u] * state.holding[seatsAt + a]) / units.weights[u];
    }
  }

  function cabinet(state: State, arena: number, out: Float64Array): void {
    let total = 0;
    const posts = postsOf[arena];
    for (let k = 0; k < posts.length; k++) {
      const p = posts[k];
      if (state.holder[p] < 0) continue;
      out[state.holder[p]] += inputs.postValue[p];
      total += inputs.postValue[p];
    }
    if (total > 0) for (let a = 0; a < n; a++) out[a] /= total;
  }

  function resource(state: State, r: number, out: Float64Array): void {
    let total = 0;
    for (let a = 0; a < n; a++) total += state.holding[r * n + a];
    if (total > 0) for (let a = 0; a < n; a++) out[a] = state.holding[r * n + a] / total;
  }

  function discounted(state: State, arena: number, out: Float64Array): void {
    const { boycott } = state;
    const arenas = world.arenas.length;
    let away = 0;
    for (let at = arena; at < boycott.length; at += arenas) away += boycott[at];
    if (away === 0) return;
    const discount = inputs.parameters["boycott.discount"];
    let lost = 0;
    let kept = 0;
    for (let a = 0; a < n; a++) {
      if (boycott[a * arenas + arena] === 0) kept += out[a];
      else lost += out[a] * discount;
    }
    if (lost === 0 || kept === 0) return;
    for (let a = 0; a < n; a++) {
      if (boycott[a * arenas + arena] === 0) out[a] += (lost * out[a]) / kept;
      else out[a] *= 1 - discount;
    }
  }

  function of(state: State, arena: number, out: Float64Array): void {
    out.fill(0);
    const kind = world.arenas[arena].kind;
    if (kind === "assembly") assembly(state, out);
    else if (kind === "cabinet") cabinet(state, arena, out);
    else if (arenaResource[arena] >= 0) resource(state, arenaResource[arena], out);
    discounted(state, arena, out);
  }

  return {
    of,
    overall(state, out) {
      out.fill(0);
      for (let k = 0; k < world.arenas.length; k++) {
        of(state, k, scratch);
        for (let a = 0; a < n; a++) out[a] += inputs.arenaWeight[k] * scratch[a];
      }
    },
  };
}

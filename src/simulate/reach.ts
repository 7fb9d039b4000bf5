import type { Inputs } from "./inputs.ts";
import type { World } from "./world.ts";

/**
 * What the moves of an actor can be worth to it at most, by its aims: from this the kinds of move say their bounds.
 *
 * An actor's interest in the share of another is never above α + γ × the greatest kinship, and shares of power
 * add up to 1, so that no change of a holding by a part of it is worth more than {@link Reach.holding}.
 */
export interface Reach {
  /** Whether the actor is head of government. */
  readonly governs: boolean;
  /** σ */
  readonly security: number;
  readonly parameters: Inputs["parameters"];
  /** Most points that any one post can bring. */
  readonly post: number;
  /** The greatest value of a post. */
  readonly postValue: number;
  /** Most points that the opening or shutting of one route can bring; and of all stages. */
  readonly route: number;
  readonly stages: number;
  /** Most points from holdings of a kind that grow by a part of themselves, or shrink by it where it is below 0. */
  holding(kind: string, part: number): number;
}

/** The reach of an actor with one draw of inputs; nothing where an aim is below 0, for then these are no bounds. */
export function reachOf(world: World, inputs: Inputs, actor: number, governs: boolean): Reach | undefined {
  const n = world.actors.length;
  const [own, group, , routes, security, strategic] = inputs.aims.subarray(actor * 6, actor * 6 + 6);
  if (!(Math.min(own, group, routes, security, strategic) >= 0)) return undefined;
  let kin = 0;
  for (let a = 0; a < n; a++) kin = Math.max(kin, world.kinship[actor * n + a]);
  const interest = own + group * kin;
  const arenaPosts = new Float64Array(world.arenas.length);
  let [post, postValue, route] = [0, 0, 0];
  inputs.postValue.forEach((value, p) => {
    if (world.postArena[p] >= 0) arenaPosts[world.postArena[p]] += value;
  });
  inputs.postValue.forEach((value, p) => {
    postValue = Math.max(postValue, value);
    const k = world.postArena[p];
    if (k >= 0 && arenaPosts[k] > 0)
      post = Math.max(post, (100 * inputs.arenaWeight[k] * value * interest) / arenaPosts[k]);
  });
  for (let at = actor; at < inputs.routeValue.length; at += n)
    route = Math.max(route, routes * Math.abs(inputs.routeValue[at]));
  return {
    governs,
    security,
    parameters: inputs.parameters,
    post,
    postValue,
    route,
    stages: world.stageRoute.length,
    holding(kind, part) {
      let weight = 0;
      world.arenas.forEach((arena, k) => {
        const resource = world.source.resources.find(({ id }) => id === arena.resource);
        if (resource?.kind === kind) weight = Math.max(weight, inputs.arenaWeight[k]);
      });
      return 100 * weight * interest * (part < 0 ? -part / (1 + part) : part);
    },
  };
}

import { draw, isUncertain, mode, type Quantity, type Random } from "../base/index.ts";
import { behaviourDefaults, type DefaultName } from "../behave/index.ts";
import { type Case, holdingsNow } from "../case/index.ts";
import { coefficientsOf, type LearnedBehaviour } from "./learned.ts";
import { type ParameterId, parameters } from "./parameters.ts";
import type { World } from "./world.ts";

/** Aims of one actor in the order own, group, policy, routes, security, strategic. */
const aimNames = ["own", "group", "policy", "routes", "security", "strategic"] as const;

/**
 * One draw of everything that is uncertain in a case and in the engine's defaults.
 * A run is played on one such draw; matrices are row by row, actor × actor or actor × issue.
 */
export interface Inputs {
  readonly parameters: { readonly [Id in ParameterId]: number };
  /** Coefficients of behaviour: the defaults, or fitted ones. */
  readonly behaviour: { readonly [Name in DefaultName]: number };
  readonly tie: Float64Array;
  readonly position: Float64Array;
  readonly ideal: Float64Array;
  readonly salience: Float64Array;
  readonly statusQuo: Float64Array;
  /** resource × actor */
  readonly holding: Float64Array;
  readonly postValue: Float64Array;
  /** Sums to 1 over the arenas. */
  readonly arenaWeight: Float64Array;
  /** actor × 6, see {@link aimNames} */
  readonly aims: Float64Array;
  readonly discipline: Float64Array;
  /** Moves a year. */
  readonly pace: Float64Array;
  /** route × actor */
  readonly routeValue: Float64Array;
  readonly outsideProbability: Float64Array;
  /** Of each outside event that comes by hazard, times a year; else 0. */
  readonly outsideRate: Float64Array;
  /** How much each effect of each outside event changes; 0 for an effect without an amount. */
  readonly outsideEffect: readonly Float64Array[];
  readonly perceived: ReadonlyMap<number, number>;
  /** The uncertain ones by name, with the value drawn. */
  readonly drawn: ReadonlyMap<string, number>;
}

/** The amount of an effect of an outside event, if it has one. */
function amountOf(effect: NonNullable<Case["outside"][number]["effects"]>[number]): Quantity | undefined {
  if ("relation" in effect) return effect.relation.change;
  if ("status_quo" in effect) return effect.status_quo.to;
  if ("grievance" in effect) return effect.grievance.change;
  if ("holding" in effect) return effect.holding.times;
  if ("violence" in effect) return effect.violence.times;
  return undefined;
}

/** How quantities are taken: those that are held fast are not drawn, and each is seen as it comes. */
interface Taking {
  readonly fixed?: ReadonlyMap<string, number>;
  readonly see?: (name: string, quantity: Quantity) => void;
}

/**
 * Draws the inputs of a run.
 *
 * @param random each quantity has a stream of its own, forked by its name; absent: every quantity at its mode.
 * @param learned coefficients of behaviour that take the place of defaults.
 * @param taking inputs held fast by name, and who is told of each.
 */
export function inputsOf(
  world: World,
  random?: Random,
  learned?: LearnedBehaviour,
  { fixed, see }: Taking = {},
): Inputs {
  const drawn = new Map<string, number>();
  const take = (name: string, quantity: Quantity): number => {
    see?.(name, quantity);
    const held = fixed?.get(name);
    if (held !== undefined) return held;
    if (random === undefined || !isUncertain(quantity)) return mode(quantity);
    const value = draw(quantity, random.fork(name));
    drawn.set(name, value);
    return value;
  };
  const { source, actors, issues, arenas, blocs, posts, routes } = world;
  const n = actors.length;
  const m = issues.length;

  const fitted = learned === undefined ? {} : coefficientsOf(learned, random);
  if (learned?.draws === true && random !== undefined) {
    for (const [name, value] of Object.entries(fitted)) drawn.set(`fitted ${name}`, value);
  }
  const memory: Quantity | undefined = learned?.halfLife;
  const chosen = Object.fromEntries(
    Object.entries(parameters).map(([id, parameter]) => [
      id,
      take(`default ${id}`, id === "habit.halfLife" ? (memory ?? parameter.value) : parameter.value),
    ]),
  ) as Inputs["parameters"];

  const behaviour = Object.fromEntries(
    Object.entries(behaviourDefaults).map(([name, entry]) => [
      name,
      fitted[name as DefaultName] ?? take(`default ${name}`, entry.coefficient),
    ]),
  ) as Inputs["behaviour"];

  const tie = new Float64Array(n * n);
  for (const relation of source.relations) {
    const i = world.actorIndex.get(relation.from);
    const j = world.actorIndex.get(relation.to);
    if (i === undefined || j === undefined) continue;
    const value = take(`relation ${relation.from} → ${relation.to}`, relation.value);
    tie[i * n + j] = value;
    if (relation.mutual) tie[j * n + i] = value;
  }

  liftTies(world, tie);

  const position = new Float64Array(n * m).fill(50);
  const ideal = new Float64Array(n * m).fill(50);
  const salience = new Float64Array(n * m);
  for (const stake of source.stakes) {
    const a = world.actorIndex.get(stake.actor);
    const q = world.issueIndex.get(stake.issue);
    if (a === undefined || q === undefined) continue;
    const name = `${stake.actor} on ${stake.issue}`;
    position[a * m + q] = take(`position of ${name}`, stake.position);
    ideal[a * m + q] =
      stake.ideal === undefined ? position[a * m + q] : take(`ideal point of ${name}`, stake.ideal);
    salience[a * m + q] = take(`salience of ${name}`, stake.salience);
  }

  liftStakes(world, position, ideal, salience);

  const resourceIndex = new Map(source.resources.map((resource, r) => [resource.id, r]));
  const holding = new Float64Array(world.resourceCount * n);
  for (const item of holdingsNow(source.holdings)) {
    const a = world.actorIndex.get(item.actor);
    const r = resourceIndex.get(item.resource);
    if (a === undefined || r === undefined) continue;
    holding[r * n + a] += take(`${item.resource} of ${item.actor}`, item.amount);
  }

  const arenaWeight = Float64Array.from(arenas, (arena) => take(`weight of ${arena.id}`, arena.weight));
  const total = arenaWeight.reduce((sum, weight) => sum + weight, 0);
  for (let k = 0; k < arenaWeight.length; k++)
    arenaWeight[k] = total > 0 ? arenaWeight[k] / total : 1 / arenas.length;

  const aims = new Float64Array(n * aimNames.length);
  actors.forEach((actor, a) => {
    aimNames.forEach((aim, k) => {
      const own = actor.aims?.[aim];
      aims[a * aimNames.length + k] =
        own === undefined ? chosen[`aims.${aim}`] : take(`aim ${aim} of ${actor.id}`, own);
    });
  });

  return {
    parameters: chosen,
    behaviour,
    tie,
    position,
    ideal,
    salience,
    statusQuo: Float64Array.from(issues, (issue) => take(`status quo of ${issue.id}`, issue.status_quo)),
    holding,
    postValue: Float64Array.from(posts, (post) => take(`value of ${post.id}`, post.value)),
    arenaWeight,
    aims,
    discipline: Float64Array.from(blocs, (bloc) =>
      bloc.discipline === undefined ? chosen.discipline : take(`discipline of ${bloc.id}`, bloc.discipline),
    ),
    pace: paces(world, chosen, take),
    routeValue: Float64Array.from(
      routes.flatMap((route, r) =>
        actors.map((actor, a) => take(`value of ${route.id} to ${actor.id}`, world.routeValue[r][a])),
      ),
    ),
    outsideProbability: Float64Array.from(source.outside, (event) =>
      take(`probability of ${event.id}`, event.probability ?? 1),
    ),
    outsideRate: Float64Array.from(source.outside, (event) =>
      event.rate === undefined ? 0 : take(`rate of ${event.id}`, event.rate),
    ),
    outsideEffect: source.outside.map((event) =>
      Float64Array.from(event.effects ?? [], (effect, k) => {
        const amount = amountOf(effect);
        return amount === undefined ? 0 : take(`effect ${k + 1} of ${event.id}`, amount);
      }),
    ),
    perceived: new Map(
      [...world.perceived].map(([key, quantity]) => [key, take(`perception ${key}`, quantity)]),
    ),
    drawn,
  };
}

function paces(
  world: World,
  chosen: Inputs["parameters"],
  take: (name: string, quantity: Quantity) => number,
): Float64Array {
  const seats = world.resourceOf.get("seats");
  return Float64Array.from(world.actors, (actor, a) => {
    if (actor.pace !== undefined) return take(`pace of ${actor.id}`, actor.pace);
    const holds =
      world.led[a].length > 1 ||
      (seats !== undefined &&
        world.source.holdings.some(
          (item) => item.actor === actor.id && item.resource === world.source.resources[seats].id,
        )) ||
      world.source.posts.some((post) => post.holder === actor.id);
    if (actor.kind === "person") return holds ? chosen["pace.person"] : chosen["pace.idle"];
    if (actor.kind === "armed-group") return chosen["pace.armed-group"];
    if (actor.kind === "state") return chosen["pace.state"];
    if (actor.kind === "institution" || actor.kind === "organisation") return chosen["pace.institution"];
    return chosen["pace.party"];
  });
}

/** A tie between deciders that the case gives only for what they lead is the mean of those. */
function liftTies(world: World, tie: Float64Array): void {
  const n = world.actors.length;
  const sum = new Map<number, { total: number; count: number }>();
  const direct = new Set<number>();
  const add = (i: number, j: number, value: number): void => {
    const key = world.decider[i] * n + world.decider[j];
    if (key === i * n + j) direct.add(key);
    else {
      const entry = sum.get(key) ?? { total: 0, count: 0 };
      sum.set(key, { total: entry.total + value, count: entry.count + 1 });
    }
  };
  for (const relation of world.source.relations) {
    const i = world.actorIndex.get(relation.from);
    const j = world.actorIndex.get(relation.to);
    if (i === undefined || j === undefined) continue;
    add(i, j, tie[i * n + j]);
    if (relation.mutual) add(j, i, tie[j * n + i]);
  }
  for (const [key, { total, count }] of sum) {
    if (!direct.has(key) && Math.floor(key / n) !== key % n) tie[key] = total / count;
  }
}

/** A decider without a stake of its own on an issue takes the strongest of what it leads. */
function liftStakes(world: World, position: Float64Array, ideal: Float64Array, salience: Float64Array): void {
  const m = world.issues.length;
  for (const d of world.movers) {
    for (let q = 0; q < m; q++) {
      if (salience[d * m + q] > 0) continue;
      for (const a of world.led[d]) {
        if (salience[a * m + q] <= salience[d * m + q]) continue;
        position[d * m + q] = position[a * m + q];
        ideal[d * m + q] = ideal[a * m + q];
        salience[d * m + q] = salience[a * m + q];
      }
    }
  }
}

import type { Random } from "../../../base/index.ts";
import { type Block, blocks } from "./blocks.ts";
import { core } from "./core.ts";
import { glued } from "./glue.ts";
import type { Graph } from "./graph.ts";
import type { LinearSolver } from "./linear.ts";
import { type Reduced, reduce } from "./reduce.ts";
import type { Split } from "./search.ts";
import { chained, type Stretch } from "./strands.ts";

/** What was found out about a graph: its best partition, and what every partition must frustrate. */
export interface Solved extends Split {
  readonly lower: number;
  /** Negative cycles that stand for themselves. */
  readonly cycles: readonly Stretch[];
  readonly cores: readonly SolvedCore[];
}

/** A core with its proof, in places of the graph it lies in, and in that graph's units. */
export interface SolvedCore {
  readonly actors: Int32Array;
  /** Its pairs as walks; none if they are the actors' own. */
  readonly ties?: readonly Stretch[];
  readonly bound: number;
  readonly by: "cycles" | "elimination" | "branching";
  readonly cycles: readonly Stretch[];
}

export interface Effort {
  readonly random: Random;
  readonly linear?: LinearSolver;
  readonly shouldStop?: () => boolean;
}

/** Bounds on the least frustration of a graph, equal wherever the effort suffices. */
export function solve(graph: Graph, effort: Effort): Solved {
  const found = blocks(graph).map((block) => {
    const reduced = thin(block.graph) ? reduce(block.graph) : undefined;
    const worth = reduced !== undefined && reduced.graph.weight.length < 0.8 * block.graph.weight.length;
    const solved = worth ? unreduced(reduced, solve(reduced.graph, effort)) : core(block.graph, effort);
    return { block, solved };
  });
  return {
    spins: glued(graph, found),
    cost: found.reduce((sum, { solved }) => sum + solved.cost, 0),
    lower: found.reduce((sum, { solved }) => sum + solved.lower, 0),
    cycles: found.flatMap(({ block, solved }) => solved.cycles.map((cycle) => renamed(cycle, block.actors))),
    cores: found.flatMap(({ block, solved }) => solved.cores.map((one) => renamedCore(one, block))),
  };
}

/** Whether a good part of a graph's pairs are at actors that a reduction can take out at once. */
function thin({ size, offset, weight, pair }: Graph): boolean {
  let inReach = 0;
  for (let v = 0; v < size; v++) {
    const degree = offset[v + 1] - offset[v];
    let sum = 0;
    let most = 0;
    for (let i = offset[v]; i < offset[v + 1]; i++) {
      sum += Math.abs(weight[pair[i]]);
      most = Math.max(most, Math.abs(weight[pair[i]]));
    }
    if (degree <= 3 || 2 * most >= sum) inReach += degree;
  }
  return inReach > 0.1 * weight.length;
}

function renamed({ through, weight }: Stretch, names: Int32Array): Stretch {
  return { through: through.map((v) => names[v]), weight };
}

function renamedCore(one: SolvedCore, { actors }: Block): SolvedCore {
  return {
    ...one,
    actors: one.actors.map((v) => actors[v]),
    ties: one.ties?.map((tie) => renamed(tie, actors)),
    cycles: one.cycles.map((cycle) => renamed(cycle, actors)),
  };
}

/** What was found out about a reduced graph, as findings about the graph before. */
function unreduced(reduced: Reduced, solved: Solved): Solved {
  const { graph, actors, fine } = reduced;
  const walks = ({ through, weight }: Stretch): Stretch[] => {
    let chain = reduced.lift(through[0], through[1], weight);
    for (let i = 1; i + 1 < through.length; i++) {
      chain = chained(chain, reduced.lift(through[i], through[i + 1], weight));
    }
    return chain;
  };
  const round = (cycle: Stretch): Stretch[] =>
    walks({ ...cycle, through: [...cycle.through, cycle.through[0]] }).map(({ through, weight }) => ({
      through: through.slice(0, -1),
      weight,
    }));
  const own = (one: SolvedCore): readonly Stretch[] => {
    const inside = new Set(one.actors);
    const pairs: Stretch[] = [];
    for (let k = 0; k < graph.weight.length; k++) {
      const through = [graph.first[k], graph.second[k]];
      if (through.every((v) => inside.has(v))) pairs.push({ through, weight: Math.abs(graph.weight[k]) });
    }
    return pairs;
  };
  return {
    spins: reduced.expand(solved.spins),
    cost: reduced.cancelled + solved.cost / fine,
    lower: reduced.cancelled + solved.lower / fine,
    cycles: [...reduced.cycles, ...solved.cycles.flatMap(round)],
    cores: solved.cores.map((one) => ({
      ...one,
      actors: one.actors.map((v) => actors[v]),
      ties: (one.ties ?? own(one)).flatMap(walks),
      bound: one.bound / fine,
      cycles: one.cycles.map(({ through, weight }) => ({
        through: through.map((v) => actors[v]),
        weight: weight / fine,
      })),
    })),
  };
}

import * as z from "zod";
import { compromiseMean, weightedMedian } from "../../bargain/index.ts";
import { seeded, TawazunError } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import {
  banzhaf,
  caseNetwork,
  frustration,
  linearSolver,
  minimalWinning,
  routes,
  shapleyShubik,
  triadCensus,
} from "../../measure/index.ts";
import { csv, number, type Row, table } from "../../show/index.ts";
import { firstScene, worldOf } from "../../simulate/index.ts";
import { problemsToday } from "../issue-problem.ts";
import { type Block, blocksPlain, networkBlocks, timesBlock } from "../network-blocks.ts";
import { openCase, unusable } from "../open.ts";
import { tiesFile } from "../ties-file.ts";
import { type Lent, type Outcome, verb } from "../verb.ts";

export const measure = verb({
  id: "measure",
  summary:
    "measure power, coalitions, the network, routes and bargaining on the case's own day, or a file of ties",
  details:
    "Everything here is without chance: shares of power, voting power of the lists as they stand, minimal winning coalitions, triads and exact frustration of the network with its two factions, routes, and where bargaining would settle each issue. A CSV file of ties needs no case: columns from, to and sign (1, -1, 0 or a signed weight; a case's relations.csv calls it value), and perhaps a year or date; its network is measured whole, tie by tie and actor by actor, and over time if it has times.",
  places: [{ name: "case-or-file", about: "folder of a case, or a CSV file of signed ties", required: true }],
  options: z.object({
    directed: z.boolean().default(false).meta({ description: "ties of the file hold in one direction only" }),
    patience: z.coerce.number().int().min(1).max(86_400).default(20).meta({
      description: "seconds to look for the proof of an index of a file; then both bounds are printed",
    }),
    csv: z
      .boolean()
      .default(false)
      .meta({ description: "print CSV: of a file, one row an actor, or one row a time if it has times" }),
  }),
  async run(lent, [path], options) {
    if (/\.csv$/i.test(path)) return measureTies(lent, path, options);
    if (options.csv) {
      throw new TawazunError("measure/csv", "CSV is printed of a file of ties; of a case take --json.");
    }
    if (options.directed) {
      throw new TawazunError("measure/directed", "--directed is of a file of ties; a case says of each tie.");
    }
    const opened = await openCase(lent, path);
    if (opened.source === undefined) return unusable(path, opened);
    const { source } = opened;
    const blocks = [
      sharesBlock(source),
      ...source.arenas
        .filter(({ kind }) => kind === "assembly")
        .map((arena, i) => votingBlock(source, arena, i === 0)),
      networkBlock(source),
      routesBlock(source),
      issuesBlock(source),
    ];
    const shown = blocks.filter((block) => block !== undefined);
    return {
      code: 0,
      text: blocksPlain(shown),
      json: Object.fromEntries(shown.map((block) => [block.title, { rows: block.rows, words: block.words }])),
    };
  },
});

async function measureTies(
  lent: Lent,
  path: string,
  options: { readonly directed: boolean; readonly csv: boolean; readonly patience: number },
): Promise<Outcome> {
  const parts = tiesFile(path, await lent.readText(path), options.directed);
  const linear = await linearSolver();
  const { stopwatch } = lent;
  // Each index has its own time; what is known when it is over is printed as a range.
  const effort = () => {
    const begun = stopwatch?.() ?? 0;
    const shouldStop = () => stopwatch !== undefined && stopwatch() - begun > 1000 * options.patience;
    return { linear, shouldStop };
  };
  const ties = parts.reduce((sum, part) => sum + part.network.from.length, 0);
  if (ties > 1000) {
    const each = `up to ${options.patience} s for each proof`;
    lent.say?.(`Measuring ${number(ties)} ties, ${each} (--patience) …`);
  }
  const blocks = parts.length > 1 ? [timesBlock(parts, effort)] : networkBlocks(parts[0].network, effort);
  const last = blocks[blocks.length - 1];
  return {
    code: 0,
    text: options.csv ? csv(table(last.title, last.columns, last.rows)).trimEnd() : blocksPlain(blocks),
    json: Object.fromEntries(blocks.map((block) => [block.title, { rows: block.rows, words: block.words }])),
  };
}

function sharesBlock(source: Case): Block {
  const scene = firstScene(worldOf(source));
  const { world, weight } = scene;
  const rows = world.movers
    .map((mover) => ({ actor: world.actors[mover].name, share: weight[mover] }))
    .filter((row) => row.share >= 0.005)
    .sort((a, b) => b.share - a.share);
  return {
    title: "Share of power of those who decide, with all they lead (0.5 per cent or more)",
    columns: [
      { key: "actor", name: "Actor" },
      { key: "share", name: "Share", unit: "share", digits: 1 },
    ],
    rows,
    words:
      "Shapley–Shubik in assemblies, value of posts in cabinets, part of the deciding resource elsewhere; ranges at their mode.",
  };
}

/** Voting power in an assembly. Where votes are cast, too few seats are a fault of the case; elsewhere there is no game. */
function votingBlock(source: Case, arena: Case["arenas"][number], votes: boolean): Block | undefined {
  const { world, state } = firstScene(worldOf(source));
  const named = source.resources.findIndex((resource) => resource.id === arena.resource);
  const seats = named < 0 ? world.resourceOf.get("seats") : named;
  if (seats === undefined) return undefined;
  const units = new Map<string, number>();
  world.actors.forEach((actor, a) => {
    const held = state.holding[seats * world.actors.length + a];
    if (held <= 0) return;
    const name = state.list[a] < 0 ? actor.name : world.blocs[state.list[a]].name;
    units.set(name, (units.get(name) ?? 0) + held);
  });
  if (units.size === 0) return undefined;
  const lists = [...units].sort((a, b) => b[1] - a[1]);
  const weights = lists.map(([, weight]) => weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const quota = arena.quota ?? Math.floor((arena.seats ?? total) / 2) + 1;
  if (total < quota) {
    if (!votes) return undefined;
    throw new TawazunError(
      "measure/seats",
      `The seats held in ${arena.name} add up to ${total}, fewer than the ${quota} votes needed.`,
    );
  }
  const game = { quota, weights };
  const shapley = shapleyShubik(game);
  const normalised = banzhaf(game);
  const listing = minimalWinning(game);
  return {
    title: `Voting power in ${arena.name} (quota ${quota} of ${total})`,
    columns: [
      { key: "list", name: "List" },
      { key: "seats", name: "Seats" },
      { key: "shapley", name: "Shapley–Shubik", digits: 4 },
      { key: "banzhaf", name: "Banzhaf", digits: 4 },
    ],
    rows: lists.map(([list, held], i) => ({
      list,
      seats: held,
      shapley: shapley[i],
      banzhaf: normalised[i],
    })),
    words: `Exact. Minimal winning coalitions: ${listing.length}.`,
  };
}

function networkBlock(source: Case): Block | undefined {
  if (source.relations.length === 0) return undefined;
  const network = caseNetwork(source);
  const census = triadCensus(network);
  const result = frustration(network);
  // Whoever has no tie, such as a party that its leader speaks for, stands on no side.
  const tied = new Set<number>();
  network.weight.forEach((sign, k) => {
    if (sign !== 0) tied.add(network.from[k]).add(network.to[k]);
  });
  const factions = [0, 1].map((side) =>
    network.ids.filter((_, i) => tied.has(i) && result.partition[i] === side),
  );
  return {
    title: "Network of standing ties",
    columns: [
      { key: "what", name: "Measure" },
      { key: "value", name: "Value" },
    ],
    rows: [
      { what: "actors with a tie", value: tied.size },
      { what: "triads + + +", value: census["+++"] },
      { what: "triads + + −", value: census["++-"] },
      { what: "triads + − −", value: census["+--"] },
      { what: "triads − − −", value: census["---"] },
      { what: `frustration index (${result.method})`, value: result.value },
    ],
    words: `Two factions that attain it: ${factions.map((faction) => faction.join(", ")).join("  |  ")}.`,
  };
}

function routesBlock(source: Case): Block | undefined {
  if (source.routes.length === 0) return undefined;
  return {
    title: "Routes",
    columns: [
      { key: "route", name: "Route", wide: true },
      { key: "standing", name: "Standing" },
      { key: "gates", name: "Who could shut it", wide: true },
    ],
    rows: routes(source).map((route) => ({
      route: route.name,
      standing: route.status,
      gates: route.couldShut.join(", "),
    })),
  };
}

function issuesBlock(source: Case): Block | undefined {
  if (source.issues.length === 0) return undefined;
  const luck = seeded("measure");
  const rows = problemsToday(source).map(
    (problem): Row => ({
      issue: source.issues.find(({ id }) => id === problem.issue)?.name ?? problem.issue,
      now: problem.statusQuo,
      mean: compromiseMean.settle(problem, luck).position,
      median: weightedMedian.settle(problem, luck).position,
    }),
  );
  return {
    title: "Where bargaining would settle each issue (0…100)",
    columns: [
      { key: "issue", name: "Issue", wide: true },
      { key: "now", name: "Status quo", digits: 0 },
      { key: "mean", name: "Compromise mean", digits: 0 },
      { key: "median", name: "Weighted median", digits: 0 },
    ],
    rows,
    words:
      "Those who decide bargain, with the power of all they lead; weights are power × salience. The mean is the default: none of the models tried does better on settled issues.",
  };
}

import { readFileSync } from "node:fs";
import {
  ktabUniform,
  playSpatial,
  type SpatialActor,
  type SpatialProblem,
  type SpatialRun,
  type SpatialSwitches,
  spatialStanding,
} from "../../../src/bargain/index.ts";
import type { GoldenRow } from "../row.ts";
import { type Checker, Comparison, cells, inputBeside, type Json, skipped, type Table } from "./files.ts";

/** KTAB's names for our switches and their values. */
const SWITCHES: { readonly [name: string]: readonly [string, { readonly [value: string]: string }] } = {
  VictoryProbModel: [
    "victory",
    { Linear: "linear", Square: "square", Quartic: "quartic", Octic: "octic", Binary: "binary" },
  ],
  PCEModel: [
    "election",
    {
      Conditional: "conditional",
      MarkovIncentive: "markov-incentive",
      MarkovUniform: "markov-uniform",
    },
  ],
  StateTransitions: ["choice", { Deterministic: "likeliest", Stochastic: "drawn" }],
  VotingRule: [
    "voting",
    {
      Binary: "binary",
      PropBin: "proportional-binary",
      Prop: "proportional",
      PropCbc: "proportional-cubic",
      Cubic: "cubic",
      ASymProsp: "asymmetric-prospect",
    },
  ],
  BigRAdjust: [
    "riskView",
    { None: "own", OneThird: "one-third", Half: "half", TwoThirds: "two-thirds", Full: "theirs" },
  ],
  BigRRange: ["riskRange", { Min: "averse", Mid: "middle", Max: "symmetric" }],
  ThirdPartyCommit: ["commitment", { NoCommit: "none", SemiCommit: "semi", FullCommit: "full" }],
  InterVecBrgn: ["interpolation", { S1P1: "linear", S2P2: "squared", S2PMax: "shift" }],
  BargnModel: [
    "proposal",
    { InitOnlyInterp: "challenger", InitRcvrInterp: "both", PWCompInterp: "weighted" },
  ],
};

function switchesOf(parameters: { readonly [name: string]: string }): Partial<SpatialSwitches> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const [ours, values] = SWITCHES[name] ?? [];
      if (ours === undefined || values?.[value] === undefined) {
        throw new Error(`KTAB's ${name} = ${value} has no switch of ours.`);
      }
      return [ours, values[value]];
    }),
  );
}

/** A KTAB scenario: actors by position and salience on 0…100. */
export function readScenario(path: string): SpatialProblem {
  return path.endsWith(".xml") ? readXml(readFileSync(path, "utf8")) : readCsv(cells(path));
}

function readCsv([head, , ...rows]: string[][]): SpatialProblem {
  const dimensions = Number(head.filter((cell) => /^\d+$/.test(cell)).at(-1));
  return {
    actors: rows
      .filter((row) => row[0] !== "")
      .map((row) => ({
        id: row[0],
        capability: Number(row[2]),
        position: Array.from({ length: dimensions }, (_, k) => Number(row[3 + 2 * k]) / 100),
        salience: Array.from({ length: dimensions }, (_, k) => Number(row[4 + 2 * k]) / 100),
      })),
  };
}

function readXml(text: string): SpatialProblem {
  const inside = (block: string, tag: string): string[] =>
    [...block.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, "g"))].map((match) => match[1].trim());
  const actors = inside(text, "Actor").map(
    (block): SpatialActor => ({
      id: inside(block, "name")[0],
      capability: Number(inside(block, "capability")[0]),
      position: inside(block, "dCoord").map((x) => Number(x) / 100),
      salience: inside(block, "dSal").map((x) => Number(x) / 100),
    }),
  );
  const pairs = inside(text, "iaPair");
  if (pairs.length === 0) return { actors };
  const ids = actors.map((actor) => actor.id);
  const named = new Set(pairs.map((pair) => inside(pair, "adjustingIdeal")[0]));
  // whoever is not named keeps its ideal at its position
  const adjustment: number[][] = ids.map((id, i) => ids.map((_, j) => (i === j && !named.has(id) ? 1 : 0)));
  for (const pair of pairs) {
    const i = ids.indexOf(inside(pair, "adjustingIdeal")[0]);
    const j = ids.indexOf(inside(pair, "referencePos")[0]);
    adjustment[i][j] = Number(inside(pair, "adjust")[0]);
  }
  return { actors, adjustment };
}

function replay(problem: SpatialProblem, { parameters, seed }: Json): SpatialRun {
  const uniform = seed === undefined ? undefined : ktabUniform(String(seed));
  return playSpatial(problem, { switches: switchesOf(parameters), uniform });
}

/** Positions exactly, risk attitudes and probabilities to nine decimals, at every turn. */
function compareRun(file: string, table: string, problem: SpatialProblem, golden: Json): GoldenRow[] {
  const run = replay(problem, golden);
  const positions = new Comparison(1e-9);
  const others = new Comparison(1e-9);
  positions.same(run.states.length, golden.states);
  golden.positions.forEach((turn: number[][], t: number) => {
    const state = run.states[t];
    turn.forEach((point, i) => {
      point.forEach((x, k) => {
        positions.number(state === undefined ? undefined : state.positions[i][k] * 100, x);
      });
      others.number(state?.risk[i], golden.riskAttitudes[t][i]);
    });
    if (state === undefined || golden.actorProb === undefined) return;
    const standing = spatialStanding(problem, state, { switches: switchesOf(golden.parameters) });
    standing.probability.forEach((p, i) => {
      others.number(p, golden.actorProb[t][i]);
    });
    if (golden.uniqueIndices !== undefined) others.same(standing.distinct, golden.uniqueIndices[t]);
  });
  return [
    positions.row(file, `${table}, positions by turn`, "exact"),
    others.row(file, `${table}, risks and chances`, "1e-9"),
  ];
}

const missingInput = (file: string, table: string): GoldenRow[] =>
  skipped(file, table, "its input is not in the folder");

/** Runs of one scenario: `{ actors, positions, riskAttitudes, parameters }`. */
export const spatialRuns: Checker = {
  knows: ({ json }) => Array.isArray(json.positions) && json.riskAttitudes !== undefined,
  check(table) {
    const input = inputBeside(table);
    if (input === undefined) return missingInput(table.file, "a run");
    return compareRun(table.file, "run", readScenario(input), table.json);
  },
};

/** Runs of one scenario under several switches: `{ input, variants: { name: run } }`. */
export const spatialVariants: Checker = {
  knows: ({ json }) =>
    json.variants !== undefined &&
    Object.values<Json>(json.variants).some((run) => run.parameters !== undefined),
  check(table) {
    const input = inputBeside(table);
    if (input === undefined) return missingInput(table.file, "variants");
    const problem = readScenario(input);
    return Object.entries<Json>(table.json.variants).flatMap(([name, golden]) =>
      golden.positions === undefined
        ? [refused(table.file, name, problem, golden)]
        : compareRun(table.file, name, problem, golden),
    );
  },
};

/** A variant that KTAB refuses: ours must give an answer within the scale, or refuse too. */
function refused(file: string, name: string, problem: SpatialProblem, golden: Json): GoldenRow {
  const run = replay(problem, golden);
  const inside = run.states.every(({ positions }) => positions.flat().every((x) => x >= 0 && x <= 1));
  return {
    file,
    table: name,
    passed: inside,
    compared: 1,
    note: `KTAB refuses it (${String(golden.error).slice(0, 60)}…); ours ends after ${run.turns.length} turns`,
  };
}

/** KTAB's printed histories: `{ scenario: { positions_1dp: { actor: { dimension: […] } } } }`. */
export const spatialLogs: Checker = {
  knows: ({ json }) => Object.values<Json>(json).some((one) => one?.positions_1dp !== undefined),
  check(table) {
    return Object.entries<Json>(table.json)
      .filter(([, one]) => one?.positions_1dp !== undefined)
      .flatMap(([scenario, log]) => checkLog(table, scenario, log));
  },
};

function checkLog({ file, folder, json }: Table, scenario: string, log: Json): GoldenRow[] {
  const input = inputBeside({ file: scenario, folder, json });
  if (input === undefined) return missingInput(file, scenario);
  const problem = readScenario(input);
  const run = playSpatial(problem);
  const positions = new Comparison(0.05 + 1e-9);
  const chances = new Comparison(0.00005 + 1e-9);
  problem.actors.forEach((actor, i) => {
    Object.values<number[]>(log.positions_1dp[actor.id] ?? {}).forEach((series, k) => {
      series.forEach((x, t) => {
        positions.number(run.states[t].positions[i][k] * 100, x);
      });
    });
    (log.probabilities_4dp?.[actor.id] ?? []).forEach((p: number, t: number) => {
      chances.number(spatialStanding(problem, run.states[t]).probability[i], p);
    });
  });
  return [
    positions.row(file, `${scenario}, printed positions`, "1 decimal"),
    chances.row(file, `${scenario}, printed chances`, "4 decimals"),
  ];
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type BargainingProblem,
  type Exchange,
  type ExchangeRound,
  exchangeRound,
  exchangeZone,
  type Market,
  marketOf,
  outcomeOf,
} from "../../../src/bargain/index.ts";
import type { GoldenRow } from "../row.ts";
import { type Checker, Comparison, cells, inputBeside, type Json, skipped, type Table } from "./files.ts";

/** A file of records #A actor, #P issue, #M issue and end of its scale, #D stake. */
export function readProblems(path: string): BargainingProblem[] {
  const rows = cells(path);
  const ends = (issue: string): number[] => {
    const given = rows.filter(([kind, id]) => kind === "#M" && id === issue).map((row) => Number(row[2]));
    return given.length > 1 ? given : [0, 100];
  };
  return rows
    .filter(([kind]) => kind === "#P")
    .map(([, issue]) => ({
      issue,
      range: [Math.min(...ends(issue)), Math.max(...ends(issue))],
      actors: rows
        .filter(([kind, , of]) => kind === "#D" && of === issue)
        .map(([, id, , position, salience, capability]) => ({
          id,
          position: Number(position),
          salience: Number(salience),
          capability: Number(capability),
        })),
    }));
}

/** The market with actors in the order of the file, which decides the order of candidates. */
function marketOfFile(path: string): Market {
  const order = cells(path)
    .filter(([kind]) => kind === "#A")
    .map(([, id]) => id);
  return inOrder(marketOf(readProblems(path)), order);
}

/** A market with its actors in another order. */
export function inOrder(market: Market, order: readonly string[]): Market {
  const actors = [...order.filter((id) => market.actors.includes(id))];
  const n = actors.length;
  const from = actors.map((id) => market.actors.indexOf(id));
  const turn = <T extends Float64Array | Uint8Array>(flat: T): T => {
    const turned = flat.slice() as T;
    market.issues.forEach((_, d) => {
      from.forEach((a, to) => {
        turned[d * n + to] = flat[d * n + a];
      });
    });
    return turned;
  };
  return {
    ...market,
    actors,
    present: turn(market.present),
    position: turn(market.position),
    salience: turn(market.salience),
    weight: turn(market.weight),
  };
}

function nameOf({ actors, issues }: Market, { i, j }: Exchange): string {
  return [actors[i.actor], issues[i.supply], actors[j.actor], issues[j.supply]].join("|");
}

const nameOfTheirs = (one: Json): string => [one.i, one.i_supply, one.j, one.j_supply].join("|");

/**
 * The peer's round, following its choice where gains tie. A mover whose outcome has arrived is held back or
 * not by the peer's 28th decimal: both are tried.
 */
function followed(
  market: Market,
  theirs: readonly Json[],
): { readonly round: ExchangeRound; readonly left: boolean } {
  const attempts = (["stays", "moves"] as const).map((arrived) => {
    let left = false;
    const round = exchangeRound(market, {
      arrived,
      tie: (tied, step) => {
        const want = theirs[step] === undefined ? "" : nameOfTheirs(theirs[step]);
        const found = tied.find((one) => nameOf(market, one) === want);
        if (found === undefined) left = true;
        return found ?? tied[0];
      },
    });
    return { round, left: left || round.realised.length !== theirs.length };
  });
  return attempts.find((one) => !one.left) ?? attempts[0];
}

/** How the exchanges of a round compare with the peer's. */
export function compareSequence(
  market: Market,
  theirs: readonly Json[],
  comparison: Comparison,
): ExchangeRound {
  const { round } = followed(market, theirs);
  comparison.same(
    round.realised.map((one) => nameOf(market, one)),
    theirs.map(nameOfTheirs),
  );
  theirs.forEach((their, k) => {
    const our = round.realised[k];
    comparison.number(our?.gain, their.gain);
    comparison.number(our?.i.vote, their.i_to);
    comparison.number(our?.j.vote, their.j_to);
  });
  return round;
}

/** Rounds of exchange: `{ actors, issues, iterations: [{ realized, … }] }`. */
export const exchangeRounds: Checker = {
  knows: ({ json }) => Array.isArray(json.iterations) && json.iterations[0]?.realized !== undefined,
  check(table) {
    const input = inputBeside(table);
    if (input === undefined) return skipped(table.file, "rounds", "its input is not in the folder");
    const market = marketOfFile(input);
    return table.json.iterations.flatMap((iteration: Json, r: number) => [
      ...(iteration.initial_exchanges === undefined ? [] : [candidateRow(table, market, iteration)]),
      roundRow(table, startedAt(market, iteration.positions_before), iteration, r),
    ]);
  },
};

function startedAt(market: Market, positions: Json): Market {
  const n = market.actors.length;
  const position = market.position.slice();
  market.issues.forEach((issue, d) => {
    market.actors.forEach((actor, a) => {
      const x = positions?.[issue]?.[actor];
      if (x !== undefined) position[d * n + a] = x;
    });
  });
  return { ...market, position };
}

function candidateRow({ file }: Table, market: Market, iteration: Json): GoldenRow {
  const comparison = new Comparison(1e-12);
  const { candidates } = exchangeRound(market);
  const theirs: readonly Json[] = iteration.initial_exchanges;
  comparison.same(candidates.length, theirs.length);
  theirs.forEach((their, k) => {
    const our = candidates[k];
    comparison.same(our === undefined ? "" : nameOf(market, our), nameOfTheirs(their));
    comparison.same(our?.valid, their.valid);
    if (!their.valid) return;
    comparison.number(our?.gain, their.gain);
    comparison.number(our?.i.vote, their.i_y);
    comparison.number(our?.j.vote, their.j_y);
  });
  market.issues.forEach((issue, d) => {
    comparison.number(outcomeOf(market, d), iteration.nbs_before[issue]);
  });
  return comparison.row(file, "candidates of round 1", "1e-12");
}

function roundRow({ file }: Table, market: Market, iteration: Json, r: number): GoldenRow {
  const comparison = new Comparison(1e-9);
  const theirs: readonly Json[] = iteration.realized;
  const ours = compareSequence(market, theirs, comparison);
  market.issues.forEach((issue, d) => {
    comparison.number(ours.outcomes[d], iteration.nbs_after[issue]);
  });
  const table = `exchanges of round ${r + 1}, following the peer where gains tie`;
  const note = ours.ties === 0 ? undefined : `${ours.ties} of ${theirs.length} steps between equal gains`;
  return comparison.row(file, table, "1e-9", note);
}

/** Outcomes when ties fall by a coin: ours, with ties in order, must lie among them in round 1. */
export const exchangeCoins: Checker = {
  knows: ({ json }) => json.repetitions !== undefined && Array.isArray(json.nbs_after_round),
  check(table) {
    const input = inputBeside(table);
    if (input === undefined) return [];
    const market = marketOfFile(input);
    const { outcomes } = exchangeRound(market);
    const comparison = new Comparison(1e-9);
    market.issues.forEach((issue, d) => {
      const spread = table.json.nbs_after_round[0][issue];
      if (spread === undefined) return;
      comparison.number(outcomes[d], Math.min(spread.max, Math.max(spread.min, outcomes[d])));
    });
    return [
      comparison.row(table.file, "round 1 lies within the peer's coin tosses", "between least and most"),
    ];
  },
};

/** Stakes listed as `[actor, issue, position, salience in per cent, power]`. */
function marketOfList(rows: readonly Json[]): Market {
  const issues = [...new Set(rows.map((row) => row[1] as string))];
  return marketOf(
    issues.map((issue) => ({
      issue,
      range: [0, 100],
      actors: rows
        .filter((row) => row[1] === issue)
        .map(([id, , position, salience, capability]) => ({
          id,
          position,
          salience: salience / 100,
          capability,
        })),
    })),
  );
}

/** One exchange worked out by hand: `{ data, nbs, exchange, loss_…, gain_…, max_eu_… }`. */
export const workedExchange: Checker = {
  knows: ({ json }) => json.data_columns !== undefined && json.max_eu_i !== undefined,
  check({ file, json }) {
    const market = marketOfList(json.data);
    const { candidates } = exchangeRound(market);
    const comparison = new Comparison(1e-9);
    market.issues.forEach((issue, d) => {
      comparison.number(outcomeOf(market, d), json.nbs[issue]);
    });
    comparison.same(nameOf(market, candidates[0]), nameOfTheirs(json.exchange));
    const zone = exchangeZone(market, candidates[0]);
    comparison.number(zone.loss.j * 100, json.loss_j_supply);
    comparison.number(zone.loss.i * 100, json.loss_i_supply);
    comparison.number(zone.gain.i * 100, json.gain_i_demand);
    comparison.number(zone.gain.j * 100, json.gain_j_demand);
    comparison.number(zone.most.i * 100, json.max_eu_i);
    comparison.number(zone.most.j * 100, json.max_eu_j);
    return [comparison.row(file, "two actors, two issues", "1e-9")];
  },
};

/** Figures asserted in the peer's tests: `{ two_by_two, sample_data }`. */
export const assertedExchange: Checker = {
  knows: ({ json }) => json.two_by_two?.expected !== undefined,
  check(table) {
    const { inputs, expected } = table.json.two_by_two;
    const market = marketOfList(inputs);
    const [one] = exchangeRound(market).candidates;
    const comparison = new Comparison(1e-4);
    comparison.number(outcomeOf(market, 0), expected.nbs_issue1);
    comparison.number(outcomeOf(market, 1), expected.nbs_issue2);
    const zone = exchangeZone(market, one);
    comparison.number(zone.most.j * 100, expected.max_eu_actor1);
    comparison.number(zone.most.i * 100, expected.max_eu_actor2);
    const rows = [comparison.row(table.file, "two by two", "4 decimals")];
    const sample = table.json.sample_data;
    const name = String(sample?.file ?? "")
      .split(/[/ ]/)
      .find((part) => part.includes("."));
    const input = join(table.folder, `${name?.replace(/\.\w+$/, "")}.input.csv`);
    if (name === undefined || !existsSync(input)) return rows;
    const round = exchangeRound(marketOfFile(input));
    const gains = new Comparison(1e-12);
    gains.same(round.candidates.length, sample.expected.potential_actor_pairs_over_issue_pairs);
    gains.number(round.realised[0].gain, sample.expected.first_exchange_gain);
    gains.number(round.realised[1].gain, sample.expected.second_exchange_gain);
    return [...rows, gains.row(table.file, name, "1e-12")];
  },
};

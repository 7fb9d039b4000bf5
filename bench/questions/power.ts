// How long do power indices take, and how long do the programs in use take?
// Peers: measured side by side on two shared cores, Node 20, see the notes under the table.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  banzhaf,
  banzhafOwen,
  exactSwings,
  type Game,
  majority,
  owen,
  powerIndices,
  qualifiedMajority,
  shapleyShubik,
  shapleyShubikIndex,
  shapleyShubikInto,
} from "../../src/measure/index.ts";
import { type BenchOptions, type BenchResult, peakMemory, ratio, time } from "./measurement.ts";

const data = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "shared", "data", "power");

/** Votes of the members of the EU Council under the Treaty of Nice, 27 members of 2007. */
const NICE = [
  29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10, 10, 10, 7, 7, 7, 7, 7, 4, 4, 4, 4, 4, 3,
];
/** Electors of the states of the USA, 2012 to 2020. */
const ELECTORS = [
  9, 3, 11, 6, 55, 9, 7, 3, 3, 29, 16, 4, 4, 20, 11, 6, 6, 8, 8, 4, 10, 11, 16, 10, 6, 10, 3, 5, 6, 4, 14, 5,
  29, 15, 3, 18, 7, 7, 20, 4, 9, 3, 11, 38, 6, 3, 13, 12, 5, 10, 3,
];
/** Populations of the 27 members of the EU after 2020, Eurostat 2017. */
const EU27 = [
  11351727, 7101859, 10578820, 5748769, 82521653, 1315635, 4784383, 10768193, 46528024, 66989083, 4154213,
  60589445, 854802, 1950116, 2847904, 590667, 9797561, 460297, 17081507, 8772865, 37972964, 10309573,
  19644350, 2065895, 5435343, 5503297, 9995153,
];

/** The votes of the IMF's members, from the folder of tables; nothing if it is absent. */
function fund(): readonly number[] | undefined {
  const path = join(data, "imf_2022_votes.csv");
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, "utf8").trim().split("\n").slice(1);
  return lines.map((line) => Number(/,(\d+),[\d.]+$/.exec(line.trim())?.[1]));
}

interface Peer {
  readonly name: string;
  readonly milliseconds: number;
}

type BenchRow = { readonly [column: string]: string | number };

async function row(what: string, work: () => unknown, peer?: Peer, inner = 1): Promise<BenchRow> {
  const { minimum, median } = await time(work, { inner });
  return {
    question: what,
    "ms, minimum": minimum,
    "ms, median": median,
    "peer, ms": peer === undefined ? "–" : `${peer.milliseconds} (${peer.name})`,
    "times faster": ratio(peer?.milliseconds, minimum),
    "MB so far": peakMemory(),
  };
}

const assembly = (weights: readonly number[]): Game => ({ quota: majority(weights), weights });

/** Parties of an assembly of n: a few large ones and many small. */
const parties = (n: number): number[] =>
  Array.from({ length: n }, (_, i) => 1 + Math.floor(240 / (i + 2)) + (i % 3));

async function curves(quick: boolean): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const n of quick ? [10, 20] : [6, 8, 10, 12, 14, 16, 18, 20]) {
    const weights = Float64Array.from(parties(n));
    const quota = majority([...weights]);
    const out = new Float64Array(n);
    rows.push(
      await row(
        `Shapley–Shubik of ${n} parties, hot loop`,
        () => shapleyShubikInto(quota, weights, n, out),
        undefined,
        500,
      ),
    );
  }
  for (const n of quick ? [25] : [25, 30, 36, 44]) {
    const weights = Array.from({ length: n }, (_, i) => 1e9 + ((i * 7919) % 104729) * 65537);
    rows.push(
      await row(`Shapley–Shubik of ${n} voters with weights of 10⁹`, () => shapleyShubik(assembly(weights))),
    );
  }
  for (const n of quick ? [60] : [60, 120, 240, 480]) {
    const weights = Array.from({ length: n }, (_, i) => 1 + ((i * 37) % 40));
    rows.push(
      await row(`Shapley–Shubik of ${n} voters, ${majority(weights)} votes needed`, () =>
        shapleyShubik(assembly(weights)),
      ),
    );
  }
  return rows;
}

export async function bench({ quick }: BenchOptions): Promise<BenchResult> {
  const rows: BenchRow[] = [];
  const notes = [
    "A row times all indices it names together. Peers, run side by side on the same two shared cores: frankhuettner/powerindices (populations rounded to 10,000s, without the blocking clause), kristja6/VotingGames (C++ with NTL) and maxlit/powerindex on GitHub. They were timed once, in November 2026, and are not run again here.",
  ];
  const council = qualifiedMajority(EU27);
  rows.push(
    await row(
      "EU27, Treaty of Lisbon, full populations: Shapley–Shubik and Banzhaf",
      () => [shapleyShubik(council), banzhaf(council)],
      { name: "powerindices", milliseconds: 4840 },
    ),
  );
  const college: Game = { quota: 270, weights: ELECTORS };
  rows.push(
    await row("US electoral college, 51 voters: both", () => [shapleyShubik(college), banzhaf(college)], {
      name: "VotingGames",
      milliseconds: 19,
    }),
  );
  const nice: Game = { quota: 255, weights: NICE };
  rows.push(
    await row("Nice, 27 voters: both", () => [shapleyShubik(nice), banzhaf(nice)], {
      name: "powerindex",
      milliseconds: 52.6,
    }),
  );
  const thirty: Game = assembly(parties(30));
  const unions = [0, 1, 2, 3, 4].map((u) => Array.from({ length: 6 }, (_, k) => 5 * k + u));
  rows.push(await row("Owen, 30 parties in 5 unions", () => owen(thirty, unions), undefined, 10));
  rows.push(
    await row("Banzhaf–Owen, 30 parties in 5 unions", () => banzhafOwen(thirty, unions), undefined, 10),
  );
  const house = assembly([91, 89, 70, 43, 8, 8, 6, 4, 4, 2]);
  rows.push(
    await row(
      `All ${powerIndices.length} indices of Iraq's Council, 2010`,
      () => powerIndices.map((index) => index.of(house)),
      undefined,
      5,
    ),
  );
  const votes = fund();
  if (votes === undefined) notes.push("The rows of the IMF were skipped: the folder of tables is not there.");
  else {
    const board = assembly(votes);
    const result = shapleyShubikIndex.result(board);
    rows.push(
      await row("IMF, 190 members: Banzhaf", () => banzhaf(board), {
        name: "VotingGames",
        milliseconds: 36300,
      }),
    );
    rows.push(
      await row("IMF: every swing, exactly", () => exactSwings(board), {
        name: "VotingGames",
        milliseconds: 36300,
      }),
    );
    if (!quick)
      rows.push(
        await row(`IMF: Shapley–Shubik within ${result.error?.toExponential(1)}`, () => shapleyShubik(board)),
      );
    notes.push(
      "No other program was found that gives the Shapley–Shubik index of the IMF: VotingGames stops at 10 GB of memory, those in numpy overflow.",
    );
  }
  rows.push(...(await curves(quick)));
  return { title: "Power indices", rows, notes };
}

// A JSON file with one entry a network: triads, the three kinds of balance, blocs; and what dynamics run to.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { seeded } from "../../../src/base/index.ts";
import {
  blocs,
  constrainedTriadDynamics,
  frustration,
  localTriadDynamics,
  randomSociety,
  type SignedNetwork,
  triadCensus,
  triangleBalance,
  walkBalance,
} from "../../../src/measure/index.ts";
import type { GoldenRow } from "../row.ts";
import { columnsOf, type Found, listsTies, networksOf, patience } from "./folder.ts";

type Entry = { readonly [key: string]: unknown };

/** All entries of the JSON files that hold such things. */
export function smallTables(
  directory: string,
  files: readonly string[],
  all: readonly string[],
): GoldenRow[] {
  return files.flatMap((file) => {
    const content: unknown = JSON.parse(readFileSync(join(directory, file), "utf8"));
    if (typeof content !== "object" || content === null || Array.isArray(content)) return [];
    return Object.entries(content).flatMap(([name, entry]): GoldenRow[] => {
      if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return [];
      const dynamics = dynamicsRows(file, name, entry as Entry);
      if (dynamics.length > 0) return dynamics;
      if (!("triangles" in entry)) return [];
      const found = networkNamed(directory, all, name);
      if (found === undefined) {
        return [{ file, table: name, passed: false, compared: 0, note: "No network has this name." }];
      }
      return networkRows(file, name, entry as Entry, found.network);
    });
  });
}

/** The network of a name: a file of that name, or a year of a file whose name begins alike, as in `cow_1946`. */
function networkNamed(directory: string, all: readonly string[], name: string): Found | undefined {
  const ties = all.filter((file) => listsTies(columnsOf(directory, file)));
  const file = ties.find((one) => basename(one, ".csv") === name);
  if (file !== undefined) return networksOf(directory, file)[0];
  const [, stem, year] = /^(.*)_(\d+)$/.exec(name) ?? [];
  return ties
    .filter(
      (one) =>
        stem !== undefined &&
        basename(one).startsWith(`${stem}_`) &&
        /start/.test(columnsOf(directory, one)[0]),
    )
    .flatMap((one) => networksOf(directory, one))
    .find(({ part }) => part === year);
}

function networkRows(file: string, name: string, entry: Entry, network: SignedNetwork): GoldenRow[] {
  const index = frustration(network, { shouldStop: patience() });
  const census = triadCensus(network);
  const measures: { readonly [key: string]: readonly [() => number, number] } = {
    balance_triangles: [() => triangleBalance(network), 5e-8],
    balance_walk: [() => walkBalance(network).value, 5e-8],
    "balance_frustration_signnet(1-2L/m)": [() => 1 - (2 * index.value) / network.from.length, 5e-8],
    L: [() => index.value, 0],
    cc_min: [() => blocs(network).value, 0],
  };
  const rows: GoldenRow[] = [];
  const compare = (key: string, ours: number, printed: number, within: number): void => {
    const worst = Math.abs(ours - printed);
    const digits = within === 0 ? "exact" : "7 decimals";
    rows.push({ file, table: `${name}: ${key}`, passed: worst <= within, compared: 1, worst, digits });
  };
  for (const [key, value] of Object.entries(entry)) {
    const [, most] = /^cc_k(\d+)$/.exec(key) ?? [];
    if (key === "triangles") {
      for (const [kind, count] of Object.entries(value as { [kind: string]: number })) {
        compare(`triads ${kind}`, census[kind as keyof typeof census], count, 0);
      }
    } else if (most !== undefined)
      compare(key, blocs(network, { most: Number(most) }).value, Number(value), 0);
    else if (key in measures) compare(key, measures[key][0](), Number(value), measures[key][1]);
  }
  return rows;
}

/** Where dynamics of triads settle, within what chance leaves open. */
function dynamicsRows(file: string, name: string, entry: Entry): GoldenRow[] {
  const local = Object.entries(entry).find(([key]) => /^measured_N\d+$/.test(key));
  if (local !== undefined) {
    const actors = Number(local[0].slice("measured_N".length));
    return Object.entries(local[1] as { [p: string]: number }).map(([p, share]) => {
      const [top, bottom = "1"] = p.split("/");
      const random = seeded(`local ${p}`);
      const start = randomSociety(actors, 0.5, random.fork("start"));
      const amity = Number(top) / Number(bottom);
      const run = localTriadDynamics(start, {
        amity,
        updates: 60 * actors * actors,
        random: random.fork("run"),
      });
      const worst = Math.abs(run.meanFriendly - share);
      const note = "One run; the figure is another program's run.";
      return {
        file,
        table: `${name}: p = ${p}`,
        passed: worst < 0.02,
        compared: 1,
        worst,
        digits: "0.02",
        note,
      };
    });
  }
  const [, size, runs] = /_N(\d+)_(\d+)runs/.exec(name) ?? [];
  if (size === undefined) return [];
  return Object.entries(entry).map(([share, printed]) => {
    let sum = 0;
    for (let run = 0; run < Number(runs); run++) {
      const random = seeded(`constrained ${share} ${run}`);
      const start = randomSociety(Number(size), Number(share), random.fork("start"));
      const end = constrainedTriadDynamics(start, { updates: 1_000_000, random: random.fork("run") });
      const others = end.state.others ?? Number(size) / 2;
      sum += (1 - (2 * others) / Number(size)) ** 2;
    }
    // A mean of so many numbers from 0 to 1, compared with another such: three standard errors at most.
    const within = 3 * Math.sqrt(2 / 4 / Number(runs));
    const worst = Math.abs(sum / Number(runs) - Number(printed));
    const digits = within.toFixed(2);
    return { file, table: `${name}: ρ₀ = ${share}`, passed: worst < within, compared: 1, worst, digits };
  });
}

// Centralities and directed triads as another program prints them.
import {
  directedTriadCensus,
  eigenvectorCentrality,
  friendsAndEnemies,
  pnCentrality,
  signedNetwork,
  type Tie,
  triadKind,
} from "../../../src/measure/index.ts";
import type { GoldenRow } from "../row.ts";
import { columnsOf, listsTies, networksOf, table } from "./folder.ts";

const DIGITS = 1e-9;

/** Tables with an actor a row: the network is the one that has just these actors. */
export function centralities(directory: string, all: readonly string[]): GoldenRow[] {
  const tables = all.filter((file) => {
    const columns = columnsOf(directory, file);
    return columns[0] === "name" && columns.includes("pn");
  });
  if (tables.length === 0) return [];
  const networks = all
    .filter((file) => listsTies(columnsOf(directory, file)))
    .flatMap((file) => networksOf(directory, file));
  return tables.flatMap((file): GoldenRow[] => {
    const { rows, columns } = table(directory, file);
    const names = new Set(rows.map((row) => row.name));
    const found = networks.find(
      ({ network }) => network.ids.length === names.size && network.ids.every((id) => names.has(id)),
    );
    if (found === undefined) {
      return [{ file, table: "all", passed: false, compared: 0, note: "No network has these actors." }];
    }
    const { network } = found;
    const ours: { readonly [column: string]: readonly (number | undefined)[] } = {
      pn: pnCentrality(network),
      eigen: eigenvectorCentrality(network),
      degree_ratio: friendsAndEnemies(network).map(({ ratio }) => ratio),
    };
    const place = new Map(network.ids.map((id, v) => [id, v]));
    return columns
      .filter((column) => column in ours)
      .map((column) => {
        const pairs = rows.map((row) => [
          Number(row[column]),
          ours[column][place.get(row.name) ?? 0] ?? Number.NaN,
        ]);
        // An eigenvector is one up to its sign.
        const turn = column === "eigen" && pairs.reduce((sum, [a, b]) => sum + a * b, 0) < 0 ? -1 : 1;
        const worst = Math.max(...pairs.map(([a, b]) => Math.abs(a - turn * b)));
        const note = turn < 0 ? "The same up to the sign of all." : undefined;
        return {
          file,
          table: column,
          passed: worst <= DIGITS,
          compared: rows.length,
          worst,
          digits: "1e-9",
          note,
        };
      });
  });
}

/** Tables of kinds of directed triads: the network is a file of ratings with as many triads. */
export function directedCensuses(directory: string, all: readonly string[]): GoldenRow[] {
  return all.flatMap((file): GoldenRow[] => {
    const columns = columnsOf(directory, file);
    if (columns[0] !== "type" || columns[1] !== "count") return [];
    const { rows } = table(directory, file);
    const printed = new Map<string, number>();
    for (const { type, count } of rows) {
      const kind = triadKind(type.slice(-6));
      printed.set(kind, (printed.get(kind) ?? 0) + Number(count));
    }
    const triads = [...printed.values()].reduce((sum, count) => sum + count, 0);
    for (const other of all.filter((one) => columnsOf(directory, one).includes("rating"))) {
      const ties = table(directory, other).rows.map(
        (row): Tie => [row.source, row.target, Math.sign(Number(row.rating))],
      );
      const network = signedNetwork(ties, { directed: true, selfTies: "keep" });
      const n = network.ids.length;
      if ((n * (n - 1) * (n - 2)) / 6 !== triads) continue;
      const ours = new Map(directedTriadCensus(network).map(({ kind, count }) => [kind, count]));
      const worst = Math.max(...[...printed].map(([kind, count]) => Math.abs(count - (ours.get(kind) ?? 0))));
      return [
        {
          file,
          table: `kinds of triads in ${other}`,
          passed: worst === 0,
          compared: printed.size,
          worst,
          digits: "exact",
        },
      ];
    }
    return [
      {
        file,
        table: "kinds of triads",
        passed: false,
        compared: 0,
        note: "No file of ratings has as many triads.",
      },
    ];
  });
}

// Frustration indices: of the networks that a table names, and of the years of a series.
import { join } from "node:path";
import {
  blocs,
  frustration,
  linearSolver,
  type SignedNetwork,
  verifyCertificate,
} from "../../../src/measure/index.ts";
import type { GoldenRow } from "../row.ts";
import {
  columnsOf,
  type Found,
  filesOf,
  listsTies,
  networksOf,
  patience,
  type Table,
  table,
} from "./folder.ts";

const linear = await linearSolver();

/** Whether our index is the figure printed, with a certificate that holds; if none is printed, whether we claim too much. */
function indexRow(
  file: string,
  name: string,
  network: SignedNetwork,
  printed: string | undefined,
): GoldenRow {
  const found = frustration(network, { shouldStop: patience(), linear });
  const check = verifyCertificate(network, found);
  const proof = check.holds ? "" : `The certificate does not hold: ${check.faults[0]}`;
  const between = `between ${found.lower} and ${found.upper}`;
  if (printed === undefined || printed.trim() === "") {
    const note =
      found.method === "exact" ? `No figure to compare; we prove ${found.value}.` : `Open: ${between}.`;
    return { file, table: name, passed: check.holds, compared: 0, note: proof || note };
  }
  const open = found.method === "exact" ? "" : `Not proven: ${between}.`;
  return {
    file,
    table: name,
    passed: found.method === "exact" && found.value === Number(printed) && check.holds,
    compared: 1,
    worst: Math.abs(found.value - Number(printed)),
    digits: "exact",
    note: proof || open || undefined,
  };
}

/** Tables with a column of file names beside one of indices: each network, and what else is said of it. */
export function namedIndices(directory: string, all: readonly string[]): GoldenRow[] {
  return all.flatMap((file) => {
    const columns = columnsOf(directory, file);
    const index = columns.find((name) => /frustration|published_k/.test(name));
    if (!columns.includes("file") || index === undefined) return [];
    return table(directory, file).rows.flatMap((row) => {
      const path = join(file, "..", row.file);
      if (!all.includes(path) || columnsOf(directory, path)[0] !== "source") return [];
      if (!listsTies(columnsOf(directory, path)) || Number.isNaN(Number(row[index]))) return [];
      return networksOf(directory, path).flatMap(({ network }) => [
        ...sizes(path, row, network),
        indexRow(path, "frustration index", network, row[index]),
      ]);
    });
  });
}

/** The counts of actors, ties and hostile ties that a row prints. */
function sizes(file: string, row: Table["rows"][number], network: SignedNetwork): GoldenRow[] {
  const ours: { readonly [column: string]: number } = {
    n: network.ids.length,
    m: network.from.length,
    m_neg: network.weight.reduce((count, w) => count + (w < 0 ? 1 : 0), 0),
  };
  const printed = Object.keys(ours).filter((column) => (row[column] ?? "").trim() !== "");
  if (printed.length === 0) return [];
  const worst = Math.max(...printed.map((column) => Math.abs(ours[column] - Number(row[column]))));
  return [
    {
      file,
      table: "actors, ties, hostile ties",
      passed: worst === 0,
      compared: printed.length,
      worst,
      digits: "exact",
    },
  ];
}

/** Tables with a year and an index, beside a file of ties by years whose name begins alike. */
export function yearlyIndices(directory: string, all: readonly string[]): GoldenRow[] {
  return all.flatMap((file) => {
    const columns = columnsOf(directory, file);
    const index = columns.find((name) => /^frustration_index/.test(name));
    if (!/year/.test(columns[0]) || index === undefined) return [];
    const series = filesOf(directory, ".csv")
      .filter(
        (other) => columnsOf(directory, other)[0] === columns[0] && listsTies(columnsOf(directory, other)),
      )
      .sort((a, b) => alike(b, file) - alike(a, file))[0];
    if (series === undefined) return [];
    const networks = new Map(networksOf(directory, series).map((found) => [found.part, found]));
    return table(directory, file).rows.flatMap((row) => {
      const found = networks.get(row[columns[0]]);
      if (found === undefined) {
        const note = `${series} has no ties of that year.`;
        return [{ file, table: row[columns[0]], passed: row.m === "0", compared: 0, note }];
      }
      return [
        ...sizes(file, row, found.network).map((one) => ({ ...one, table: `${found.part}: ${one.table}` })),
        indexRow(file, `${found.part}: frustration index`, found.network, row[index]),
        ...blocRows(file, row, found),
      ];
    });
  });
}

/** How many letters two names have in common at the start. */
function alike(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** The least frustration of any number of blocs, if a row prints it: the same if it is proven, else no worse. */
function blocRows(file: string, row: Table["rows"][number], { part, network }: Found): GoldenRow[] {
  const columns = Object.keys(row);
  const best = columns.find((name) => /clustering_best/.test(name));
  const proven = columns.find((name) => /proven/.test(name));
  const lower = columns.find((name) => /clustering_lower/.test(name));
  if (best === undefined) return [];
  const found = blocs(network, { shouldStop: patience(), linear });
  const check = verifyCertificate(network, found, Number.POSITIVE_INFINITY);
  const printed = Number(row[best]);
  const settled = proven !== undefined && row[proven] === "yes";
  const right = settled ? found.method === "exact" && found.value === printed : found.upper <= printed;
  const note = check.holds
    ? found.method === "bound"
      ? `Ours lies between ${found.lower} and ${found.upper}; printed: ${row[lower ?? best]} to ${printed}.`
      : undefined
    : `The certificate does not hold: ${check.faults[0]}`;
  return [
    {
      file,
      table: `${part}: blocs of any number`,
      passed: right && check.holds,
      compared: 1,
      worst: Math.abs(found.upper - printed),
      digits: settled ? "exact" : "no worse",
      note,
    },
  ];
}

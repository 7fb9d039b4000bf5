// Power indices against published games, parliaments, councils, and what other programs computed.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parse } from "csv-parse/sync";
import { cabinetRates, isCabinetList } from "./power/cabinets.ts";
import { computedCouncils, computedGames } from "./power/computed.ts";
import { councils } from "./power/councils.ts";
import { publishedGames } from "./power/games.ts";
import { cabinetShares, peerErrors, printedPercentages, worthsGames } from "./power/others.ts";
import { parliaments } from "./power/parliaments.ts";
import type { GoldenRow } from "./row.ts";

export const defaultDirectory = "../shared/data/power";

type Row = { readonly [column: string]: string };

/** A file larger than this is no table of power. */
const MOST_BYTES = 5_000_000;

/** All files of a folder and its folders, in the order of their names. */
function filesOf(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Checks every table in a folder that has the shape of a table of power, whatever its file is called. */
export async function golden(directory: string): Promise<readonly GoldenRow[]> {
  const rows: GoldenRow[] = [];
  const paths = filesOf(directory);
  for (const path of paths) {
    const file = relative(directory, path);
    const text = /\.(json|csv)$/.test(path) ? readFileSync(path, "utf8") : "";
    if (text === "" || text.length > MOST_BYTES) continue;
    try {
      rows.push(...(path.endsWith(".json") ? await jsonTables(file, text) : csvTables(file, text)));
      if (path.endsWith(".json")) rows.push(...ratesBeside(file, path, text, paths));
    } catch (error) {
      const note = error instanceof Error ? error.message : String(error);
      rows.push({ file, table: "as a whole", passed: false, compared: 0, note });
    }
  }
  return rows;
}

async function jsonTables(file: string, text: string): Promise<readonly GoldenRow[]> {
  const content: unknown = JSON.parse(text);
  if (typeof content !== "object" || content === null) return [];
  return [
    ...publishedGames(file, content),
    ...(await worthsGames(file, content)),
    ...computedGames(file, content),
    ...computedCouncils(file, content),
    ...peerErrors(file, content),
  ];
}

function csvRows(text: string): Row[] {
  return parse(text, { columns: true, bom: true, skip_empty_lines: true }) as Row[];
}

function csvTables(file: string, text: string): readonly GoldenRow[] {
  const rows = csvRows(text);
  return [
    ...parliaments(file, rows),
    ...councils(file, rows),
    ...printedPercentages(file, rows),
    ...cabinetShares(file, rows),
  ];
}

/** Base rates of cabinets, with the list of cabinets that lies in the same folder. */
function ratesBeside(
  file: string,
  path: string,
  text: string,
  paths: readonly string[],
): readonly GoldenRow[] {
  const content = JSON.parse(text) as { all_cabinets?: Parameters<typeof cabinetRates>[1] } | null;
  const rates = content?.all_cabinets;
  if (rates?.hung_rates === undefined) return [];
  for (const other of paths) {
    if (dirname(other) !== dirname(path) || !other.endsWith(".csv")) continue;
    const cabinets = csvRows(readFileSync(other, "utf8"));
    if (isCabinetList(cabinets)) return cabinetRates(file, rates, cabinets);
  }
  return [];
}

// Agreement with what papers and other programs print of signed networks, on a folder laid out like data/signed.
import type { GoldenRow } from "./row.ts";
import { centralities, directedCensuses } from "./signed/centralities.ts";
import { filesOf } from "./signed/folder.ts";
import { namedIndices, yearlyIndices } from "./signed/indices.ts";
import { greatPowers, landscapes, typedLandscapes } from "./signed/landscapes.ts";
import { smallTables } from "./signed/small.ts";

export const defaultDirectory = "../shared/data/signed";

/** Compares every table of the folder; which is which is seen from their columns. */
export async function golden(directory: string): Promise<readonly GoldenRow[]> {
  const tables = filesOf(directory, ".csv");
  const files = filesOf(directory, ".json");
  return [
    ...namedIndices(directory, tables),
    ...yearlyIndices(directory, tables),
    ...smallTables(directory, files, tables),
    ...centralities(directory, tables),
    ...directedCensuses(directory, tables),
    ...landscapes(directory, files, tables),
    ...typedLandscapes(directory),
    ...greatPowers(directory),
  ];
}

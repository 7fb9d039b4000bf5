// Landscapes of alignments: energies of every configuration, minima, and the tables of Axelrod and Bennett.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { energy, landscape, type Propensities } from "../../../src/measure/index.ts";
import type { GoldenRow } from "../row.ts";
import { columnsOf, filesOf, table } from "./folder.ts";

interface Printed {
  readonly actors: readonly string[];
  readonly strength: readonly number[];
  readonly propensity: readonly (readonly number[])[];
  readonly min_energy?: number;
  readonly n_local_minima?: number;
}

/** JSON files with strengths and propensities, and the energies in the file beside them. */
export function landscapes(directory: string, files: readonly string[], all: readonly string[]): GoldenRow[] {
  return files.flatMap((file): GoldenRow[] => {
    const content = JSON.parse(readFileSync(join(directory, file), "utf8")) as Partial<Printed>;
    if (content.strength === undefined || content.propensity === undefined) return [];
    const problem: Propensities = {
      actors: content.actors ?? content.strength.map((_, i) => `${i}`),
      size: content.strength,
      propensity: content.propensity,
    };
    const { minima } = landscape(problem);
    const rows: GoldenRow[] = [];
    const compare = (name: string, ours: number, printed: number | undefined): void => {
      if (printed === undefined) return;
      const worst = Math.abs(ours - printed);
      rows.push({ file, table: name, passed: worst === 0, compared: 1, worst, digits: "exact" });
    };
    compare("lowest energy", minima[0].energy, content.min_energy);
    compare("local minima", minima.length, content.n_local_minima);
    const energies = all.find((one) => one.startsWith(file.replace(/\.json$/, "")) && one !== file);
    if (energies !== undefined) {
      const list = table(directory, energies).rows;
      const worst = Math.max(
        ...list.map((row) => Math.abs(energy(problem, [...row.config_sides]) - Number(row.energy))),
      );
      const name = "energy of each configuration";
      rows.push({
        file: energies,
        table: name,
        passed: worst === 0,
        compared: list.length,
        worst,
        digits: "exact",
      });
    }
    return rows;
  });
}

/** Tables of actors with a size, a type and predicted sides, in the folder or in the one for bargaining beside it. */
export function typedLandscapes(directory: string): GoldenRow[] {
  return [directory, join(directory, "..", "bargaining")].filter(existsSync).flatMap((folder) =>
    filesOf(folder, ".csv").flatMap((file): GoldenRow[] => {
      const columns = columnsOf(folder, file);
      if (!columns.includes("size") || !columns.includes("type") || !columns.includes("config1_side"))
        return [];
      const { rows } = table(folder, file);
      const { minima } = landscape({
        actors: rows.map((row) => row[columns[0]]),
        size: rows.map((row) => Number(row.size)),
        propensity: rows.map((row) => rows.map((other) => (row.type === other.type ? -1 : 0))),
      });
      const predicted = ["config1_side", "config2_side"].map((column) =>
        rows.map((row) => Number(row[column])),
      );
      const same = (a: readonly number[], b: readonly number[]) =>
        a.every((side, i) => (side === a[0]) === (b[i] === b[0]));
      const met = predicted.filter((sides) => minima.some((m) => same(m.sides, sides))).length;
      const note = `Energies ${minima.map((m) => m.energy.toFixed(1)).join(" and ")}, basins ${minima.map((m) => m.basin).join(" and ")}.`;
      const passed = met === predicted.length && minima.length === predicted.length;
      return [
        { file, table: "stable alignments", passed, compared: predicted.length, digits: "exact", note },
      ];
    }),
  );
}

/** Tables of great powers with sizes and predicted sides: all repelling each other has as many stable alignments as stated. */
export function greatPowers(directory: string): GoldenRow[] {
  return [directory, join(directory, "..", "bargaining")].filter(existsSync).flatMap((folder) =>
    filesOf(folder, ".json").flatMap((file): GoldenRow[] => {
      const content = JSON.parse(readFileSync(join(folder, file), "utf8")) as {
        published?: { [name: string]: unknown };
      };
      return Object.entries(content.published ?? {}).flatMap(([name, entry]): GoldenRow[] => {
        const stated = entry as { actors?: unknown; stable_configurations?: number };
        const actors = stated.actors;
        if (!Array.isArray(actors) || stated.stable_configurations === undefined) return [];
        const sizes = sizesOf(folder);
        const size = actors.map((actor) => sizes.get(String(actor)) ?? Number.NaN);
        const propensity = actors.map(() => actors.map(() => -1));
        const { minima } = landscape({ actors: actors.map(String), size, propensity });
        const worst = Math.abs(minima.length - stated.stable_configurations);
        return [{ file, table: name, passed: worst === 0, compared: 1, worst, digits: "exact" }];
      });
    }),
  );
}

/** Sizes by name, from every table of the folder that has them. */
function sizesOf(folder: string): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const file of filesOf(folder, ".csv")) {
    const column = columnsOf(folder, file).find((name) => /^size/.test(name));
    if (column === undefined) continue;
    const { rows, columns } = table(folder, file);
    for (const row of rows) sizes.set(row[columns[0]], Number(row[column]));
  }
  return sizes;
}

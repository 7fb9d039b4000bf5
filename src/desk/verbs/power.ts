import * as z from "zod";
import { cite, didYouMean, TawazunError } from "../../base/index.ts";
import { powerIndices } from "../../measure/index.ts";
import { csv, table, tablePlain } from "../../show/index.ts";
import { columnOf, csvRows, numbersOf } from "../csv-rows.ts";
import { type Lent, verb } from "../verb.ts";

interface Voters {
  readonly names: readonly string[];
  readonly weights: readonly number[];
}

export const power = verb({
  id: "power",
  summary: "voting power of a weighted game, without a case",
  details:
    "Weights come from a CSV file with a column name and a column weight (or seats, or votes), or as a list such as 45,30,25. Every index says how it was made and from which paper.",
  places: [],
  options: z.object({
    quota: z.coerce.number().meta({ description: "votes needed" }),
    weights: z.string().meta({ description: "a CSV file, or a list such as 45,30,25" }),
    index: z
      .string()
      .default("shapley-shubik,banzhaf")
      .meta({
        description: `indices, separated by commas, or all: ${powerIndices.map((known) => known.id).join(", ")}`,
      }),
    csv: z.boolean().default(false).meta({ description: "print CSV" }),
  }),
  async run(lent, _places, options) {
    const voters = await votersOf(lent, options.weights);
    const wanted = options.index === "all" ? powerIndices.map((known) => known.id) : options.index.split(",");
    const indices = wanted.map((id) => {
      const found = powerIndices.find((known) => known.id === id.trim());
      if (found === undefined) {
        const known = powerIndices.map((index) => index.id);
        throw new TawazunError(
          "power/index",
          `There is no index "${id}".${didYouMean(id, known)} There are ${known.join(", ")}.`,
        );
      }
      return found;
    });
    const results = indices.map((index) => index.result({ quota: options.quota, weights: voters.weights }));
    const votes = voters.weights.reduce((sum, weight) => sum + weight, 0);
    const shown = table(
      `Quota ${options.quota} of ${votes}`,
      [
        { key: "name", name: "Voter" },
        { key: "weight", name: "Weight" },
        ...indices.map((index) => ({ key: index.id, name: index.name, digits: 6 })),
      ],
      voters.names.map((name, i) => ({
        name,
        weight: voters.weights[i],
        ...Object.fromEntries(indices.map((index, k) => [index.id, results[k].value[i]])),
      })),
    );
    const notes = indices.map((index, k) => {
      const { method, error } = results[k];
      const how = method === "exact" ? "exact" : `within ${error}`;
      return `${index.name}: ${how}. ${index.says} ${index.sources.map(cite).join(" ")}`;
    });
    if (2 * options.quota <= votes) {
      notes.unshift(
        `The quota is no more than half of the ${votes} votes: two coalitions without a voter in common may both win.`,
      );
    }
    return {
      code: 0,
      text: options.csv ? csv(shown).trimEnd() : `${tablePlain(shown, 100)}\n\n${notes.join("\n")}`,
      json: {
        quota: options.quota,
        voters: voters.names,
        weights: voters.weights,
        indices: indices.map((index, k) => ({
          id: index.id,
          name: index.name,
          ...results[k],
          sources: index.sources.map(cite),
        })),
      },
    };
  },
});

async function votersOf(lent: Lent, given: string): Promise<Voters> {
  if (/^[\d\s.,;+-]+$/.test(given)) {
    const parts = given.trim().split(/\s*[,;]\s*|\s+/);
    const weights = parts.map((part) => (part === "" ? Number.NaN : Number(part)));
    const bad = weights.findIndex((weight) => !Number.isFinite(weight));
    if (bad >= 0) {
      throw new TawazunError(
        "power/weights",
        `Weight ${bad + 1} of ${weights.length}, "${parts[bad]}", is no number; a list is written 45,30,25.`,
      );
    }
    return { names: weights.map((_, i) => `${i + 1}`), weights };
  }
  const rows = csvRows(given, await lent.readText(given));
  const name = columnOf(given, rows, ["name", "party", "voter", "list", "id"]);
  const names = rows.map((row) => row.cells[name]);
  const twice = names.find((known, i) => names.indexOf(known) !== i);
  if (twice !== undefined)
    throw new TawazunError("power/names", `Two voters in ${given} are named "${twice}".`);
  return { names, weights: numbersOf(given, rows, columnOf(given, rows, ["weight", "seats", "votes"])) };
}

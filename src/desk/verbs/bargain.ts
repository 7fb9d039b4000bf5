import * as z from "zod";
import { type BargainingProblem, bargainingModel, bargainingModels } from "../../bargain/index.ts";
import { cite, seeded, TawazunError } from "../../base/index.ts";
import { csv, table, tablePlain } from "../../show/index.ts";
import { columnOf, csvRows, numbersOf } from "../csv-rows.ts";
import { problemsToday, problemToday } from "../issue-problem.ts";
import { openCase, unusable } from "../open.ts";
import { type Outcome, verb } from "../verb.ts";

export const bargain = verb({
  id: "bargain",
  summary: "where bargaining over an issue would end, by one model or by all",
  details:
    "From a case and one of its issues (capability is the share of power, of those who decide with all they lead, on the case's day), or from a CSV file with columns name, position, salience (0…1) and capability.",
  places: [{ name: "case-or-file", about: "folder of a case, or a CSV file", required: true }],
  options: z.object({
    issue: z.string().optional().meta({ description: "issue of the case; default: each of them" }),
    model: z
      .string()
      .default("compromise-mean")
      .meta({ description: `model, or all: ${bargainingModels.map((known) => known.id).join(", ")}` }),
    low: z.coerce
      .number()
      .optional()
      .meta({ description: "low end of the scale, for a CSV file; default: 0" }),
    high: z.coerce
      .number()
      .optional()
      .meta({ description: "high end of the scale, for a CSV file; default: 100" }),
    seed: z
      .string()
      .default("tawazun")
      .meta({ description: "text from which all chance follows, for models with chance" }),
    csv: z.boolean().default(false).meta({ description: "print CSV" }),
  }),
  async run(lent, [path], options): Promise<Outcome> {
    const models = options.model === "all" ? bargainingModels : [bargainingModel(options.model)];
    const problems: BargainingProblem[] = [];
    if (/\.csv$/i.test(path)) {
      if (options.issue !== undefined) {
        throw new TawazunError("bargain/flags", "--issue is of a case; a CSV file holds one issue.");
      }
      const range = [options.low ?? 0, options.high ?? 100] as const;
      problems.push(problemFrom(path, await lent.readText(path), range));
    } else {
      if (options.low !== undefined || options.high !== undefined) {
        throw new TawazunError("bargain/flags", "--low and --high are of a CSV file; a case has its scales.");
      }
      const opened = await openCase(lent, path);
      if (opened.source === undefined) return unusable(path, opened);
      const { source } = opened;
      problems.push(
        ...(options.issue === undefined ? problemsToday(source) : [problemToday(source, options.issue)]),
      );
    }
    const settled = problems.flatMap((problem) =>
      models.map((model) => ({
        problem,
        model,
        ...attempt(() => model.settle(problem, seeded(options.seed).fork(model.id))),
      })),
    );
    const shown = table(
      "Settlements, on the issue's scale",
      [
        { key: "issue", name: "Issue" },
        { key: "model", name: "Model" },
        { key: "position", name: "Settlement", digits: 2 },
        { key: "summary", name: "How", wide: true },
      ],
      settled.map(({ problem, model, settlement, refusal }) => ({
        issue: problem.issue ?? path,
        model: model.name,
        position: settlement?.position,
        summary: settlement?.account.summary ?? refusal,
      })),
    );
    const notes = models.map(
      (model) => `${model.name}: ${model.assumes.join(" ")} ${model.sources.map(cite).join(" ")}`,
    );
    return {
      code: settled.every((entry) => entry.settlement === undefined) ? 2 : 0,
      text: options.csv ? csv(shown).trimEnd() : `${tablePlain(shown, 110)}\n\n${notes.join("\n")}`,
      json: settled.map(({ problem, model, settlement, refusal }) => ({
        issue: problem.issue,
        model: model.id,
        ...(settlement === undefined ? { refusal } : settlement),
        sources: model.sources.map(cite),
      })),
    };
  },
});

/** A settlement, or in words why the model has none for the problem. */
function attempt<T>(settle: () => T): { readonly settlement?: T; readonly refusal?: string } {
  try {
    return { settlement: settle() };
  } catch (error) {
    if (error instanceof Error && "code" in error) return { refusal: error.message };
    throw error;
  }
}

function problemFrom(file: string, text: string, range: readonly [number, number]): BargainingProblem {
  const rows = csvRows(file, text);
  const name = columnOf(file, rows, ["name", "actor", "id"]);
  const position = numbersOf(file, rows, columnOf(file, rows, ["position"]));
  const salience = numbersOf(file, rows, columnOf(file, rows, ["salience"]));
  const capability = numbersOf(file, rows, columnOf(file, rows, ["capability", "power"]));
  return {
    actors: rows.map((row, i) => ({
      id: row.cells[name],
      position: position[i],
      salience: salience[i],
      capability: capability[i],
    })),
    range,
  };
}

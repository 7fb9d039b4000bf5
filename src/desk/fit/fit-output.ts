import {
  coefficientPlot,
  csv,
  type Part,
  type Picture,
  standalone,
  tableLatex,
  tableMarkdown,
  tablePlain,
} from "../../show/index.ts";
import { coefficientsOf, meaningOf } from "./coefficients.ts";
import type { Made } from "./fit-file.ts";
import type { FittedModel } from "./fit-model.ts";
import {
  coefficientTable,
  flatTable,
  MODEL_TITLES,
  type Showing,
  sentences,
  wordLines,
} from "./fit-tables.ts";

/** The forms in which a fit is printed. */
export const FORMATS = ["table", "json", "md", "latex", "csv"] as const;

/** The coefficients of all models as a picture in a file of its own. */
export function fitPlot(models: readonly FittedModel[], level: number): string {
  return standalone(plotOf(models, level));
}

/** The plot and the tables of a fit, as parts of a page. */
export function fitContents(models: readonly FittedModel[], showing: Showing): readonly Part[] {
  return [
    plotOf(models, showing.level),
    ...models.flatMap((model): readonly Part[] => [
      coefficientTable(model, showing),
      { kind: "items", items: [...wordLines(model, showing), ...sentences(model, showing)] },
    ]),
  ];
}

function plotOf(models: readonly FittedModel[], level: number): Picture {
  return coefficientPlot(
    {
      models: [{ id: "fit", name: "fitted" }],
      terms: models.flatMap((model) =>
        coefficientsOf(model, level)
          .filter((each) => !each.term.endsWith("intercept"))
          .map((each) => ({
            name: each.played === undefined ? each.term : meaningOf(each),
            group: MODEL_TITLES[model.fit.kind],
            estimates: { fit: { value: each.estimate, low: each.low, high: each.high } },
          })),
      ),
      level,
    },
    { id: "coefficients", title: "Coefficients of behaviour", method: "Fitted to events." },
  );
}

/** Parts of a page as plain text or Markdown. */
function partTexts(parts: readonly Part[], form: "plain" | "md"): readonly string[] {
  return parts.flatMap((part) => {
    if (part.kind === "table") {
      return form === "md"
        ? [tableMarkdown(part)]
        : [tablePlain(part, 120).trimEnd(), ...(part.note === undefined ? [] : [part.note])];
    }
    if (part.kind === "subheading") return [form === "md" ? `## ${part.title}` : part.title];
    return part.kind === "paragraph" && typeof part.text === "string" ? [part.text] : [];
  });
}

/** All of a fit as data. */
export function fitJson(
  models: readonly FittedModel[],
  made: Made,
  skipped: readonly string[],
  showing: Showing,
) {
  return {
    made,
    level: showing.level,
    models: models.map((model) => {
      const { parts: _, terms: __, priors: ___, ...fit } = model.fit;
      return {
        ...fit,
        asked: model.asked.formula,
        coefficients: coefficientsOf(model, showing.level),
        baseline: model.baseline,
        likelihoodRatio: model.likelihoodRatio,
        wald: model.wald,
        leftOut: model.dropped,
        controls: model.controls,
        tried: model.tried,
        method: model.controls === undefined ? "exact" : "sampled",
        says: sentences(model, showing),
      };
    }),
    skipped,
  };
}

/** A fit as it is printed. */
export function fitText(
  given: { readonly format: (typeof FORMATS)[number] },
  models: readonly FittedModel[],
  showing: Showing,
  lines: {
    readonly about: string;
    readonly remarks: readonly string[];
    readonly checks: readonly Part[];
    readonly written: readonly string[];
  },
  json: unknown,
): string {
  if (given.format === "json") return JSON.stringify(json, undefined, 2);
  if (given.format === "csv") return csv(flatTable(models, showing)).trimEnd();
  if (given.format === "latex") {
    return [
      "% \\usepackage{booktabs,textcomp}",
      ...models.map((model) => tableLatex(coefficientTable(model, showing))),
      ...lines.checks.flatMap((part) => (part.kind === "table" ? [tableLatex(part)] : [])),
    ].join("\n");
  }
  if (given.format === "md") {
    return [
      lines.about,
      ...lines.remarks,
      ...models.map((model) => tableMarkdown(coefficientTable(model, showing, "last"))),
      ...partTexts(lines.checks, "md"),
    ].join("\n\n");
  }

  return [
    lines.about,
    ...lines.remarks,
    ...models.flatMap((model) => [
      "",
      tablePlain(coefficientTable(model, showing), 120).trimEnd(),
      "",
      ...wordLines(model, showing).map((line) => `  ${line}`),
      "",
      ...sentences(model, showing),
    ]),
    ...partTexts(lines.checks, "plain").flatMap((text) => ["", text]),
    ...(lines.written.length === 0 ? [] : ["", `Written: ${lines.written.join(", ")}`]),
  ].join("\n");
}

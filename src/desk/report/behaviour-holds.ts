import { TawazunError } from "../../base/index.ts";
import type { GoodnessOfFit } from "../../behave/index.ts";
import { type Part, plural } from "../../show/index.ts";
import { constancyOf } from "../fit/check.ts";
import { streamRuns } from "../fit/check-streams.ts";
import { constancyParts, goodnessTable } from "../fit/check-tables.ts";
import type { CaseFit } from "./behaviour-fit.ts";

/** Few, for a page that is made with every report; tawazun fit --check draws more. */
const RUNS = 40;

/** Whether streams drawn from the fitted models look like the record, and whether coefficients changed. */
export function holdParts(found: CaseFit | string): readonly Part[] {
  if (typeof found === "string") return [];
  const { material, models } = found;
  const goodness = drawn(found);
  return [
    { kind: "subheading", title: "Do the fitted models hold?" },
    ...(typeof goodness === "string"
      ? [{ kind: "paragraph", text: `No streams of events were drawn. ${goodness}` } as const]
      : [
          {
            kind: "paragraph",
            text: `${plural(goodness.runs, "stream")} of events ${goodness.runs === 1 ? "was" : "were"} drawn from the fitted models at the days of the record. What lies outside its band, the statistics of the play lack; what lies inside proves nothing. ${outside(goodness)}`,
          } as const,
          goodnessTable(goodness),
        ]),
    ...constancyParts(models.map((model) => ({ model, constancy: constancyOf(material.data, model) }))),
    {
      kind: "paragraph",
      text: "More streams, calibration, and other formulas: tawazun fit CASE --check.",
    },
  ];
}

function drawn({ study, material, models }: CaseFit): GoodnessOfFit | string {
  try {
    let last: (() => GoodnessOfFit) | undefined;
    for (const soFar of streamRuns(material, models, { runs: RUNS, seed: study.size.seed })) last = soFar;
    return last?.() ?? "There was none to draw.";
  } catch (error) {
    if (error instanceof TawazunError) return error.message;
    throw error;
  }
}

function outside({ rows }: GoodnessOfFit): string {
  const names = [...new Set(rows.filter(({ inside }) => !inside).map(({ name }) => name.toLowerCase()))];
  return names.length === 0 ? "Nothing does." : `Outside: ${names.join(", ")}.`;
}

import type { MeasureFacts } from "../base/index.ts";
import { bargainingModels } from "./catalogue.ts";

/** What a reader must know of the settlement of each bargaining model. */
export const settlementMeasures: readonly MeasureFacts[] = bargainingModels.map((model) => ({
  id: model.id,
  name: model.name,
  says: `Where bargaining over the issue would end by this model. ${model.assumes.join(" ")}`,
  range: "The issue's own scale, from its low to its high end, usually 0 to 100.",
  formula: model.formula,
  sure: `${model.chance ? "It draws: its settlement is one of many that may come." : "Worked out without chance, from the positions, salience and capability that the case gives."} On 154 settled issues the compromise mean missed by 23 points of 100 on average, no classic model by less, and the focal compromise, which was learned from them, by 21.5.`,
  sources: model.sources,
  page: "docs/why/bargaining.md",
}));

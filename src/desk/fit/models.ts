import { mode } from "../../base/index.ts";
import { defaultNames, type EventData, type Factor, formula, type ModelKind } from "../../behave/index.ts";
import { learnable, parameters } from "../../simulate/index.ts";

/** A model that is to be fitted. */
export interface AskedModel {
  readonly kind: ModelKind;
  readonly formula: string;
}

/** What an analyst asked for, factor by factor. */
export interface AskedFormulas {
  readonly rate?: string | undefined;
  readonly choice?: string | undefined;
  readonly type?: string | undefined;
  readonly rem?: string | undefined;
  readonly coordination?: string | undefined;
  /** Pairs drawn beside each event's own; absent: all pairs. */
  readonly controls?: number | undefined;
}

/** Days: the middle of the range from which the play draws its memory. */
const MEMORY = mode(parameters["habit.halfLife"].value);

/** The term by which a coefficient of the play is fitted. */
function termOf(name: keyof typeof learnable): string {
  const [statistic, network] = learnable[name].split(/[()]/);
  return `${statistic}(${network === undefined ? "" : `${network}, `}h=${MEMORY}, transform=muchness)`;
}

/** The statistics of the play that the data can show, as a formula of one factor. */
export function playFormula(data: EventData, factor: Factor): string {
  const terms = defaultNames(factor)
    .map(termOf)
    .filter((text) => formula(text)[0].of.every((network) => network in data.networks));
  return [...(factor === "type" ? ["1"] : []), ...terms].join(" + ");
}

/** The models asked for; those of the play if none is. */
export function modelsOf(
  data: EventData,
  asked: AskedFormulas,
): { readonly models: readonly AskedModel[]; readonly skipped: readonly string[] } {
  const timed = (text: string): boolean => formula(text).some((term) => term.statistic === "intercept");
  const models: AskedModel[] = [];
  if (asked.rate !== undefined)
    models.push({ kind: timed(asked.rate) ? "rate-timed" : "rate", formula: asked.rate });
  if (asked.choice !== undefined) models.push({ kind: "choice", formula: asked.choice });
  if (asked.type !== undefined) {
    models.push({ kind: "type", formula: timed(asked.type) ? asked.type : `1 + ${asked.type}` });
  }
  if (asked.rem !== undefined) {
    const kind = timed(asked.rem) ? "rem-timed" : asked.controls === undefined ? "rem" : "rem-sampled";
    models.push({ kind, formula: asked.rem });
  }
  if (asked.coordination !== undefined) models.push({ kind: "coordination", formula: asked.coordination });
  if (models.length > 0) return { models, skipped: [] };

  const skipped: string[] = [];
  const { type = [] } = data.dependent;
  const kinds = new Set(Array.from(type));
  for (const factor of ["rate", "choice", "type"] as const) {
    if (factor === "type" && kinds.size < 2) {
      skipped.push("In which way: left out, for all events are of one sign; there is nothing to tell apart.");
    } else if (factor === "choice" && data.actors.length < 3) {
      skipped.push("Toward whom: left out, for with two actors there is no choice.");
    } else models.push({ kind: factor, formula: playFormula(data, factor) });
  }
  return { models, skipped };
}

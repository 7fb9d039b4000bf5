import {
  type Constancy,
  changePoints,
  type GoodnessOfFit,
  type Surprise,
  surprises,
  type TypeCalibration,
  typeCalibration,
} from "../../behave/index.ts";
import { plural } from "../../show/index.ts";
import type { Progress } from "../study.ts";
import type { EventMaterial } from "./case-events.ts";
import { orWhy, type StreamSize, streamRuns } from "./check-streams.ts";
import type { FittedModel } from "./fit-model.ts";
import { costOf, MOST_WORK } from "./tried.ts";

const MOST_SURPRISES = 10;
/** Below so many drawn streams a band says nothing. */
const LEAST_RUNS = 20;

/** What the checks of one model found, or why one was not made. */
export interface ModelCheck {
  readonly model: FittedModel;
  readonly constancy: Constancy | string;
  readonly surprises: SurprisesFound | string;
  /** Of a type model alone. */
  readonly calibration?: Calibrated | string;
}

/** The least likely events, and how many of all are outliers. */
export interface SurprisesFound {
  readonly events: number;
  readonly outliers: number;
  readonly least: readonly Surprise[];
}

/** A reliability table, and whether of events that the model had not seen. */
export interface Calibrated extends TypeCalibration {
  readonly of: "held back" | "fitted";
}

/** Whether fitted models hold. */
export interface FitCheck {
  readonly goodness: GoodnessOfFit | string;
  readonly models: readonly ModelCheck[];
  readonly stopped: boolean;
}

/** Who may watch the checks, and stop them. */
export interface CheckWatch {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Checks fitted models: drawn streams, constancy, surprises and calibration; what was done is kept if it is stopped. */
export async function checkFit(
  material: EventMaterial,
  models: readonly FittedModel[],
  size: StreamSize,
  { onProgress, signal }: CheckWatch,
): Promise<FitCheck> {
  const total = size.runs + models.length;
  const step = async (done: number, doing: string): Promise<boolean> => {
    onProgress?.({ done, total, doing });
    await new Promise((resolve) => setTimeout(resolve, 0));
    return signal?.aborted === true;
  };
  const checked: ModelCheck[] = [];
  for (const model of models) {
    const stopped = await step(checked.length, "constancy, surprises and calibration");
    checked.push(stopped ? skippedCheck(model) : checkModel(material, model));
  }
  let last: (() => GoodnessOfFit) | undefined;
  let runs = 0;
  const refusal = await tryRuns();
  return {
    goodness:
      refusal ??
      (last === undefined || runs < LEAST_RUNS
        ? `Stopped after ${plural(runs, "drawn stream")}; below ${LEAST_RUNS} there is no band.`
        : last()),
    models: checked,
    stopped: signal?.aborted === true,
  };

  async function tryRuns(): Promise<string | undefined> {
    const all = orWhy(() => streamRuns(material, models, size));
    if (typeof all === "string") return all;
    while (!(await step(models.length + runs, "drawing streams of events"))) {
      const next = orWhy(() => all.next());
      if (typeof next === "string") return next;
      if (next.done === true) return undefined;
      last = next.value;
      runs += 1;
    }
    return undefined;
  }
}

const skippedCheck = (model: FittedModel): ModelCheck => ({
  model,
  constancy: "Stopped before.",
  surprises: "Stopped before.",
});

function checkModel({ data }: EventMaterial, model: FittedModel): ModelCheck {
  if (costOf(data, model.fit) > MOST_WORK) {
    const why = `Not checked: ${plural(model.fit.events, "event")} are too many for it here.`;
    return { model, constancy: why, surprises: why };
  }
  return {
    model,
    constancy: constancyOf(data, model),
    surprises: orWhy(() => {
      const all = surprises(model.fit, data, model.fit.events);
      return {
        events: all.length,
        outliers: all.filter(({ outlier }) => outlier).length,
        least: all.slice(0, MOST_SURPRISES),
      };
    }),
    ...(model.fit.kind === "type" ? { calibration: orWhy(() => calibrated(data, model)) } : {}),
  };
}

/** Whether a model's coefficients stay the same, or why that cannot be told. */
export function constancyOf(data: EventMaterial["data"], { fit }: FittedModel): Constancy | string {
  const found = orWhy(() => changePoints(data, { kind: fit.kind, formula: fit.formula }));
  // the fit has a prior, this test has none: what would help the one is no advice for the other
  return typeof found === "string"
    ? found.replace(/; give it a prior, or drop it\.$/, " without a prior, and this test takes none.")
    : found;
}

/** On the events held back, by the model fitted to those before; else on the fitted ones. */
function calibrated(data: EventMaterial["data"], { fit, tried }: FittedModel): Calibrated {
  if (tried !== undefined && typeof tried !== "string") {
    const bins = tried.events < 200 ? 5 : 10;
    return { of: "held back", ...typeCalibration(tried.fit, data, { from: tried.from, bins }) };
  }
  return { of: "fitted", ...typeCalibration(fit, data, { bins: fit.events < 200 ? 5 : 10 }) };
}

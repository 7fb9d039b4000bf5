import { exp, TawazunError } from "../../base/index.ts";
import {
  type EventData,
  type EventFit,
  type HeldBack,
  heldBack,
  type ModelKind,
} from "../../behave/index.ts";
import { number, percent, plural } from "../../show/index.ts";
import { type FitChoice, type FittedModel, priorsOf } from "./fit-model.ts";

/** Comparisons of alternatives that a trial may cost: some seconds. */
export const MOST_WORK = 100_000_000;

const PAIRS: readonly ModelKind[] = ["rem", "rem-timed", "rem-sampled", "coordination"];

/** How many comparisons going once through the events takes. */
export function costOf(data: EventData, fit: EventFit): number {
  const n = data.actors.length;
  return fit.events * fit.terms.length * (PAIRS.includes(fit.kind) ? n * n : n);
}

/** A model fitted to the first four fifths of the events and tried on the last, or why it was not. */
export function triedLater(
  data: EventData,
  { fit, controls }: FittedModel,
  { prior, random }: Pick<FitChoice, "prior" | "random">,
): HeldBack | string {
  if (costOf(data, fit) > MOST_WORK)
    return `not tried on events held back: ${plural(fit.events, "event")} are too many for it here`;
  try {
    return heldBack(data, {
      kind: fit.kind,
      formula: fit.formula,
      ...(controls === undefined ? {} : { controls, random: random() }),
      ...priorsOf({ kind: fit.kind, formula: fit.formula }, prior, fit.events, data.dependent.types),
    });
  } catch (error) {
    if (error instanceof TawazunError)
      return `not tried on events held back, for the first four fifths cannot be fitted alone: ${error.message}`;
    throw error;
  }
}

/** How a model did on events held back, in a sentence. */
export function triedInWords(tried: HeldBack | string): string {
  if (typeof tried === "string")
    return `${tried[0].toUpperCase()}${tried.slice(1)}${tried.endsWith(".") ? "" : "."}`;
  const given = exp(-tried.logLoss);
  const even = exp(-tried.evenLogLoss);
  return `Tried on the last ${plural(tried.events, "event")}, fitted to the ${number(tried.trained)} before: what happened had ${percent(given, 1)} (all alike: ${percent(even, 1)}), ${percent(tried.hits1)} ranked first${
    given > even ? "" : "; no better than all alike"
  }.`;
}

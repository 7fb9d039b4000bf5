import { mode, type Quantity, type Random, TawazunError } from "../../base/index.ts";
import {
  type BehaviourDefault,
  behaviourDefaults,
  chiSquareTail,
  type EventData,
  type EventFit,
  fitEvents,
  formula,
  type HeldBack,
  type ModelKind,
  type Prior,
  type Test,
  wald,
  weakPrior,
} from "../../behave/index.ts";
import { playedAs } from "../../simulate/index.ts";
import type { AskedModel } from "./models.ts";

/**
 * What holds coefficients where events are few: `auto` is `weak` below 200 events and nothing from there on;
 * `weak` is normal around 0 with deviation 1.5; `engine` the play's own defaults, for those terms that it
 * weighs, and `weak` for the others; a number is the deviation around 0.
 */
export type PriorChoice = "auto" | "weak" | "engine" | "none" | number;

/**
 * What an analyst wrote for a prior.
 *
 * @throws {TawazunError} `fit/prior` for what is none.
 */
export function priorOf(text: string): PriorChoice {
  if (text === "auto" || text === "weak" || text === "engine" || text === "none") return text;
  const deviation = Number(text);
  if (deviation > 0 && Number.isFinite(deviation)) return deviation;
  throw new TawazunError(
    "fit/prior",
    `The prior is "${text}"; it must be auto, weak, engine, none, or a standard deviation above 0, such as 1.5.`,
  );
}

/** A fitted model with what it is held against, and what could not be estimated. */
export interface FittedModel {
  readonly asked: AskedModel;
  readonly fit: EventFit;
  readonly dropped: readonly { readonly term: string; readonly code: string; readonly why: string }[];
  /** What knows least: everybody alike, or the intercept alone. */
  readonly baseline: {
    readonly name: string;
    readonly logLikelihood: number;
    readonly coefficients: number;
  };
  /** Against the baseline. */
  readonly likelihoodRatio: Test;
  /** That all coefficients but the intercept are 0. */
  readonly wald: Test | undefined;
  readonly controls: number | undefined;
  /** How it did on later events than it was fitted to, or why that was not tried. */
  readonly tried?: HeldBack | string;
}

export interface FitChoice {
  readonly prior: PriorChoice;
  readonly robust: boolean;
  readonly controls?: number | undefined;
  readonly random: () => Random;
}

const MENDABLE = new Set(["fit/constant", "fit/collinear", "fit/separated"]);

/**
 * Fits a model, leaving out, one by one and with its reason, each term that cannot be estimated.
 *
 * @throws {TawazunError} what {@link fitEvents} throws, and its last refusal where no term is left.
 */
export function fitModel(data: EventData, asked: AskedModel, choice: FitChoice): FittedModel {
  const dropped: { term: string; code: string; why: string }[] = [];
  let terms = formula(asked.formula).map((term) => (term.statistic === "intercept" ? "1" : term.text));
  for (;;) {
    try {
      const fit = fitOnce(data, { ...asked, formula: terms.join(" + ") }, choice);
      return {
        asked,
        fit,
        dropped,
        ...heldAgainst(data, asked, fit, choice),
        controls: controlsOf(asked, choice),
      };
    } catch (error) {
      if (!(error instanceof TawazunError) || !MENDABLE.has(error.code)) throw error;
      const { message, code } = error;
      const bare = message.replace(/^[^:(]+: (?=\S+[ (])/, "");
      const named = terms
        .filter((term) => message.startsWith(term) || bare.startsWith(term))
        .sort((a, b) => b.length - a.length)[0];
      if (named === undefined || terms.filter((term) => term !== "1").length < 2) throw error;
      dropped.push({ term: named, code, why: message });
      terms = terms.filter((term) => term !== named);
    }
  }
}

function controlsOf(asked: AskedModel, choice: FitChoice): number | undefined {
  return asked.kind === "rem-sampled" ? (choice.controls ?? 20) : undefined;
}

function fitOnce(data: EventData, asked: AskedModel, choice: FitChoice): EventFit {
  const events = data.dependent.time.length;
  const controls = controlsOf(asked, choice);
  return fitEvents(data, {
    kind: asked.kind,
    formula: asked.formula,
    observe: choice.robust,
    ...(controls === undefined ? {} : { controls, random: choice.random() }),
    ...priorsOf(asked, choice.prior, events, data.dependent.types),
  });
}

/** The priors of a model's terms, by the names that its coefficients have. */
export function priorsOf(
  asked: AskedModel,
  prior: PriorChoice,
  events: number,
  types: readonly string[] | undefined,
): { readonly priors?: { readonly [term: string]: Prior } } {
  if (prior === "none") return {};
  const weak =
    typeof prior === "number"
      ? { mean: 0, deviation: prior }
      : prior === "auto"
        ? weakPrior(events)
        : { mean: 0, deviation: 1.5 };
  if (weak === undefined) return {};
  // The play's defaults are of hostile acts beside friendly ones; other types have none.
  const other = asked.kind === "type" && types?.includes("conflictual") !== true;
  if (prior !== "engine" || other) return { priors: { all: weak } };
  const named = formula(asked.formula).flatMap((term) => {
    const name = asked.kind === "type" ? `conflictual: ${term.text}` : term.text;
    const played = playedAs({ kind: asked.kind }, name);
    if (played === undefined) return [];
    const { coefficient }: BehaviourDefault = behaviourDefaults[played];
    return [[name, priorOfRange(coefficient)] as const];
  });
  return { priors: { all: weak, ...Object.fromEntries(named) } };
}

/** A range as a normal distribution that has nineteen twentieths within it. */
function priorOfRange(range: Quantity): Prior {
  if (typeof range === "number") return { mean: range, deviation: 1.5 };
  return { mean: mode(range), deviation: (range[2] - range[0]) / 4 };
}

/** What a model knows with every coefficient 0. */
const ALIKE: { readonly [Kind in ModelKind]?: string } = {
  rate: "everybody acts alike",
  choice: "everybody is chosen alike",
};

function heldAgainst(
  data: EventData,
  asked: AskedModel,
  fit: EventFit,
  choice: FitChoice,
): Pick<FittedModel, "baseline" | "likelihoodRatio" | "wald"> {
  const withIntercept = formula(fit.formula).some((term) => term.statistic === "intercept");
  const bare = withIntercept
    ? fitOnce(data, { ...asked, formula: "1" }, { ...choice, robust: false })
    : undefined;
  const baseline = {
    name: bare === undefined ? (ALIKE[asked.kind] ?? "every pair alike") : "the intercept alone",
    logLikelihood: bare?.logLikelihood ?? fit.nullLogLikelihood,
    coefficients: bare?.terms.length ?? 0,
  };
  const freedom = fit.terms.length - baseline.coefficients;
  const statistic = Math.max(0, 2 * (fit.logLikelihood - baseline.logLikelihood));
  const tested = fit.terms.map((term) => term.name).filter((name) => !name.endsWith("intercept"));
  return {
    baseline,
    likelihoodRatio: { statistic, freedom, p: freedom < 1 ? 1 : chiSquareTail(statistic, freedom) },
    wald: tested.length === 0 ? undefined : waldOf(fit, tested),
  };
}

/** Wald's test, unless the coefficients cannot be tested together. */
function waldOf(fit: EventFit, names: readonly string[]): Test | undefined {
  try {
    return wald(fit, names);
  } catch (error) {
    if (error instanceof TawazunError && error.code === "fit/collinear") return undefined;
    throw error;
  }
}

import { exp, isUncertain, mode, type Quantity } from "../../base/index.ts";
import {
  type BehaviourDefault,
  behaviourDefaults,
  chiSquareTail,
  type DefaultName,
  formula,
  type ModelKind,
  statisticOf,
  type Term,
} from "../../behave/index.ts";
import { number, percent, range } from "../../show/index.ts";
import { playedAs } from "../../simulate/index.ts";
import type { FittedModel } from "./fit-model.ts";

/** One coefficient with all that is to be said of it. */
export interface Coefficient {
  readonly term: string;
  readonly estimate: number;
  /** Robust, where that was asked for. */
  readonly error: number;
  readonly z: number;
  readonly low: number;
  readonly high: number;
  /** Chance of a z at least as far from 0, on either side, if the coefficient is 0. */
  readonly p: number;
  /** Part of the prior's variance that the events have taken away, 0…1; nothing without a prior. */
  readonly fromData: number | undefined;
  /** The coefficient of the play for which it stands. */
  readonly played: DefaultName | undefined;
  readonly playRange: Quantity | undefined;
  readonly words: string;
}

/** The coefficients of a fitted model. */
export function coefficientsOf(model: FittedModel, level: number): readonly Coefficient[] {
  const width = normalWidth(level);
  const { fit } = model;
  return fit.terms.map((term, p) => {
    const error = term.robustError ?? term.standardError;
    const estimate = term.coefficient;
    const [low, high] = [estimate - width * error, estimate + width * error];
    const prior = fit.priors[p];
    const played = playedAs(fit, term.name);
    return {
      term: term.name,
      estimate,
      error,
      z: estimate / error,
      low,
      high,
      p: chiSquareTail((estimate / error) ** 2, 1),
      fromData:
        prior === undefined
          ? undefined
          : Math.min(1, Math.max(0, 1 - (term.standardError / prior.deviation) ** 2)),
      played,
      playRange: played === undefined ? undefined : behaviourDefaults[played].coefficient,
      words: inWords(fit.kind, term.name, { estimate, low, high }),
    };
  });
}

/** How many standard errors an interval of a level reaches to either side. */
function normalWidth(level: number): number {
  let [low, high] = [0, 40];
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2;
    if (chiSquareTail(middle * middle, 1) > 1 - level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const MOVES: { readonly [Kind in ModelKind]: string } = {
  rate: "the odds of being the next to act",
  "rate-timed": "the pace",
  choice: "the odds of being chosen",
  type: "the odds of a hostile act",
  coordination: "the odds of agreeing",
  rem: "the odds of being the next pair",
  "rem-timed": "the pace of the pair",
  "rem-sampled": "the odds of being the next pair",
};

const STEPS: { readonly [transform: string]: string } = {
  muchness: "from none to very much",
  any: "if there is any",
  log1p: "for each unit of ln(1 + x)",
  sqrt: "for each unit of √x",
};

/** What a coefficient does, as a factor, and whether its interval leaves the direction open. */
function inWords(
  kind: ModelKind,
  name: string,
  { estimate, low, high }: { readonly estimate: number; readonly low: number; readonly high: number },
): string {
  const [, of, text = name] = /^(?:([^:(]+): )?(.*)$/.exec(name) ?? [];
  const [term] = text === "intercept" ? [undefined] : formula(text);
  const odds = kind === "type" && of !== "conflictual" ? `the odds of the type ${of}` : MOVES[kind];
  if (term === undefined) {
    return kind === "type"
      ? `${odds.replace("the odds", "odds")} with no past: ${times(estimate)} to 1`
      : `with no past, an event every ${number(exp(Math.min(20, -estimate)), 0)} days of ${kind === "rem-timed" ? "each pair" : "each actor"}`;
  }
  const direction =
    low > 0 ? "more, clearly" : high < 0 ? "less, clearly" : "may be none: the interval holds no change";
  return `${odds} × ${times(estimate)} (${range(times(low), times(high))}) ${stepOf(term)}: ${direction}`;
}

/** A factor e^x to two digits or so. */
function times(x: number): string {
  if (x > 9) return ">8,000";
  if (x < -9) return "<0.0001";
  const value = exp(x);
  const digits = [100, 10, 0.1, 0.01].findIndex((bound) => value >= bound);
  return number(value, digits < 0 ? 4 : digits);
}

function stepOf(term: Term): string {
  const shape = String(term.options.transform ?? term.options.transformer_fn ?? "identity");
  if (shape in STEPS) return STEPS[shape];
  const statistic = statisticOf(term.statistic);
  if (statistic.id === "same") return "if the same";
  if (statistic.attributes > 0 || "h" in term.options || term.options.weighted === true)
    return "for each unit";
  return "if so, or for each";
}

/** What a term is, for people: the meaning of the play's coefficient, else the statistic's name and what it is taken of. */
export function meaningOf(coefficient: Pick<Coefficient, "term" | "played">): string {
  const { term: name, played } = coefficient;
  if (played !== undefined) {
    const entry: BehaviourDefault = behaviourDefaults[played];
    return entry.means;
  }
  const [, of, text = name] = /^(?:([^:(]+): )?(.*)$/.exec(name) ?? [];
  if (text === "intercept")
    return of === undefined || of === "conflictual" ? "intercept" : `${of}: intercept`;
  const [term] = formula(text);
  const { name: statistic } = statisticOf(term.statistic);
  const taken = term.of.length === 0 ? "" : ` of ${term.of.join(" and ")}`;
  return `${of === undefined || of === "conflictual" ? "" : `${of}: `}${statistic.toLowerCase()}${taken}`;
}

/** Id of the measure that a coefficient is of: its statistic's. */
export function measureOf({ term: name }: Pick<Coefficient, "term">): string {
  const [, , text = name] = /^(?:([^:(]+): )?(.*)$/.exec(name) ?? [];
  const id = text === "intercept" ? text : statisticOf(formula(text)[0].statistic).id;
  return `statistic/${id}`;
}

/** "1.6 (0.8–2.4)" for a range of the play. */
export function playRangeText(quantity: Quantity | undefined): string | undefined {
  if (quantity === undefined) return undefined;
  if (!isUncertain(quantity) || typeof quantity === "number") return number(mode(quantity), 1);
  return `${number(mode(quantity), 1)} (${range(number(quantity[0], 1), number(quantity[2], 1))})`;
}

/** What the events say of a coefficient, by the part of its information that is theirs. */
export function supportOf(fromData: number | undefined): string {
  if (fromData === undefined) return "the events alone";
  if (fromData < 0.02) return "the prior alone: the events say nothing of it";
  if (fromData < 0.5) return `mostly the prior: ${percent(fromData)} from events`;
  if (fromData < 0.9) return `mostly events: ${percent(fromData)}`;
  return `events: ${percent(fromData)}`;
}

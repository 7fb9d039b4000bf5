import { didYouMean, type Random, TawazunError } from "../../base/index.ts";
import type { EventData } from "../event-data.ts";
import type { ModelKind } from "../fit-events.ts";
import { drawCoefficients } from "../fit-tests.ts";

/** What events are drawn from: a fit, or coefficients given by hand. */
export interface BehaviourModel {
  readonly kind: ModelKind;
  readonly formula: string;
  /** In the formula's order, named as in a fit. */
  readonly terms: readonly { readonly name: string; readonly coefficient: number }[];
  /** For draws of the coefficients. */
  readonly covariance?: readonly (readonly number[])[];
}

/** Models by the question that each answers. */
export interface Factors {
  /** Who acts next, and perhaps when. */
  readonly who?: BehaviourModel;
  /** Toward whom. */
  readonly toward?: BehaviourModel;
  /** Which pair is next. */
  readonly pair?: BehaviourModel;
  /** In which way. */
  readonly type?: BehaviourModel;
}

/**
 * Which model answers which question.
 *
 * @throws {TawazunError} `simulate/models` where two answer the same, or none says who acts.
 */
export function factorsOf(models: readonly BehaviourModel[]): Factors {
  const factors: { -readonly [part in keyof Factors]: Factors[part] } = {};
  for (const model of models) {
    const part = partOf(model.kind);
    if (factors[part] !== undefined) {
      throw new TawazunError(
        "simulate/models",
        `Two models, ${factors[part]?.kind} and ${model.kind}, say the same of an event; give one of each: who (rate), toward whom (choice) or which pair (rem, coordination), and in which way (type).`,
      );
    }
    factors[part] = model;
  }
  if (factors.pair !== undefined && (factors.who !== undefined || factors.toward !== undefined)) {
    throw new TawazunError(
      "simulate/models",
      `A model of pairs (${factors.pair.kind}) says who acts toward whom; it cannot be joined with a ${(factors.who ?? factors.toward)?.kind} model.`,
    );
  }
  if (factors.pair === undefined && factors.who === undefined && factors.toward === undefined) {
    throw new TawazunError(
      "simulate/models",
      "No model says who acts or toward whom: give a rate, a choice, a coordination or a rem model.",
    );
  }
  return factors;
}

function partOf(kind: ModelKind): keyof Factors {
  if (kind === "rate" || kind === "rate-timed") return "who";
  if (kind === "choice") return "toward";
  return kind === "type" ? "type" : "pair";
}

/** Whether the models say when events come. */
export function isTimed({ who, pair }: Factors): boolean {
  return who?.kind === "rate-timed" || pair?.kind === "rem-timed";
}

/** The coefficients to be used: the estimates, or a draw around them. */
export function coefficientsOf(
  model: BehaviourModel,
  names: readonly string[],
  luck: Random | undefined,
): Float64Array {
  names.forEach((name, p) => {
    const given = model.terms[p]?.name;
    if (given === name) return;
    throw new TawazunError(
      "simulate/terms",
      `The ${model.kind} model has ${model.terms.length} coefficients, ${model.terms.map((term) => term.name).join(", ")}; its formula on these data has ${names.length}: ${names.join(", ")}.${given === undefined ? "" : didYouMean(given, names)}`,
    );
  });
  const estimates = model.terms.map((term) => term.coefficient);
  if (model.terms.length !== names.length || !estimates.every((c) => Number.isFinite(c))) {
    throw new TawazunError(
      "simulate/terms",
      `The ${model.kind} model has the coefficients ${estimates.join(", ")} for the terms ${names.join(", ")}; each needs a number.`,
    );
  }
  if (luck === undefined) return Float64Array.from(estimates);
  const { covariance } = model;
  if (covariance === undefined) {
    throw new TawazunError(
      "simulate/draws",
      `Coefficients can be drawn only around a fit: the ${model.kind} model has no covariance.`,
    );
  }
  return Float64Array.from(drawCoefficients({ terms: model.terms, covariance }, luck));
}

/** Names of the coefficients of a type model. */
export function typeNames({ dependent: { types } }: EventData, terms: readonly string[]): readonly string[] {
  return (types ?? []).slice(1).flatMap((kind) => terms.map((term) => `${kind}: ${term}`));
}

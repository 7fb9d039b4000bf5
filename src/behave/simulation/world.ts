import { type Random, seeded, TawazunError } from "../../base/index.ts";
import { agenda } from "../agenda.ts";
import type { EventData } from "../event-data.ts";
import { formula } from "../formula.ts";
import type { LiveTerm } from "../live-term.ts";
import { type PlannedTerm, plan, type TieSource, type Unit } from "../plan.ts";
import { type Stage, stage } from "../stage.ts";
import { type FedNetwork, historyUpTo } from "./feeds.ts";
import { type Echoes, echoes } from "./late-changes.ts";
import { type BehaviourModel, coefficientsOf, type Factors, typeNames } from "./model.ts";

/** A model at work: its terms on the stage, and the coefficients used. */
export interface Part {
  readonly model: BehaviourModel;
  readonly terms: readonly LiveTerm[];
  readonly coefficients: Float64Array;
  /** For the type factor: how many types there are. */
  readonly kinds: number;
}

/** The parts of a simulation, by the question that each answers. */
export type Parts = { readonly [question in keyof Factors]: Part };

/** A stage on which the terms of all models stand together, fed by events to come. */
export interface SimulatedWorld {
  readonly now: Stage;
  readonly parts: Parts;
  readonly late: Echoes;
  /** Where the clock starts. */
  readonly start: number;
}

/** What the world needs to know of the options. */
interface Wanted {
  readonly seed: string;
  readonly run?: number;
  readonly from?: number;
  readonly draws?: "estimates" | "laplace";
}

/** Sets the stage: sources and attributes that several models read are kept once. */
export function simulatedWorld(
  factors: Factors,
  observed: EventData,
  feeds: readonly FedNetwork[],
  { seed, run = 0, from, draws = "estimates" }: Wanted,
): SimulatedWorld {
  if (observed.actors.length < 2) {
    throw new TawazunError("events/actors", "A simulation needs two actors or more.");
  }
  if (factors.type !== undefined && (observed.dependent.types ?? []).length < 2) {
    throw new TawazunError(
      "fit/types",
      "The data name fewer than two types of events, so none can be drawn; name them, or leave out the type model.",
    );
  }
  const data = historyUpTo(observed, feeds, from);
  const shared: { readonly sources: TieSource[]; readonly attributes: string[] } = {
    sources: [],
    attributes: [],
  };
  const terms: PlannedTerm[] = [];
  const questions = Object.keys(factors) as (keyof Factors)[];
  let opportunities: number | undefined;
  const ranges = questions.map((question) => {
    const model = factors[question] as BehaviourModel;
    const unit: Unit = question === "who" ? "sender" : "pair";
    const bound = plan(data, formula(model.formula), unit, shared);
    opportunities = bound.opportunities;
    terms.push(...bound.terms);
    return {
      question,
      model,
      names: bound.terms.map((term) => term.name),
      from: terms.length - bound.terms.length,
    };
  });
  const whole = { data, terms, ...shared, ...(opportunities === undefined ? {} : { opportunities }) };
  const list = agenda(whole);
  const first = Math.min(list.start, observed.dependent.time[0] ?? Number.POSITIVE_INFINITY);
  const start = from ?? (Number.isFinite(first) ? first : 0);
  const late = echoes(shared.sources, feeds, (name) => data.networks[name].changes === "replace");
  const now = stage(whole, { ...list, start: Math.min(list.start, start) }, late);
  const luck = (question: string): Random | undefined =>
    draws === "laplace" ? seeded(seed).fork(`coefficients of run ${run}`).fork(question) : undefined;
  const parts = Object.fromEntries(
    ranges.map(({ question, model, names, from: at }): [string, Part] => [
      question,
      {
        model,
        terms: now.terms.slice(at, at + names.length),
        coefficients: coefficientsOf(
          model,
          question === "type" ? typeNames(data, names) : names,
          luck(question),
        ),
        kinds: data.dependent.types?.length ?? 0,
      },
    ]),
  );
  return { now, parts, late, start };
}

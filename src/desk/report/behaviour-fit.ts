import { exp, isUncertain, mode, type Quantity, TawazunError } from "../../base/index.ts";
import { type BehaviourDefault, behaviourDefaults, defaultNames, type HeldBack } from "../../behave/index.ts";
import { coefficientPlot, number, type Part, type Picture, plural, table } from "../../show/index.ts";
import { caseEvents, type EventMaterial } from "../fit/case-events.ts";
import { coefficientsOf } from "../fit/coefficients.ts";
import { type FittedModel, fitModel } from "../fit/fit-model.ts";
import { clearOnes, coefficientTable, MODEL_TITLES, pText } from "../fit/fit-tables.ts";
import { modelsOf } from "../fit/models.ts";
import { triedLater } from "../fit/tried.ts";
import type { Study } from "../study.ts";
import { citationsOf } from "./cite.ts";
import { short } from "./names.ts";

/** Fewer events than this, and nothing is fitted; more actors, and the report would have to wait for it. */
const LEAST_EVENTS = 10;
const MOST_ACTORS = 400;
const LEVEL = 0.95;

/** The models of the play fitted to a case's own events. */
export interface CaseFit {
  readonly study: Study;
  readonly material: EventMaterial;
  readonly models: readonly FittedModel[];
  /** Each model tried on later events than it was fitted to, or why it could not be. */
  readonly held: readonly (HeldBack | string)[];
  readonly skipped: readonly string[];
}

/** The fit of a case's events, or a sentence that says why there is none. */
export function caseFitOf(study: Study): CaseFit | string {
  try {
    const material = caseEvents(study.source);
    const { actors, dependent } = material.data;
    if (dependent.time.length < LEAST_EVENTS) {
      return `The case records ${plural(dependent.time.length, "event")} between its actors; fewer than ${LEAST_EVENTS} support no coefficient.`;
    }
    if (actors.length > MOST_ACTORS) {
      return `The events are of ${actors.length} actors, too many to be fitted for a report; tawazun fit does it.`;
    }
    const { models: asked, skipped } = modelsOf(material.data, {});
    const choice = { prior: "weak", robust: false, random: noChance } as const;
    const models = asked.map((model) => fitModel(material.data, model, choice));
    const held = models.map((model) => triedLater(material.data, model, choice));
    return { study, material, models, held, skipped };
  } catch (error) {
    if (error instanceof TawazunError && /^(events|fit|event)\//.test(error.code)) {
      return `The case's events support no coefficient: ${error.message}`;
    }
    throw error;
  }
}

/** Stands where a stream of chance would: the models of the play need none. */
export function noChance(): never {
  throw new TawazunError("fit/random", "The models of the play are fitted without chance.");
}

/** The fit as parts of the report: what is clear, a picture beside the defaults, tables, goodness, limits. */
export function fitParts(found: CaseFit | string): readonly Part[] {
  if (typeof found === "string") return [{ kind: "paragraph", text: found }];
  const { material, models, skipped } = found;
  const { time } = material.data.dependent;
  return [
    {
      kind: "paragraph",
      text: [
        `The statistics of the play, fitted to the ${plural(time.length, "event")} between ${plural(material.data.actors.length, "actor")}: who acts next, toward whom, and whether the act is hostile. A weak prior holds each coefficient near 0 unless the events speak. `,
        { strong: clearOnes(models, LEVEL) },
      ],
    },
    besideDefaults(found),
    ...models.map((model) => coefficientTable(model, { level: LEVEL, robust: false }, "first")),
    ...skipped.map((text): Part => ({ kind: "paragraph", text })),
    goodness(found),
    limits(found),
  ];
}

/** Estimates from the events beside the ranges from which the play draws. */
function besideDefaults({ study, models }: CaseFit): Picture {
  const estimates = new Map(
    models.flatMap((model) =>
      coefficientsOf(model, LEVEL).flatMap((each) =>
        each.played === undefined ? [] : [[each.played, each] as const],
      ),
    ),
  );
  const outside = [...estimates].filter(([name, each]) => {
    const { low, high } = ends(behaviourDefaults[name].coefficient);
    return each.estimate < low || each.estimate > high;
  }).length;
  return coefficientPlot(
    {
      models: [
        { id: "events", name: "fitted to the case's events" },
        { id: "play", name: "default of the play, with its range" },
      ],
      terms: (["rate", "choice", "type"] as const).flatMap((factor) =>
        defaultNames(factor).map((name) => {
          const entry: BehaviourDefault = behaviourDefaults[name];
          const found = estimates.get(name);
          return {
            name: entry.means,
            group: MODEL_TITLES[factor],
            estimates: {
              ...(found === undefined
                ? {}
                : { events: { value: found.estimate, low: found.low, high: found.high } }),
              play: ends(entry.coefficient),
            },
          };
        }),
      ),
      level: LEVEL,
    },
    {
      id: "behaviour-coefficients",
      title: "What the events say of each coefficient, beside what the play assumes",
      method:
        "Estimates at the top of the posterior with 95% intervals, prior normal around 0 with deviation 1.5; of the defaults, the middle and the ends of the range. Each statistic is a muchness, 0 without a past and near 1 with much.",
      sources: citationsOf(study.source, study.source.events),
      alt: `${estimates.size} coefficients of behaviour fitted to the case's events with 95% intervals, beside the play's defaults with their ranges: ${outside} of the fitted lie outside the range of their default.`,
    },
  );
}

function ends(quantity: Quantity): { readonly value: number; readonly low: number; readonly high: number } {
  const value = mode(quantity);
  return typeof quantity === "number" || !isUncertain(quantity)
    ? { value, low: value, high: value }
    : { value, low: quantity[0], high: quantity[2] };
}

/** How well the models tell what happened, within the events and on those held back. */
function goodness({ models, held }: CaseFit): Part {
  return table(
    "How well the fitted models tell what happened: the probability given to it, geometric mean",
    [
      { key: "model", name: "Model" },
      { key: "fitted", name: "Fitted", unit: "probability", digits: 1, measure: "given-to-what-came" },
      { key: "baseline", name: "Baseline", unit: "probability", digits: 1, measure: "given-to-what-came" },
      { key: "ratio", name: "Likelihood ratio", measure: "likelihood-ratio" },
      { key: "events", name: "Held back" },
      {
        key: "heldFitted",
        name: "on these, fitted",
        unit: "probability",
        digits: 1,
        measure: "given-to-what-came",
      },
      { key: "heldAlike", name: "all alike", unit: "probability", digits: 1, measure: "given-to-what-came" },
      { key: "first", name: "ranked first", unit: "share", measure: "hits" },
      { key: "three", name: "in the first 3", unit: "share", measure: "hits" },
    ],
    models.map((model, m) => {
      const { fit, baseline, likelihoodRatio } = model;
      const tried = held[m];
      return {
        model: `${MODEL_TITLES[fit.kind]} (baseline: ${baseline.name})`,
        fitted: exp(fit.logLikelihood / fit.events),
        baseline: exp(baseline.logLikelihood / fit.events),
        ratio: `${number(likelihoodRatio.statistic, 1)} on ${likelihoodRatio.freedom}, p ${pText(likelihoodRatio.p)}`,
        ...(typeof tried === "string"
          ? {}
          : {
              events: tried.events,
              heldFitted: exp(-tried.logLoss),
              heldAlike: exp(-tried.evenLogLoss),
              first: tried.hits1,
              three: fit.kind === "type" ? undefined : tried.hits3,
            }),
      };
    }),
    {
      note: "Held back: the last fifth of the events, given by models fitted to those before. Better within than on events held back is a sign of a model that has learned the record by heart. With a prior the p of the ratio is at most the one shown.",
    },
  );
}

function limits({ material, models, held }: CaseFit): Part {
  const worse = models.flatMap((model, m) => {
    const tried = held[m];
    return typeof tried !== "string" && tried.logLoss >= tried.evenLogLoss
      ? [MODEL_TITLES[model.fit.kind]]
      : [];
  });
  const { actors } = material.data;
  return {
    kind: "callout",
    tone: "caution",
    title: "What these events can and cannot support.",
    text: [
      `They are what the case's author wrote down about ${actors
        .map((id) => short(material.nameOf(id)))
        .slice(0, 3)
        .join(
          ", ",
        )} and ${Math.max(0, actors.length - 3)} others: the pairs that make news, more of them toward the as-of date. A high inertia may be that of the news.`,
      "The order of events is used, not the time between them. “From events” says how much of the prior's variance the events have taken away: below a half, the number is the prior's rather than the record's.",
      worse.length === 0
        ? "On events held back every model does better than taking all alike."
        : `On events held back these do no better than taking all alike: ${worse.join("; ")}.`,
    ].join(" "),
  };
}

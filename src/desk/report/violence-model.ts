import { civil, dayOf, seeded } from "../../base/index.ts";
import {
  drawCount,
  expectedCount,
  fitViolence,
  longRunMean,
  nextExcitation,
  type ViolenceFit,
} from "../../behave/index.ts";
import type { Series } from "../../case/index.ts";
import { monthName, type NumberFact, number, percent, plural, range } from "../../show/index.ts";
import { parameters } from "../../simulate/index.ts";
import type { Study } from "../study.ts";
import { quantityText } from "./behaviour-defaults.ts";
import { quantile } from "./over-runs.ts";

/** Branching shares published for reports of civilian deaths in one war: Lewis et al. 2012. */
const PUBLISHED: readonly [number, number] = [0.37, 0.5];

/** The fitted model in sentences. */
export function modelInWords({ model, months }: ViolenceFit, series: Series): readonly string[] {
  const high = monthName(model.season.indexOf(Math.max(...model.season)) + 1);
  const low = monthName(model.season.indexOf(Math.min(...model.season)) + 1);
  return [
    `Each count brings ${number(model.branching, 2)} further ones on average: violence feeds on violence; the rest, ${number(model.base, 1)} a month, would come without any past.`,
    `The memory keeps ${percent(model.decay)} of its weight from one month to the next.`,
    `The season moves it by ${percent(Math.min(...model.season) - 1)} in ${low} to +${percent(Math.max(...model.season) - 1)} in ${high}; it is held near 1 where the months are few.`,
    `Months spread about what is expected with a variance of λ + λ² / ${number(model.size, 1)}: at ${number(longRunMean(model), 0)}, its mean in the long run, a standard deviation of ${number(Math.sqrt(longRunMean(model) + (longRunMean(model) * longRunMean(model)) / model.size), 0)}.`,
    `Fitted on ${plural(months, "month")} of “${series.name}”. ${parameters["violence.politics"].meaning} Drawn from ${quantityText(parameters["violence.politics"].value)}.`,
  ];
}

/** The branching share with its interval, beside what has been published. */
export function branching(
  study: Study,
  fit: ViolenceFit,
  months: readonly string[],
  sources: NumberFact["sources"],
): NumberFact {
  const [low, high] = PUBLISHED;
  const { branching: value } = fit.model;
  const drawn = refitted(study, fit, months);
  const [from, to] = [quantile(drawn, 0.05), quantile(drawn, 0.95)];
  // an interval that leaves out its own number says how little the series tells, and is no interval
  const sound = from <= value && value <= to;
  return {
    kind: "number",
    id: "violence-branching",
    measure: "branching-share",
    label: "Branching share: further counts that one count brings",
    value,
    unit: "",
    digits: 2,
    method: "sampled",
    runs: drawn.length,
    seed: study.size.seed,
    ...(sound ? { intervals: [{ low: from, high: to, level: 0.9, of: "confidence" as const }] } : {}),
    assumptions: [
      `The most likely value given ${plural(fit.months, "month")} and weak priors. ${
        sound
          ? "The interval is a parametric bootstrap: series drawn from the fitted model and fitted anew."
          : `Series as long as this one, drawn from the fitted model and fitted anew, give ${range(number(from, 2), number(to, 2))} nine times in ten: too short a series to say how sure the number is, and likely to draw it ${value > to ? "down" : "up"}.`
      }`,
      "Months are the unit: what one day brings the next within a month is not seen.",
    ],
    baselines: [
      { name: "published, low end", value: low },
      { name: "published, high end", value: high },
    ],
    sources: [{ ref: "lewis2012" }, ...sources],
    note: `${value < low ? "Below" : value > high ? "Above" : "Within"} the ${range(number(low, 2), number(high, 2))} published for reports of civilian deaths in one war, from day to day: another unit and another place, so no more than a check of size.`,
  };
}

/** Series drawn anew from the fitted model. */
const REFITTED = 60;

/** Branching shares of the model fitted on series that it drew itself, in rising order. */
function refitted(
  study: Study,
  { model, months: count }: ViolenceFit,
  months: readonly string[],
): readonly number[] {
  const first = civil(dayOf(months[Math.max(0, months.length - count)]));
  const random = seeded(study.size.seed).fork("branching share");
  return Array.from({ length: REFITTED }, (_, k) => {
    const luck = random.fork(k);
    let excitation = longRunMean(model);
    const counts = Array.from({ length: count }, (_unused, m) => {
      const drawn = drawCount(
        expectedCount(model, excitation, (first.month - 1 + m) % 12, 1),
        model.size,
        luck,
      );
      excitation = nextExcitation(model, excitation, drawn);
      return drawn;
    });
    return counts.every((drawn) => drawn === 0)
      ? 0
      : fitViolence(counts, { year: first.year, month: first.month }).model.branching;
  }).sort((a, b) => a - b);
}

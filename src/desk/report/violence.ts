import { civil, dayOf, isoMonth, monthIndex, seeded } from "../../base/index.ts";
import {
  baselines,
  crpsOfSample,
  drawCount,
  expectedCount,
  type ForecastScore,
  fitViolence,
  longRunMean,
  nextExcitation,
  rollingOrigin,
  type ViolenceFit,
  type ViolenceModel,
} from "../../behave/index.ts";
import type { Series, SeriesValues } from "../../case/index.ts";
import {
  listOf,
  type MonthCount,
  type NumberFact,
  number,
  type Part,
  percent,
  violence as picture,
  plural,
  range,
  type Section,
  table,
} from "../../show/index.ts";
import { parameters } from "../../simulate/index.ts";
import { MONTHS_FITTED, type Study } from "../study.ts";
import { quantityText } from "./behaviour.ts";
import { citationsOf } from "./cite.ts";
import type { Judging } from "./judging.ts";
import { fanPoint, quantile } from "./over-runs.ts";

/** Branching shares published for reports of civilian deaths in one war: Lewis et al. 2012. */
const PUBLISHED: readonly [number, number] = [0.37, 0.5];
/** Months known before the first forecast that is scored. */
const KNOWN_FIRST = 24;

const MONTH_NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** The count of violence: the model in words, its forecast, and plain rules beside it. */
export function violence(study: Study, judged?: Judging): Section {
  const { source } = study;
  const series = source.series.find((candidate) => candidate.kind === "violence");
  const values = series === undefined ? undefined : source.values[series.id];
  const base = { id: "violence", title: "Violence" } as const;
  if (series === undefined || values === undefined || values.values.length === 0) {
    return {
      ...base,
      lead: "The case has no monthly count of violence, so none is forecast. Armed confrontation among organised actors is part of the stability of the futures all the same.",
      parts: [],
    };
  }
  if (study.violence === undefined) {
    return {
      ...base,
      lead: `The case counts ${series.unit} in ${plural(values.values.length, "month")}; the model of violence needs 24, so none is forecast.`,
      parts: [countsTable(series, values)],
    };
  }
  const { model, months } = study.violence;
  const scores = scoresOf(values);
  const [best] = [...(scores ?? [])].sort((a, b) => a.crps - b.crps);
  const verdict =
    scores === undefined || best === undefined
      ? ""
      : best.id === scores[0].id
        ? ` One month ahead it has done better on past months than every plain rule beside it.`
        : ` One month ahead the plain rule “${best.name.toLowerCase()}” has done better on past months than the model: ${number(best.crps, 1)} against ${number(scores[0].crps, 1)} on average.`;
  return {
    ...base,
    lead: `${series.name}, month by month: a self-exciting count fitted on the last ${plural(months, "month")} and played on in every future, raised or lowered by the politics of that future.${verdict}`,
    parts: [
      forecastPicture(study, series, values, judged, scores),
      ...total(study, series, values),
      { kind: "subheading", title: "The fitted model in words" },
      { kind: "items", items: inWords(model, series, months) },
      branching(study, study.violence, values.months, citationsOf(source, [series])),
      { kind: "subheading", title: "Against plain rules" },
      ...against(scores),
      ...cameTrue(study, series, judged),
    ],
  };
}

/** Scores one month ahead over the months in which the model was fitted, each forecast from those before. */
export function scoresOf({ months, values }: SeriesValues): readonly ForecastScore[] | undefined {
  const from = Math.max(0, values.length - MONTHS_FITTED);
  const counts = values.slice(from);
  if (counts.length <= KNOWN_FIRST + 5 || counts.slice(0, KNOWN_FIRST).every((count) => count === 0))
    return undefined;
  const first = civil(dayOf(months[from]));
  return rollingOrigin(counts, { year: first.year, month: first.month }, { from: KNOWN_FIRST });
}

/** What a plain rule says of the months ahead, each forecast taken as if it had come. */
export function ahead(id: string, past: readonly number[], months: number): readonly number[] {
  const rule = baselines.find((candidate) => candidate.id === id) ?? baselines[0];
  const known = [...past];
  for (let m = 0; m < months; m++)
    known.push(rule.id === "seasonal-naive" ? rule.mean(known) : rule.mean(past));
  return known.slice(past.length);
}

const MONTHS_SHOWN = 48;

function forecastPicture(
  study: Study,
  series: Series,
  values: SeriesValues,
  judged: Judging | undefined,
  scores: readonly ForecastScore[] | undefined,
): Part {
  const { near } = study;
  const runs = near.to - near.from;
  const first = monthIndex(study.stage.world.start);
  const later = judged?.later[series.id];
  const best = [...(scores ?? [])]
    .filter((score) => baselines.some((one) => one.id === score.id))
    .sort((a, b) => a.crps - b.crps);
  const shown =
    best.length === 0
      ? baselines.slice(0, 3)
      : best.slice(0, 3).map((score) => baselines.find((one) => one.id === score.id) ?? baselines[0]);
  const least = values.values.length >= 12;
  return picture(
    {
      unit: series.unit.replace(/ a month$/, ""),
      asOf: study.source.head.as_of,
      observed: values.months
        .map((at, m): MonthCount => ({ at, value: values.values[m] }))
        .slice(-MONTHS_SHOWN),
      forecast: Array.from({ length: near.months }, (_, m) =>
        fanPoint(
          isoMonth(first + m),
          Float64Array.from({ length: runs }, (_, run) => near.count[run * near.months + m]),
        ),
      ),
      baselines: least
        ? shown.map((rule) => ({
            name: rule.name.toLowerCase(),
            values: ahead(rule.id, values.values, near.months).map((value, m) => ({
              at: isoMonth(first + m),
              value,
            })),
          }))
        : [],
      ...(later === undefined
        ? {}
        : {
            outcome: later.months
              .map((at, m) => ({ at, value: later.values[m] }))
              .filter(
                ({ at }) => monthIndex(dayOf(at)) >= first && monthIndex(dayOf(at)) < first + near.months,
              ),
          }),
    },
    {
      id: "violence-forecast",
      title: `${series.name}: the last ${Math.min(MONTHS_SHOWN, values.months.length)} months and the futures`,
      method: `Bars: the record. Bands: quantiles over ${plural(runs, "future")}. Dashed: plain rules that know the record alone${best.length === 0 ? "" : ", those that did best on past months"}.`,
      sources: [...citationsOf(study.source, [series]), { ref: "lewis2012" }, { ref: "hawkes1971" }],
    },
  );
}

/** The sum over the futures, beside what the plain rules would add up to. */
function total(study: Study, series: Series, values: SeriesValues): readonly NumberFact[] {
  const { near, size } = study;
  const runs = near.to - near.from;
  const sums = Float64Array.from({ length: runs }, (_, run) => {
    let sum = 0;
    for (let m = 0; m < near.months; m++) sum += near.count[run * near.months + m];
    return sum;
  }).sort();
  return [
    {
      kind: "number",
      id: "violence-total",
      label: `${series.name} in the ${plural(near.months, "month")} ahead, in all: median of the futures`,
      value: quantile(sums, 0.5),
      unit: series.unit.replace(/ a month$/, ""),
      digits: 0,
      method: "sampled",
      runs,
      seed: size.seed,
      intervals: [{ low: quantile(sums, 0.1), high: quantile(sums, 0.9), level: 0.8, of: "prediction" }],
      assumptions: [
        "What drove the count in the months fitted goes on as it did.",
        "Politics raises or lowers it by a factor whose strength is a default of the engine.",
        ...(study.source.outside.some((event) => event.effects?.some((effect) => "violence" in effect))
          ? ["Outside events change it as the case says."]
          : []),
      ],
      baselines: baselines
        .filter((rule) => values.values.length >= rule.least)
        .map((rule) => ({
          name: rule.name.toLowerCase(),
          value: ahead(rule.id, values.values, near.months).reduce((sum, value) => sum + value, 0),
        })),
      sources: [{ ref: "lewis2012" }, ...citationsOf(study.source, [series])],
    },
  ];
}

function inWords(model: ViolenceModel, series: Series, months: number): readonly string[] {
  const high = MONTH_NAMES[model.season.indexOf(Math.max(...model.season))];
  const low = MONTH_NAMES[model.season.indexOf(Math.min(...model.season))];
  return [
    `Each count brings ${number(model.branching, 2)} further ones on average: violence feeds on violence; the rest, ${number(model.base, 1)} a month, would come without any past.`,
    `The memory keeps ${percent(model.decay)} of its weight from one month to the next.`,
    `The season moves it by ${percent(Math.min(...model.season) - 1)} in ${low} to +${percent(Math.max(...model.season) - 1)} in ${high}; it is held near 1 where the months are few.`,
    `Months spread about what is expected with a variance of λ + λ² / ${number(model.size, 1)}: at ${number(longRunMean(model), 0)}, its mean in the long run, a standard deviation of ${number(Math.sqrt(longRunMean(model) + (longRunMean(model) * longRunMean(model)) / model.size), 0)}.`,
    `Fitted on ${plural(months, "month")} of “${series.name}”. ${parameters["violence.politics"].meaning} Drawn from ${quantityText(parameters["violence.politics"].value)}.`,
  ];
}

function branching(
  study: Study,
  fit: ViolenceFit,
  months: readonly string[],
  sources: NumberFact["sources"],
): NumberFact {
  const [low, high] = PUBLISHED;
  const { branching: value } = fit.model;
  const drawn = refitted(study, fit, months);
  return {
    kind: "number",
    id: "violence-branching",
    label: "Branching share: further counts that one count brings",
    value,
    unit: "",
    digits: 2,
    method: "sampled",
    runs: drawn.length,
    seed: study.size.seed,
    ...(drawn.length < 10
      ? {}
      : {
          intervals: [
            {
              low: quantile(drawn, 0.05),
              high: quantile(drawn, 0.95),
              level: 0.9,
              of: "confidence" as const,
            },
          ],
        }),
    assumptions: [
      `The most likely value given ${plural(fit.months, "month")} and weak priors; the interval is a parametric bootstrap: series drawn from the fitted model and fitted anew.`,
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

function against(scores: readonly ForecastScore[] | undefined): readonly Part[] {
  if (scores === undefined) {
    return [
      {
        kind: "paragraph",
        text: "The series is too short to hold months back, so the model cannot be set against plain rules.",
      },
    ];
  }
  const [model] = scores;
  const better = scores.filter((score) => score.crps < model.crps);
  return [
    ...(better.length === 0
      ? []
      : [
          {
            kind: "callout" as const,
            tone: "caution" as const,
            title: "A plain rule does better.",
            text: `One month ahead, ${listOf(better.map((score) => `“${score.name.toLowerCase()}”`))} scored better than the model on the months held back. Use the fan with that in mind.`,
          },
        ]),
    table(
      "One month ahead, on months held back in turn",
      [
        { key: "name", name: "Forecaster", wide: true },
        { key: "crps", name: "CRPS", digits: 1 },
        { key: "logScore", name: "Log score", digits: 2 },
        { key: "within80", name: "In its 80% span", unit: "share" },
      ],
      scores.map(({ name, crps, logScore, within80 }) => ({ name, crps, logScore, within80 })),
      {
        note: `Each month after the first ${KNOWN_FIRST} of those fitted is forecast from the months before it alone. CRPS: in counts, lower is better; for a sure forecast it is the miss itself. No rule is told what the futures know of politics, and neither is the model here.`,
      },
    ),
  ];
}

/** What came true in the months ahead, beside the futures and the plain rules: only when outcomes are given. */
function cameTrue(study: Study, series: Series, judged: Judging | undefined): readonly Part[] {
  const later = judged?.later[series.id];
  const past = study.source.values[series.id];
  if (later === undefined || past === undefined) return [];
  const { near, stage } = study;
  const first = monthIndex(stage.world.start);
  const runs = near.to - near.from;
  const rows = later.months.flatMap((at, k) => {
    const m = monthIndex(dayOf(at)) - first;
    if (m < 0 || m >= near.months) return [];
    const sample = Array.from({ length: runs }, (_, run) => near.count[run * near.months + m]);
    const sorted = Float64Array.from(sample).sort();
    const count = later.values[k];
    return [
      {
        at,
        count,
        median: quantile(sorted, 0.5),
        low: quantile(sorted, 0.1),
        high: quantile(sorted, 0.9),
        crps: crpsOfSample(count, sample),
        ...Object.fromEntries(
          baselines
            .filter((rule) => past.values.length >= rule.least)
            .map((rule) => [rule.id, Math.abs(ahead(rule.id, past.values, near.months)[m] - count)]),
        ),
      },
    ];
  });
  if (rows.length === 0) return [];
  const inside = rows.filter((row) => row.count >= row.low && row.count <= row.high).length;
  const mean = (key: string): number | undefined => {
    const values = rows.flatMap((row) => {
      const value = (row as { readonly [key: string]: string | number })[key];
      return typeof value === "number" ? [value] : [];
    });
    return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const keys = ["crps", ...baselines.map((rule) => rule.id)];
  return [
    table(
      "What came true, month by month",
      [
        { key: "at", name: "Month", unit: "date" },
        { key: "count", name: "Came true", digits: 0 },
        { key: "median", name: "Median", digits: 0 },
        { key: "low", name: "80% from", digits: 0 },
        { key: "high", name: "to", digits: 0 },
        { key: "crps", name: "CRPS of the futures", digits: 1 },
        ...baselines.map((rule) => ({ key: rule.id, name: `Miss: ${rule.name.toLowerCase()}`, digits: 0 })),
      ],
      [...rows, { at: "Mean", ...Object.fromEntries(keys.map((key) => [key, mean(key)])) }],
      {
        note: `${inside} of ${plural(rows.length, "month")} fell into the futures' 80% span. All forecasts are from the as-of date. A plain rule here is one number, whose CRPS is its miss.`,
      },
    ),
  ];
}

function countsTable(series: Series, values: SeriesValues): Part {
  return table(
    series.name,
    [
      { key: "at", name: "Month", unit: "date" },
      { key: "value", name: series.unit },
    ],
    values.months.map((at, m) => ({ at, value: values.values[m] })),
  );
}

import { dayOf, isoMonth, monthIndex } from "../../base/index.ts";
import { baselines, type ForecastScore } from "../../behave/index.ts";
import type { Series, SeriesValues } from "../../case/index.ts";
import {
  type MonthCount,
  type NumberFact,
  number,
  type Part,
  violence as picture,
  plural,
  type Section,
  table,
} from "../../show/index.ts";
import type { Study } from "../study.ts";
import type { Violence } from "../violence-choice.ts";
import { citationsOf } from "./cite.ts";
import type { Judging } from "./judging.ts";
import { fanPoint, quantile } from "./over-runs.ts";
import { branching, modelInWords } from "./violence-model.ts";
import { against, ahead, cameTrue, ruleOf } from "./violence-scores.ts";

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
  const { fit, scores } = study.violence;
  return {
    ...base,
    lead: `${series.name}, month by month, ${played(study.violence)}`,
    parts: [
      forecastPicture(study, series, values, judged, scores),
      ...total(study, series, values),
      { kind: "subheading", title: "The self-exciting model in words" },
      { kind: "items", items: modelInWords(fit, series) },
      branching(study, fit, values.months, citationsOf(source, [series])),
      { kind: "subheading", title: "Against plain rules" },
      ...against(study.violence),
      ...cameTrue(study, series, judged),
    ],
  };
}

/** What the futures draw from, and what speaks for it. */
function played(violence: Violence): string {
  const { chosen, fit, scores } = violence;
  const politics = "raised or lowered by the politics of that future";
  const rule = ruleOf(violence);
  if (rule !== undefined && scores !== undefined) {
    const [model] = scores;
    return `drawn in every future from the plain rule “${rule.name.toLowerCase()}”, ${politics}. One month ahead that rule has done better on past months than the self-exciting model: CRPS ${number(rule.crps, 1)} against ${number(model.crps, 1)}, log score ${number(rule.logScore, 2)} against ${number(model.logScore, 2)}.`;
  }
  const what = chosen === "driven" ? "a self-exciting count with political drivers" : "a self-exciting count";
  const model = `from ${what} fitted on the last ${plural(fit.months, "month")} and played on in every future, ${politics}.`;
  return scores === undefined
    ? model
    : `${model} One month ahead it has done better on past months than every plain rule beside it.`;
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
      measure: "median",
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

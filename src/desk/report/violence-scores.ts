import { civil, dayOf, monthIndex } from "../../base/index.ts";
import { baselines, crpsOfSample, type ForecastScore, rollingOrigin } from "../../behave/index.ts";
import type { Series, SeriesValues } from "../../case/index.ts";
import { listOf, type Part, plural, table } from "../../show/index.ts";
import { MONTHS_FITTED, type Study } from "../study.ts";
import type { Judging } from "./judging.ts";
import { quantile } from "./over-runs.ts";

/** Months known before the first forecast that is scored. */
const KNOWN_FIRST = 24;

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

/** The model beside the plain rules, one month ahead; a rule that wins is said to. */
export function against(scores: readonly ForecastScore[] | undefined): readonly Part[] {
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
export function cameTrue(study: Study, series: Series, judged: Judging | undefined): readonly Part[] {
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
  const own = mean("crps") ?? 0;
  const better = baselines.filter((rule) => (mean(rule.id) ?? Number.POSITIVE_INFINITY) < own);
  return [
    ...(better.length === 0
      ? []
      : [
          {
            kind: "callout" as const,
            tone: "caution" as const,
            title: "On what came true, a plain rule did better.",
            text: `Over ${plural(rows.length, "month")} the futures score ${own.toFixed(1)} on average, ${listOf(better.map((rule) => `“${rule.name.toLowerCase()}” ${(mean(rule.id) ?? 0).toFixed(1)}`))}.`,
          },
        ]),
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

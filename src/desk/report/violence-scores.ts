import { dayOf, exp, monthIndex } from "../../base/index.ts";
import { baselines, bestForecaster, crpsOfSample, type ForecastScore } from "../../behave/index.ts";
import type { Series } from "../../case/index.ts";
import { listOf, number, type Part, plural, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { KNOWN_FIRST, type Violence } from "../violence-choice.ts";
import type { Judging } from "./judging.ts";
import { quantile } from "./over-runs.ts";

/** The plain rule that futures draw their counts from, with its scores; nothing where the model is played. */
export function ruleOf(violence: Violence | undefined): ForecastScore | undefined {
  return violence === undefined || !("rule" in violence.model)
    ? undefined
    : violence.scores?.find((score) => score.id === violence.chosen);
}

/** What a plain rule says of the months ahead, each forecast taken as if it had come. */
export function ahead(id: string, past: readonly number[], months: number): readonly number[] {
  const rule = baselines.find((candidate) => candidate.id === id) ?? baselines[0];
  const known = [...past];
  for (let m = 0; m < months; m++)
    known.push(rule.id === "seasonal-naive" ? rule.mean(known) : rule.mean(past));
  return known.slice(past.length);
}

/** The model beside the plain rules, one month ahead; a rule that wins by CRPS is said to be played. */
export function against(violence: Violence): readonly Part[] {
  const { scores, fit } = violence;
  if (scores === undefined) {
    return [
      {
        kind: "paragraph",
        text: "The series is too short to hold months back, so the model cannot be set against plain rules.",
      },
    ];
  }
  const [model] = scores;
  const rule = ruleOf(violence);
  const better = scores.filter((score) => score.id !== "driven" && score.logScore < model.logScore);
  return [
    ...(rule !== undefined
      ? [
          {
            kind: "callout" as const,
            tone: "caution" as const,
            title: "A plain rule does better, so the futures use it.",
            text: `One month ahead “${rule.name.toLowerCase()}” did best on the months held back (${scoresInWords(rule)}; the model ${scoresInWords(model)}). Every future draws its counts from that rule, each month from those drawn before it, with the spread that fits the rule's own past misses.`,
          },
        ]
      : better.length === 0
        ? []
        : [
            {
              kind: "callout" as const,
              tone: "caution" as const,
              title: "By log score a plain rule does better.",
              text: `On the months held back the model has the lowest CRPS, and ${listOf(better.map((score) => `“${score.name.toLowerCase()}”`))} a lower log score: the model held some of them for less likely than the rule did. Use the fan with that in mind.`,
            },
          ]),
    table(
      "One month ahead, on months held back in turn",
      [
        { key: "name", name: "Forecaster", wide: true },
        { key: "crps", name: "CRPS", digits: 1, measure: "crps" },
        { key: "logScore", name: "Log score", digits: 2, measure: "count-log-score" },
        { key: "within80", name: "In its 80% span", unit: "share", measure: "coverage" },
        { key: "played", name: "In the futures" },
      ],
      scores.map(({ id, name, crps, logScore, within80 }) => ({
        name,
        crps,
        logScore,
        within80,
        played: id === violence.chosen ? "drawn from" : "",
      })),
      {
        note: `Each month after the first ${KNOWN_FIRST} of the ${fit.months} fitted is forecast from the months before it alone. CRPS: in counts, lower is better; for a sure forecast it is the miss itself. Log score: −ln of the probability of what came, lower is better. Futures draw from what has the lowest CRPS. One month ahead is all that is tried: a rule may be worse further on.`,
      },
    ),
    ...drivers(violence),
  ];
}

const scoresInWords = ({ crps, logScore }: ForecastScore): string =>
  `CRPS ${number(crps, 1)}, log score ${number(logScore, 2)}`;

/** What the case's political drivers bring, and whether they helped. */
function drivers(violence: Violence): readonly Part[] {
  const { driven, drivers: series, scores } = violence;
  if (driven === undefined || scores === undefined) return [];
  const [without] = scores;
  const withThem = scores.find((score) => score.id === "driven") ?? without;
  const helps = bestForecaster([without, withThem]).id === "driven";
  const factors = series.map(
    ({ name }, d) => `“${name}” a factor of ${number(exp(driven.drivers[d]), 2)} for each unit`,
  );
  return [
    {
      kind: "paragraph",
      text: `Political drivers known at the end of the month before: ${listOf(factors)}. On the months held back the model that knows them scores ${scoresInWords(withThem)}, without them ${scoresInWords(without)}: ${helps ? "they help" : "they do not help"}${violence.chosen === "driven" ? ", and the futures keep them where they stand on the as-of date" : ", and the futures leave them out"}.`,
    },
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
        { key: "median", name: "Median", digits: 0, measure: "median" },
        { key: "low", name: "80% from", digits: 0, measure: "band80" },
        { key: "high", name: "to", digits: 0 },
        { key: "crps", name: "CRPS of the futures", digits: 1, measure: "crps" },
        ...baselines.map((rule) => ({ key: rule.id, name: `Miss: ${rule.name.toLowerCase()}`, digits: 0 })),
      ],
      [...rows, { at: "Mean", ...Object.fromEntries(keys.map((key) => [key, mean(key)])) }],
      {
        note: `${inside} of ${plural(rows.length, "month")} fell into the futures' 80% span. All forecasts are from the as-of date. A plain rule here is one number, whose CRPS is its miss.`,
      },
    ),
  ];
}

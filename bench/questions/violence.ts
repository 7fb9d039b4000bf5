// Do monthly forecasts of deaths beat simple rules?
import { existsSync, readFileSync } from "node:fs";
import { fitViolence, rollingOrigin } from "../../src/behave/index.ts";
import { MONTHS_FITTED } from "../../src/desk/study.ts";
import { type BenchOptions, type BenchResult, time } from "./measurement.ts";

const COLUMNS: { readonly [country: string]: number } = { Iraq: 1, Syria: 2, Turkey: 3, Lebanon: 4 };

export async function bench({ quick, arguments: words }: BenchOptions): Promise<BenchResult> {
  const file = words[0] ?? "../shared/data/iraq/violence/ucdp_ged231_iraq_country_month_1989-2023.csv";
  if (!existsSync(file))
    return { title: "Forecasting monthly deaths", rows: [], notes: [`There is no ${file}.`] };
  const lines = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const series = (country: string, from: string, to: string): number[] =>
    lines.filter(([month]) => month >= from && month <= to).map((cells) => Number(cells[COLUMNS[country]]));
  const spans: readonly (readonly [country: string, from: string, to: string, known: number])[] = [
    ["Iraq", "2003-01", "2014-12", 24],
    ["Iraq", "2004-01", "2011-12", 36],
    ["Iraq", "2004-01", "2019-12", 96],
    ["Turkey", "1989-01", "2023-12", 120],
    ["Syria", "2011-01", "2023-12", 36],
  ];
  const verdicts: string[] = [];
  const rows: { readonly [column: string]: string | number }[] = [];
  for (const [country, from, to, known] of quick ? spans.slice(0, 1) : spans) {
    const counts = series(country, from, to);
    const first = { year: Number(from.slice(0, 4)), month: Number(from.slice(5)) };
    const [ofAll, ...others] = rollingOrigin(counts, first, { from: known });
    const [asPlayed] = rollingOrigin(counts, first, { from: known, window: MONTHS_FITTED });
    const scores = [
      { ...asPlayed, name: `Self-exciting, last ${MONTHS_FITTED} months, as in play` },
      ofAll,
      ...others,
    ];
    const since = Number(from.slice(0, 4)) * 12 + Number(from.slice(5)) - 1 + known;
    const span = `${Math.floor(since / 12)}-${String((since % 12) + 1).padStart(2, "0")} to ${to}`;
    const least = (of: "crps" | "logScore") => [...scores].sort((a, b) => a[of] - b[of])[0].name;
    verdicts.push(
      `${country}, ${span}: lowest CRPS “${least("crps")}”, lowest log score “${least("logScore")}”.`,
    );
    for (const score of scores) {
      rows.push({
        country,
        months: counts.length - known,
        held: span,
        forecast: score.name,
        crps: Number(score.crps.toFixed(1)),
        "log score": Number(score.logScore.toFixed(3)),
        "in the 80 % interval": `${Math.round(100 * score.within80)} %`,
      });
    }
  }
  const counts = series("Iraq", "2004-01", "2011-12");
  const fit = await time(() => fitViolence(counts, { year: 2004, month: 1 }), { repetitions: 10 });
  return {
    title: "Forecasting monthly deaths",
    rows,
    notes: [
      "One month ahead, each forecast from the months before alone; CRPS in deaths, lower is better. UCDP GED 23.1, best estimate (Sundberg & Melander 2013), CC BY 4.0.",
      ...verdicts,
      "Where a rule or the regression does better on a case's own months, its report says so above the fan and draws the best rules beside it.",
      "The model has a season and no drivers here; in play the politics of the moment multiply it. No record of monthly politics is at hand for these years, so nothing is known of what drivers would add.",
      ...publishedBand(fit.result.model.branching),
      `A fit to 96 months takes ${fit.minimum.toFixed(1)} ms; branching share ${fit.result.model.branching.toFixed(2)}, memory ${fit.result.model.decay.toFixed(2)} a month.`,
    ],
  };
}

/** The branching share beside what was published of Iraq 2003–2007, where the file is at hand. */
function publishedBand(branching: number): readonly string[] {
  const file = "../shared/data/bargaining/hawkes_iraq_published.json";
  if (!existsSync(file)) return [];
  const { self_excited_share_of_events: band } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly self_excited_share_of_events: readonly [number, number];
  };
  const [low, high] = band;
  return [
    `Branching share ${branching.toFixed(2)}, beside ${low}–${high} of events published by Lewis et al. 2012 for civilian deaths 2003–2007 by district and day: a month is longer than their memory of two to six weeks, and a country's months carry level and trend with them.`,
  ];
}

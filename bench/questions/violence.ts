// Do monthly forecasts of deaths beat simple rules?
import { existsSync, readFileSync } from "node:fs";
import { fitViolence, rollingOrigin } from "../../src/behave/index.ts";
import { MONTHS_FITTED } from "../../src/desk/violence-choice.ts";
import { type BenchOptions, type BenchResult, time } from "./measurement.ts";

/** Dated facts of Iraq's politics, public and known by the end of the month before: what is tried as drivers. */
const POLITICS = {
  /** National and provincial votes, each with its day set months before. */
  votes: ["2005-01-30", "2005-10-15", "2005-12-15", "2009-01-31", "2010-03-07", "2013-04-20", "2014-04-30"],
  /** From an election until the government took office. */
  formations: [
    ["2005-01-30", "2005-05-03"],
    ["2005-12-15", "2006-05-20"],
    ["2010-03-07", "2010-12-21"],
    ["2014-04-30", "2014-09-08"],
  ],
  /** US troops: out of the cities, end of the combat mission, the last troops. */
  withdrawals: ["2009-06-30", "2010-08-31", "2011-12-18"],
} as const;

/** For each of so many months from the first: a vote in it, a formation under way before it, stages done before it. */
function politicsOf(first: { readonly year: number; readonly month: number }, months: number): number[][] {
  const name = (t: number): string => {
    const month = first.year * 12 + first.month - 1 + t;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  };
  const each = (of: (month: string) => number): number[] =>
    Array.from({ length: months }, (_, t) => of(name(t)));
  return [
    each((month) => (POLITICS.votes.some((day) => day.startsWith(month)) ? 1 : 0)),
    each((month) => (POLITICS.formations.some(([from, to]) => from < month && to > `${month}-01`) ? 1 : 0)),
    each((month) => POLITICS.withdrawals.filter((day) => day < `${month}-01`).length),
  ];
}

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
    const drivers = country === "Iraq" && to <= "2014-12" ? politicsOf(first, counts.length) : [];
    const [ofAll, ...others] = rollingOrigin(counts, first, { from: known, drivers });
    const asPlayed = rollingOrigin(counts, first, { from: known, window: MONTHS_FITTED, drivers }).slice(
      0,
      drivers.length === 0 ? 1 : 2,
    );
    const scores = [
      ...asPlayed.map((score) => ({
        ...score,
        id: `${score.id} played`,
        name: `${score.name}, last ${MONTHS_FITTED} months, as in play`,
      })),
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
      "Where a rule or the regression has the lowest CRPS on a case's own months, futures draw from it and the report says so.",
      "Political drivers, each known by the end of the month before: a national or provincial vote in the month, a government being formed after an election, stages of the withdrawal of US troops that are done (dated public facts; prior on each coefficient: standard deviation 0.5).",
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

// Which parties will form the next government, where none has a majority?
//   npm run bench -- formation [folder with ParlGov's view_cabinet.csv and view_party.csv]
//   npm run bench -- formation fit      fits on the governments before 2000 and writes src/behave/formation/fitted-formation.ts
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  type FormationCoefficient,
  type FormationForecast,
  fitFormation,
  fittedFormation,
  foretellFormation,
  governmentOf,
} from "../../src/behave/index.ts";
import { headsOf } from "../golden/formation/heads.ts";
import {
  isParlgov,
  isPublished,
  isSameAgain,
  type ParlgovFormation,
  readFormations,
} from "../golden/formation/parlgov.ts";
import type { BenchOptions, BenchResult } from "./measurement.ts";

const SPLIT = "2000-01-01";
const FOLDS = 5;
const defaultFolder = "../shared/data/power/parlgov";
const root = resolve(import.meta.dirname, "../..");

/** How well one formation was foretold. */
interface Score {
  readonly rank: number;
  readonly log: number;
  readonly brier: number;
  readonly parties: number;
}

type Forecaster = (formation: ParlgovFormation) => FormationForecast;

export async function bench({ quick, arguments: words }: BenchOptions): Promise<BenchResult> {
  const folder = resolve(root, words.find((word) => word !== "fit") ?? defaultFolder);
  const title = "Which parties form the next government?";
  if (!isParlgov(folder)) {
    const note = `Skipped: there is no view_cabinet.csv with view_party.csv in ${words[0] ?? defaultFolder}.`;
    return { title, rows: [], notes: [note] };
  }
  const { formations, leftOut } = readFormations(folder);
  const before = formations.filter(({ date }) => date < SPLIT);
  const after = formations.filter(({ date }) => date >= SPLIT);
  const notes: string[] = [];
  let model = fittedFormation;
  if (words.includes("fit")) {
    const fit = fitFormation(before);
    model = fit.coefficients;
    writeFitted(model, before.length, fit.governments);
    notes.push(`Fitted on ${before.length} formations, ${fit.governments} potential governments; written.`);
  }
  const logit: Forecaster = (formation) => foretellFormation(formation, model);
  const test = after.map((formation) => scoreOf(formation, logit(formation)));
  const midTerm = after.map(isMidTerm);
  const heads = headsOf(before);
  const rows = [
    row("Conditional logit, from 2000", test),
    row(
      "… after an election",
      test.filter((_, i) => !midTerm[i]),
    ),
    row(
      "… between elections",
      test.filter((_, i) => midTerm[i]),
    ),
    row(
      "Same parties again, from 2000",
      after.map((formation) => scoreOf(formation, sameAgain(formation))),
    ),
    row(
      "Every set of parties alike, from 2000",
      after.map((formation) => scoreOf(formation, uniform(formation))),
    ),
    ...published(folder),
    row(
      "Conditional logit, from 2000, on the formations of base_rates.json",
      test.filter((_, i) => isPublished(after[i])),
    ),
    sameAsPublished(after.filter(isPublished)),
    ...(quick
      ? []
      : [
          row("Conditional logit, from 2000, fitted anew every five years", rolled(formations)),
          row("Conditional logit before 2000, countries held back", crossValidated(before)),
        ]),
  ];
  return {
    title,
    rows,
    notes: [
      ...notes,
      `${formations.length} governments without a party that has a majority, ${before.length} of them before 2000, which alone the coefficients are fitted on. Left out: ${Object.entries(
        leftOut,
      )
        .map(([why, count]) => `${count} ${why}`)
        .join(", ")}.`,
      "Potential governments are all sets of the parties with seats and a known position, none left out. What governments before the day of a formation did counts as known on that day, also in the years of the test; nothing after it does.",
      "Top 1 and top 5: the government that was formed was the likeliest, or among the five likeliest, ties counted against the forecast. The Brier score is that of each party's chance to be in it, 0…1, over all parties of all formations. “Same parties again” puts 0.99 on the last government.",
      `base_rates.json leaves out ${after.filter((formation) => !isPublished(formation)).length} of the formations from 2000, where parties without a known position bring those with seats above 16. It compares all parties with seats, ours only those with a known position: hence the two rates of “same parties again”.`,
      `The head of government, in ${heads.formations} of the formations before 2000: ${heads.coefficients
        .map(({ name, coefficient, error }) => `${name} ${coefficient.toFixed(2)} ± ${error.toFixed(2)}`)
        .join(", ")}. The play's own outline of a formation takes its defaults from here.`,
      "ParlGov counts a government as new after an election, with a new head, or with other parties; it does not say which was the occasion, and a forecast made on the day would know.",
    ],
  };
}

function scoreOf(formation: ParlgovFormation, { chances, parties }: FormationForecast): Score {
  const chosen = governmentOf(formation, formation.formed) ?? 0; // the reader leaves out governments without any seat
  let rank = 0;
  chances.forEach((chance, k) => {
    if (k !== chosen && chance >= chances[chosen]) rank += 1;
  });
  const misses = formation.parties.map(({ id }, i) => parties[i] - (formation.formed.has(id) ? 1 : 0));
  return {
    rank,
    log: -Math.log(chances[chosen]),
    brier: misses.reduce((sum, miss) => sum + miss * miss, 0),
    parties: misses.length,
  };
}

function row(forecast: string, scores: readonly Score[]): BenchResult["rows"][number] {
  const n = scores.length;
  const part = (test: (score: Score) => boolean): number =>
    Number(((100 * scores.filter(test).length) / n).toFixed(1));
  const sum = (of: (score: Score) => number): number => scores.reduce((total, score) => total + of(score), 0);
  return {
    forecast,
    formations: n,
    "top 1 (%)": part(({ rank }) => rank === 0),
    "top 5 (%)": part(({ rank }) => rank < 5),
    "party Brier": Number((sum(({ brier }) => brier) / sum(({ parties }) => parties)).toFixed(4)),
    "log score": Number((sum(({ log }) => log) / n).toFixed(3)),
  };
}

function isMidTerm({ past, parliament }: ParlgovFormation): boolean {
  return past.filter(({ caretaker }) => !caretaker).at(-1)?.parliament === parliament;
}

function uniform(formation: ParlgovFormation): FormationForecast {
  const count = 2 ** formation.parties.length - 1;
  return {
    chances: new Float64Array(count).fill(1 / count),
    parties: formation.parties.map(() => (count + 1) / 2 / count),
  };
}

/** The last government that was no caretaker, with 0.99; every other set alike. */
function sameAgain(formation: ParlgovFormation): FormationForecast {
  const last = formation.past.filter(({ caretaker }) => !caretaker).at(-1)?.parties ?? new Set<string>();
  const again = governmentOf(formation, last);
  const { chances, parties } = uniform(formation);
  if (again === undefined) return { chances, parties };
  const mixed = chances.map((chance, k) => 0.01 * chance + (k === again ? 0.99 : 0));
  return {
    chances: mixed,
    parties: parties.map((chance, i) => 0.01 * chance + (last.has(formation.parties[i].id) ? 0.99 : 0)),
  };
}

/** Each country's formations by what all countries outside its fold teach. */
function crossValidated(formations: readonly ParlgovFormation[]): readonly Score[] {
  const countries = [...new Set(formations.map(({ country }) => country))].sort();
  const foldOf = (country: string): number => countries.indexOf(country) % FOLDS;
  return Array.from({ length: FOLDS }, (_, fold) => {
    const { coefficients } = fitFormation(formations.filter(({ country }) => foldOf(country) !== fold));
    return formations
      .filter(({ country }) => foldOf(country) === fold)
      .map((formation) => scoreOf(formation, foretellFormation(formation, coefficients)));
  }).flat();
}

/** The formations from 2000 on, each by what all those before its five years teach. */
function rolled(formations: readonly ParlgovFormation[]): readonly Score[] {
  return ["2000", "2005", "2010", "2015", "2020"].flatMap((from) => {
    const to = String(Number(from) + 5);
    const due = formations.filter(({ date }) => date >= from && date < to);
    const { coefficients } = fitFormation(formations.filter(({ date }) => date < from));
    return due.map((formation) => scoreOf(formation, foretellFormation(formation, coefficients)));
  });
}

/** What was published with the data, if it is there. */
function published(folder: string): BenchResult["rows"] {
  const file = join(folder, "base_rates.json");
  if (!existsSync(file)) return [];
  const { conditional_logit: found } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly conditional_logit: {
      readonly test_from_2000: {
        n: number;
        top1: number;
        top5: number;
        party_brier: number;
        mean_loglik: number;
      };
      readonly incumbent_baseline: { test_from_2000: number };
    };
  };
  const { n, top1, top5, party_brier: brier, mean_loglik: log } = found.test_from_2000;
  return [
    {
      forecast: "Quick logit of base_rates.json, from 2000",
      formations: n,
      "top 1 (%)": Number((100 * top1).toFixed(1)),
      "top 5 (%)": Number((100 * top5).toFixed(1)),
      "party Brier": brier,
      "log score": -log,
    },
    {
      forecast: "Same parties again of base_rates.json, from 2000",
      formations: n,
      "top 1 (%)": Number((100 * found.incumbent_baseline.test_from_2000).toFixed(1)),
      "top 5 (%)": "–",
      "party Brier": "–",
      "log score": "–",
    },
  ];
}

/** How often the same parties governed again, on the formations of base_rates.json and counted as there. */
function sameAsPublished(formations: readonly ParlgovFormation[]): BenchResult["rows"][number] {
  return {
    forecast: "Same parties again, counted as in base_rates.json",
    formations: formations.length,
    "top 1 (%)": Number(((100 * formations.filter(isSameAgain).length) / formations.length).toFixed(1)),
    "top 5 (%)": "–",
    "party Brier": "–",
    "log score": "–",
  };
}

/** The coefficients as a file of the engine. */
function writeFitted(
  coefficients: readonly FormationCoefficient[],
  formations: number,
  governments: number,
): void {
  const lines = coefficients.map(
    ({ term, coefficient, error }) =>
      `  { term: ${JSON.stringify(term)}, coefficient: ${coefficient.toFixed(4)}, error: ${error.toFixed(4)} },`,
  );
  const text = `// Written by npm run bench -- formation fit
import type { FormationCoefficient } from "./formation-model.ts";

/**
 * What makes governments of potential governments: fitted on ${formations} formations before 2000, with ${governments} potential governments.
 *
 * @remarks ParlGov, development version of 4 November 2023 (Döring & Manow, CC0). Command: \`npm run bench -- formation fit\`.
 */
export const fittedFormation: readonly FormationCoefficient[] = [
${lines.join("\n")}
];
`;
  writeFileSync(join(root, "src/behave/formation/fitted-formation.ts"), text);
}

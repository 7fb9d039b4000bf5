// Who will do what to whom tomorrow? Ranking on a folder laid out like data/tkg/icews14, gzip or not.
import { basename } from "node:path";
import { type RankingScore, ranker, scoreRanking } from "../../src/behave/index.ts";
import { type BenchOptions, type BenchResult, peakMemory } from "./measurement.ts";
import { lastOccurrenceAlone } from "./ranking/last-occurrence.ts";
import { type Stream, streamOf } from "./ranking/stream.ts";

/** Before this part of the train days memories are too thin to learn from. */
const THIN = 0.2;
/** Weights learn from at most so many events of the train days, the latest. */
const MOST_LEARNED = 75_000;

const USUAL = "../shared/data/tkg/icews14";

const hundredth = (value: number): number => Number((100 * value).toFixed(2));

type Summary = { readonly [key in "mrr" | "hits1" | "hits3" | "hits10" | "cpuSeconds"]: number };

/** The words, or what follows `--data`, are folders; the summary is that of the first. */
export async function bench({ quick, arguments: words }: BenchOptions): Promise<BenchResult & Summary> {
  const folders = words.length > 0 ? words : [USUAL];
  const results = folders.map((folder) => benched(folder, quick));
  const { mrr, hits1, hits3, hits10, cpuSeconds } = results[0].rows[results[0].rows.length - 1];
  return {
    title: "Ranking the next event",
    rows: results.flatMap(({ rows }) => rows),
    notes: [...commonNotes, ...results.flatMap(({ notes }) => notes)],
    mrr,
    hits1,
    hits3,
    hits10,
    cpuSeconds,
  };
}

function benched(folder: string, quick: boolean) {
  const stream = streamOf(folder);
  const before = process.cpuUsage();
  const scores = scored(stream, quick);
  const spent = process.cpuUsage(before);
  const cpuSeconds = Number(((spent.user + spent.system) / 1e6).toFixed(1));
  const rows = scores.map(([part, score]) => ({
    stream: basename(folder),
    part,
    questions: score.questions,
    mrr: hundredth(score.mrr),
    hits1: hundredth(score.hits1),
    hits3: hundredth(score.hits3),
    hits10: hundredth(score.hits10),
    logLoss: Number(score.logLoss.toFixed(3)),
    cpuSeconds,
    megabytes: peakMemory(),
  }));
  // Long streams take long: what is done is said.
  process.stderr.write(
    `${rows.map(({ stream: of, part, mrr }) => `${of}, ${part}: MRR ${mrr}`).join("; ")}.\n`,
  );
  return { rows, notes: notesOf(stream, folder, scores) };
}

/** Learns from train, goes on learning through valid, and answers test with the weights it then has. */
function scored(stream: Stream, quick: boolean): readonly (readonly [string, RankingScore])[] {
  const made = ranker({
    actors: stream.names.length,
    types: stream.types,
    days: stream.days,
    actorNames: stream.names,
  });
  const first = stream.train[0]?.day ?? 0;
  const thin = first + THIN * ((stream.train.at(-1)?.day ?? 0) - first + 1);
  let left = stream.train.reduce((sum, { source }) => sum + source.length, 0);
  for (const day of stream.train) {
    made.take(day, { learn: day.day >= thin && left <= MOST_LEARNED });
    left -= day.source.length;
  }
  const valid = ["valid", scoreRanking(made, stream.valid, true)] as const;
  return quick ? [valid] : [valid, ["test", scoreRanking(made, stream.test, false)]];
}

const published: Readonly<Record<string, string>> = {
  icews14:
    "recurrency 37.2, CEN 41.8, RE-GCN 42.1, TLogic 42.5, TiRGN 44.0, CountTRuCoLa 45.0, HisMatch 46.4, TPAR 46.9, ECHO 47.4, LogCL 48.9, DNCL 51.2",
  icews18:
    "recurrency 28.7, TLogic 29.6, CEN 31.5, RE-GCN 32.6, CountTRuCoLa 32.8, TiRGN 33.7, HisMatch 34.0, LogCL 35.7, TPAR 35.8, ECHO 36.5, DNCL 37.4, HisRES 37.7",
};

const commonNotes = [
  "Single-step, time-aware filter, ties by their mean rank, both directions; × 100. Weights learn in one pass over the later train days and valid, and their averages over the latest questions are frozen for test; what is remembered of events goes on. CPU seconds are those of the whole run of a stream: remembering, learning and answering; megabytes the most that the process had until then.",
];

function notesOf(
  stream: Stream,
  folder: string,
  scores: readonly (readonly [string, RankingScore])[],
): readonly string[] {
  const check = lastOccurrenceAlone(stream);
  const others = published[basename(folder)];
  const known = { act: "same act seen before", pair: "only the pair seen", nothing: "pair never seen" };
  return [
    `${basename(folder)}: check of the evaluator, no weights: ranking by the day of the last occurrence of the same triple alone gives MRR ${hundredth(check.day)} on the test days; where ties of a day are settled by how often the triple occurred, ${hundredth(check.count)}.`,
    ...(others === undefined
      ? []
      : [
          `${basename(folder)}: MRR of others, as published: ${others} (Gastinger et al. 2024 and the papers).`,
        ]),
    ...scores.flatMap(([part, { strata, reliability }]) => [
      `${basename(folder)}, ${part}: ${strata.map((s) => `${known[s.known]} ${hundredth(s.share)} % of questions, MRR ${hundredth(s.mrr)}, Hits@1 ${hundredth(s.hits1)}, Hits@10 ${hundredth(s.hits10)}`).join("; ")}.`,
      `${basename(folder)}, ${part}, stated probability of the first-ranked and how often it was right: ${reliability.map((r) => `${r.stated.toFixed(2)} → ${r.came.toFixed(2)} (${r.questions})`).join(", ")}.`,
    ]),
  ];
}

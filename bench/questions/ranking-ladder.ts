// Which statistics give what? Models that differ in their parts learn side by side, in one pass over the later
// train days, and are scored on the valid days, where weights are frozen. A word, or --data: the folder.
import { basename } from "node:path";
import { candidateSource, MOST_CANDIDATES } from "../../src/behave/ranking/candidates.ts";
import { judgement, oddsOf, pushes } from "../../src/behave/ranking/judgement.ts";
import { past } from "../../src/behave/ranking/past.ts";
import { statisticGroups } from "../../src/behave/ranking/statistics.ts";
import { type Parts, type Weights, weights } from "../../src/behave/ranking/weights.ts";
import type { BenchOptions, BenchResult } from "./measurement.ts";
import { streamOf } from "./ranking/stream.ts";

interface Rung {
  readonly adds: string;
  readonly groups?: readonly string[];
  readonly parts?: Parts;
}

/** Each rung has all that those before it have. */
const RUNGS: readonly Rung[] = [
  { adds: "same act: numbers and recency", groups: ["same", "sameRecency"] },
  {
    adds: "ranks among the actor's acts of the type",
    groups: ["sameRank", "sameDays", "sameStrength", "among"],
  },
  {
    adds: "any act between the two, and its direction",
    groups: ["pair", "pairRecency", "pairRank", "pairDays", "pairStrength", "direction", "newAct"],
  },
  {
    adds: "popularity",
    groups: ["popularity", "popularRank", "popularLast", "activity", "stranger"],
  },
  { adds: "what other acts imply, as counted; the act returned", groups: ["answer", "rules"] },
  { adds: "country and sector", groups: ["country", "homeRank", "sector"] },
  { adds: "partners' partners, and one's likes", groups: ["near", "nearRank"] },
  { adds: "weights by acquaintance", parts: { byAcquaintance: true } },
  { adds: "weights by type", parts: { byType: true } },
  { adds: "what other acts imply, as learned", parts: { implications: true } },
];

interface Climber {
  readonly adds: string;
  readonly model: Weights;
  questions: number;
  reciprocal: number;
  first: number;
  ten: number;
}

export async function bench({ arguments: words }: BenchOptions): Promise<BenchResult> {
  const folder = words[0] ?? "../shared/data/tkg/icews14";
  const { names, types, days, train, valid } = streamOf(folder);
  const actors = names.length;
  const before = past({ actors, types, days, actorNames: names });
  const candidatesOf = candidateSource(before.held, before.sure, { actors, types });
  const climbers = climbersOf((parts) => weights(before.held, 2 * types, String, parts));
  const odds = new Float64Array(MOST_CANDIDATES);
  const push = new Float64Array(MOST_CANDIDATES);
  const thin = train[0].day + 0.2 * (train[train.length - 1].day - train[0].day + 1);
  for (const day of [...train, ...valid]) {
    const answers = before.answers(day);
    const validating = day.day >= valid[0].day;
    if (validating) for (const { model } of climbers) model.settle();
    // Questions of one actor one after the other.
    for (const [key, right] of day.day < thin ? [] : [...answers].sort(([a], [b]) => a - b)) {
      const r = key % (2 * types);
      const asking = { s: (key - r) / (2 * types), r, day: day.day };
      const candidates = candidatesOf(asking);
      for (const climber of climbers) {
        for (const truth of right) {
          climber.model.score(candidates, asking, odds, validating ? "mean" : "weight");
          oddsOf(odds, candidates.count);
          const judged = judgement(candidates, odds, { truth, right, actors });
          if (validating) count(climber, judged.rank);
          if (validating || judged.at < 0) continue;
          pushes(candidates, odds, judged, right, push);
          climber.model.learn(candidates, asking, push);
        }
      }
    }
    before.add(day, answers);
  }
  const part = (sum: number, { questions }: Climber): number => Number(((100 * sum) / questions).toFixed(2));
  return {
    title: `Which statistics rank the next event: ${basename(folder)}, valid days`,
    rows: climbers.map((climber, k) => ({
      adds: climber.adds,
      mrr: part(climber.reciprocal, climber),
      gain:
        k === 0
          ? "–"
          : `${(part(climber.reciprocal, climber) - part(climbers[k - 1].reciprocal, climbers[k - 1])).toFixed(2)}`,
      hits1: part(climber.first, climber),
      hits10: part(climber.ten, climber),
    })),
    notes: [
      "Each row has all that those above it have; × 100. Models learn side by side, in one pass over the later train days, and are frozen for the valid days, as their averages; candidates are the same for all. An event that is reported twice on a day is asked about once here.",
    ],
  };
}

function climbersOf(model: (parts: Parts) => Weights): readonly Climber[] {
  let parts: Parts = { groups: [], byAcquaintance: false, byType: false, implications: false };
  return RUNGS.map((rung) => {
    parts = { ...parts, ...rung.parts, groups: [...(parts.groups ?? []), ...(rung.groups ?? [])] };
    const unknown = parts.groups?.find((id) => statisticGroups.every((group) => group.id !== id));
    if (unknown !== undefined) throw new Error(`There is no group of statistics "${unknown}".`);
    return { adds: rung.adds, model: model(parts), questions: 0, reciprocal: 0, first: 0, ten: 0 };
  });
}

function count(climber: Climber, rank: number): void {
  climber.questions += 1;
  climber.reciprocal += 1 / rank;
  if (rank <= 1) climber.first += 1;
  if (rank <= 10) climber.ten += 1;
}

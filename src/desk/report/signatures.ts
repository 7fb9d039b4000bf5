import { type NumberFact, type Part, plural, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { drives } from "./drive.ts";
import type { Judging } from "./judging.ts";
import { interval, PLAYED_SOURCES, playedAssumptions, quantile, runMean } from "./over-runs.ts";

/** A count of signatures that the record gives, and where it lies among the futures. */
interface Recorded {
  readonly question: string;
  readonly what: string;
  readonly count: number;
  /** Part of the futures whose highest count is lower, and part in which it is as high or higher. */
  readonly below: number;
  readonly reached: number;
}

/** The counts behind outcomes of questions about pledges: one number, or several by name. */
export function recordedSignatures(study: Study, judging: Judging | undefined): readonly Recorded[] {
  const { signatures: most } = study.near;
  const found: Recorded[] = [];
  for (const question of study.source.questions) {
    const value = judging?.outcomes.get(question.id)?.value;
    if (value === undefined || typeof value === "string" || !asksForPledges(question.rule)) continue;
    for (const [what, count] of typeof value === "number"
      ? [["counted", value] as const]
      : Object.entries(value)) {
      let below = 0;
      for (const highest of most) if (highest < count) below += 1;
      found.push({
        question: question.id,
        what,
        count,
        below: below / most.length,
        reached: 1 - below / most.length,
      });
    }
  }
  return found;
}

const asksForPledges = (rule: unknown): boolean => JSON.stringify(rule).includes('"pledges"');

/** The most signatures against the head of government, future by future, against the quota and the record. */
export function signatures(study: Study, judging: Judging | undefined): readonly Part[] {
  const { near, stage, size } = study;
  const { quota, headPost } = stage.world;
  if (quota === 0 || headPost < 0) {
    return [
      {
        kind: "paragraph",
        text: "The case has no assembly that could withdraw its confidence from a head of government.",
      },
    ];
  }
  const recorded = recordedSignatures(study, judging);
  const sorted = Float64Array.from(near.signatures).sort();
  const reached = runMean(Array.from(near.signatures, (count) => (count >= quota ? 1 : 0)));
  const fact: NumberFact = {
    kind: "number",
    id: "futures-quota",
    measure: "probability",
    label: `Probability that the signatures reach the quota of ${quota} at some time`,
    value: reached.mean,
    unit: "probability",
    digits: 1,
    method: "sampled",
    error: reached.error,
    runs: near.signatures.length,
    seed: size.seed,
    intervals: interval(reached, near.signatures.length),
    assumptions: [
      ...playedAssumptions(study),
      "A party signs with its seats times the discipline of its innermost bloc; who has signed asks others; signatures can be withdrawn, bought off and struck.",
    ],
    sources: PLAYED_SOURCES,
  };
  return [
    fact,
    table(
      "The most signatures at any time, future by future",
      [
        { key: "part", name: "Quantile", unit: "share" },
        { key: "count", name: "Signatures", digits: 0 },
        { key: "quota", name: "Of the quota", unit: "share" },
      ],
      [0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1].map((part) => {
        const count = quantile(sorted, part);
        return { part, count, quota: count / quota };
      }),
      { note: `Over ${plural(near.signatures.length, "future")}; the quota is ${quota}.` },
    ),
    ...(recorded.length === 0
      ? []
      : [
          table(
            "Where the record lies among the futures",
            [
              { key: "what", name: "In the record", wide: true },
              { key: "count", name: "Signatures", digits: 0 },
              { key: "below", name: "Futures that stay below", unit: "share", digits: 1 },
              { key: "reached", name: "Futures that reach it", unit: "share", digits: 1 },
              { key: "question", name: "Question" },
            ],
            recorded.map((row) => ({ ...row })),
            { note: "The record is read by judging alone; nothing in the play has seen it." },
          ),
        ]),
    ...drives(study),
  ];
}

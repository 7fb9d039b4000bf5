import { type NumberFact, type Part, plural, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { interval, PLAYED_ASSUMPTIONS, PLAYED_SOURCES, quantile, runMean } from "./over-runs.ts";

/** The most signatures against the head of government, future by future, against the quota. */
export function signatures(study: Study): readonly Part[] {
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
  const sorted = Float64Array.from(near.signatures).sort();
  const reached = runMean(Array.from(near.signatures, (count) => (count >= quota ? 1 : 0)));
  const fact: NumberFact = {
    kind: "number",
    id: "futures-quota",
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
      ...PLAYED_ASSUMPTIONS,
      "A party signs with its seats times the discipline of its list; signatures can be withdrawn.",
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
  ];
}

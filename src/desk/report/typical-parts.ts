import { narrative, type Reason, type TypicalFuture, typicalFutures } from "../../forecast/index.ts";
import {
  listOf,
  type Narrative,
  type NumberFact,
  number,
  type Part,
  percent,
  plural,
  signed,
} from "../../show/index.ts";
import type { Study } from "../study.ts";
import { short } from "./names.ts";

const TYPICAL = 3;
const STEPS = 14;

/** Typical futures, told. */
export function typical(study: Study): readonly Part[] {
  const { near, stage, size } = study;
  const found = typicalFutures(stage.world, near, { count: TYPICAL, seed: size.seed });
  const runs = near.to - near.from;
  const clear =
    found.silhouette >= 0.5
      ? "fall into clear kinds"
      : found.silhouette >= 0.25
        ? "fall into kinds with much overlap"
        : "form one cloud without clear kinds: the division below is a convenience";
  return [
    {
      kind: "paragraph",
      text:
        runs === 1
          ? "One future was played; it is told here and is typical of nothing."
          : `The futures were compared by who gains and loses power, by the moves made and by trouble, and a real one was picked from the middle of each of ${plural(found.futures.length, "set")} that are most alike. The futures ${clear}.`,
    },
    ...(found.futures.length < 2 ? [] : [silhouette(study, found.silhouette)]),
    ...found.futures.map((future, k) => told(study, future, k)),
  ];
}

function silhouette(study: Study, value: number): NumberFact {
  return {
    kind: "number",
    id: "futures-silhouette",
    measure: "silhouette",
    label: "How far the kinds of future lie apart: mean silhouette",
    value,
    unit: "",
    digits: 2,
    method: "exact",
    runs: study.near.to - study.near.from,
    seed: study.size.seed,
    assumptions: [
      "Gains of power, kinds of moves and trouble weigh alike; each feature is taken in its standard deviations.",
      `There are ${TYPICAL} kinds: the number is set, not found.`,
    ],
    sources: [{ ref: "kaufman1990", at: "ch. 2" }, { ref: "arthur2007" }],
    note: "1: fully apart; 0: one cloud. Computed without chance from these futures, from the simplified form with medoids.",
  };
}

function told(study: Study, future: TypicalFuture, place: number): Narrative {
  const story = narrative(study.stage, study.scenario, future.run, { most: STEPS });
  const marks = future.marks.slice(0, 3).map(({ feature, difference }) => {
    const more =
      difference > 0
        ? feature.block === "shares"
          ? "a greater"
          : "more"
        : feature.block === "shares"
          ? "a smaller"
          : "fewer";
    return `${more} ${feature.name} (${signed(difference, 1)} sd)`;
  });
  const like = `${percent(future.part)} of the futures are like it`;
  return {
    kind: "narrative",
    title: `${["The commonest kind of future", "The second kind", "The third kind"][place] ?? `Kind ${place + 1}`}: future ${future.run}`,
    lead: `${like}${marks.length === 0 ? "" : `; beside all futures, they have ${listOf(marks)}`}. ${
      story.found > story.steps.length
        ? `The ${story.steps.length} weightiest of ${story.found} steps, out of ${plural(story.moves, "move")}.`
        : `All of its steps that matter, out of ${plural(story.moves, "move")}.`
    }`,
    steps: story.steps.map((step) => ({
      at: step.at,
      text: step.text,
      ...(step.why === undefined ? {} : { why: reasonInWords(step.why) }),
    })),
  };
}

/** A maker's reason in a sentence. */
function reasonInWords({ gain, price, options, instead }: Reason): string {
  const own = `Worth ${signed(gain - price, 1)} points to its maker: gain ${signed(gain, 1)}, price ${number(price, 1)}.`;
  if (instead === undefined) return `${own} It was the only option.`;
  const toward = instead.target === undefined ? "" : ` toward ${short(instead.target)}`;
  return `${own} The best of ${plural(options - 1, "other option")}: “${instead.kind}”${toward}, ${signed(instead.net, 1)}.`;
}

import { narrative, type Reason, type TypicalFuture, typicalFutures } from "../../forecast/index.ts";
import {
  capital,
  dots,
  type FanPanel,
  fan,
  listOf,
  type Narrative,
  type NumberFact,
  number,
  type Part,
  percent,
  plural,
  type Section,
  signed,
  table,
} from "../../show/index.ts";
import { moveKinds, trouble } from "../../simulate/index.ts";
import type { Study } from "../study.ts";
import { short } from "./names.ts";
import {
  drawsOf,
  fanPoint,
  lastDayOf,
  PLAYED_ASSUMPTIONS,
  PLAYED_SOURCES,
  quantile,
  runMean,
  sampling,
} from "./over-runs.ts";
import { powerToday } from "./power-today.ts";
import { actorShares, groupShares, type ShareRow, sharesAt } from "./share-rows.ts";

const MOST_ACTORS = 6;
const TYPICAL = 3;
const STEPS = 14;

/** The futures: shares of power over the months, what happens how often, typical futures, signatures. */
export function futures(study: Study): Section {
  const { near } = study;
  const runs = near.to - near.from;
  return {
    id: "futures",
    title: "The futures",
    lead: `${plural(runs, "future")} of ${plural(near.months, "calendar month")} were played from the as-of date on ${plural(drawsOf(study), "draw")} of the uncertain inputs.${
      study.stopped ? " The study was stopped before its end: these are the futures played by then." : ""
    } A future is what could follow if actors chose as the model says; no single one is a forecast, their frequencies are.`,
    parts: [
      ...shares(study),
      { kind: "subheading", title: "What happens, and in how many futures" },
      ...frequencies(study),
      { kind: "subheading", title: "Signatures against the head of government" },
      ...signatures(study),
      { kind: "subheading", title: "Typical futures" },
      ...typical(study),
    ],
  };
}

function shares(study: Study): readonly Part[] {
  const { near } = study;
  const today = powerToday(study);
  const actors = actorShares(study, MOST_ACTORS, today);
  const groups = groupShares(study, today);
  const rows = [...actors, ...groups];
  if (rows.length === 0) {
    return [
      {
        kind: "paragraph",
        text: "Nobody holds any power that the case tells of, so no share can be followed.",
      },
    ];
  }
  const picture = (
    all: readonly ShareRow[],
    kind: "share" | "groupShare",
    id: string,
    title: string,
  ): readonly Part[] =>
    all.length === 0
      ? []
      : [
          fan(
            {
              panels: all.map((row) => panel(study, kind, row)),
              unit: "share",
              asOf: study.source.head.as_of,
              sameScale: false,
            },
            {
              id,
              title,
              method: `Quantiles over ${plural(near.to - near.from, "future")}; each panel has a scale of its own. Share of power as in “Who has power”, at the end of each month, with all that the actor leads.`,
              sources: PLAYED_SOURCES,
            },
          ),
        ];
  return [
    ...picture(
      actors,
      "share",
      "futures-shares",
      `Share of power of ${actors.length === 1 ? "the actor" : `the ${actors.length} actors`} with most of it`,
    ),
    ...picture(groups, "groupShare", "futures-groups", "Share of power of the groups"),
    table(
      "Shares of power now and at the end of the futures",
      [
        { key: "name", name: "Who", wide: true },
        { key: "now", name: "Now", unit: "share", digits: 1 },
        { key: "median", name: "Median at the end", unit: "share", digits: 1 },
        { key: "low80", name: "80% from", unit: "share", digits: 1 },
        { key: "high80", name: "to", unit: "share", digits: 1 },
      ],
      rows.map(({ name, now, median, low80, high80 }) => ({ name, now, median, low80, high80 })),
      {
        note: "Now: every input at its most likely value. The end: over futures and over the uncertain inputs, so that a part of the width is there on the first day already.",
      },
    ),
  ];
}

function panel(study: Study, kind: "share" | "groupShare", { id, name, place }: ShareRow): FanPanel {
  return {
    id,
    name,
    forecast: Array.from({ length: study.near.months }, (_, m) =>
      fanPoint(lastDayOf(study, m), sharesAt(study, kind, place, m)),
    ),
  };
}

/** Something that may happen in a future, with the part of futures in which it does. */
interface Frequency {
  readonly name: string;
  readonly group: string;
  readonly happens: readonly number[];
  /** How often, in each future; absent where once is all that can be. */
  readonly times?: readonly number[];
}

/** Frequencies of what does not happen in nearly every future, the likeliest first. */
export function frequenciesOf(study: Study): readonly Frequency[] {
  const { near, stage } = study;
  const { world } = stage;
  const runs = near.to - near.from;
  const over = (of: (run: number) => number): number[] => Array.from({ length: runs }, (_, run) => of(run));
  const months = (bit: number): number[] =>
    over((run) => {
      let count = 0;
      for (let m = 0; m < near.months; m++) if ((near.trouble[run * near.months + m] & bit) !== 0) count += 1;
      return count;
    });
  const made = (name: string, group: string, times: readonly number[]): Frequency => ({
    name,
    group,
    happens: times.map((count) => (count > 0 ? 1 : 0)),
    times,
  });
  return [
    made("A month with a crisis of government", "Trouble", months(trouble.crisis)),
    ...(study.violence === undefined
      ? []
      : [
          made(
            "A month with violence above 1.5 times its trailing year",
            "Trouble",
            months(trouble.violence),
          ),
        ]),
    made("A month with armed confrontation of organised actors", "Trouble", months(trouble.arms)),
    ...world.routes.map((route, r) => ({
      name: `${route.name} is shut at the end`,
      group: "Routes",
      happens: over((run) => 1 - near.open[(run * near.months + near.months - 1) * world.routes.length + r]),
    })),
    ...moveKinds.map((kind, k) =>
      made(
        capital(kind.name),
        "Moves that come off at least once",
        over((run) => near.kinds[run * moveKinds.length + k]),
      ),
    ),
  ];
}

function frequencies(study: Study): readonly Part[] {
  const rows = frequenciesOf(study).map(({ name, group, happens, times }) => ({
    name,
    group,
    chance: runMean(happens),
    times: times === undefined ? undefined : runMean(times).mean,
  }));
  const groups = [...new Set(rows.map((row) => row.group))];
  const telling = rows.filter(
    (row) => row.group === groups[0] || (row.chance.mean > 0 && row.chance.mean < 0.98),
  );
  const sorted = [...telling].sort(
    (a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || b.chance.mean - a.chance.mean,
  );
  const always = rows.filter((row) => row.chance.mean >= 0.98 && !telling.includes(row));
  const never = rows.filter((row) => row.chance.mean === 0 && !telling.includes(row));
  return [
    dots(
      {
        unit: "probability",
        series: [{ id: "chance", name: "part of the futures in which it happens" }],
        intervals: "95% confidence interval of sampling",
        ends: [0, 1],
        rows: sorted.map((row) => {
          const [low, high] = sampling(row.chance.mean, row.chance.error);
          return {
            name: row.name,
            group: row.group,
            points: { chance: { value: row.chance.mean, low, high } },
          };
        }),
      },
      {
        id: "futures-frequencies",
        title: "What happens at least once",
        method: `Part of ${plural(study.near.to - study.near.from, "future")} in which it happens; Monte Carlo error with the futures of one draw of inputs as a cluster.`,
        sources: PLAYED_SOURCES,
      },
    ),
    table(
      "How often it happens",
      [
        { key: "name", name: "What", wide: true },
        { key: "chance", name: "In so many futures", unit: "probability", digits: 1 },
        { key: "error", name: "± error", unit: "probability", digits: 1 },
        { key: "spread", name: "Spread from inputs", unit: "probability", digits: 1 },
        { key: "times", name: "Mean times or months", digits: 2 },
      ],
      sorted.map((row) => ({
        name: row.name,
        chance: row.chance.mean,
        error: row.chance.error,
        spread: row.chance.spread,
        times: row.times,
      })),
      {
        note: [
          always.length === 0
            ? ""
            : `In nearly every future: ${listOf(always.map((row) => row.name.toLowerCase()))}.`,
          never.length === 0 ? "" : `In none: ${listOf(never.map((row) => row.name.toLowerCase()))}.`,
          "Spread: standard deviation between draws of the uncertain inputs, chance taken off.",
        ]
          .filter((text) => text !== "")
          .join(" "),
      },
    ),
  ];
}

function signatures(study: Study): readonly Part[] {
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
    intervals: interval(reached),
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

/** The sampling interval of a mean, where it has an error. */
export function interval({
  mean,
  error,
}: {
  readonly mean: number;
  readonly error: number;
}): NumberFact["intervals"] {
  const [low, high] = sampling(mean, error);
  return [{ low, high, level: 0.95, of: "confidence" }];
}

function typical(study: Study): readonly Part[] {
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
          : `The futures were compared by final shares of power, by the moves made and by trouble, and a real one was picked from the middle of each of ${plural(found.futures.length, "set")} that are most alike. The futures ${clear} (mean silhouette ${number(found.silhouette, 2)}; 1 would be fully apart).`,
    },
    ...found.futures.map((future, k) => told(study, future, k)),
  ];
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
export function reasonInWords({ gain, price, options, instead }: Reason): string {
  const own = `Worth ${signed(gain - price, 1)} points to its maker (gain ${signed(gain, 1)}, price ${number(price, 1)})`;
  if (instead === undefined) return `${own}; it was the only option.`;
  const toward = instead.target === undefined ? "" : ` toward ${short(instead.target)}`;
  return `${own}; the best of ${plural(options - 1, "other option")}, “${instead.kind}”${toward}, ${signed(instead.net, 1)}.`;
}

import { dateInWords, type FanPanel, fan, type Part, plural, type Section, table } from "../../show/index.ts";
import { beforeHorizon } from "../played-to.ts";
import type { Study } from "../study.ts";
import { dayOne } from "./day-one.ts";
import { frequencies } from "./frequencies.ts";
import type { Judging } from "./judging.ts";
import { drawsOf, fanPoint, lastDayOf, PLAYED_SOURCES } from "./over-runs.ts";
import { powerToday } from "./power-today.ts";
import { actorShares, groupShares, type ShareRow, sharesAt } from "./share-rows.ts";
import { signatures } from "./signatures.ts";
import { typical } from "./typical-parts.ts";

const MOST_ACTORS = 6;

/** The futures: shares of power over the months, what happens how often, typical futures, signatures. */
export function futures(study: Study, judging?: Judging): Section {
  const { near } = study;
  const runs = near.to - near.from;
  return {
    id: "futures",
    title: "The futures",
    lead: `${plural(runs, "future")} of ${plural(near.months, "calendar month")} were played from the as-of date to ${dateInWords(lastDayOf(study, near.months - 1))}, on ${plural(drawsOf(study), "draw")} of the uncertain inputs.${beforeHorizon(
      study.stage.world,
      near.months,
    )
      .map((said) => ` ${said}`)
      .join("")}${
      study.stopped ? " The study was stopped before its end: these are the futures played by then." : ""
    } A future is what could follow if actors chose as the model says; no single one is a forecast, their frequencies are.`,
    parts: [
      ...shares(study),
      { kind: "subheading", title: "What happens, and in how many futures" },
      ...frequencies(study),
      { kind: "subheading", title: "Signatures against the head of government" },
      ...signatures(study, judging),
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
  const first = dayOne(study);
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
              panels: all.map((row) => panel(study, kind, row, first[kind](row.place))),
              unit: "share",
              asOf: study.source.head.as_of,
              sameScale: false,
            },
            {
              id,
              title,
              measure: "power-share",
              method: `Quantiles over ${plural(near.to - near.from, "future")}; each panel has a scale of its own. Share of power as in “Who has power”, on the first day over the draws of inputs, then at the end of each month; with all that the actor leads.`,
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
        { key: "now", name: "Now", unit: "share", digits: 1, measure: "power-share" },
        { key: "median", name: "Median at the end", unit: "share", digits: 1, measure: "median" },
        { key: "low80", name: "80% from", unit: "share", digits: 1, measure: "band80" },
        { key: "high80", name: "to", unit: "share", digits: 1 },
      ],
      rows.map(({ name, now, median, low80, high80 }) => ({ name, now, median, low80, high80 })),
      {
        note: "Now: every input at its most likely value. The end: over futures and over the uncertain inputs, so that a part of the width is there on the first day already.",
      },
    ),
  ];
}

function panel(
  study: Study,
  kind: "share" | "groupShare",
  { id, name, place }: ShareRow,
  first: readonly number[],
): FanPanel {
  return {
    id,
    name,
    forecast: [
      fanPoint(study.source.head.as_of, first),
      ...Array.from({ length: study.near.months }, (_, m) =>
        fanPoint(lastDayOf(study, m), sharesAt(study, kind, place, m)),
      ),
    ],
  };
}

import { compromiseMean, weightedMedian } from "../../bargain/index.ts";
import {
  dots,
  listOf,
  type NumberFact,
  number,
  type Part,
  type Picture,
  percent,
  plural,
  type Section,
  signed,
  table,
} from "../../show/index.ts";
import type { Study } from "../study.ts";
import { citationsOf } from "./cite.ts";
import { point } from "./dot-point.ts";
import { issuePicture } from "./issue-picture.ts";
import { naming, short } from "./names.ts";
import { drawsFor } from "./power-today.ts";
import { type Settled, settlementsOf } from "./settlements.ts";
import { stakeParts } from "./stake-table.ts";

/** What is in dispute: who stands where, how much each cares, and where bargaining would end. */
export function positions(study: Study): Section {
  const { source } = study;
  const title = "What they want";
  if (source.issues.length === 0) {
    const lead = "The case tells of no issues in dispute.";
    return { id: "positions", title, lead, parts: [] };
  }
  const settled = settlementsOf(study);
  const count = `${plural(source.issues.length, "issue")} ${source.issues.length === 1 ? "is" : "are"} in dispute.`;
  if (settled.length === 0) {
    const lead = `${count} Nobody who holds power has a stake in any, so no settlement can be told.`;
    return { id: "positions", title, lead, parts: stakeParts(study) };
  }
  const disputed = [...settled].sort((a, b) => b.apart - a.apart);
  return {
    id: "positions",
    title,
    lead: [count, ...inWords(study, settled)].join(" "),
    parts: [
      overview(study, settled),
      ...facts(study, settled),
      settlementTable(study, disputed),
      { kind: "subheading", title: "Where they disagree most" },
      ...disputed.slice(0, MOST_PICTURES).map((one) => issuePicture(study, one)),
      ...stakeParts(study),
    ],
  };
}

/** More pictures than this nobody compares; the table has every stake. */
const MOST_PICTURES = 5;

const widest = (settled: readonly Settled[]): Settled =>
  settled.reduce((best, one) => (one.apart > best.apart ? one : best));
const farthest = (settled: readonly Settled[]): Settled =>
  settled.reduce((best, one) =>
    Math.abs(one.mean.value - one.statusQuo) > Math.abs(best.mean.value - best.statusQuo) ? one : best,
  );

function inWords(study: Study, settled: readonly Settled[]): readonly string[] {
  const { issues, actors } = study.stage.world;
  const most = widest(settled);
  const away = farthest(settled);
  const gap = away.mean.value - away.statusQuo;
  const weigh = listOf(most.actors.slice(0, 2).map((a) => short(actors[a].name)));
  return [
    `Those with power disagree most over “${issues[most.issue].name}”, on which ${weigh} weigh most.`,
    Math.abs(gap) < 1
      ? "On no issue does the status quo lie a point or more from where bargaining would end."
      : `Farthest from where bargaining would end is “${issues[away.issue].name}”: ${signed(gap, 0)} points from the status quo, toward “${gap > 0 ? issues[away.issue].high : issues[away.issue].low}”.`,
  ];
}

function overview(study: Study, settled: readonly Settled[]): Picture {
  const { source } = study;
  const { issues } = study.stage.world;
  const name = naming(source);
  return dots(
    {
      unit: "points of 100",
      ends: [0, 100],
      series: [
        { id: "quo", name: "status quo" },
        { id: "mean", name: "compromise mean", measure: "compromise-mean" },
        { id: "median", name: "weighted median", measure: "weighted-median" },
      ],
      intervals: `90% of ${drawsFor(study.stage.world.actors.length)} draws of the uncertain inputs; for the status quo what the case holds possible`,
      rows: source.fronts.flatMap((front) =>
        settled
          .filter((one) => issues[one.issue].front === front.id)
          .map((one) => ({
            name: issues[one.issue].name,
            group: name(front.id),
            points: { quo: point(issues[one.issue].status_quo), mean: one.mean, median: one.median },
          })),
      ),
    },
    {
      id: "positions-settlements",
      title: "Status quo and settlement, issue by issue",
      method: `Compromise mean: every position counts by the actor's share of power × salience. Weighted median: the position that no majority by the same weights would leave. Those count who decide for themselves, with all they lead, as in the play. 0 and 100 are the ends of each issue's scale.`,
      sources: [
        ...compromiseMean.sources,
        ...weightedMedian.sources,
        ...citationsOf(source, [...source.issues, ...source.stakes]),
      ],
    },
  );
}

function facts(study: Study, settled: readonly Settled[]): readonly NumberFact[] {
  const { source } = study;
  const { issues } = study.stage.world;
  const shown = [...new Set([widest(settled), farthest(settled)])];
  return shown.map((one) => ({
    kind: "number",
    id: `positions-${issues[one.issue].id}`,
    measure: "compromise-mean",
    label: `“${issues[one.issue].name}”: where bargaining would end`,
    value: one.mean.value,
    unit: "on a scale of 0 to 100",
    digits: 0,
    method: "exact",
    intervals: [{ low: one.mean.low, high: one.mean.high, level: 0.9, of: "inputs" }],
    assumptions: [
      ...compromiseMean.assumes,
      "Capability is the share of power over all arenas of the case, as on the first day: whoever holds little in them weighs little, also on issues of another front.",
    ],
    baselines: [
      { name: "status quo", value: one.statusQuo },
      { name: "every position counted once", value: one.plain },
    ],
    sources: [
      ...compromiseMean.sources,
      ...citationsOf(
        source,
        source.stakes.filter((stake) => stake.issue === issues[one.issue].id),
      ),
    ],
    note: `0: ${issues[one.issue].low}. 100: ${issues[one.issue].high}.`,
  }));
}

function settlementTable(study: Study, disputed: readonly Settled[]): Part {
  const { issues, actors } = study.stage.world;
  const ends = (low: number, high: number): string => `${number(low, 0)} to ${number(high, 0)}`;
  return table(
    "Settlements, the most disputed issue first",
    [
      { key: "issue", name: "Issue", wide: true },
      { key: "quo", name: "Status quo", digits: 0 },
      { key: "mean", name: "Mean", digits: 0, measure: "compromise-mean" },
      { key: "range", name: "90% of draws" },
      { key: "median", name: "Median", digits: 0, measure: "weighted-median" },
      { key: "plain", name: "Unweighted mean", digits: 0, measure: "plain-mean" },
      { key: "apart", name: "Disagreement", digits: 0, measure: "disagreement" },
      { key: "who", name: "Who weighs most", wide: true },
      { key: "law", name: "Needs a law" },
    ],
    disputed.map((one) => ({
      issue: issues[one.issue].name,
      quo: one.statusQuo,
      mean: one.mean.value,
      range: ends(one.mean.low, one.mean.high),
      median: one.median.value,
      plain: one.plain,
      apart: one.apart,
      who: one.actors
        .slice(0, 3)
        .map((a, i) => `${short(actors[a].name)} ${percent(one.weights[i])}`)
        .join(", "),
      law: issues[one.issue].law === true ? true : undefined,
    })),
    {
      note: "Mean: the compromise mean, with 90% of draws of the uncertain inputs. Median: weighted alike. Disagreement: the standard deviation of positions, weighted by power × salience; 0 if all agree, 50 if two equal halves stand at the ends. In the play an issue that needs no law drifts toward its compromise mean; one that needs a law changes by vote.",
    },
  );
}

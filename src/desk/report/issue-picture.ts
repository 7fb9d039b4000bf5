import { mode } from "../../base/index.ts";
import type { Stake } from "../../case/index.ts";
import { dots, type Picture, plural } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { citationsOf } from "./cite.ts";
import { point } from "./dot-point.ts";
import { short } from "./names.ts";
import type { Settled } from "./settlements.ts";

const MOST_ROWS = 24;

/** Who stands where on one issue and how much each cares, beside the status quo and the settlement. */
export function issuePicture(study: Study, one: Settled): Picture {
  const { source } = study;
  const { issues, actors, movers, decider } = study.stage.world;
  const issue = issues[one.issue];
  const stakes = source.stakes.filter((stake) => stake.issue === issue.id);
  const alone = new Set(movers);
  const rows = stakes
    .map((stake) => ({ stake, a: study.stage.world.actorIndex.get(stake.actor) ?? -1 }))
    .sort(
      (x, y) =>
        mode(x.stake.position) - mode(y.stake.position) || mode(y.stake.salience) - mode(x.stake.salience),
    );
  const kept = new Set(
    [...rows]
      .sort(
        (x, y) => weightOf(one, y.a) - weightOf(one, x.a) || mode(y.stake.salience) - mode(x.stake.salience),
      )
      .slice(0, MOST_ROWS),
  );
  return dots(
    {
      unit: "points of 100",
      ends: [0, 100],
      series: [
        { id: "position", name: "position" },
        ...(stakes.some(wantsOther) ? [{ id: "ideal", name: "where it would like the outcome" }] : []),
        { id: "salience", name: "salience, in hundredths" },
      ],
      intervals: "lowest and highest that the case holds possible",
      references: [
        { name: "status quo", value: one.statusQuo },
        { name: "compromise mean", value: one.mean.value },
      ],
      rows: rows
        .filter((row) => kept.has(row))
        .map(({ stake, a }) => ({
          name: `${short(a < 0 ? stake.actor : actors[a].name)}${a < 0 || alone.has(a) || decider[a] === a ? "" : " (led by another)"}`,
          points: {
            position: point(stake.position),
            ...(wantsOther(stake) ? { ideal: point(stake.ideal ?? stake.position) } : {}),
            salience: point(stake.salience, 100),
          },
        })),
    },
    {
      id: `positions-of-${issue.id}`,
      title: issue.name,
      method: `0: ${issue.low}. 100: ${issue.high}. Positions and saliences as the case gives them, from the lowest position to the highest.${
        rows.length > kept.size ? ` The ${kept.size} that weigh most of ${plural(rows.length, "stake")}.` : ""
      }`,
      sources: citationsOf(source, [issue, ...stakes]),
    },
  );
}

/** Whether an actor would like another outcome than the one it stands for. */
function wantsOther(stake: Stake): boolean {
  return stake.ideal !== undefined && mode(stake.ideal) !== mode(stake.position);
}

function weightOf(one: Settled, actor: number): number {
  const place = one.actors.indexOf(actor);
  return place < 0 ? 0 : one.weights[place];
}

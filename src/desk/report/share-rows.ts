import type { Study } from "../study.ts";
import { short } from "./names.ts";
import { quantile } from "./over-runs.ts";
import { type PowerToday, powerToday } from "./power-today.ts";

/** A share of power on the first day and at the end of the futures. */
export interface ShareRow {
  readonly id: string;
  readonly name: string;
  /** Place among the movers or the groups. */
  readonly place: number;
  readonly now: number;
  readonly median: number;
  readonly low80: number;
  readonly high80: number;
}

/** Values of one mover or group at the end of a month, future by future. */
export function sharesAt(
  study: Study,
  shares: "share" | "groupShare",
  place: number,
  month: number,
): Float64Array {
  const { near, stage } = study;
  const width = shares === "share" ? stage.world.movers.length : stage.world.groupIds.length;
  return Float64Array.from(
    { length: near.to - near.from },
    (_, run) => near[shares][(run * near.months + month) * width + place],
  );
}

function row(
  study: Study,
  shares: "share" | "groupShare",
  place: number,
  given: Pick<ShareRow, "id" | "name" | "now">,
): ShareRow {
  const sorted = sharesAt(study, shares, place, study.near.months - 1).sort();
  return {
    ...given,
    place,
    median: quantile(sorted, 0.5),
    low80: quantile(sorted, 0.1),
    high80: quantile(sorted, 0.9),
  };
}

/** The actors with most power, and what becomes of it. */
export function actorShares(
  study: Study,
  most: number,
  today: PowerToday = powerToday(study),
): readonly ShareRow[] {
  const { movers, actors } = study.stage.world;
  return today.ranked
    .filter((actor) => movers.includes(actor))
    .slice(0, most)
    .map((actor) =>
      row(study, "share", movers.indexOf(actor), {
        id: actors[actor].id,
        name: short(actors[actor].name),
        now: today.overall[actor].value,
      }),
    );
}

/** The groups, in the case's order. */
export function groupShares(study: Study, today: PowerToday = powerToday(study)): readonly ShareRow[] {
  return study.source.groups.map((group, g) =>
    row(study, "groupShare", g, { id: group.id, name: group.name, now: today.groups[g].value }),
  );
}

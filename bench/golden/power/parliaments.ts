import { banzhaf, type Game, shapleyShubik } from "../../../src/measure/index.ts";
import type { GoldenRow } from "../row.ts";

type Row = { readonly [column: string]: string };

/** Printed figures come as single-precision numbers; half of 10⁻³ is what the sources agree to. */
const ASKED = 5e-4;
/** A figure that is this near was computed from the same game. */
const SAME = 1e-6;
/** How many members who stand in no row of the table are tried. */
const MOST_UNLISTED = 3;

const INDICES = [
  ["banzhaf_published", "Banzhaf", banzhaf],
  ["ssi_published", "Shapley–Shubik", shapleyShubik],
] as const;

/** A table of parliaments: one row a party, with seats, quota and printed indices. */
export function parliaments(file: string, rows: readonly Row[]): GoldenRow[] {
  if (rows.length === 0 || !("seats" in rows[0]) || !INDICES.some(([column]) => column in rows[0])) return [];
  const cabinets = new Map<string, Row[]>();
  for (const row of rows) {
    const name = `${row.country} ${row.cabinet_id} ${row.cabinet_name ?? ""}`.trim();
    cabinets.set(name, [...(cabinets.get(name) ?? []), row]);
  }
  return [...cabinets].flatMap(([name, parties]) =>
    INDICES.filter(([column]) => column in parties[0]).map(([column, title, index]) => {
      const weights = parties.map((party) => Number(party.seats));
      const game: Game = { quota: Number(parties[0].quota), weights };
      const printed = parties.map((party) => Number(party[column]));
      const off = (values: readonly number[]) =>
        printed.reduce((worst, figure, i) => Math.max(worst, Math.abs(values[i] - figure)), 0);
      const worst = off(index(game));
      const common = {
        file,
        table: `${name}, ${title}`,
        compared: printed.length,
        worst,
        digits: `${ASKED}`,
      };
      if (worst <= ASKED) return { ...common, passed: true };
      return { ...common, ...misprint(game, (values) => off(index(values))) };
    }),
  );
}

/**
 * Whether printed figures are those of another game: the same parties and quota, and members of one seat who stand in
 * no row. Then the table's list is short, and our figure for the list is right.
 */
function misprint(game: Game, off: (game: Game) => number): Pick<GoldenRow, "passed" | "note"> {
  for (let unlisted = 1; unlisted <= MOST_UNLISTED; unlisted++) {
    const whole = { quota: game.quota, weights: [...game.weights, ...new Array<number>(unlisted).fill(1)] };
    const worst = off(whole);
    if (worst <= SAME) {
      return {
        passed: true,
        note: `misprint: the figures are those of a house with ${unlisted} more member${unlisted === 1 ? "" : "s"} of one seat, whom the table leaves out; with ${unlisted === 1 ? "it" : "them"} all agree to ${worst.toExponential(1)}`,
      };
    }
  }
  return { passed: false };
}

import type { Source } from "../../base/index.ts";
import { banzhafIndex, type Game, shapleyShubikIndex, swings } from "../../measure/index.ts";
import { type Table, table } from "../../show/index.ts";
import { ordersAsFractions, partsAsFractions } from "./fraction.ts";
import { type Assembly, gameOf, type Unit } from "./seats.ts";

/** One way in which the assembly's seats may vote together, and the power that follows. */
export interface LineUp {
  readonly id: "elected" | "now" | "allied";
  readonly title: string;
  readonly units: readonly Unit[];
  readonly game: Game;
  readonly shapley: readonly number[];
  readonly banzhaf: readonly number[];
  /** How far off any number can be; 0 if all are exact. */
  readonly error: number;
}

export const POWER_SOURCES: readonly Source[] = [...shapleyShubikIndex.sources, ...banzhafIndex.sources];

/** The line-ups of an assembly that differ, each with its power indices. */
export function lineUpsOf(assembly: Assembly, asOf: string): readonly LineUp[] {
  const wanted = [
    { id: "elected", title: "As elected, list by list", units: assembly.elected },
    { id: "now", title: `As of ${asOf}, list by list`, units: assembly.now },
    { id: "allied", title: `As of ${asOf}, every alliance voting as one`, units: assembly.allied },
  ] as const;
  const seen = new Set<string>();
  return wanted.flatMap(({ id, title, units }): LineUp[] => {
    const game = units.length === 0 ? undefined : gameOf(units, assembly.quota);
    const key = units.map((unit) => `${unit.id} ${unit.seats}`).join(", ");
    if (game === undefined || seen.has(key)) return [];
    seen.add(key);
    const shapley = shapleyShubikIndex.result(game);
    const banzhaf = banzhafIndex.result(game);
    return [
      {
        id,
        title,
        units,
        game,
        shapley: shapley.value,
        banzhaf: banzhaf.value,
        error: Math.max(shapley.error ?? 0, banzhaf.error ?? 0),
      },
    ];
  });
}

/** Seats beside power, voter by voter, in exact fractions where there are few enough voters. */
export function powerTable(lineUp: LineUp): Table {
  const { units, game, shapley, banzhaf } = lineUp;
  const total = game.weights.reduce((sum, weight) => sum + weight, 0);
  const orders = ordersAsFractions(shapley);
  const parts = orders === undefined ? undefined : partsAsFractions(swings(game));
  return table(
    `Votes against power: ${lineUp.title.charAt(0).toLowerCase()}${lineUp.title.slice(1)}`,
    [
      { key: "unit", name: "Who votes as one", wide: true },
      { key: "seats", name: "Seats" },
      { key: "part", name: "Share of seats", unit: "share", digits: 1 },
      { key: "shapley", name: "Shapley–Shubik", unit: "share", digits: 1 },
      ...(orders === undefined ? [] : [{ key: "orders", name: "exactly", align: "end" as const }]),
      { key: "banzhaf", name: "Banzhaf", unit: "share", digits: 1 },
      ...(parts === undefined ? [] : [{ key: "swings", name: "exactly", align: "end" as const }]),
      { key: "ratio", name: "Power for each share of seats", digits: 2 },
    ],
    units.map((unit, i) => ({
      unit:
        unit.alliance === undefined || unit.alliance === unit.name
          ? unit.name
          : `${unit.name} (${unit.alliance})`,
      seats: unit.seats,
      part: unit.seats / total,
      shapley: shapley[i],
      orders: orders?.[i],
      banzhaf: banzhaf[i],
      swings: parts?.[i],
      ratio: total === 0 ? undefined : shapley[i] / (unit.seats / total),
    })),
    {
      note: `${game.quota} of ${total} votes are needed. ${
        lineUp.error === 0
          ? "All numbers are exact."
          : `No number is off by more than ${lineUp.error.toExponential(0)}.`
      } The last column is the Shapley–Shubik index over the share of seats: above 1, more power than seats.`,
    },
  );
}

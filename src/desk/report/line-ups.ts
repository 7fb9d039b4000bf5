import type { Source } from "../../base/index.ts";
import {
  banzhafIndex,
  exactShapleyShubik,
  exactSwings,
  type Game,
  owen,
  owenIndex,
  shapleyShubikIndex,
} from "../../measure/index.ts";
import { type Table, table } from "../../show/index.ts";
import { fractions, ordersOfUnions, partsOfSum } from "./fraction.ts";
import { type Assembly, gameOf, type Unit } from "./seats.ts";

/** One way in which the assembly's seats may vote together, and the power that follows. */
export interface LineUp {
  readonly id: "elected" | "now" | "allied";
  readonly title: string;
  readonly units: readonly Unit[];
  readonly game: Game;
  readonly shapley: readonly number[];
  readonly banzhaf: readonly number[];
  /** The largest alliance as a union, and the Owen values that follow; absent where no alliance has two voters. */
  readonly union?: Union;
  /** How far off any number can be; 0 if all are exact. */
  readonly error: number;
}

/** An alliance whose members bargain as one and then share what they win. */
export interface Union {
  readonly alliance: string;
  /** Places of its members among the units. */
  readonly members: readonly number[];
  readonly owen: readonly number[];
}

/** Above so many voters fractions have more digits than anybody reads, and unions take too long. */
const FEW = 20;

export const OWEN_SOURCES: readonly Source[] = owenIndex.sources;
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
        ...unionOf(game, units),
        error: Math.max(shapley.error ?? 0, banzhaf.error ?? 0),
      },
    ];
  });
}

/** The alliance with most seats, if it has two voters or more. */
function unionOf(game: Game, units: readonly Unit[]): { readonly union?: Union } {
  if (units.length > FEW) return {};
  const alliances = [...new Set(units.flatMap((unit) => unit.alliance ?? []))]
    .map((alliance) => ({
      alliance,
      members: units.flatMap((unit, i) => (unit.alliance === alliance ? [i] : [])),
    }))
    .filter(({ members }) => members.length > 1);
  if (alliances.length === 0) return {};
  const seats = (members: readonly number[]): number => members.reduce((sum, i) => sum + units[i].seats, 0);
  const largest = alliances.reduce((best, one) => (seats(one.members) > seats(best.members) ? one : best));
  return { union: { ...largest, owen: owen(game, [largest.members]) } };
}

/** Seats beside power, voter by voter, in exact fractions where there are few enough voters. */
export function powerTable(lineUp: LineUp): Table {
  const { units, game, shapley, banzhaf } = lineUp;
  const total = game.weights.reduce((sum, weight) => sum + weight, 0);
  const few = units.length <= FEW;
  const orders = few ? fractions(exactShapleyShubik(game)) : undefined;
  const parts = few ? partsOfSum(exactSwings(game).swings) : undefined;
  const { union } = lineUp;
  const alone = union === undefined ? [] : units.filter((_, i) => !union.members.includes(i)).map(() => 1);
  const inUnion =
    union === undefined ? undefined : ordersOfUnions(union.owen, [union.members.length, ...alone]);
  return table(
    `Votes against power: ${lineUp.title.charAt(0).toLowerCase()}${lineUp.title.slice(1)}`,
    [
      { key: "unit", name: "Who votes as one", wide: true },
      { key: "seats", name: "Seats" },
      { key: "part", name: "Share of seats", unit: "share", digits: 1, measure: "seat-share" },
      { key: "shapley", name: "Shapley–Shubik", unit: "share", digits: 1, measure: "shapley-shubik" },
      ...(orders === undefined
        ? []
        : [{ key: "orders", name: "exactly", align: "end" as const, measure: "shapley-shubik" }]),
      { key: "banzhaf", name: "Banzhaf", unit: "share", digits: 1, measure: "banzhaf" },
      ...(parts === undefined
        ? []
        : [{ key: "swings", name: "exactly", align: "end" as const, measure: "banzhaf" }]),
      ...(union === undefined
        ? []
        : [{ key: "owen", name: "Owen", unit: "share", digits: 1, measure: "owen" }]),
      ...(inUnion === undefined
        ? []
        : [{ key: "inUnion", name: "exactly", align: "end" as const, measure: "owen" }]),
      { key: "ratio", name: "Power by seats", digits: 2, measure: "power-by-seats" },
    ],
    units.map((unit, i) => ({
      unit: unit.name,
      seats: unit.seats,
      part: unit.seats / total,
      shapley: shapley[i],
      orders: orders?.[i],
      banzhaf: banzhaf[i],
      swings: parts?.[i],
      owen: union?.owen[i],
      inUnion: inUnion?.[i],
      ratio: total === 0 ? undefined : shapley[i] / (unit.seats / total),
    })),
    {
      note: `${game.quota} of ${total} votes are needed. ${
        lineUp.error === 0
          ? "All numbers are exact."
          : `No number is off by more than ${lineUp.error.toExponential(0)}.`
      }${
        union === undefined
          ? ""
          : ` Owen: the value if ${union.alliance} bargains as one and then shares what it wins.`
      } Power by seats: the Shapley–Shubik index over the share of seats; above 1, more power than seats.`,
    },
  );
}

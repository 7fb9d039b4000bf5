import { type CabinetType, cabinetType, majority } from "../../../src/measure/index.ts";
import type { GoldenRow } from "../row.ts";
import { compare } from "./compare.ts";

type Row = { readonly [column: string]: string };

/** Rates of kinds of cabinets, as a file of base rates gives them. */
interface Rates {
  readonly n_cabinets: number;
  readonly majority_party_situations: number;
  readonly single_party_cabinet_given_majority: number;
  readonly hung: number;
  readonly hung_rates: {
    readonly minority: number;
    readonly single_party_minority: number;
    readonly minimal_winning: number;
    readonly surplus: number;
  };
}

/** The day from which the rates count, and how far seats may be off the house's size. */
const FROM = "1945-05-08";
const LEAST_SEATS = 0.9;
const MOST_SEATS = 1.02;

export function isCabinetList(rows: readonly Row[]): boolean {
  const columns = ["cabinet_id", "cabinet_party", "caretaker", "election_seats_total", "seats", "start_date"];
  return rows.length > 0 && columns.every((column) => column in rows[0]);
}

/** The type of every cabinet that counts, and whether one party has a majority in the house. */
function typesOf(rows: readonly Row[]): { readonly type: CabinetType; readonly majority: boolean }[] {
  const cabinets = new Map<string, Row[]>();
  for (const row of rows) {
    if (Number(row.seats) > 0 || row.cabinet_party === "1") {
      cabinets.set(row.cabinet_id, [...(cabinets.get(row.cabinet_id) ?? []), row]);
    }
  }
  return [...cabinets.values()].flatMap((all) => {
    const parties = all.filter((party) => Number(party.seats) > 0);
    const cabinet = parties.flatMap((party, i) => (party.cabinet_party === "1" ? [i] : []));
    const house = Number(all[0].election_seats_total);
    const weights = parties.map((party) => Number(party.seats));
    const seats = weights.reduce((sum, weight) => sum + weight, 0);
    const counts =
      all[0].start_date >= FROM &&
      all[0].caretaker !== "1" &&
      cabinet.length > 0 &&
      seats >= LEAST_SEATS * house &&
      seats <= MOST_SEATS * house;
    if (!counts) return [];
    const game = { quota: majority([house]), weights };
    return [{ type: cabinetType(game, cabinet), majority: weights.some((weight) => weight >= game.quota) }];
  });
}

/** Kinds of cabinets since 1945, counted from the list, against the rates printed beside it. */
export function cabinetRates(file: string, rates: Rates, rows: readonly Row[]): GoldenRow[] {
  const types = typesOf(rows);
  const hung = types.filter((cabinet) => !cabinet.majority);
  const rate = (...wanted: CabinetType[]) =>
    hung.filter(({ type }) => wanted.includes(type)).length / hung.length;
  const { hung_rates: printed } = rates;
  return [
    {
      file,
      table: "cabinets since 1945: numbers",
      ...compare(
        [types.length, types.length - hung.length, hung.length],
        [rates.n_cabinets, rates.majority_party_situations, rates.hung],
      ),
    },
    {
      file,
      table: "cabinets in hung parliaments: kinds",
      ...compare(
        [
          rate("single-party-minority", "minority-coalition"),
          rate("single-party-minority"),
          rate("minimal-winning"),
          rate("surplus"),
        ],
        [printed.minority, printed.single_party_minority, printed.minimal_winning, printed.surplus],
        { digits: 4 },
      ),
    },
  ];
}

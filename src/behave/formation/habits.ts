import { log } from "../../base/index.ts";
import { fading } from "./fading.ts";
import { type Occasion, type PastCabinet, YEAR } from "./occasion.ts";
import { spells } from "./past.ts";

/** What a country's governments have been like, recent ones counting more. */
export interface Habits {
  /** Among governments without a majority party: log odds beside those of all countries; 0 where nothing is known. */
  readonly minority: number;
  readonly single: number;
  readonly surplus: number;
  /** Mean part of the seats that a government's parties hold. */
  readonly seats: number;
  /** Mean part that two governments in a row share of all parties that are in either. */
  readonly overlap: number;
  /** 1 where there has been no government yet, fading with the years since the first after the war. */
  readonly youth: number;
}

/** Frequencies over many countries, toward which few governments of one country are drawn: two governments' worth. */
const USUAL = { minority: 0.38, single: 0.2, surplus: 0.25, seats: 0.5, overlap: 0.5 };
const PRIOR = 2;
const HALF_LIFE = 25;
/** Years until a country is half as young. */
const YOUTH = 7;
/** Governments before the day on which the war ended in Europe are left out of the odds, 8 May 1945 in days. */
const AFTER_THE_WAR = -9004;

/** The habits of the country of an occasion. */
export function habits(occasion: Occasion): Habits {
  const full = spells(occasion).map(({ cabinet }) => cabinet);
  const weightOf = ({ start }: PastCabinet): number => fading((occasion.day - start) / YEAR, HALF_LIFE);
  const modern = full.filter(
    ({ start, seats, total }) => start >= AFTER_THE_WAR && !hasMajority(seats, total),
  );
  const shapes = modern.map((cabinet) => ({ weight: weightOf(cabinet), ...shapeOf(cabinet) }));
  const mean = (values: readonly (readonly [value: number, weight: number])[], usual: number): number => {
    const weights = values.reduce((sum, [, weight]) => sum + weight, PRIOR);
    return values.reduce((sum, [value, weight]) => sum + value * weight, PRIOR * usual) / weights;
  };
  const odds = (trait: "minority" | "single" | "surplus"): number => {
    const part = mean(
      shapes.map((shape) => [shape[trait] ? 1 : 0, shape.weight]),
      USUAL[trait],
    );
    return log(part / (1 - part)) - log(USUAL[trait] / (1 - USUAL[trait]));
  };
  const seats = full.map((cabinet) => [shareOf(cabinet), weightOf(cabinet)] as const);
  const overlaps = full.slice(1).flatMap((cabinet, i) => {
    const value = overlapOf(full[i], cabinet);
    return value === undefined ? [] : [[value, weightOf(cabinet)] as const];
  });
  const since = full.length === 0 ? occasion.day : Math.max(full[0].start, AFTER_THE_WAR);
  return {
    minority: odds("minority"),
    single: odds("single"),
    surplus: odds("surplus"),
    seats: mean(seats, USUAL.seats),
    overlap: mean(overlaps, USUAL.overlap),
    youth: fading((occasion.day - since) / YEAR, YOUTH),
  };
}

function hasMajority(seats: ReadonlyMap<string, number>, total: number): boolean {
  return [...seats.values()].some((own) => 2 * own > total);
}

/** Seats of the parties of a government that have any. */
function held({ seats, parties }: PastCabinet): readonly number[] {
  return [...seats].flatMap(([party, own]) => (own > 0 && parties.has(party) ? [own] : []));
}

function shareOf(cabinet: PastCabinet): number {
  return held(cabinet).reduce((sum, own) => sum + own, 0) / cabinet.total;
}

function shapeOf(cabinet: PastCabinet) {
  const own = held(cabinet);
  const sum = own.reduce((all, seats) => all + seats, 0);
  const wins = 2 * sum > cabinet.total;
  return {
    minority: !wins,
    single: own.length === 1,
    surplus: wins && 2 * (sum - Math.min(...own)) > cabinet.total,
  };
}

/** Parties in both of two governments, as part of those in either, among those with seats when the later began. */
function overlapOf(earlier: PastCabinet, later: PastCabinet): number | undefined {
  const here = ({ parties }: PastCabinet): string[] =>
    [...parties].filter((party) => (later.seats.get(party) ?? 0) > 0);
  const before = here(earlier);
  const now = here(later);
  const both = before.filter((party) => later.parties.has(party)).length;
  const either = before.length + now.length - both;
  return either === 0 ? undefined : both / either;
}

import { number, percent, plural } from "../../show/index.ts";
import type { LineUp } from "./line-ups.ts";
import { times } from "./names.ts";

/** Two voters with the same power and very different seats. */
export interface Equals {
  readonly larger: number;
  readonly smaller: number;
}

const SAME = 1e-9;

/** The pair of equal power whose seats lie furthest apart; nothing if no voter has twice the seats of an equal. */
export function equalsOf(lineUp: LineUp): Equals | undefined {
  const { units, shapley } = lineUp;
  let best: Equals | undefined;
  let apart = 1;
  for (let i = 0; i < units.length; i++) {
    for (let j = 0; j < units.length; j++) {
      if (units[i].seats < 2 * units[j].seats || Math.abs(shapley[i] - shapley[j]) > SAME) continue;
      if (units[i].seats - units[j].seats > apart) {
        apart = units[i].seats - units[j].seats;
        best = { larger: i, smaller: j };
      }
    }
  }
  return best;
}

/** "X, with 43 seats, has no more power than Y, with 4". */
export function equalsInWords(lineUp: LineUp, { larger, smaller }: Equals): string {
  const [more, less] = [lineUp.units[larger], lineUp.units[smaller]];
  const power = lineUp.shapley[larger];
  return power < SAME
    ? `${more.name}, with ${plural(more.seats, "seat")}, has no power at all: no majority needs it.`
    : `${more.name}, with ${plural(more.seats, "seat")}, has no more power than ${less.name} with ${less.seats}: ${percent(power, 1)} each.`;
}

/** How the power of one voter differs between two line-ups. */
export interface Shift {
  readonly name: string;
  readonly seats: number;
  readonly before: number;
  readonly after: number;
}

/** Shifts of the voters that stand in both line-ups, the largest gain first. */
function shiftsBetween(before: LineUp, after: LineUp): readonly Shift[] {
  const places = new Map(before.units.map((unit, i) => [unit.id, i]));
  return after.units
    .flatMap((unit, i): Shift[] => {
      const place = places.get(unit.id);
      if (place === undefined) return [];
      return [{ name: unit.name, seats: unit.seats, before: before.shapley[place], after: after.shapley[i] }];
    })
    .sort((a, b) => b.after - b.before - (a.after - a.before));
}

function shiftInWords(shift: Shift): string {
  if (shift.before < SAME) return `from none to ${percent(shift.after, 1)}`;
  if (shift.after < SAME) return `from ${percent(shift.before, 1)} to none`;
  const ratio = shift.after / shift.before;
  const by = ratio >= 1.5 ? `, ${times(ratio)} as much` : "";
  return `from ${percent(shift.before, 1)} to ${percent(shift.after, 1)}${by}`;
}

function growth(shift: Shift): number {
  return shift.before < SAME ? 0 : shift.after / shift.before;
}

/** Who gained most; several, where they gained alike. */
function gainInWords(shifts: readonly Shift[], gain: Shift): string {
  const most = gain.after - gain.before;
  const alike = shifts.filter(({ before, after }) => Math.abs(after - before - most) < SAME);
  return alike.length === 1
    ? `What was lost went first of all to ${gain.name}: ${shiftInWords(gain)}.`
    : `What was lost went first of all, and alike, to ${alike.map(({ name }) => name).join(", ")}: ${number(100 * most, 1)} points each.`;
}

/** What the line-ups tell, a sentence each: equals, what splits did, what alliances do. */
export function storyOf(lineUps: readonly LineUp[]): readonly string[] {
  const by = (id: LineUp["id"]): LineUp | undefined => lineUps.find((one) => one.id === id);
  const [elected, now, allied] = [by("elected"), by("now"), by("allied")];
  const told: string[] = [];
  const first = elected ?? now;
  const equal = first === undefined ? undefined : equalsOf(first);
  if (first !== undefined && equal !== undefined) {
    told.push(`${first.id === "elected" ? "As elected, " : ""}${equalsInWords(first, equal)}`);
  }
  if (first !== undefined) told.push(...unionTells(first));
  if (elected !== undefined && now !== undefined) {
    const shifts = shiftsBetween(elected, now);
    const [gain, loss] = [shifts[0], shifts[shifts.length - 1]];
    if (loss !== undefined && loss.before - loss.after > 0.005) {
      told.push(`Since the election the power of ${loss.name} has gone ${shiftInWords(loss)}.`);
    }
    if (gain !== undefined && gain.after - gain.before > 0.005) {
      told.push(gainInWords(shifts, gain));
    }
    const multiplied = [...shifts].sort((a, b) => growth(b) - growth(a))[0];
    if (multiplied !== undefined && multiplied !== gain && growth(multiplied) >= 1.5) {
      told.push(
        `The power of ${multiplied.name} has grown most against what it was: ${shiftInWords(multiplied)}.`,
      );
    }
  }
  if (allied !== undefined && now !== undefined) told.push(...alliancesTell(allied, now));
  return told;
}

/** Who gains inside an alliance and who loses outside it, by the Owen value. */
function unionTells(lineUp: LineUp): readonly string[] {
  const { union, units, shapley } = lineUp;
  if (union === undefined) return [];
  const outside = units.map((_, i) => i).filter((i) => !union.members.includes(i));
  if (outside.length === 0) return [];
  const most = outside.reduce((best, i) =>
    shapley[i] - union.owen[i] > shapley[best] - union.owen[best] ? i : best,
  );
  if (shapley[most] - union.owen[most] < 0.005) return [];
  return [
    `If ${union.alliance} bargains as one, ${units[most].name} falls from ${percent(shapley[most], 1)} to ${percent(union.owen[most], 1)}.`,
  ];
}

/** What an alliance is worth to its members, and who gains if it falls apart. */
function alliancesTell(allied: LineUp, now: LineUp): readonly string[] {
  const told: string[] = [];
  const largest = allied.units.findIndex((unit) => unit.alliance !== undefined);
  if (largest >= 0) {
    const alliance = allied.units[largest];
    const apart = now.units.reduce(
      (sum, unit, i) => (unit.alliance === alliance.alliance ? sum + now.shapley[i] : sum),
      0,
    );
    const short = allied.game.quota - alliance.seats;
    told.push(
      `Voting as one, ${alliance.name} has ${plural(alliance.seats, "seat")}${
        short > 0 ? `, ${short} short of a majority,` : ", a majority,"
      } and ${percent(allied.shapley[largest], 1)} of the power; apart, its members have ${percent(apart, 1)} together.`,
    );
  }
  const gain = shiftsBetween(allied, now).find((shift) => shift.after - shift.before > 0.005);
  if (gain !== undefined) {
    told.push(`If the alliances fall apart, ${gain.name} gains most: ${shiftInWords(gain)}.`);
  }
  return told;
}

import { mode, type Quantity } from "../../base/index.ts";
import { type Draft, type Sound, sound } from "../draft.ts";
import { labelAtStart } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { holdingsNow } from "../held.ts";

/** Seats are counted one by one, so they are whole, and a house is of one size in all futures. */
export function checkSeatCounts(draft: Draft, report: Report): void {
  const counted = new Set<string>();
  for (const arena of sound(draft, "arenas")) {
    const { resource, seats } = arena.value;
    if (resource === undefined || seats === undefined) continue;
    const held = heldNow(draft, resource);
    checkRange(arena, seats, held, report);
    if (!counted.has(resource)) for (const item of held) checkWhole(item, report);
    counted.add(resource);
  }
}

/** A range is drawn for each holder by itself: nothing holds the sum of the draws at the size of the house. */
function checkRange(
  arena: Sound<"arenas">,
  seats: number,
  held: readonly Sound<"holdings">[],
  report: Report,
): void {
  const [low, likeliest, high] = [0, 1, 2].map((k) =>
    held.reduce((sum, { value }) => sum + parts(value.amount)[k], 0),
  );
  const above = high > seats + 1e-9;
  const below = low < seats - 1e-9 && Math.abs(likeliest - seats) < 1e-9;
  // more than there are even at the likeliest: case/seats says so
  if (likeliest > seats + 1e-9 || (!above && !below)) return;
  const message = `${labelAtStart("arenas", arena.raw)} has ${seats} seats, but the ranges of ${arena.value.resource} add up to ${rounded(low)} at the lowest, ${rounded(likeliest)} at the likeliest and ${rounded(high)} at the highest: futures are played in houses of other sizes. Write how many each holds as one whole number; doubt about how its members vote is the \`discipline\` of its bloc.`;
  report("case/seats-range", arena.place(["seats"]), message, {
    given: `${rounded(low)} … ${rounded(high)}`,
    expected: String(seats),
  });
}

function checkWhole(item: Sound<"holdings">, report: Report): void {
  const broken = parts(item.value.amount).find((part) => !Number.isInteger(part));
  if (broken === undefined) return;
  const whole = String(Math.round(mode(item.value.amount)));
  const message = `${labelAtStart("holdings", item.raw)} is ${broken}; a seat is held whole or not at all.`;
  report("case/seats-whole", item.place(["amount"]), message, { given: String(broken), expected: whole });
}

/** The holdings of a resource that count. */
function heldNow(draft: Draft, resource: string): readonly Sound<"holdings">[] {
  const items = sound(draft, "holdings").filter(({ value }) => value.resource === resource);
  const now = new Set(holdingsNow(items.map(({ value }) => value)));
  return items.filter(({ value }) => now.has(value));
}

function parts(amount: Quantity): readonly [low: number, mode: number, high: number] {
  return typeof amount === "number" ? [amount, amount, amount] : amount;
}

const rounded = (x: number): string => String(Math.round(x * 100) / 100);

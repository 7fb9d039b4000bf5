import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Bench, dealt, splitOrJoined, standing, written } from "./benches.ts";

const bench = (id: string, seats: number): Bench => ({ id, name: id.toUpperCase(), seats });
const house = [bench("a", 50), bench("b", 30), bench("c", 20)];
const seats = (benches: readonly Bench[]) => benches.map((one) => one.seats);

describe("seats that are dealt out otherwise", () => {
  it("come from all others in proportion where the house keeps its size", () => {
    expect(seats(dealt(house, "a", 60, true))).toEqual([60, 24, 16]);
    expect(seats(dealt(house, "a", 60, false))).toEqual([60, 30, 20]);
    expect(seats(dealt(house, "a", 500, true))).toEqual([100, 0, 0]);
  });

  it("pass between the halves of a split list alone", () => {
    const split = splitOrJoined(house, "b");
    expect(seats(split)).toEqual([50, 15, 15, 20]);
    expect(seats(dealt(split, "b*", 25, true))).toEqual([50, 5, 25, 20]);
    expect(splitOrJoined(dealt(split, "b*", 25, true), "b*")).toEqual(house);
  });

  it("never are lost or made, and come back from the address as they were", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(80), { minLength: 2, maxLength: 6 }),
        fc.nat(5),
        fc.nat(500),
        (numbers, at, wanted) => {
          const given = numbers.map((one, i) => bench(`l${i}`, one));
          const changed = dealt(given, `l${at % numbers.length}`, wanted, true);
          const sum = (benches: readonly Bench[]) => benches.reduce((total, one) => total + one.seats, 0);
          expect(sum(changed)).toBe(sum(given));
          expect(changed.every((one) => Number.isInteger(one.seats) && one.seats >= 0)).toBe(true);
          expect(standing(given, written(given, changed) ?? null)).toEqual(changed);
        },
      ),
    );
  });
});

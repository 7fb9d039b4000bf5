import { describe, expect, it } from "vitest";
import { rulingCoalition } from "./index.ts";

/** The definition, letter by letter: the mapping φ over sets, without memory. */
function phi(members: readonly number[], powers: readonly number[], majority: number): number[][] {
  const sum = (set: readonly number[]) => set.reduce((total, i) => total + powers[i], 0);
  const parts: number[][] = [];
  for (let mask = 1; mask < 2 ** members.length - 1; mask++)
    parts.push(members.filter((_, k) => mask & (1 << k)));
  const winning = parts.filter((part) => sum(part) > majority * sum(members));
  const enforcing = winning.filter((part) => String(phi(part, powers, majority)) === String([part]));
  if (enforcing.length === 0) return [[...members]];
  const least = Math.min(...enforcing.map(sum));
  return enforcing.filter((part) => sum(part) === least);
}

describe("the ruling coalition", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])("of %i nearly equal actors has 2ᵏ − 1 members", (n) => {
    // Acemoglu, Egorov and Sonin: sizes 1, 3, 7, 15, the largest that fits
    const powers = Array.from({ length: n }, (_, i) => 1000 + i);
    const sizes = rulingCoalition(powers).coalitions.map((coalition) => coalition.length);
    expect(new Set(sizes)).toEqual(new Set([2 ** Math.floor(Math.log2(n + 1)) - 1]));
  });

  it.each([
    [
      [3, 4, 5],
      [0, 1, 2],
    ],
    [
      [3, 4, 5, 10],
      [0, 1, 2],
    ],
    [
      [3, 4, 5, 6],
      [0, 1, 2],
    ],
    [[1, 1.5], [1]],
    [[2, 3, 6], [2]],
  ])("of %j is %j", (powers, expected) => {
    expect(rulingCoalition(powers).coalitions).toEqual([expected]);
  });

  it("is what the definition gives, under larger majorities too", () => {
    const powers = [7, 11, 13, 17, 29, 31];
    for (const majority of [0.5, 0.6, 2 / 3, 0.9]) {
      const found = rulingCoalition(powers, majority).coalitions.map(String).sort();
      expect(found).toEqual(phi([0, 1, 2, 3, 4, 5], powers, majority).map(String).sort());
    }
  });

  it("is not unique where powers are exactly equal", () => {
    expect(rulingCoalition([1, 1, 1]).coalitions.length).toBe(3);
  });

  it.each<[readonly number[], number, string]>([
    [[], 0.5, "ruling/powers"],
    [new Array(17).fill(1), 0.5, "ruling/powers"],
    [[1, 0], 0.5, "ruling/powers"],
    [[1, Number.NaN], 0.5, "ruling/powers"],
    [[1, 2], 0.4, "ruling/majority"],
    [[1, 2], 1, "ruling/majority"],
  ])("refuses %j with %d", (powers, majority, code) => {
    expect(() => rulingCoalition(powers, majority)).toThrow(expect.objectContaining({ code }));
  });
});

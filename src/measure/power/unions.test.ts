import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  banzhafAbsolute,
  banzhafOwen,
  type Game,
  owen,
  shapleyShubik,
  symmetricCoalitionalBanzhaf,
  type Unions,
  unionIndices,
} from "./index.ts";

function* orders(items: readonly number[]): Generator<number[]> {
  if (items.length === 0) yield [];
  for (const first of items)
    for (const rest of orders(items.filter((i) => i !== first))) yield [first, ...rest];
}

/** The Owen value by walking through all orders that keep the unions together. */
function byOrders({ quota, weights }: Game, unions: Unions): number[] {
  const pivots = weights.map(() => 0);
  let count = 0;
  const walk = (queue: readonly number[], line: readonly number[]): void => {
    if (queue.length === 0) {
      count++;
      let votes = 0;
      for (const i of line) {
        if (votes < quota && votes + weights[i] >= quota) pivots[i]++;
        votes += weights[i];
      }
      return;
    }
    for (const inside of orders(unions[queue[0]])) walk(queue.slice(1), [...line, ...inside]);
  };
  for (const outside of orders([...unions.keys()])) walk(outside, []);
  return pivots.map((pivot) => pivot / count);
}

/** The other two by their sums over sets of other unions and sets of mates. */
function bySets(game: Game, unions: Unions, mateWeight: (s: number, p: number) => number): number[] {
  const { quota, weights } = game;
  const votes = (places: readonly number[]) => places.reduce((sum, i) => sum + weights[i], 0);
  const subsets = <T>(items: readonly T[]): T[][] =>
    items.reduce<T[][]>((sets, item) => sets.concat(sets.map((set) => [...set, item])), [[]]);
  return weights.map((weight, i) => {
    const own = unions.find((union) => union.includes(i)) as readonly number[];
    const others = unions.filter((union) => union !== own);
    let sum = 0;
    for (const outside of subsets(others)) {
      for (const mates of subsets(own.filter((j) => j !== i))) {
        const before = votes([...outside.flat(), ...mates]);
        if (before < quota && before + weight >= quota) {
          sum += mateWeight(mates.length, own.length) / 2 ** others.length;
        }
      }
    }
    return sum;
  });
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
const byCoin = (_: number, p: number) => 1 / 2 ** (p - 1);
const byOrder = (s: number, p: number) => (factorial(s) * factorial(p - 1 - s)) / factorial(p);

const cases = fc
  .array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 5 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .chain((weights) =>
    fc.record({
      game: fc.record({
        weights: fc.constant(weights),
        quota: fc.integer({ min: 1, max: weights.reduce((a, b) => a + b, 0) }),
      }),
      unions: fc
        .array(fc.integer({ min: 0, max: 3 }), { minLength: weights.length, maxLength: weights.length })
        .map((labels) =>
          [0, 1, 2, 3]
            .map((label) => labels.flatMap((other, i) => (other === label ? [i] : [])))
            .filter((union) => union.length > 0),
        ),
    }),
  );

const iraq2010: Game = { quota: 163, weights: [91, 89, 70, 43, 8, 8, 6, 4, 4, 2] };
const six: Game = { quota: 30, weights: [28, 16, 5, 4, 3, 3] };

describe("a-priori unions", () => {
  it("give the Owen value of all orders that keep them together", () => {
    fc.assert(
      fc.property(cases, ({ game, unions }) => {
        const expected = byOrders(game, unions);
        for (const [i, value] of owen(game, unions).entries()) expect(value).toBeCloseTo(expected[i], 14);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["Banzhaf–Owen", banzhafOwen, byCoin],
    ["symmetric coalitional Banzhaf", symmetricCoalitionalBanzhaf, byOrder],
  ] as const)("give the %s value of its definition", (_, index, mateWeight) => {
    fc.assert(
      fc.property(cases, ({ game, unions }) => {
        const expected = bySets(game, unions, mateWeight);
        for (const [i, value] of index(game, unions).entries()) expect(value).toBeCloseTo(expected[i], 14);
      }),
      { numRuns: 50 },
    );
  });

  it("tell the third story of Iraq in 2010: with the National Alliance as a union", () => {
    // State of Law and the Iraqi National Alliance together; figures by enumeration, as exact fractions
    const small = new Array(6).fill(1 / 28);
    const expected = [1 / 28, 7 / 18, 13 / 36, ...small, 0];
    for (const [i, value] of owen(iraq2010, [[1, 2]]).entries()) expect(value).toBeCloseTo(expected[i], 15);
  });

  it("give what powerindexR prints for its example", () => {
    const unions = [[0], [1, 3, 5], [2, 4]];
    const expected = [1 / 3, 1 / 9, 1 / 6, 1 / 9, 1 / 6, 1 / 9];
    for (const [i, value] of owen(six, unions).entries()) expect(value).toBeCloseTo(expected[i], 15);
    expect(banzhafOwen(six, unions)).toEqual([1 / 2, 1 / 8, 1 / 4, 1 / 8, 1 / 4, 1 / 8]);
  });

  it("change nothing where every voter stands alone, or all together", () => {
    const alone = iraq2010.weights.map((_, i) => [i]);
    const together = [iraq2010.weights.map((_, i) => i)];
    for (const unions of [alone, together, []]) {
      const expected = shapleyShubik(iraq2010);
      for (const [i, value] of owen(iraq2010, unions).entries()) expect(value).toBeCloseTo(expected[i], 15);
    }
    expect(banzhafOwen(iraq2010, [])).toEqual(banzhafAbsolute(iraq2010));
  });

  it("are counted by votes where a union has many members, with the same result", () => {
    // 23 mates are counted by votes; 22 and a dummy outside are swept over
    const mates = [9, 9, 8, 7, 7, 6, 5, 5, 5, 4, 4, 3, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1];
    const others = [31, 22, 14, 9];
    const quota = 86;
    const swept: Game = { quota, weights: [...mates, ...others, 0] };
    const counted: Game = { quota, weights: [...mates, 0, ...others] };
    const union = mates.map((_, i) => i);
    for (const index of [owen, symmetricCoalitionalBanzhaf]) {
      const expected = index(swept, [union, [26]]);
      const found = index(counted, [[...union, 22], [23], [24], [25], [26]]);
      for (const i of union) expect(found[i]).toBeCloseTo(expected[i], 13);
      expect(found[22]).toBe(0);
      for (const i of [0, 1, 2, 3]) expect(found[23 + i]).toBeCloseTo(expected[22 + i], 13);
    }
  });

  it.each<[Unions, string]>([
    [[[0], []], "unions/empty"],
    [[[0, 10]], "unions/voter"],
    [[[0, -1]], "unions/voter"],
    [[[0, 1], [1]], "unions/twice"],
  ])("refuse %j", (unions, code) => {
    for (const index of unionIndices) {
      expect(() => index.of(iraq2010, unions)).toThrow(expect.objectContaining({ code }));
    }
  });
});

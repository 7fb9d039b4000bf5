import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Random, seeded } from "../../base/index.ts";
import { flipOf } from "./flip.ts";
import { givenDataIndices } from "./given-data.ts";
import { sobolDesign, sobolIndices } from "./sobol.ts";

const onCube = (random: Random): number => random.uniform();
const onCircle = (random: Random): number => Math.PI * (2 * random.uniform() - 1);

/** Ishigami & Homma 1990 with a = 7, b = 0.1. */
const ishigami = ([x, y, z]: ArrayLike<number> & Iterable<number>): number =>
  Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);

/** Variances by hand: V1 = ½(1 + bπ⁴/5)², V2 = a²/8, V13 = b²π⁸(1/18 − 1/50). */
function ishigamiIndices() {
  const a = 7;
  const b = 0.1;
  const v1 = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2;
  const v2 = a ** 2 / 8;
  const v13 = b ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50);
  const v = v1 + v2 + v13;
  return { first: [v1 / v, v2 / v, 0], total: [(v1 + v13) / v, v2 / v, v13 / v] };
}

/** Sobol' g: Π (|4x − 2| + a)/(1 + a), with Vi = 1/(3(1 + a)²) and V = Π(1 + Vi) − 1. */
const A = [0, 1, 4.5, 9];
const g = (x: ArrayLike<number>): number =>
  A.reduce((product, a, i) => (product * (Math.abs(4 * x[i] - 2) + a)) / (1 + a), 1);
function gIndices() {
  const parts = A.map((a) => 1 / (3 * (1 + a) ** 2));
  const all = parts.reduce((product, part) => product * (1 + part), 1);
  return {
    first: parts.map((part) => part / (all - 1)),
    total: parts.map((part) => (part * all) / (1 + part) / (all - 1)),
  };
}

describe("indices by the design of Saltelli et al.", () => {
  it.each([
    ["Ishigami", ishigami, [onCircle, onCircle, onCircle], ishigamiIndices()],
    ["Sobol' g", g, [onCube, onCube, onCube, onCube], gIndices()],
  ] as const)("are those of the %s function, within four standard errors", (name, model, draws, expected) => {
    const design = sobolDesign(draws, 8192, seeded(name));
    const indices = sobolIndices(design, design.points.map(model)) ?? [];
    indices.forEach((index, i) => {
      expect(Math.abs(index.first - expected.first[i])).toBeLessThan(4 * index.firstError + 1e-12);
      expect(Math.abs(index.total - expected.total[i])).toBeLessThan(4 * index.totalError + 1e-12);
      expect(index.firstError).toBeLessThan(0.05);
      expect(index.totalError).toBeLessThan(0.05);
    });
  });

  it("are 1 and 0 where one input alone counts, whatever the scale", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (scale) => {
        const design = sobolDesign([onCube, onCube], 400, seeded("scale"));
        const [one, other] =
          sobolIndices(
            design,
            design.points.map(([x]) => scale * x),
          ) ?? [];
        expect(one.total).toBeCloseTo(1, 0);
        expect([other.first, other.total]).toEqual([0, 0]);
      }),
      { numRuns: 20, seed: 7 },
    );
  });

  it("are not given for an outcome that does not vary, and a design needs inputs", () => {
    const design = sobolDesign([onCube], 10, seeded("flat"));
    expect(
      sobolIndices(
        design,
        design.points.map(() => 3),
      ),
    ).toBeUndefined();
    // thirds add up to a mean that is not quite a third
    expect(
      sobolIndices(
        design,
        design.points.map(() => 1 / 3),
      ),
    ).toBeUndefined();
    expect(() => sobolDesign([], 10, seeded("none"))).toThrow(/needs an input/);
  });
});

describe("first-order indices from given data", () => {
  const random = seeded("given");
  const draws = 4000;
  const points = Array.from({ length: draws }, (_, d) =>
    [0, 1, 2].map((i) => onCircle(random.fork(d).fork(i))),
  );
  const column = (i: number): readonly number[] => points.map((point) => point[i]);

  it("are those of the Ishigami function", () => {
    const inputs = new Map([0, 1, 2].map((i) => [`x${i}`, column(i)]));
    const found = givenDataIndices(inputs, points.map(ishigami), seeded("shuffle"));
    const of = (name: string) => found.find((index) => index.name === name);
    const { first } = ishigamiIndices();
    // ten classes smooth the waves of the sine, so a little of each index is lost: at most a tenth of it
    expect(of("x0")?.first).toBeGreaterThan(0.9 * first[0] - 0.02);
    expect(of("x0")?.first).toBeLessThan(first[0] + 0.03);
    expect(of("x1")?.first).toBeGreaterThan(0.85 * first[1]);
    expect(of("x1")?.first).toBeLessThan(first[1] + 0.03);
    expect(of("x2")?.first).toBeLessThan(0.02);
    // the third moves no mean, but the outcome depends on it all the same: it may be told or not
    expect([of("x0")?.told, of("x1")?.told]).toEqual([true, true]);
  });

  it("do not take the best of five hundred idle inputs for an important one, in 19 of 20 cases", () => {
    let told = 0;
    for (let world = 0; world < 20; world++) {
      const idle = seeded(`idle ${world}`);
      const inputs = new Map(
        Array.from({ length: 500 }, (_, i) => [
          `x${i}`,
          Array.from({ length: 40 }, (_d, d) => idle.fork(i).fork(d).uniform()),
        ]),
      );
      const outcome = Array.from({ length: 40 }, (_, d) => idle.fork("y").fork(d).normal());
      if (givenDataIndices(inputs, outcome, idle.fork("s")).some((index) => index.told)) told += 1;
    }
    // binomial(20, 0.05): more than 4 has a chance below 0.3 %
    expect(told).toBeLessThanOrEqual(4);
  });

  it("find the one input of five hundred that counts", () => {
    const some = seeded("one of many");
    const inputs = new Map(
      Array.from({ length: 500 }, (_, i) => [
        `x${i}`,
        Array.from({ length: 60 }, (_d, d) => some.fork(i).fork(d).uniform()),
      ]),
    );
    const outcome = (inputs.get("x77") ?? []).map((x, d) => x + 0.15 * some.fork("noise").fork(d).normal());
    const [first, second] = givenDataIndices(inputs, outcome, some.fork("s"));
    expect([first.name, first.told, second.told]).toEqual(["x77", true, false]);
    expect(first.atHigh).toBeGreaterThan(first.atLow);
    expect(first.highInput).toBeGreaterThan(first.lowInput);
  });

  it("are none where nothing varies or too little was drawn", () => {
    expect(givenDataIndices(new Map([["x", [1, 2, 3]]]), [1, 2, 3], seeded("few"))).toEqual([]);
    const flat = Array.from({ length: 40 }, () => 0.5);
    expect(givenDataIndices(new Map([["x", flat]]), flat, seeded("flat"))).toEqual([]);
  });
});

describe("the smallest change that turns an answer", () => {
  it("is found by bisection, to the last step", async () => {
    const flip = await flipOf(async (x) => (x < 0.7 ? 0.6 : 0.4), 0.2, 1, { steps: 10 });
    expect(flip?.at).toBeGreaterThanOrEqual(0.7);
    expect(flip?.at).toBeLessThan(0.7 + 0.8 / 1024 + 1e-12);
    expect(flip?.notYet).toBeLessThan(0.7);
    expect(flip?.part).toBeCloseTo(0.625, 2);
  });

  it("is found downward too, and is none where the end gives the same answer", async () => {
    const flip = await flipOf(async (x) => x, 0.9, 0.1, { steps: 12 });
    expect(flip?.at).toBeCloseTo(0.5, 3);
    expect(await flipOf(async () => 0.9, 0, 1)).toBeUndefined();
  });
});

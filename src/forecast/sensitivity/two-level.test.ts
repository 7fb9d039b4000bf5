import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import { twoLevelDesign, twoLevelEffects } from "./two-level.ts";

const names = Array.from({ length: 300 }, (_, i) => `x${i}`);

describe("main effects of many inputs at two levels", () => {
  it("are found for the few that count among three hundred, with as many points, and their size is right", () => {
    const random = seeded("few count");
    const points = twoLevelDesign(300, 300, random.fork("design"));
    const outcome = points.map(
      (point, p) => 0.5 + 0.2 * point[7] - 0.15 * point[200] + 0.2 * random.fork(p).normal(),
    );
    const [first, second, third] = twoLevelEffects(names, points, outcome, random.fork("shuffle"));
    expect([first.name, second.name]).toEqual(["x7", "x200"]);
    expect([first.told, second.told, third.told]).toEqual([true, true, false]);
    // the error of a difference of two means of 150: √(0.2² + 0.01 + 0.0056)/√75
    expect(Math.abs(first.atHigh - first.atLow - 0.2)).toBeLessThan((4 * Math.sqrt(0.0556)) / Math.sqrt(75));
    expect(second.atHigh).toBeLessThan(second.atLow);
  });

  it("are told of no input in most worlds where none counts", () => {
    let told = 0;
    for (let world = 0; world < 20; world++) {
      const random = seeded(`idle ${world}`);
      const points = twoLevelDesign(300, 60, random.fork("design"));
      const outcome = points.map((_, p) => random.fork(p).normal());
      if (twoLevelEffects(names, points, outcome, random.fork("s")).some((effect) => effect.told)) told += 1;
    }
    expect(told).toBeLessThanOrEqual(4); // binomial(20, 0.05)
  });

  it("are those of the definition, letter by letter", () => {
    const random = seeded("twin");
    const points = twoLevelDesign(4, 40, random);
    const outcome = points.map((_, p) => random.fork(`y${p}`).uniform());
    for (const { name, atLow, atHigh } of twoLevelEffects(["a", "b", "c", "d"], points, outcome, random)) {
      const i = ["a", "b", "c", "d"].indexOf(name);
      const mean = (level: number): number => {
        const values = outcome.filter((_, p) => points[p][i] === level);
        return values.reduce((sum, value) => sum + value, 0) / values.length;
      };
      expect([atLow, atHigh].map((value) => value.toFixed(10))).toEqual(
        [mean(0), mean(1)].map((value) => value.toFixed(10)),
      );
    }
  });

  it("are none for an outcome that does not vary", () => {
    const points = twoLevelDesign(3, 20, seeded("flat"));
    expect(
      twoLevelEffects(
        ["a", "b", "c"],
        points,
        points.map(() => 1),
        seeded("s"),
      ),
    ).toEqual([]);
  });
});

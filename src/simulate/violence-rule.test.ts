import { describe, expect, it } from "vitest";
import { testCase } from "../../test/worlds/small-case.ts";
import { countRule } from "../behave/index.ts";
import type { Case } from "../case/index.ts";
import { type Scenario, stageOf } from "./scenario.ts";

const past = Array.from({ length: 60 }, (_, t) => 90 + ((t * 7) % 21));
/** Nobody acts, so politics adds nothing. */
const source = testCase({
  actors: [{ id: "a", name: "A", kind: "party", acts: false }] as unknown as Case["actors"],
});
const scenario = (rule: string): Scenario => ({
  seed: "rule",
  months: 6,
  policy: "strategic",
  interventions: [],
  violence: countRule(rule, past),
});
function counts(rule: string, from: number, to: number): readonly (readonly number[])[] {
  const found: number[][] = [];
  stageOf(source).play(scenario(rule), from, to, (_run, { count }) => found.push([...count.subarray(0, 6)]));
  return found;
}

describe("futures whose violence is drawn from a plain rule", () => {
  const runs = 600;

  it("have in the first month the mean and the spread with which the rule was scored", () => {
    const rule = countRule("climatology", past);
    const drawn = counts("climatology", 0, runs).map(([first]) => first);
    const mean = past.reduce((a, b) => a + b, 0) / past.length;
    const variance = mean + (mean * mean) / rule.size;
    const average = drawn.reduce((a, b) => a + b, 0) / runs;
    expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / runs));
    const spread = drawn.reduce((sum, count) => sum + (count - average) * (count - average), 0) / runs;
    // a sample variance misses by about variance × √(2/n), and by more where tails are heavy
    expect(Math.abs(spread / variance - 1)).toBeLessThan(4 * 1.5 * Math.sqrt(2 / runs));
  });

  it("wander with persistence and stay near their level with climatology", () => {
    const spreadAt = (rule: string, month: number): number => {
      const drawn = counts(rule, 0, runs).map((months) => months[month]);
      const average = drawn.reduce((a, b) => a + b, 0) / runs;
      return drawn.reduce((sum, count) => sum + (count - average) * (count - average), 0) / runs;
    };
    expect(spreadAt("persistence", 5)).toBeGreaterThan(2 * spreadAt("persistence", 0));
    expect(spreadAt("climatology", 5)).toBeLessThan(1.5 * spreadAt("climatology", 0));
  });

  it("are the same whoever plays them, and in whatever order", () => {
    const whole = counts("persistence", 0, 80);
    expect(counts("persistence", 40, 80)).toEqual(whole.slice(40));
    expect(counts("persistence", 7, 8)).toEqual([whole[7]]);
  });
});

import { describe, expect, it } from "vitest";
import { testCase } from "../../test/worlds/small-case.ts";
import type { Case } from "../case/index.ts";
import { arrivals } from "./hazard.ts";
import { luckOf } from "./luck.ts";
import { type Scenario, stageOf } from "./scenario.ts";

const luck = luckOf("hazard");
const RUNS = 4000;
const year = { from: 1000, until: 1365.25 };
const all = (rate: number, repeats: boolean, decided?: boolean, window = year) =>
  Array.from({ length: RUNS }, (_, run) => arrivals(window, rate, repeats, decided, luck, run, 3));

type Outside = Case["outside"][number];
const world = (event: Partial<Outside>) =>
  testCase({
    actors: [{ id: "a", name: "A", kind: "party", acts: false }] as unknown as Case["actors"],
    outside: [{ id: "shock", name: "A shock", ...event } as Outside],
  });
const plan: Scenario = { seed: "s", months: 24, policy: "strategic", interventions: [] };

/** Times of the event in each run. */
function timesOf(source: Case, scenario: Scenario, from: number, to: number): readonly (readonly number[])[] {
  const found: number[][] = [];
  stageOf(source).play(scenario, from, to, (_run, { outside, again }) => {
    found.push([...(outside[0] === -1 ? [] : [outside[0]]), ...again.time]);
  });
  return found;
}

describe("outside events by hazard", () => {
  it("come as often as a Poisson process says: mean and variance of the count are the rate", () => {
    const counts = all(3, true).map((times) => times.length);
    const mean = counts.reduce((a, b) => a + b, 0) / RUNS;
    const variance = counts.reduce((sum, count) => sum + (count - mean) * (count - mean), 0) / RUNS;
    expect(Math.abs(mean - 3)).toBeLessThan(4 * Math.sqrt(3 / RUNS));
    // the variance of a sample variance of a Poisson count is about (λ + 2 λ²) / n
    expect(Math.abs(variance - 3)).toBeLessThan(4 * Math.sqrt((3 + 18) / RUNS));
  });

  it("come at all in 1 − exp(−rate · years) of the runs, and once at most where they do not repeat", () => {
    const once = all(0.7, false);
    expect(once.every((times) => times.length <= 1)).toBe(true);
    const part = once.filter((times) => times.length === 1).length / RUNS;
    const expected = 1 - Math.exp(-0.7);
    expect(Math.abs(part - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / RUNS));
  });

  it("come inside their window alone, in order, on all of its days alike where they repeat", () => {
    const window = { from: 500, until: 590 };
    const times = all(20, true, undefined, window).flatMap((run) => {
      expect([...run].sort((a, b) => a - b)).toEqual([...run]);
      return run;
    });
    expect(times.every((time) => time >= 500 && time < 590)).toBe(true);
    const early = times.filter((time) => time < 530).length / times.length;
    expect(Math.abs(early - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / times.length));
  });

  it("come for sure or not at all where an intervention says so, still inside the window", () => {
    expect(all(0.2, false, false).every((times) => times.length === 0)).toBe(true);
    for (const rate of [0, 0.2, 5]) {
      const sure = all(rate, false, true).flat();
      expect(sure.length).toBe(RUNS);
      expect(sure.every((time) => time >= year.from && time < year.until)).toBe(true);
    }
  });

  it("are played, each time with its effects, on the days of the window that are played", () => {
    const window = { from: "2020-03-01", to: "2020-08-31" };
    const runs = timesOf(world({ ...window, rate: 4, repeats: true }), plan, 0, 300);
    const days = runs.flat();
    expect(Math.min(...days)).toBeGreaterThanOrEqual(Date.UTC(2020, 2, 1) / 864e5);
    expect(Math.max(...days)).toBeLessThan(Date.UTC(2020, 8, 1) / 864e5);
    // 184 days at 4 a year
    const expected = (4 * 184) / 365.25;
    expect(Math.abs(days.length / 300 - expected)).toBeLessThan(4 * Math.sqrt(expected / 300));
    expect(runs.some((times) => times.length > 1)).toBe(true);
  });

  it("are the same in the same run, whoever plays it and in whatever order", () => {
    const source = world({ rate: [1, 2, 6], repeats: true } as unknown as Partial<Outside>);
    const whole = timesOf(source, plan, 0, 120);
    expect(timesOf(source, plan, 60, 120)).toEqual(whole.slice(60));
    expect(timesOf(source, plan, 0, 60)).toEqual(whole.slice(0, 60));
  });

  it("wait for the event on which they are given", () => {
    const base = world({ rate: 50, repeats: true, given: "war" });
    const war = { id: "war", name: "War", date: "2020-06-15", probability: 0.5 } as unknown as Outside;
    const source: Case = { ...base, outside: [...base.outside, war] };
    stageOf(source).play(plan, 0, 40, (_run, { outside }) => {
      if (outside[1] === -1) expect(outside[0]).toBe(-1);
      else expect(outside[0]).toBeGreaterThanOrEqual(outside[1]);
    });
  });
});

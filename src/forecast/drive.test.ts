import { describe, expect, it } from "vitest";
import { smallCase } from "../../test/worlds/small-case.ts";
import { type Scenario, stageOf } from "../simulate/index.ts";
import { driveOf } from "./drive.ts";

const stage = stageOf(smallCase());
const scenario: Scenario = {
  seed: "drive",
  months: 12,
  policy: "strategic",
  interventions: [
    { force: { move: "pledge", by: "rival", target: "ruler", on: "2020-02-01", success: true } },
  ],
};

describe("a drive against the head of government", () => {
  const drives = Array.from({ length: 12 }, (_, run) => driveOf(stage, scenario, run));

  it("has the height that the run's own chronicle has", () => {
    stage.play(scenario, 0, 12, (run, { signatures }) => {
      expect(drives[run].peak).toBe(signatures.total.reduce((most, total) => Math.max(most, total), 0));
    });
    expect(drives.some(({ peak }) => peak > 0)).toBe(true);
  });

  it("is signed at its height by parties whose signatures add up, none with more than its seats", () => {
    for (const { peak, signed } of drives) {
      expect(signed.reduce((sum, { signatures }) => sum + signatures, 0)).toBe(peak);
      for (const { signatures, seats } of signed) expect(signatures).toBeLessThanOrEqual(seats);
    }
  });

  it("is told in order of time, and its steps reach the height", () => {
    for (const { peak, steps } of drives) {
      expect([...steps].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))).toEqual(steps);
      if (peak > 0) expect(Math.max(...steps.map(({ total }) => total))).toBe(peak);
      else expect(steps.every(({ total }) => total === 0)).toBe(true);
    }
  });

  it("is the same whenever it is asked for", () => {
    expect(driveOf(stage, scenario, 3)).toEqual(drives[3]);
  });
});

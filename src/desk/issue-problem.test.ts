import { describe, expect, it } from "vitest";
import { newCase, readCase } from "../case/index.ts";
import { problemsToday, problemToday } from "./issue-problem.ts";
import { knownNames } from "./open.ts";

const folder = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
const { world: source } = readCase(folder, knownNames);
if (source === undefined) throw new Error("the new case does not read");

describe("the problem that an issue of a case poses", () => {
  it("is settled by those who decide, with the power of the parties they lead", () => {
    const leaders = source.actors.flatMap(({ leader }) => leader ?? []);
    const led = source.actors.filter(({ leader }) => leader !== undefined).map(({ id }) => id);
    expect(leaders.length).toBeGreaterThan(0);
    for (const { actors } of problemsToday(source)) {
      for (const { id, capability } of actors) {
        expect(led).not.toContain(id);
        if (leaders.includes(id)) expect(capability, id).toBeGreaterThan(0);
      }
      const whole = actors.reduce((sum, { capability }) => sum + capability, 0);
      expect(whole).toBeGreaterThan(0.3);
      expect(whole).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  it("knows the near miss of an issue, and names all where none is near", () => {
    expect(() => problemToday(source, "autonmy")).toThrow(
      'There is no issue "autonmy". Did you mean "autonomy"?',
    );
    expect(() => problemToday(source, "zzz")).toThrow(/There are .*autonomy/);
    expect(() => problemToday({ ...source, stakes: [] }, "autonomy")).toThrow(
      'Nobody with power has a stake in "autonomy"',
    );
  });
});

import { describe, expect, it } from "vitest";
import { newCase } from "../../case/index.ts";
import { DEED, type Observations, observe } from "../../forecast/index.ts";
import { moveKinds, type Scenario, stageOf } from "../../simulate/index.ts";
import { checkFolder } from "../open.ts";
import { pathsOf } from "./paths.ts";

const RUNS = 60;
const { source } = checkFolder(
  newCase({ id: "small", title: "A small case", asOf: "2020-03-01", horizon: "2021-02-28" }),
);
if (source === undefined) throw new Error("the new case cannot be read");
const stage = stageOf(source);
const scenario: Scenario = { seed: "paths", months: 6, policy: "strategic", interventions: [] };
const played = observe(stage, source, {
  scenario,
  plan: { questions: [], outcomes: [], detail: false, deeds: true },
  from: 0,
  to: RUNS,
});

describe("the paths of a case", () => {
  it("hold every future once, each with an interval around its part and a future that can be replayed", () => {
    const { runs, paths } = pathsOf(stage.world, played, []);
    expect(runs).toBe(RUNS);
    expect(paths.reduce((sum, path) => sum + path.runs, 0)).toBe(RUNS);
    for (const { part, low, high, future, runs: own } of paths) {
      expect(part).toBeCloseTo(own / RUNS, 12);
      expect(low).toBeLessThanOrEqual(part);
      expect(high).toBeGreaterThanOrEqual(part);
      expect(future).toBeLessThan(RUNS);
    }
  });

  it("say where an answer parts, if more than chance goes with it, and nothing where none does", () => {
    // By hand: in every other future a government falls, and a question is answered as the fall goes.
    const fall = moveKinds.findIndex(({ id }) => id === "no-confidence");
    const every = (of: (run: number) => boolean): Observations => ({
      ...played,
      answers: Uint8Array.from({ length: RUNS }, (_, run) => (of(run) ? 1 : 0)),
      trouble: new Uint8Array(RUNS * played.months),
      deeds: Int32Array.from(
        Array.from({ length: RUNS / 2 }, (_, k) => [2 * k, stage.world.start + 30, fall, 0, 1, 1]).flat(),
      ),
    });
    expect(DEED).toBe(6);
    const question = [{ id: "q", text: "Does it fall?" }];
    const { turns, told } = pathsOf(
      stage.world,
      every((run) => run % 2 === 0),
      question,
    );
    expect(told).toEqual([{ what: expect.any(String), part: 0.5 }]);
    expect(turns).toEqual([
      {
        question: "q",
        text: "Does it fall?",
        all: 0.5,
        what: told[0].what,
        ...{ withIt: 1, runsWith: RUNS / 2, without: 0, runsWithout: RUNS / 2 },
      },
    ]);
    expect(
      pathsOf(
        stage.world,
        every((run) => run % 4 < 2),
        question,
      ).turns,
    ).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { smallCase } from "../../test/worlds/small-case.ts";
import { dayOf, seeded } from "../base/index.ts";
import type { Intervention } from "../case/index.ts";
import { moveKinds, stageOf } from "../simulate/index.ts";
import { type Observations, observe } from "./observe.ts";
import { firstParting, moveShifts } from "./shifts.ts";

const START = dayOf("2020-01-15");
const empty = new Uint8Array(0);

/** Observations that hold nothing but moves: rows of run, day, kind, actor, target. */
function observed(runs: number, rows: readonly (readonly number[])[]): Observations {
  const none = {
    answers: empty,
    measures: new Float64Array(0),
    trouble: empty,
    kinds: new Uint16Array(0),
    signatures: new Uint16Array(0),
    bounded: new Uint8Array(0),
    share: new Float32Array(0),
    groupShare: new Float32Array(0),
    count: new Float32Array(0),
    open: empty,
  };
  return {
    from: 0,
    to: runs,
    months: 12,
    ...none,
    deeds: Int32Array.from(rows.flatMap((row) => [...row, 1])),
  };
}

describe("shifts of moves between two scenarios", () => {
  it("are found in the order in which they begin, with what they amount to", () => {
    const runs = 100;
    const before: number[][] = [];
    const after: number[][] = [];
    for (let run = 0; run < runs; run++) {
      before.push([run, START + 3, 1, 0, 2]); // kind 1 by actor 0 goes, from the first week
      after.push([run, START + 30, 2, 3, 4], [run, START + 60, 2, 3, 5]); // kind 2 by actor 3 comes, from the fifth
      if (run % 2 === 0) before.push([run, START + 90, 4, 4, -1]);
      if (run % 2 === 1) after.push([run, START + 90, 4, 4, -1]); // as often as before, in other runs
    }
    expect(moveShifts([observed(runs, before)], [observed(runs, after)], START)).toEqual([
      { kind: 1, actor: 0, target: 2, since: START, before: 1, after: 0, difference: -1, error: 0 },
      { kind: 2, actor: 3, target: 4, since: START + 28, before: 0, after: 2, difference: 2, error: 0 },
    ]);
  });

  it("are not seen in luck alone: of a thousand fair channels hardly one is told from chance", () => {
    const random = seeded("fair");
    const rows = (): number[][] =>
      Array.from({ length: 200 }, (_, run) =>
        Array.from({ length: 1000 }, (_unused, kind) => kind)
          .filter(() => random.uniform() < 0.05)
          .map((kind) => [run, START + random.integer(360), kind, 0, 1]),
      ).flat();
    expect(moveShifts([observed(200, rows())], [observed(200, rows())], START).length).toBeLessThanOrEqual(1);
  });

  it("begin with the forbidden move, in a case that is played", () => {
    const source = smallCase();
    const play = (interventions: readonly Intervention[]): Observations =>
      observe(stageOf(source), source, {
        scenario: { seed: "shift", months: 12, policy: "strategic", interventions },
        plan: { questions: [], outcomes: [], detail: false, deeds: true },
        from: 0,
        to: 60,
      });
    const as = play([]);
    const changed = play([{ forbid: { move: "accuse", by: "ruler" } }]);
    const [first] = moveShifts([as], [changed], START);
    expect([moveKinds[first.kind].id, source.actors[first.actor].id, first.after]).toEqual([
      "accuse",
      "ruler",
      0,
    ]);
    const parting = firstParting([as], [changed]);
    expect(parting.part).toBeGreaterThan(0.5);
    expect(parting.day).toBeGreaterThanOrEqual(START);
    expect(firstParting([as], [as])).toEqual({ part: 0, day: undefined });
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallCase } from "../../test/worlds/small-case.ts";
import type { Case } from "../case/index.ts";
import { RUNS_PER_DRAW, type Scenario, stageOf } from "../simulate/index.ts";
import { answersOf } from "./answers.ts";
import { inProcess } from "./executor.ts";
import { pairedEffect, t95, verdictOf } from "./experiments.ts";
import { BEYOND, merge, type Observations, observe, type Plan } from "./observe.ts";
import { brierScore, decompose, logScore, scorecard } from "./scores.ts";

const scenario: Scenario = { seed: "f", months: 6, policy: "strategic", interventions: [] };

function asking(): Case {
  return {
    ...smallCase(),
    questions: [
      {
        id: "q1",
        text: "?",
        asked: "2020-01-15",
        by: "2020-06-30",
        resolution: "",
        rule: { holds: { post: "premier", actor: "ruler" }, on: "2020-06-30" },
      },
      {
        id: "q2",
        text: "?",
        asked: "2020-01-15",
        by: "2020-06-30",
        resolution: "",
        rule: { occurs: { move: "end-boycott", by: "deputy" }, by: "2020-03-31" },
      },
      {
        id: "q3",
        text: "?",
        asked: "2020-01-15",
        by: "2021-06-30",
        resolution: "",
        rule: { holds: { post: "premier", actor: "ruler" }, on: "2021-06-30" },
      },
    ],
  };
}

const plan: Plan = {
  questions: ["q1", "q2", "q3"],
  outcomes: [{ measure: { share: { of: "rival", on: "2020-06-30" } } }],
  detail: true,
};

/** Observations with nothing but what a test writes into them. */
function made(answers: readonly number[], measures: readonly number[], from = 0): Observations {
  const runs = Math.max(answers.length, measures.length);
  return {
    from,
    to: from + runs,
    months: 1,
    answers: Uint8Array.from(answers),
    measures: Float64Array.from(measures),
    trouble: new Uint8Array(runs),
    kinds: new Uint16Array(0),
    signatures: new Uint16Array(runs),
    bounded: new Uint8Array(runs),
    share: new Float32Array(0),
    groupShare: new Float32Array(0),
    count: new Float32Array(0),
    open: new Uint8Array(0),
  };
}

describe("observing runs", () => {
  it("gives the same bytes whether cut into shards or not, in whatever order they come", async () => {
    const source = asking();
    const whole = observe(stageOf(source), source, { scenario, plan, from: 0, to: 100 });
    const cuts = [0, 13, 50, 51, 100];
    const shards = cuts.slice(1).map((to, k) => ({ scenario, plan, from: cuts[k], to }));
    const parts = await inProcess().carryOut(source, [...shards].reverse());
    expect(merge(parts)).toEqual(whole);
  });

  it("says of a question that looks beyond its last day that it does", () => {
    const source = asking();
    const { answers } = observe(stageOf(source), source, { scenario, plan, from: 0, to: 3 });
    expect([answers[2], answers[5], answers[8]]).toEqual([BEYOND, BEYOND, BEYOND]);
  });

  it("stops between shards when it is told to, and keeps what is done", async () => {
    const stop = new AbortController();
    const source = asking();
    const shards = [0, 10, 20, 30].map((from) => ({ scenario, plan, from, to: from + 10 }));
    const parts = await inProcess().carryOut(source, shards, {
      signal: stop.signal,
      onRuns: (done) => done >= 20 && stop.abort(),
    });
    expect(parts.map((part) => part.to)).toEqual([10, 20]);
  });
});

describe("an answer", () => {
  it("is the part of the runs that say yes", () => {
    const [answer] = answersOf(made([1, 0, 0, 1, 1], []), ["q"]);
    expect(answer.probability).toBe(0.6);
    expect(answer.forecast).toBeCloseTo(3.5 / 6, 12);
    expect(answer.error).toBeCloseTo(Math.sqrt((0.6 * 0.4) / 5), 12);
  });

  it("tells the spread from uncertain inputs from chance: by hand on two draws", () => {
    // draw 0: 40 of 50 yes; draw 1: 10 of 50 yes: p = ½, variance between = 0.18, chance = ¼/50
    const answers = [...Array(50).keys()]
      .map((k) => (k < 40 ? 1 : 0))
      .concat([...Array(50).keys()].map((k) => (k < 10 ? 1 : 0)));
    const [answer] = answersOf(made(answers, []), ["q"]);
    expect(RUNS_PER_DRAW).toBe(50);
    expect(answer.spread).toBeCloseTo(Math.sqrt(0.18 - 0.005), 12);
    expect(answer.error).toBeCloseTo(Math.sqrt(0.18 / 2), 12);
  });
});

describe("a paired experiment", () => {
  it("averages differences within draws of inputs, and sets Student's t about their mean: by hand", () => {
    const base = made(
      [],
      Array.from({ length: 150 }, (_, k) => (k < 50 ? 3 : k < 100 ? 5 : 4)),
    );
    const other = made(
      [],
      Array.from({ length: 150 }, () => 2),
    );
    const effect = pairedEffect(base, 0, [other], 0);
    expect(effect.difference).toBeCloseTo(2, 12);
    // draws: 1, 3, 2: sd 1, three draws, t(2) = 4.303 by tables
    expect(effect.high - effect.difference).toBeCloseTo(t95(2) / Math.sqrt(3), 12);
  });

  it("knows Student's t: 2.571 at 5, 2.228 at 10, 2.086 at 20 degrees of freedom (tables)", () => {
    expect(t95(5)).toBeCloseTo(2.571, 1);
    expect(t95(10)).toBeCloseTo(2.228, 2);
    expect(t95(20)).toBeCloseTo(2.086, 3);
  });

  it("pairs runs by their number, whatever shards they come in", () => {
    const base = made(
      [],
      Array.from({ length: 100 }, (_, k) => k),
    );
    const shards = [made([], [60, 61], 60), made([], [10, 11, 12], 10)];
    expect(pairedEffect(base, 0, shards, 0).difference).toBe(0);
  });

  it("calls an interval that crosses 0 no detectable effect, and else looks at the sign", () => {
    const effect = { with: 1, without: 0, difference: 1, low: 0.5, high: 1.5, runs: 10 };
    expect(verdictOf(effect, "raises")).toBe("supported");
    expect(verdictOf(effect, "lowers")).toBe("contradicted");
    expect(verdictOf({ ...effect, low: -0.1 }, "raises")).toBe("no-detectable-effect");
  });
});

describe("scores", () => {
  it("are 0 for what is sure and right, 1 (Brier) for what is sure and wrong", () => {
    expect([brierScore(1, true), brierScore(1, false), brierScore(0.7, true)]).toEqual([
      0,
      1,
      (0.7 - 1) * (0.7 - 1),
    ]);
    expect(logScore(0.5, true)).toBeCloseTo(Math.log(2), 12);
  });

  it("falls into reliability − resolution + uncertainty where forecasts within a bin are equal (Murphy 1973)", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ bin: fc.integer({ min: 0, max: 4 }), outcome: fc.boolean() }), {
          minLength: 1,
          maxLength: 60,
        }),
        (drawn) => {
          const judged = drawn.map(({ bin, outcome }) => ({ probability: bin / 5 + 0.1, outcome }));
          const parts = decompose(judged, 5);
          expect(parts.brier).toBeCloseTo(parts.reliability - parts.resolution + parts.uncertainty, 10);
        },
      ),
    );
  });

  it("make a card: a coin has Brier ¼ and skill 0", () => {
    const card = scorecard("coin", [
      { probability: 0.5, outcome: true },
      { probability: 0.5, outcome: false },
    ]);
    expect([card.brier, card.skill]).toEqual([0.25, 0]);
  });
});

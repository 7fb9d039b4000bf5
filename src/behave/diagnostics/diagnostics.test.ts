import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import type { EventData, Network } from "../event-data.ts";
import { fitEvents, likelihoodOf } from "../fit-events.ts";
import type { BehaviourModel } from "../simulation/model.ts";
import { dataOfSimulation, simulateEvents } from "../simulation/simulate-events.ts";
import { features } from "./features/index.ts";
import { goodnessOfFit } from "./goodness-of-fit.ts";
import { heldBack, rankingOf } from "./held-back.ts";
import { typeCalibration } from "./type-calibration.ts";

const list = { time: [], sender: [], receiver: [], value: [] };
const empty: Network = { directed: true, changes: "increment", list };
const n = 8;
const blank: EventData = {
  actors: Array.from({ length: n }, (_, i) => `a${i}`),
  networks: { all: empty, coop: empty, conf: empty },
  attributes: { size: { initial: Array.from({ length: n }, (_, i) => i / n) } },
  dependent: { ...list, type: [], types: ["coop", "conf"] },
  network: "all",
};

const model = (kind: BehaviourModel["kind"], terms: { readonly [name: string]: number }): BehaviourModel => ({
  kind,
  formula: Object.keys(terms)
    .map((name) => name.replace("conf: ", "").replace("intercept", "1"))
    .join(" + "),
  terms: Object.entries(terms).map(([name, coefficient]) => ({ name, coefficient })),
});

const choice = model("choice", { "inertia(window=30)": 0.8, "recip(window=1)": 2, "alter(size)": 0.5 });
const type = model("type", { "conf: intercept": -0.5, "conf: recip(conf, window=30)": 1.5 });
const rate = model("rate-timed", { intercept: -1, "ego(size)": 1 });
const drawn = (seed: string, events: number): EventData =>
  dataOfSimulation(simulateEvents([rate, choice, type], blank, { seed, events }), blank);
const data = drawn("diagnose", 500);

describe("features of a stream", () => {
  // By hand: A→B, B→A, A→B, B→C, A→C; C never acts.
  const stream = {
    n: 3,
    time: [1, 2, 4, 4, 8],
    sender: [0, 1, 0, 1, 0],
    receiver: [1, 0, 1, 2, 2],
    type: [0, 1, 1, 0, 0],
    types: ["soft", "hard"],
  };
  const of = (id: string): readonly number[] =>
    features
      .find((feature) => feature.id === id)
      ?.of(stream)
      .map(([, value]) => value) ?? [];

  it.each([
    ["events", [5]],
    ["waits", [0, 0.75, 1.5, 2.5, 4]],
    ["activity", [0, 1, 2, 2.5, 3]],
    ["popularity", [1, 1.5, 2, 2, 2]],
    ["density", [4 / 6]],
    // Of A→B, B→A, B→C, A→C the first two answer each other.
    ["reciprocated", [2 / 4]],
    // B→A→C and A→B→C; both are closed.
    ["triangles", [1]],
    ["repeats", [1 / 5, 1 / 5]],
    // B→A and the second A→B.
    ["answers", [2 / 5, 2 / 5]],
    ["type_mix", [3 / 5, 2 / 5]],
    // Between A and B: hard after soft, hard after hard.
    ["type_runs", [1 / 2]],
  ] as const)("%s is as counted by hand", (id, expected) => {
    const values = of(id);
    expect(values).toHaveLength(expected.length);
    expected.forEach((value, k) => {
      expect(values[k]).toBeCloseTo(value, 12);
    });
  });

  it("are all counted by hand here, and finite for no events at all", () => {
    expect(features).toHaveLength(11);
    for (const feature of features) {
      for (const [, value] of feature.of({
        n: 3,
        time: [],
        sender: [],
        receiver: [],
        type: [],
        types: ["a"],
      })) {
        expect(Number.isFinite(value)).toBe(true);
      }
    }
  });
});

describe("goodnessOfFit", () => {
  it("finds the true model good, and sees what one without answers lacks", () => {
    const good = goodnessOfFit([rate, choice, type], data, { seed: "good", runs: 60 });
    const misses = good.rows.filter(({ p }) => p < 0.01);
    expect(misses).toEqual([]);
    const without = [
      fitEvents(data, { kind: "choice", formula: "alter(size)" }),
      fitEvents(data, { kind: "rate-timed", formula: "1 + ego(size)" }),
    ];
    const poor = goodnessOfFit(without, data, { seed: "poor", runs: 60 });
    const answers = poor.rows.find(({ feature }) => feature === "answers");
    expect(answers?.inside).toBe(false);
    expect(answers?.observed ?? 0).toBeGreaterThan(answers?.high ?? 1);
    expect(answers?.p).toBeCloseTo(2 / 61, 12);
  });

  it("keeps to the observed times where the model does not say when, and says what it used", () => {
    const made = goodnessOfFit(choice, data, {
      seed: "s",
      runs: 5,
      features: ["answers", "events", "type_mix"],
    });
    expect(made.rows.map(({ feature }) => feature)).toEqual(["answers", "answers"]);
    expect(made).toMatchObject({ method: "sampled", runs: 5, seed: "s", draws: "estimates" });
    expect(goodnessOfFit(choice, data, { seed: "s", runs: 5 })).toEqual(
      goodnessOfFit(choice, data, { seed: "s", runs: 5 }),
    );
    expect(() => goodnessOfFit(choice, data, { seed: "s", features: ["anwsers"] })).toThrow(
      /Did you mean "answers"/,
    );
    expect(() => goodnessOfFit(choice, data, { seed: "s", runs: 1 })).toThrow(/1 runs/);
    expect(() => goodnessOfFit(choice, blank, { seed: "s" })).toThrow(/no events/);
  });
});

describe("heldBack", () => {
  const options = { kind: "choice", formula: "inertia(window=30) + recip(window=1)" } as const;

  it("fits the earlier events alone, and its log loss is that of the likelihood of the later ones", () => {
    const made = heldBack(data, options, 0.7);
    expect([made.trained, made.events]).toEqual([350, 150]);
    const parts: number[] = [];
    likelihoodOf(data, options).evaluate(
      Float64Array.from(made.fit.terms, (term) => term.coefficient),
      (part) => parts.push(part),
    );
    const mean = (some: readonly number[]): number => -some.reduce((a, b) => a + b, 0) / some.length;
    expect(made.logLoss).toBeCloseTo(mean(parts.slice(350)), 9);
    expect(made.within.logLoss).toBeCloseTo(mean(parts.slice(0, 350)), 9);
    expect(made.evenLogLoss).toBeCloseTo(Math.log(n - 1), 9);
    expect(made.evenMrr).toBeCloseTo(2 / n, 9);
    expect(made.logLoss).toBeLessThan(made.evenLogLoss);
    expect(made.mrr).toBeGreaterThan(made.evenMrr);
  });

  it("does not see the future: what comes after the split changes nothing in the fit", () => {
    const count = 350;
    const part = (column: ArrayLike<number> = []): number[] => Array.from(column).slice(0, count);
    const { dependent } = data;
    const early: EventData = {
      ...data,
      networks: {
        all: {
          ...empty,
          list: {
            time: part(dependent.time),
            sender: part(dependent.sender),
            receiver: part(dependent.receiver),
            value: part(data.networks.all.list.value),
          },
        },
      },
      dependent: {
        time: part(dependent.time),
        sender: part(dependent.sender),
        receiver: part(dependent.receiver),
      },
    };
    for (const [kind, formula] of [
      ["choice", options.formula],
      ["rate-timed", "1 + ego(size)"],
    ] as const) {
      const alone = fitEvents(early, { kind, formula });
      heldBack(data, { kind, formula }, 0.7).fit.terms.forEach((term, p) => {
        expect(term.coefficient).toBeCloseTo(alone.terms[p].coefficient, 10);
      });
    }
  });

  it("counts ranks with ties shared, by hand", () => {
    const three = { time: [1, 2, 3], sender: [0, 0, 0], receiver: [1, 1, 2], value: [1, 1, 1] };
    const small: EventData = {
      ...blank,
      actors: ["A", "B", "C", "D"],
      networks: { all: { ...empty, list: three } },
      attributes: {},
      dependent: three,
    };
    // First: three equals, rank 2; then B leads; then C is tied with D behind B, rank 2.5.
    const ranks = rankingOf(model("choice", { inertia: 1 }), small);
    expect(ranks.mrr).toBeCloseTo((1 / 2 + 1 + 1 / 2.5) / 3, 12);
    expect([ranks.hits1, ranks.hits3]).toEqual([1 / 3, 1]);
  });

  it.each([
    ["rate", "ego(size)"],
    ["rem", "recip(window=1)"],
    ["coordination", "alter(size)"],
    ["type", "1 + recip(conf, window=30)"],
  ] as const)("its log loss is the likelihood's for %s models too", (kind, formula) => {
    const made = heldBack(data, { kind, formula });
    const parts: number[] = [];
    likelihoodOf(data, { kind, formula, random: seeded("x") }).evaluate(
      Float64Array.from(made.fit.terms, (term) => term.coefficient),
      (part) => parts.push(part),
    );
    const late = parts.slice(made.trained);
    expect(made.logLoss).toBeCloseTo(-late.reduce((a, b) => a + b, 0) / late.length, 8);
  });

  it("refuses a split that leaves a side empty", () => {
    expect(() => heldBack(data, options, 1)).toThrow(/without events/);
    expect(() => heldBack(data, options, 0.001)).toThrow(/without events/);
  });
});

describe("typeCalibration", () => {
  it("gives a model of the base rate alone the base rate's loss, one row, and no error", () => {
    const base = typeCalibration(fitEvents(data, { kind: "type", formula: "1" }), data);
    expect(base.logLoss).toBeCloseTo(base.baseLogLoss, 9);
    expect(base.brier).toBeCloseTo(base.baseBrier, 9);
    expect(base.table).toHaveLength(1);
    expect(base.calibrationError).toBeLessThan(1e-6);
    const hostile = Array.from(data.dependent.type ?? []).reduce((a, b) => a + b, 0) / 500;
    expect(base.table[0].came).toBeCloseTo(hostile, 12);
  });

  it("covers what came where the model is the true one, and shows the error of one that is too sure", () => {
    const true_ = typeCalibration(type, data);
    expect(true_.logLoss).toBeLessThan(true_.baseLogLoss);
    expect(true_.table.filter((row) => row.given < row.low || row.given > row.high)).toEqual([]);
    expect(true_.table.reduce((sum, row) => sum + row.events, 0)).toBe(500);
    const sure = model("type", { "conf: intercept": -3, "conf: recip(conf, window=30)": 6 });
    expect(typeCalibration(sure, data).calibrationError).toBeGreaterThan(3 * true_.calibrationError);
  });

  it("looks at later events alone if asked, and refuses models that say nothing of types", () => {
    const from = data.dependent.time[400];
    expect(typeCalibration(type, data, { from }).events).toBe(100);
    expect(() => typeCalibration(type, data, { from: 1e9 })).toThrow(/no events/);
    expect(() => typeCalibration(choice, data)).toThrow(/type model/);
    expect(() => typeCalibration(type, data, { bins: 0 })).toThrow(/1 or more/);
  });
});

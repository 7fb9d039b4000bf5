import { describe, expect, it } from "vitest";
import type { EventData, Network } from "../event-data.ts";
import type { BehaviourModel } from "../simulation/model.ts";
import { dataOfSimulation, simulateEvents } from "../simulation/simulate-events.ts";
import { changePoints, kolmogorovTail } from "./change-points.ts";

const list = { time: [], sender: [], receiver: [], value: [] };
const empty: Network = { directed: true, changes: "increment", list };
const n = 10;
const blank: EventData = {
  actors: Array.from({ length: n }, (_, i) => `a${i}`),
  networks: { all: empty },
  attributes: { size: { initial: Array.from({ length: n }, (_, i) => i / n) } },
  dependent: list,
  network: "all",
};

const choice = (inertia: number, size: number): BehaviourModel => ({
  kind: "choice",
  formula: "inertia(window=40) + alter(size)",
  terms: [
    { name: "inertia(window=40)", coefficient: inertia },
    { name: "alter(size)", coefficient: size },
  ],
});
const rate = (pace: number, size: number): BehaviourModel => ({
  kind: "rate-timed",
  formula: "1 + ego(size)",
  terms: [
    { name: "intercept", coefficient: pace },
    { name: "ego(size)", coefficient: size },
  ],
});

/** Events under one model and then under another, each at unit times or when they come. */
function changed(first: BehaviourModel, second: BehaviourModel, events: number, seed: string): EventData {
  const early = dataOfSimulation(simulateEvents(first, blank, { seed, events }), blank);
  const from = early.dependent.time[events - 1];
  const late = simulateEvents(second, early, { seed: `${seed} later`, events, from });
  const whole = dataOfSimulation(late, early, { from });
  const join = (a: ArrayLike<number>, b: ArrayLike<number>): number[] => [...Array.from(a), ...Array.from(b)];
  return {
    ...whole,
    dependent: {
      time: join(early.dependent.time, late.time),
      sender: join(early.dependent.sender, late.sender),
      receiver: join(early.dependent.receiver, late.receiver),
    },
  };
}

describe("changePoints", () => {
  it("finds a planted change: which coefficient, when, from what to what", () => {
    const data = changed(choice(0.5, 1), choice(2, 1), 400, "planted");
    const { p, points, terms } = changePoints(data, {
      kind: "choice",
      formula: "inertia(window=40) + alter(size)",
    });
    expect(p).toBeLessThan(0.001);
    expect(points).toHaveLength(1);
    expect(points[0].term).toBe("inertia(window=40)");
    expect(Math.abs(points[0].event - 400)).toBeLessThan(60);
    expect(Math.abs(points[0].before - 0.5)).toBeLessThan(3 * points[0].beforeError);
    expect(Math.abs(points[0].after - 2)).toBeLessThan(3 * points[0].afterError);
    expect(terms[1].p).toBeGreaterThan(0.01);
  });

  it("finds a change of pace in a model with waiting times", () => {
    const data = changed(rate(-1, 0.5), rate(-0.3, 0.5), 300, "pace");
    const { points } = changePoints(data, { kind: "rate-timed", formula: "1 + ego(size)" });
    expect(points.map(({ term }) => term)).toEqual(["intercept"]);
    expect(Math.abs(points[0].event - 300)).toBeLessThan(60);
    expect(Math.abs(points[0].before + 1)).toBeLessThan(3 * points[0].beforeError);
    expect(Math.abs(points[0].after + 0.3)).toBeLessThan(3 * points[0].afterError);
  });

  it("cries wolf no more often than its level says, where nothing changes", () => {
    const runs = 120;
    let alarms = 0;
    for (let run = 0; run < runs; run++) {
      const model = choice(1, 0.5);
      const data = dataOfSimulation(simulateEvents(model, blank, { seed: "none", run, events: 250 }), blank);
      if (changePoints(data, { kind: "choice", formula: model.formula }).p < 0.05) alarms += 1;
    }
    // Four errors above 5 per cent; and some alarms there must be, or the test would be asleep.
    expect(alarms / runs).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / runs));
    expect(alarms).toBeGreaterThan(0);
  });

  it("uses Kolmogorov's distribution", () => {
    // Points as printed in any table.
    for (const [x, p] of [
      [1.2238, 0.1],
      [1.3581, 0.05],
      [1.6276, 0.01],
    ]) {
      expect(Math.abs(kolmogorovTail(x) - p)).toBeLessThan(1e-4);
    }
    expect(kolmogorovTail(0)).toBe(1);
  });

  it("refuses too few events, priors and sampled pairs", () => {
    const data = dataOfSimulation(simulateEvents(choice(1, 1), blank, { seed: "few", events: 50 }), blank);
    const options = { kind: "choice", formula: "inertia(window=40)" } as const;
    expect(() => changePoints(data, options)).toThrow(/60 are needed/);
    expect(() => changePoints(data, { ...options, priors: { all: { mean: 0, deviation: 1 } } })).toThrow(
      /priors/,
    );
    expect(() => changePoints(data, { ...options, kind: "rem-sampled" })).toThrow(/sampled/);
  });
});

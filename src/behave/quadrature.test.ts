import { describe, expect, it } from "vitest";
import type { EventData } from "./event-data.ts";
import { likelihoodOf } from "./fit-events.ts";
import { nodesOf } from "./quadrature.ts";

const integral = (from: number, to: number, scale: number, f: (t: number) => number): number => {
  const { time, weight } = nodesOf(from, to, scale);
  return time.reduce((sum, t, k) => sum + weight[k] * f(t), 0);
};

describe("nodesOf", () => {
  it("integrates powers up to the fifth exactly, in any number of pieces", () => {
    for (const [from, to, scale] of [
      [1, 2, 5],
      [0, 7, 1],
      [2, 2, 1],
    ]) {
      for (let k = 0; k <= 5; k++) {
        const exact = (to ** (k + 1) - from ** (k + 1)) / (k + 1);
        expect(Math.abs(integral(from, to, scale, (t) => t ** k) - exact)).toBeLessThan(1e-9 * (1 + exact));
      }
    }
  });

  it("integrates a fading rate over many half-lives, to one part in ten thousand", () => {
    for (const c of [2, -2]) {
      const rate = (t: number): number => Math.exp(c * 2 ** (-t / 3));
      let fine = 0;
      for (let k = 0; k < 200_000; k++) fine += rate((k + 0.5) / 2000) / 2000;
      expect(Math.abs(integral(0, 100, 3, rate) / fine - 1)).toBeLessThan(1e-4);
    }
  });
});

describe("a timed model whose terms fade", () => {
  const list = { time: [1, 3, 8], sender: [0, 1, 0], receiver: [1, 0, 1], value: [1, 2, 1] };
  const data: EventData = {
    actors: ["A", "B", "C"],
    networks: { all: { directed: true, changes: "increment", list } },
    attributes: {},
    dependent: list,
    network: "all",
    observed: { to: 12 },
  };

  it("has the likelihood of the process: rates at the events, and their integral in between", () => {
    const [a, b] = [-1.5, 0.8];
    const sent = (i: number, t: number): number =>
      list.time.reduce(
        (sum, u, k) => sum + (u < t && list.sender[k] === i ? list.value[k] * 2 ** (-(t - u) / 2) : 0),
        0,
      );
    const eta = (i: number, t: number): number => a + b * sent(i, t);
    let expected = list.time.reduce((sum, t, k) => sum + eta(list.sender[k], t), 0);
    const steps = 22_000;
    for (let k = 0; k < steps; k++) {
      const t = 1 + ((k + 0.5) * 11) / steps;
      for (let i = 0; i < 3; i++) expected -= (Math.exp(eta(i, t)) * 11) / steps;
    }
    const { logLikelihood } = likelihoodOf(data, { kind: "rate-timed", formula: "1 + sent(h=2)" }).evaluate(
      Float64Array.from([a, b]),
    );
    expect(Math.abs(logLikelihood - expected)).toBeLessThan(2e-4);
  });
});

import { describe, expect, it } from "vitest";
import { seeded } from "../base/index.ts";
import type { EventData, Network } from "./event-data.ts";
import { fitEvents, likelihoodOf, type ModelKind } from "./fit-events.ts";

const list = {
  time: [1, 2, 4, 5, 7, 9],
  sender: [0, 1, 0, 2, 3, 0],
  receiver: [1, 0, 2, 0, 2, 1],
  value: [1, 1, 1, 1, 1, 1],
};
const network = (other: Partial<Network> = {}): Network => ({
  directed: true,
  changes: "increment",
  list,
  ...other,
});
const none = { time: [], sender: [], receiver: [], value: [] };
const n = 4;
/** Ties of opportunity: everybody toward everybody, but for the pairs named. */
const allBut = (...shut: readonly (readonly [number, number])[]): Network => ({
  directed: true,
  changes: "replace",
  list: none,
  initial: Array.from({ length: n * n }, (_, c) =>
    shut.some(([i, j]) => i * n + j === c) || Math.floor(c / n) === c % n ? 0 : 1,
  ),
});
const data = (other: Partial<EventData> = {}, near: Network = allBut([0, 3], [2, 1], [3, 0])): EventData => ({
  actors: ["A", "B", "C", "D"],
  networks: { all: network(), near },
  attributes: { size: { initial: [1, 4, 2, 3] } },
  dependent: list,
  network: "all",
  ...other,
});

/** −ln of the number of alternatives, at coefficients of 0. */
const even = (given: EventData, kind: ModelKind, formula: string): number[] => {
  const parts: number[] = [];
  likelihoodOf(given, { kind, formula, controls: 99, random: seeded("x") }).evaluate(
    new Float64Array(1),
    (part) => parts.push(part),
  );
  return parts.map((part) => Math.exp(-part));
};

describe("opportunities", () => {
  it("make the set of those who could be chosen: receivers, pairs, sampled pairs, and pairs that agree", () => {
    const some = data({ opportunities: "near" });
    // A has two of three, B three, C and D two of three.
    [2, 3, 2, 2, 2, 2].forEach((count, e) => {
      expect(even(some, "choice", "alter(size)")[e]).toBeCloseTo(count, 9);
    });
    for (const kind of ["rem", "rem-sampled"] as const) {
      for (const count of even(some, kind, "alter(size)")) expect(count).toBeCloseTo(9, 9);
    }
    // Agreement needs both ways, so A–D and B–C drop out: p(A,B) = 1/2 · 1/3, and so on.
    const pairs = [1 / 6, 1 / 4, 1 / 6, 1 / 4];
    const total = pairs.reduce((a, b) => a + b, 0);
    expect(even(some, "coordination", "alter(size)")[0]).toBeCloseTo(total / (1 / 6), 9);
  });

  it("may change over time: from just after the change", () => {
    const opens = { time: [4], sender: [0], receiver: [3], value: [1] };
    const some = data({ opportunities: "near" }, { ...allBut([0, 3]), list: opens });
    const counts = even(some, "choice", "alter(size)");
    // A acts at 1, 4 and 9.
    expect([counts[0], counts[2], counts[5]].map(Math.round)).toEqual([2, 2, 3]);
    expect(even(some, "rem", "alter(size)").map(Math.round)).toEqual([11, 11, 11, 12, 12, 12]);
  });

  it("refuse an event toward one out of reach, and a network that is not there", () => {
    for (const [kind, event] of [
      ["choice", "Event 4, by C toward A"],
      ["rem", "Event 4, by C toward A"],
      ["rem-sampled", "Event 4, by C toward A"],
      // Both must be able to.
      ["coordination", "Event 3, by A toward C"],
    ] as const) {
      expect(() => even(data({ opportunities: "near" }, allBut([2, 0])), kind, "alter(size)")).toThrow(
        new RegExp(`${event}, .* no opportunity`),
      );
    }
    expect(() => even(data({ opportunities: "nea" }), "choice", "alter(size)")).toThrow(
      /Did you mean "near"/,
    );
  });
});

describe("presence", () => {
  it("makes the set of those who could act or be chosen, from the time of the change", () => {
    const presence = { initial: [1, 1, 1, 0], list: { time: [7], actor: [3], value: [1] } };
    const some = data({ presence });
    expect(even(some, "choice", "alter(size)").map(Math.round)).toEqual([2, 2, 2, 2, 3, 3]);
    expect(even(some, "rate", "ego(size)").map(Math.round)).toEqual([3, 3, 3, 3, 4, 4]);
    expect(even(some, "rem", "alter(size)").map(Math.round)).toEqual([6, 6, 6, 6, 12, 12]);
  });
});

describe("the span in which events were watched", () => {
  it("counts what was quiet before and after: the pace is events over time and actors", () => {
    for (const [observed, span] of [
      [{}, 8],
      [{ from: 0 }, 9],
      [{ to: 12 }, 11],
      [{ from: -1, to: 11 }, 12],
    ] as const) {
      const fit = fitEvents(data({ observed }), { kind: "rate-timed", formula: "1" });
      expect(fit.terms[0].coefficient).toBeCloseTo(Math.log(6 / (span * n)), 9);
    }
  });

  it("lets earlier events be the past alone", () => {
    const late = { time: [7, 9], sender: [3, 0], receiver: [2, 1] };
    const fit = fitEvents(data({ dependent: late, observed: { from: 5, to: 10 } }), {
      kind: "rate-timed",
      formula: "1",
    });
    expect(fit.terms[0].coefficient).toBeCloseTo(Math.log(2 / (5 * n)), 9);
    expect(() => fitEvents(data({ observed: { from: 3 } }), { kind: "rate-timed", formula: "1" })).toThrow(
      /run from 1 to 9; they are said to be observed from 3/,
    );
  });
});

describe("types that cannot be told apart", () => {
  it("are refused, with the reason", () => {
    const typed = (type: readonly number[]): EventData =>
      data({ dependent: { ...list, type, types: ["soft", "hard"] } });
    const asked = (given: EventData) => () => fitEvents(given, { kind: "type", formula: "1" });
    expect(asked(typed([0, 0, 0, 0, 0, 0]))).toThrow(/No event is hard/);
    expect(asked(typed([0, 1, 2, 0, 0, 0]))).toThrow(/Event 3 is of type 2; there are 2/);
    expect(asked(data())).toThrow(/no types/);
  });

  it("say which statistic separates them", () => {
    // Whatever A does is hard, and only that.
    const given = data({
      dependent: { ...list, type: [1, 0, 1, 0, 0, 1], types: ["soft", "hard"] },
      attributes: { isA: { initial: [1, 0, 0, 0] } },
    });
    expect(() => fitEvents(given, { kind: "type", formula: "1 + ego(isA)" })).toThrow(
      /hard: ego\(isA\) separates: by its value alone it can be told whether an event is hard/,
    );
    const held = fitEvents(given, {
      kind: "type",
      formula: "1 + ego(isA)",
      priors: { "hard: ego(isA)": { mean: 0, deviation: 1.5 } },
    });
    for (const { coefficient, standardError } of held.terms) {
      expect(Number.isFinite(coefficient) && Number.isFinite(standardError)).toBe(true);
    }
  });
});

describe("statistics that cannot be told apart", () => {
  it("are named all three where one is the sum of two others", () => {
    const given = data({
      attributes: {
        a: { initial: [1, 0, 3, 2] },
        b: { initial: [2, 1, 0, 5] },
        c: { initial: [3, 1, 3, 7] },
      },
    });
    expect(() => fitEvents(given, { kind: "choice", formula: "alter(a) + alter(b) + alter(c)" })).toThrow(
      /alter\(c\) cannot be told from alter\(a\) and alter\(b\): it rises and falls with them exactly/,
    );
  });

  it("do not vary where nothing has happened yet", () => {
    expect(() =>
      fitEvents(data({ networks: { all: network({ list: none }) } }), { kind: "choice", formula: "trans" }),
    ).toThrow(/trans cannot be estimated: it is the same for everyone/);
  });
});

describe("events of one time", () => {
  it("do not see each other, and each counts", () => {
    const twice = { time: [1, 2, 2, 3], sender: [0, 0, 0, 0], receiver: [1, 2, 2, 2], value: [1, 1, 1, 1] };
    const parts: number[] = [];
    likelihoodOf(data({ dependent: twice, networks: { all: network({ list: twice }) } }), {
      kind: "choice",
      formula: "inertia",
    }).evaluate(Float64Array.from([1]), (part) => parts.push(Math.exp(part)));
    // At 2 only 0 → 1 is known, for both; at 3 also 0 → 2.
    const e = Math.E;
    [1 / 3, 1 / (2 + e), 1 / (2 + e), e / (1 + 2 * e)].forEach((expected, k) => {
      expect(parts[k]).toBeCloseTo(expected, 12);
    });
  });
});

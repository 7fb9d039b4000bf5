import { describe, expect, it } from "vitest";
import { placed } from "../../base/index.ts";
import type { EventData, Network } from "../event-data.ts";
import { fitEvents } from "../fit-events.ts";
import type { BehaviourModel } from "./model.ts";
import { dataOfSimulation, simulateEvents } from "./simulate-events.ts";

const none = { time: [], sender: [], receiver: [], value: [] };
const empty: Network = { directed: true, changes: "increment", list: none };

/** A world without a past. */
function world(n: number, other: Partial<EventData> = {}): EventData {
  return {
    actors: Array.from({ length: n }, (_, i) => `a${i}`),
    networks: { all: empty, coop: empty, conf: empty },
    attributes: { size: { initial: Array.from({ length: n }, (_, i) => (i % 5) / 5) } },
    dependent: { ...none, type: [], types: ["coop", "conf"] },
    network: "all",
    ...other,
  };
}

/** A model with coefficients by term. */
function model(kind: BehaviourModel["kind"], terms: { readonly [name: string]: number }): BehaviourModel {
  const names = Object.keys(terms);
  const plain = [...new Set(names.map((name) => (name.includes(": ") ? name.split(": ")[1] : name)))];
  return {
    kind,
    formula: plain.map((name) => (name === "intercept" ? "1" : name)).join(" + "),
    terms: names.map((name) => ({ name, coefficient: terms[name] })),
  };
}

const rate = model("rate-timed", { intercept: -1, "outdeg(window=3)": 0.4 });
const choice = model("choice", { inertia: 0.8, recip: 1.1, "alter(size)": -0.5 });
const type = model("type", { "conf: intercept": -0.4, "conf: recip(conf, h=9)": 1.3 });

interface Past {
  readonly time: number;
  readonly i: number;
  readonly j: number;
  readonly k: number;
}

/** The first number by which cumulated weights pass a place. */
function walked(weights: readonly number[], uniform: number): number {
  let left = uniform * weights.reduce((a, b) => a + b, 0);
  return weights.findIndex((w) => {
    left -= w;
    return w > 0 && left < 0;
  });
}

describe("simulateEvents", () => {
  it("draws what the definition gives, letter by letter: waiting times with a window, choice, type", () => {
    const n = 5;
    const data = world(n);
    const made = simulateEvents([rate, choice, type], data, { seed: "twin", run: 3, events: 200 });
    const luck = placed("twin");
    const past: Past[] = [];
    const size = Array.from(data.attributes.size.initial);
    let time = 0;
    for (let e = 0; e < 200; e++) {
      // Ties count for 3 after an event: from just after it to just after 3 later.
      for (let attempt = 0; ; attempt++) {
        const alive = past.filter((p) => p.time + 3 > time);
        const rates = size.map((_, i) =>
          Math.exp(-1 + 0.4 * new Set(alive.filter((p) => p.i === i).map((p) => p.j)).size),
        );
        const total = rates.reduce((a, b) => a + b, 0);
        luck.at(3, e, attempt, 0);
        const next = time - Math.log(1 - luck.uniform()) / total;
        const end = Math.min(...alive.map((p) => p.time + 3));
        if (next > end) {
          time = end;
          continue;
        }
        time = next;
        luck.at(3, e, attempt, 1);
        const i = walked(rates, luck.uniform());
        const did = (a: number, b: number): number => (past.some((p) => p.i === a && p.j === b) ? 1 : 0);
        const odds = size.map((z, j) =>
          i === j ? 0 : Math.exp(0.8 * did(i, j) + 1.1 * did(j, i) - 0.5 * z),
        );
        luck.at(3, e, attempt, 2);
        const j = walked(odds, luck.uniform());
        const answered = past
          .filter((p) => p.i === j && p.j === i && p.k === 1)
          .reduce((sum, p) => sum + 2 ** (-(time - p.time) / 9), 0);
        luck.at(3, e, attempt, 3);
        const k = walked([1, Math.exp(-0.4 + 1.3 * answered)], luck.uniform());
        expect([made.sender[e], made.receiver[e], made.type?.[e]]).toEqual([i, j, k]);
        expect(Math.abs(made.time[e] - time)).toBeLessThan(1e-9 * (1 + time));
        past.push({ time, i, j, k });
        break;
      }
    }
  });

  it("draws pairs at given times as the definition gives them: equal times do not see each other", () => {
    const n = 4;
    const pairs = model("rem", { "inertia(h=4)": 0.6, recip: 0.9 });
    const times = Array.from({ length: 120 }, (_, e) => Math.floor(e / 2));
    const made = simulateEvents(pairs, world(n), { seed: "pairs", times });
    const luck = placed("pairs");
    const past: Past[] = [];
    times.forEach((time, e) => {
      const seen = past.filter((p) => p.time < time);
      const weights = Array.from({ length: n * n }, (_, u) => {
        const [i, j] = [Math.floor(u / n), u % n];
        if (i === j) return 0;
        const own = seen
          .filter((p) => p.i === i && p.j === j)
          .reduce((sum, p) => sum + 2 ** (-(time - p.time) / 4), 0);
        return Math.exp(0.6 * own + 0.9 * (seen.some((p) => p.i === j && p.j === i) ? 1 : 0));
      });
      luck.at(0, e, 0, 1);
      const u = walked(weights, luck.uniform());
      expect([made.sender[e], made.receiver[e]]).toEqual([Math.floor(u / n), u % n]);
      past.push({ time, i: Math.floor(u / n), j: u % n, k: 0 });
    });
  });

  it("draws pairs that agree with the chances of the coordination model", () => {
    const data = world(3);
    const agree = model("coordination", { "alter(size)": 4 });
    // Nothing changes: size 0, .2, .4. p(i, j) by hand.
    const pull = [0, 0.2, 0.4].map((z) => Math.exp(4 * z));
    const p = (i: number, j: number): number => pull[j] / (pull[0] + pull[1] + pull[2] - pull[i]);
    const weights = [p(0, 1) * p(1, 0), p(0, 2) * p(2, 0), p(1, 2) * p(2, 1)];
    const total = weights[0] + weights[1] + weights[2];
    const counts = [0, 0, 0];
    const events = 6000;
    const made = simulateEvents(agree, data, { seed: "agree", events });
    for (let e = 0; e < events; e++) counts[made.sender[e] + made.receiver[e] - 1] += 1;
    weights.forEach((w, k) => {
      const chance = w / total;
      const error = Math.sqrt((chance * (1 - chance)) / events);
      expect(Math.abs(counts[k] / events - chance)).toBeLessThan(4 * error);
    });
  });

  it("keeps the rate of a fading statistic exactly: as many events as its integral says", () => {
    // One past event of 0 at time 0; then no feedback: events of 0 are Poisson with ∫ exp(-2 + 2·2^(-t/5)) dt.
    const list = { time: [0], sender: [0], receiver: [1], value: [1] };
    const data = world(2, { networks: { all: empty, push: { ...empty, list } }, dependent: none });
    for (const c of [2, -2]) {
      const pushed = model("rate-timed", { intercept: -2, "sent(push, h=5)": c });
      let count = 0;
      const runs = 1500;
      for (let run = 0; run < runs; run++) {
        const { sender } = simulateEvents(pushed, data, { seed: "fade", run, from: 0, until: 10 });
        count += sender.reduce((sum, i) => sum + (i === 0 ? 1 : 0), 0);
      }
      let expected = 0;
      const steps = 4000;
      for (let k = 0; k < steps; k++) {
        expected += (Math.exp(-2 + c * 2 ** (-((k + 0.5) * 10) / steps / 5)) * 10) / steps;
      }
      expect(Math.abs(count / runs - expected)).toBeLessThan(4 * Math.sqrt(expected / runs));
    }
  });

  it("gives the same bytes for the same seed and run, and others for others", () => {
    const drawn = (seed: string, run: number) =>
      Array.from(simulateEvents([rate, choice, type], world(6), { seed, run, events: 50 }).time);
    expect(drawn("a", 1)).toEqual(drawn("a", 1));
    expect(drawn("a", 2)).not.toEqual(drawn("a", 1));
    expect(drawn("b", 1)).not.toEqual(drawn("a", 1));
  });

  it("lets nobody act who is absent, and nobody toward whom there is no opportunity", () => {
    const near = (i: number, j: number): boolean => Math.abs(i - j) === 1;
    const data = world(6, {
      presence: { initial: [1, 1, 1, 1, 1, 0], list: { time: [20, 30], actor: [0, 5], value: [0, 1] } },
      networks: {
        all: empty,
        near: {
          ...empty,
          initial: Array.from({ length: 36 }, (_, c) => (near(Math.floor(c / 6), c % 6) ? 1 : 0)),
        },
      },
      dependent: none,
      opportunities: "near",
    });
    for (const models of [
      [rate, choice],
      [model("rem-timed", { intercept: -2, inertia: 0.3 })],
      [model("coordination", { inertia: 0.3 })],
    ]) {
      const made = simulateEvents(models, data, { seed: "there", from: 0, events: 300 });
      for (let e = 0; e < made.count; e++) {
        const [t, i, j] = [made.time[e], made.sender[e], made.receiver[e]];
        expect(near(i, j)).toBe(true);
        if (t > 20) expect(Math.min(i, j)).toBeGreaterThan(0);
        if (t < 30) expect(Math.max(i, j)).toBeLessThan(5);
      }
      expect(Math.max(...made.sender)).toBe(5);
      // What was drawn can be fitted: no event is impossible.
      const last = models[models.length - 1];
      expect(() => fitEvents(dataOfSimulation(made, data, { from: 0 }), last)).not.toThrow();
    }
  });

  it("stops where asked, and says when nobody is left", () => {
    expect(simulateEvents(rate, world(3), { seed: "x", until: 4 })).toMatchObject({ ended: "until" });
    const gone = world(2, { presence: { initial: [1, 1], list: { time: [2], actor: [1], value: [0] } } });
    const made = simulateEvents([rate, choice], gone, { seed: "x", from: 0, events: 1000 });
    expect(made.ended).toBe("still");
    expect(made.count).toBeLessThan(1000);
  });

  it("goes on from a past, which it keeps", () => {
    const list = { time: [1, 2, 9], sender: [0, 0, 1], receiver: [1, 1, 2], value: [1, 1, 1] };
    const data = world(3, { networks: { all: { ...empty, list } }, dependent: list });
    const sure = model("choice", { inertia: 40 });
    const { sender, receiver } = simulateEvents(sure, data, { seed: "on", from: 2, events: 40 });
    // At 2 only 0 → 1 is known.
    for (let e = 0; e < 40; e++) if (sender[e] === 0) expect(receiver[e]).toBe(1);
    const later = dataOfSimulation(simulateEvents(sure, data, { seed: "on", from: 2, events: 4 }), data, {
      from: 2,
    });
    expect(Array.from(later.networks.all.list.time)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("draws coefficients around a fit, others in each run", () => {
    const data = world(5);
    const fit = fitEvents(
      dataOfSimulation(simulateEvents([rate, choice], data, { seed: "f", events: 60 }), data),
      choice,
    );
    const drawn = (draws: "estimates" | "laplace", run: number) =>
      Array.from(simulateEvents(fit, data, { seed: "g", run, draws, events: 40 }).receiver);
    expect(drawn("laplace", 1)).toEqual(drawn("laplace", 1));
    expect(drawn("laplace", 1)).not.toEqual(drawn("estimates", 1));
    expect(() => simulateEvents(choice, data, { seed: "g", draws: "laplace", events: 4 })).toThrow(
      /has no covariance/,
    );
  });

  describe("says why it cannot", () => {
    const data = world(4);
    const asked =
      (models: BehaviourModel | readonly BehaviourModel[], other: object = { events: 5 }): (() => unknown) =>
      () =>
        simulateEvents(models, data, { seed: "no", ...other });

    it("models that say the same, or nothing of who acts", () => {
      expect(asked([choice, choice])).toThrow(/say the same of an event/);
      expect(asked([rate, model("rem", { inertia: 1 })])).toThrow(/cannot be joined/);
      expect(asked([type])).toThrow(/No model says who acts/);
    });

    it("coefficients that are missing, unknown or not numbers", () => {
      expect(asked({ ...choice, terms: choice.terms.slice(1) })).toThrow(/recip, alter\(size\)/);
      expect(
        asked({ ...choice, terms: [{ name: "inertai", coefficient: 1 }, ...choice.terms.slice(1)] }),
      ).toThrow(/Did you mean "inertia"/);
      expect(
        asked({ ...choice, terms: choice.terms.map((term) => ({ ...term, coefficient: Number.NaN })) }),
      ).toThrow(/each needs a number/);
    });

    it("one actor alone, or an event log without types for a type model", () => {
      expect(() => simulateEvents(choice, world(1), { seed: "no", events: 5 })).toThrow(/two actors or more/);
      const untyped = world(3, { dependent: none });
      expect(() => simulateEvents([choice, type], untyped, { seed: "no", events: 5 })).toThrow(
        /fewer than two types/,
      );
    });

    it("no end, times out of order, a process that runs away", () => {
      expect(asked(rate, {})).toThrow(/Say where the simulation ends/);
      expect(asked(choice, { times: [2, 1] })).toThrow(/comes before time 1/);
      expect(asked(rate, { times: [1, 2] })).toThrow(/says itself when/);
      expect(asked(choice, { events: -1 })).toThrow(/0 or more/);
      expect(asked(choice, { events: 3, feeds: [{ network: "al", value: 1 }] })).toThrow(
        /Did you mean "all"/,
      );
      expect(
        asked(model("rate-timed", { intercept: 0, "outdeg(weighted=true)": 3 }), { events: 1000 }),
      ).toThrow(/faster and faster/);
    });
  });
});

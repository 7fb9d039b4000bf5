import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../base/index.ts";
import type { EventData, Network } from "./event-data.ts";
import { fitEvents, likelihoodOf, type ModelKind } from "./fit-events.ts";
import { chiSquareTail, drawCoefficients, likelihoodRatio, wald } from "./fit-tests.ts";

const n = 6;

/** A stream of events in which past acts and answers count, drawn from the model itself. */
function stream(count: number, seed: string, inertia = 0.8, answer = 1.2): EventData {
  const luck = seeded(seed);
  const x = new Float64Array(n * n);
  const columns = {
    time: [] as number[],
    sender: [] as number[],
    receiver: [] as number[],
    value: [] as number[],
  };
  const type: number[] = [];
  let time = 0;
  for (let e = 0; e < count; e++) {
    time += Math.floor(luck.uniform() * 3);
    const i = luck.integer(n);
    const weights = Array.from({ length: n }, (_, j) =>
      i === j ? 0 : Math.exp(inertia * Math.sign(x[i * n + j]) + answer * Math.sign(x[j * n + i])),
    );
    let left = luck.uniform() * weights.reduce((a, b) => a + b, 0);
    const j = weights.findIndex((w) => {
      left -= w;
      return left < 0;
    });
    columns.time.push(time);
    columns.sender.push(i);
    columns.receiver.push(j);
    columns.value.push(1);
    type.push(luck.uniform() < 0.3 + 0.3 * Math.sign(x[j * n + i]) ? 1 : 0);
    // Forgetting now and then keeps the network from filling up.
    if (e % 7 === 0) x.fill(0);
    x[i * n + j] += 1;
  }
  const network: Network = { directed: true, changes: "increment", list: columns };
  const even = (k: number): boolean => type[k] === 0;
  const part = (keep: (k: number) => boolean): Network => ({
    ...network,
    list: {
      time: columns.time.filter((_, k) => keep(k)),
      sender: columns.sender.filter((_, k) => keep(k)),
      receiver: columns.receiver.filter((_, k) => keep(k)),
      value: columns.value.filter((_, k) => keep(k)),
    },
  });
  return {
    actors: ["A", "B", "C", "D", "E", "F"],
    networks: { all: network, coop: part(even), conf: part((k) => !even(k)) },
    attributes: { size: { initial: [1, 5, 2, 2, 9, 3] }, bloc: { initial: [1, 1, 2, 2, 3, 3] } },
    dependent: { ...columns, type, types: ["friendly", "hostile"] },
    network: "all",
    signed: ["coop", "conf"],
  };
}

const models: readonly { readonly kind: ModelKind; readonly formula: string }[] = [
  {
    kind: "choice",
    formula: "inertia(h=20, transform=log1p) + recip(window=9) + alter(size) + enemy_of_friend(h=15)",
  },
  { kind: "rate", formula: "outdeg(window=9) + received(conf, h=12) + ego(size)" },
  { kind: "rate-timed", formula: "1 + outdeg(window=9) + ego(size)" },
  { kind: "rem", formula: "inertia(window=9) + recip + same(bloc) + outdeg(type=ego) + indeg" },
  { kind: "rem-timed", formula: "1 + inertia(window=9) + trans + diff(size)" },
  { kind: "rem-sampled", formula: "inertia(h=9) + recip(h=9)" },
  { kind: "coordination", formula: "tie(window=20) + alter(size)" },
  { kind: "type", formula: "1 + recip(conf, h=20, transform=muchness) + friend_of_enemy(h=30)" },
];

describe("every model's likelihood", () => {
  it.each(models)("$kind: its score is the slope that differences give, and its parts add up", (model) => {
    const data = stream(60, "slope");
    const likelihood = likelihoodOf(data, { ...model, random: seeded("controls") });
    const size = likelihood.names.length;
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size, maxLength: size }),
        (at) => {
          const theta = Float64Array.from(at);
          const parts: number[] = [];
          const total = new Float64Array(size);
          const { logLikelihood, score } = likelihood.evaluate(theta, (part, own) => {
            parts.push(part);
            own.forEach((s, p) => {
              total[p] += s;
            });
          });
          expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(logLikelihood, 7);
          const h = 1e-5;
          for (let p = 0; p < size; p++) {
            const shifted = (by: number): number =>
              likelihood.evaluate(theta.map((c, q) => (p === q ? c + by : c))).logLikelihood;
            const slope = (shifted(h) - shifted(-h)) / (2 * h);
            expect(Math.abs(score[p] - slope)).toBeLessThan(1e-4 * (1 + Math.abs(slope)));
            expect(Math.abs(score[p] - total[p])).toBeLessThan(1e-7 * (1 + Math.abs(total[p])));
          }
        },
      ),
      { numRuns: 4 },
    );
  });

  it.each(models.filter(({ kind }) => kind !== "coordination"))(
    "$kind: its information is minus the slope of the score",
    (model) => {
      const likelihood = likelihoodOf(stream(60, "curve"), { ...model, random: seeded("controls") });
      const size = likelihood.names.length;
      const theta = new Float64Array(size).fill(0.2);
      const { information } = likelihood.evaluate(theta);
      const h = 1e-5;
      for (let p = 0; p < size; p++) {
        const shifted = (by: number): Float64Array =>
          likelihood.evaluate(theta.map((c, q) => (p === q ? c + by : c))).score;
        const [up, down] = [shifted(h), shifted(-h)];
        for (let q = 0; q < size; q++) {
          const slope = -(up[q] - down[q]) / (2 * h);
          expect(Math.abs(information[p * size + q] - slope)).toBeLessThan(1e-3 * (1 + Math.abs(slope)));
        }
      }
    },
  );
});

describe("fitEvents", () => {
  it("finds coefficients again from which events were drawn", () => {
    const data = stream(3000, "recover");
    // The drawn world forgets every seventh event; only what is left of it can be seen in a short window.
    const { terms } = fitEvents(data, { kind: "choice", formula: "inertia(window=4) + recip(window=4)" });
    for (const { coefficient, standardError } of terms) {
      expect(coefficient).toBeGreaterThan(0.2);
      expect(standardError).toBeLessThan(0.1);
    }
  });

  it("estimates the rate of a timed model without further terms as events over time and actors", () => {
    const data = stream(80, "rate");
    const { time } = data.dependent;
    const fit = fitEvents(data, { kind: "rate-timed", formula: "1" });
    const span = time[79] - time[0];
    expect(fit.terms[0].coefficient).toBeCloseTo(Math.log(80 / (span * n)), 9);
    expect(fit.terms[0].standardError).toBeCloseTo(1 / Math.sqrt(80), 9);
  });

  it("estimates the type without further terms as its log odds", () => {
    const data = stream(90, "odds");
    const hostile = Array.from(data.dependent.type ?? []).reduce((a, b) => a + b, 0);
    const fit = fitEvents(data, { kind: "type", formula: "1" });
    expect(fit.terms[0].name).toBe("hostile: intercept");
    expect(fit.terms[0].coefficient).toBeCloseTo(Math.log(hostile / (90 - hostile)), 9);
  });

  it("does not depend on how actors are numbered", () => {
    const data = stream(120, "rename");
    const order = [4, 2, 0, 5, 1, 3];
    const moved = (network: Network): Network => ({
      ...network,
      list: {
        ...network.list,
        sender: Array.from(network.list.sender, (i) => order[i]),
        receiver: Array.from(network.list.receiver, (i) => order[i]),
      },
    });
    const renamed: EventData = {
      ...data,
      networks: Object.fromEntries(Object.entries(data.networks).map(([name, net]) => [name, moved(net)])),
      dependent: { ...data.dependent, ...moved(data.networks.all).list },
    };
    const options = { kind: "rem", formula: "inertia(window=9) + recip + trans" } as const;
    const [a, b] = [fitEvents(data, options), fitEvents(renamed, options)];
    expect(b.logLikelihood).toBeCloseTo(a.logLikelihood, 8);
    a.terms.forEach((term, p) => {
      expect(b.terms[p].coefficient).toBeCloseTo(term.coefficient, 8);
    });
  });

  it("does not depend on the unit of time, but for the intercept", () => {
    const data = stream(120, "unit");
    const hours = (network: Network): Network => ({
      ...network,
      list: { ...network.list, time: Array.from(network.list.time, (t) => 24 * t) },
    });
    const inHours: EventData = {
      ...data,
      networks: Object.fromEntries(Object.entries(data.networks).map(([name, net]) => [name, hours(net)])),
      dependent: { ...data.dependent, time: Array.from(data.dependent.time, (t) => 24 * t) },
    };
    const days = fitEvents(data, { kind: "rate-timed", formula: "1 + sent(h=5)" });
    const other = fitEvents(inHours, { kind: "rate-timed", formula: "1 + sent(h=120)" });
    expect(other.terms[1].coefficient).toBeCloseTo(days.terms[1].coefficient, 7);
    expect(other.terms[0].coefficient).toBeCloseTo(days.terms[0].coefficient - Math.log(24), 7);
  });

  it("pulls a coefficient toward its prior, the more the narrower", () => {
    const data = stream(40, "prior");
    const pulled = (deviation: number): number =>
      fitEvents(data, {
        kind: "choice",
        formula: "inertia + recip",
        priors: { all: { mean: 0, deviation } },
      }).terms[1].coefficient;
    const free = fitEvents(data, { kind: "choice", formula: "inertia + recip" }).terms[1].coefficient;
    expect(pulled(100)).toBeCloseTo(free, 3);
    expect(Math.abs(pulled(0.1))).toBeLessThan(Math.abs(pulled(1)));
    expect(Math.abs(pulled(0.01))).toBeLessThan(0.01);
  });

  it("comes near the full model when pairs are sampled", () => {
    const data = stream(800, "sampled");
    const formula = "inertia(window=9) + recip(window=9)";
    const full = fitEvents(data, { kind: "rem", formula });
    const some = fitEvents(data, { kind: "rem-sampled", formula, controls: 12, random: seeded("x") });
    full.terms.forEach((term, p) => {
      expect(Math.abs(some.terms[p].coefficient - term.coefficient)).toBeLessThan(
        4 * some.terms[p].standardError,
      );
    });
    // With all other pairs as controls it is the full model.
    const every = fitEvents(data, { kind: "rem-sampled", formula, controls: 500, random: seeded("y") });
    expect(every.logLikelihood).toBeCloseTo(full.logLikelihood, 6);
  });

  it("gives finite errors that robust ones resemble", () => {
    const fit = fitEvents(stream(800, "robust"), {
      kind: "choice",
      formula: "inertia(window=9) + recip(window=9)",
      observe: true,
    });
    for (const term of fit.terms) {
      expect((term.robustError ?? 0) / term.standardError).toBeGreaterThan(0.7);
      expect((term.robustError ?? 0) / term.standardError).toBeLessThan(1.4);
    }
    expect(fit.parts).toHaveLength(800);
  });

  describe("says why it cannot", () => {
    const data = stream(60, "refuse");
    const choice =
      (formula: string, other: EventData = data): (() => unknown) =>
      () =>
        fitEvents(other, { kind: "choice", formula });

    it("a statistic that is the same for all", () => {
      expect(choice("inertia + ego(size)")).toThrow(
        /ego\(size\) cannot be estimated: it is the same for everyone/,
      );
    });

    it("two statistics that say the same", () => {
      expect(choice("inertia + diff(size) + sim(size)")).toThrow(
        /sim\(size\) cannot be told from diff\(size\)/,
      );
    });

    it("a statistic that foretells every choice", () => {
      const list = { time: [1, 2, 3, 4], sender: [0, 0, 0, 0], receiver: [1, 1, 1, 1], value: [1, 1, 1, 1] };
      const sure: EventData = {
        ...data,
        networks: { all: { directed: true, changes: "increment", list } },
        dependent: list,
      };
      expect(choice("inertia", sure)).toThrow(/inertia separates: .* the one with the largest value was/);
      const held = fitEvents(sure, {
        kind: "choice",
        formula: "inertia",
        priors: { all: { mean: 0, deviation: 1 } },
      });
      expect(Number.isFinite(held.terms[0].coefficient)).toBe(true);
    });

    it("events out of order, of nobody, of one toward itself; none; one actor", () => {
      const dependent = { time: [2, 1], sender: [0, 1], receiver: [1, 0] };
      expect(choice("inertia", { ...data, dependent })).toThrow(/Event 2 .* comes before event 1/);
      expect(
        choice("inertia", { ...data, dependent: { ...dependent, time: [1, 2], receiver: [9, 0] } }),
      ).toThrow(/names actor 9/);
      expect(
        choice("inertia", { ...data, dependent: { ...dependent, time: [1, 2], receiver: [0, 0] } }),
      ).toThrow(/A acts upon itself/);
      expect(choice("inertia", { ...data, dependent: { time: [], sender: [], receiver: [] } })).toThrow(
        /no events/,
      );
      expect(choice("inertia", { ...data, actors: ["A"] })).toThrow(/one actor/);
      expect(choice("inertia", { ...data, dependent: { ...dependent, time: [1, Number.NaN] } })).toThrow(
        /time NaN/,
      );
    });

    it("an event of somebody who is not there", () => {
      const presence = { initial: [0, 1, 1, 1, 1, 1] };
      expect(choice("inertia", { ...data, presence })).toThrow(/not present/);
    });

    it("names, options and levels that do not exist, with the near miss", () => {
      expect(choice("inerta")).toThrow(/Did you mean "inertia"/);
      expect(choice("inertia(conff)")).toThrow(/Did you mean "conf"/);
      expect(choice("inertia(halflife=3)")).toThrow(/there is no option "halflife"/);
      expect(choice("inertia(transform=log2p)")).toThrow(/Did you mean "log1p"/);
      expect(choice("trans(h=30)")).toThrow(/takes a window but no half-life/);
      expect(choice("inertia(h=-3)")).toThrow(/above 0/);
      expect(choice("inertia(h=3, window=3)")).toThrow(/choose one/);
      expect(choice("same(size, bloc)")).toThrow(/0 networks and 1 attributes/);
      expect(choice("1 + inertia")).toThrow(/leave out 1/);
      expect(() => fitEvents(data, { kind: "rate", formula: "inertia" })).toThrow(/belongs to a pair/);
      expect(() => fitEvents(data, { kind: "rem-timed", formula: "inertia" })).toThrow(/needs an intercept/);
    });
  });
});

describe("tests of a fit", () => {
  const data = stream(400, "tests");
  const small = fitEvents(data, { kind: "choice", formula: "inertia(window=9)" });
  const large = fitEvents(data, {
    kind: "choice",
    formula: "inertia(window=9) + recip(window=9) + alter(size)",
  });

  it("compare nested models, and refuse others", () => {
    const test = likelihoodRatio(small, large);
    expect(test.freedom).toBe(2);
    expect(test.statistic).toBeCloseTo(2 * (large.logLikelihood - small.logLikelihood), 9);
    expect(test.p).toBeLessThan(1e-4);
    expect(() => likelihoodRatio(large, small)).toThrow(/is not part of/);
  });

  it("agree with the z of one coefficient", () => {
    const { coefficient, standardError } = large.terms[2];
    expect(wald(large, ["alter(size)"]).statistic).toBeCloseTo((coefficient / standardError) ** 2, 9);
    expect(() => wald(large, ["trans"])).toThrow(/no term "trans"/);
  });

  it("use the χ² of the tables", () => {
    // Points of the χ² distribution as printed in any table.
    for (const [x, freedom, p] of [
      [3.841459, 1, 0.05],
      [6.634897, 1, 0.01],
      [5.991465, 2, 0.05],
      [18.307038, 10, 0.05],
      [2.70554, 1, 0.1],
      [0.455, 1, 0.5],
    ]) {
      expect(Math.abs(chiSquareTail(x, freedom) - p)).toBeLessThan(2e-4 * (p > 0.4 ? 2 : 1));
    }
    expect(chiSquareTail(0, 3)).toBe(1);
  });

  it("draw coefficients with the fit's means and errors", () => {
    const luck = seeded("draws");
    const draws = Array.from({ length: 4000 }, () => drawCoefficients(large, luck));
    large.terms.forEach(({ coefficient, standardError }, p) => {
      const mean = draws.reduce((sum, draw) => sum + draw[p], 0) / draws.length;
      expect(Math.abs(mean - coefficient)).toBeLessThan((4 * standardError) / Math.sqrt(draws.length));
      const spread = Math.sqrt(draws.reduce((sum, draw) => sum + (draw[p] - mean) ** 2, 0) / draws.length);
      expect(Math.abs(spread / standardError - 1)).toBeLessThan(4 / Math.sqrt(2 * draws.length));
    });
  });
});

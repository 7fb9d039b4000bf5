import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import {
  ktabUniform,
  playSpatial,
  type SpatialProblem,
  type SpatialSwitches,
  spatialDefaults,
  spatialStanding,
} from "../index.ts";
import { vote } from "./vote.ts";

type Rows = number[][];

// The model letter by letter, with nothing done twice as fast: KTAB's equations as docs/why/bargaining.md
// numbers them. Votes are shared with the room; they have a table of their own below.

/** (4)–(6) for linear victories and the conditional election: who prevails among m options. */
function prevails(s: SpatialSwitches, weights: number[], utility: Rows): number[] {
  const m = utility[0].length;
  const strength = (i: number, j: number): number => {
    // votes are cast once, on the pair with the higher option first
    const [a, b] = i > j ? [i, j] : [j, i];
    let sum = 1e-8;
    weights.forEach((w, k) => {
      const v = vote(s.voting, w, utility[k][a] - utility[k][b]);
      sum += Math.max(0, i > j ? v : -v);
    });
    return sum;
  };
  const q = utility[0].map((_, i) => {
    let product = 1;
    for (let j = 0; j < m; j++) product *= i === j ? 0.5 : strength(i, j) / (strength(i, j) + strength(j, i));
    return product;
  });
  const total = q.reduce((sum, x) => sum + x, 0);
  return q.map((x) => x / total);
}

const worth = (d: number, r: number): number => (1 - d) * (1 + d * r);

/** One turn: where everyone stands after it. */
function twinTurn(problem: SpatialProblem, s: SpatialSwitches, positions: Rows): Rows {
  const { actors } = problem;
  const n = actors.length;
  const c = actors.map((actor) => actor.capability);
  const care = actors.map(({ salience }) => salience.reduce((sum, x) => sum + x, 0));
  const w = care.map((x, i) => x * c[i]);
  const far = (i: number, point: number[]): number => {
    const { salience } = actors[i];
    const squares = point.reduce((sum, y, k) => sum + ((positions[i][k] - y) * salience[k]) ** 2, 0);
    return Math.sqrt(squares / salience.reduce((sum, x) => sum + x * x, 0));
  };
  const v = actors.map((_, i) => positions.map((point) => far(i, point)));
  const p = prevails(
    s,
    c,
    v.map((row) => row.map((d) => 1 - d)),
  );
  const low = Math.min(...p);
  const high = Math.max(...p);
  const risk = p.map((x) => (high > low ? (3 * x - (high + 2 * low)) / (2 * (high - low)) : 0));
  const seen = (h: number): Rows => v.map((row, i) => row.map((d) => worth(d, (2 * risk[h] + risk[i]) / 3)));

  /** (9) with semi-commitment. */
  const challenge = (u: Rows, i: number, j: number, whom: number) => {
    let a = 1e-10;
    let b = 1e-10;
    for (const x of [vote(s.voting, w[i], u[i][i] - u[i][j]), vote(s.voting, w[j], u[j][i] - u[j][j])]) {
      a += Math.max(0, x);
      b += Math.max(0, -x);
    }
    const [a0, b0] = [a, b];
    for (let q = 0; q < n; q++) {
      if (q === i || q === j) continue;
      const v0 = vote(s.voting, w[q], u[q][i] - u[q][j]);
      const [x, y] = [a0 + Math.max(0, v0), b0 + Math.max(0, -v0)];
      const chance = x / (x + y);
      const withI = chance * (u[q][i] + u[q][i] + u[q][q]) + (1 - chance) * (u[q][j] + u[q][j] + u[q][j]);
      const withJ = chance * (u[q][i] + u[q][i] + u[q][i]) + (1 - chance) * (u[q][j] + u[q][j] + u[q][q]);
      const x1 = vote(s.voting, w[q], withI - withJ);
      a += Math.max(0, x1);
      b += Math.max(0, -x1);
    }
    const [win, lose] = [u[whom][i] + u[whom][i], u[whom][j] + u[whom][j]];
    const contested = (a / (a + b)) * win + (b / (a + b)) * lose;
    return {
      chance: a / (a + b),
      gain: (1 - care[j]) * win + care[j] * contested - (u[whom][i] + u[whom][j]),
    };
  };

  // (10)–(12)
  const lists: { i: number; j: number; xi: number[]; xj: number[] }[][] = actors.map(() => []);
  const rounded = (x: number): number => Math.trunc(0.5 + x * 10000) / 10000;
  for (let i = 0; i < n; i++) {
    lists[i].push({ i, j: i, xi: positions[i], xj: positions[i] });
    const u = seen(i);
    let best = { gain: 1e-5, chance: 0, j: -1 };
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const found = challenge(u, i, j, i);
      if (found.gain > best.gain) best = { ...found, j };
    }
    if (best.j < 0) continue;
    const { j, chance } = best;
    const meet = (k: number): [number, number] => {
      const [si, sj] = [actors[i].salience[k], actors[j].salience[k]];
      const wi = si * si * (chance * chance);
      const wj = sj * sj * ((1 - chance) * (1 - chance));
      const [x, y] = [positions[i][k], positions[j][k]];
      return [
        rounded(((wi + 1e-6) * x + wj * y) / (wi + 1e-6 + wj)),
        rounded((wi * x + (1e-6 + wj) * y) / (wi + 1e-6 + wj)),
      ];
    };
    const points = positions[i].map((_, k) => meet(k));
    const offer = { i, j, xi: points.map(([x]) => x), xj: points.map(([, y]) => y) };
    lists[i].push(offer);
    lists[j].push(offer);
  }

  // (13)
  return lists.map((list, k) => {
    const utility = actors.map((_, a) =>
      list.map(({ i, j, xi, xj }) => {
        const own = v[a].map((d) => worth(d, risk[a]));
        let sum = 0;
        if (i !== j) sum = worth(far(a, xi), risk[a]) + worth(far(a, xj), risk[a]);
        own.forEach((x, q) => {
          if (i === j || (q !== i && q !== j)) sum += x;
        });
        return sum / n;
      }),
    );
    const q = prevails(s, c, utility);
    const taken = list[q.indexOf(Math.max(...q))];
    return taken.i === k ? taken.xi : taken.xj;
  });
}

const problems: fc.Arbitrary<SpatialProblem> = fc
  .integer({ min: 1, max: 2 })
  .chain((dimensions) =>
    fc.array(
      fc.record({
        capability: fc.integer({ min: 1, max: 40 }),
        position: fc.array(
          fc.integer({ min: 0, max: 20 }).map((x) => x / 20),
          {
            minLength: dimensions,
            maxLength: dimensions,
          },
        ),
        salience: fc.array(
          fc.integer({ min: 1, max: 9 }).map((x) => x / 20),
          {
            minLength: dimensions,
            maxLength: dimensions,
          },
        ),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map((parts) => ({ actors: parts.map((part, i) => ({ id: `${i}`, ...part })) }));

describe("the spatial model of politics", () => {
  it("moves everyone exactly as its equations say, letter by letter", () => {
    const voting = ["proportional", "binary", "cubic", "proportional-cubic", "proportional-binary"] as const;
    fc.assert(
      fc.property(problems, fc.constantFrom(...voting), (problem, rule) => {
        const run = playSpatial(problem, { switches: { voting: rule } });
        run.turns.slice(0, 4).forEach((_, t) => {
          const before = run.states[t].positions.map((point) => [...point]);
          const after = twinTurn(problem, { ...spatialDefaults, voting: rule }, before);
          expect(run.states[t + 1].positions).toEqual(after);
        });
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    // [weight, gain], and the vote under each rule, by hand
    ["proportional", 2, 0.5, 1],
    ["proportional", 2, -0.5, -1],
    ["binary", 2, 0.5, 2],
    ["binary", 2, 0.5e-8, 1],
    ["proportional-binary", 2, 0.5, 2 * (0.8 * 0.5 + 0.2)],
    ["cubic", 2, 0.5, 0.25],
    ["proportional-cubic", 2, -0.5, -(0.5 + 0.125)],
    ["asymmetric-prospect", 3, 0.5, 1],
    ["asymmetric-prospect", 3, -0.5, -1.5],
  ] as const)("casts %s votes of weight %d on a gain of %d as %d", (rule, weight, gain, expected) => {
    expect(vote(rule, weight, gain)).toBeCloseTo(expected, 12);
  });

  it("leaves one actor, and a crowd on one position, where they are", () => {
    const at = (id: string) => ({ id, capability: 1, position: [0.3], salience: [0.5] });
    for (const actors of [[at("a")], [at("a"), at("b"), at("c")]]) {
      const { states, stopped } = playSpatial({ actors });
      expect(stopped).toBe("quiet");
      for (const { positions, risk } of states) {
        expect(positions).toEqual(actors.map(() => [0.3]));
        expect(risk).toEqual(actors.map(() => 0));
      }
    }
  });

  it("stops after a hundred turns at the latest", () => {
    const luck = seeded("turns");
    const actors = Array.from({ length: 9 }, (_, i) => ({
      id: `${i}`,
      capability: 1 + luck.uniform(),
      position: [luck.uniform()],
      salience: [0.1 + 0.8 * luck.uniform()],
    }));
    expect(
      playSpatial({ actors }, { switches: { riskRange: "symmetric" } }).turns.length,
    ).toBeLessThanOrEqual(100);
  });

  it("gives positions that nearly coincide one probability", () => {
    const at = (id: string, x: number) => ({ id, capability: 1, position: [x], salience: [0.5] });
    const problem = { actors: [at("a", 0.2), at("b", 0.2004), at("c", 0.9)] };
    const { probability, distinct } = spatialStanding(problem, playSpatial(problem).states[0]);
    expect(distinct).toEqual([0, 2]);
    expect(probability[0]).toBe(probability[1]);
    expect(probability[0] + probability[2]).toBeCloseTo(1, 12);
  });

  it("counts a position between two others with the later one, as KTAB does", () => {
    const at = (id: string, x: number) => ({ id, capability: 1, position: [x], salience: [0.5] });
    const problem = { actors: [at("a", 0.2), at("c", 0.2015), at("b", 0.2008), at("d", 0.9)] };
    const { probability, distinct } = spatialStanding(problem, playSpatial(problem).states[0]);
    expect(distinct).toEqual([0, 1, 3]);
    expect(probability[2]).toBe(probability[1]);
    expect(probability[2]).not.toBe(probability[0]);
  });

  it.each([
    ["no actor", [], "bargain/actors"],
    ["capability 0", [{ id: "a", capability: 0, position: [0], salience: [0.5] }], "bargain/capability"],
    [
      "a position in per cent",
      [{ id: "a", capability: 1, position: [40], salience: [0.5] }],
      "bargain/position",
    ],
    ["no salience", [{ id: "a", capability: 1, position: [0], salience: [0] }], "bargain/salience"],
    [
      "saliences above 1 in sum",
      [{ id: "a", capability: 1, position: [0, 0], salience: [0.6, 0.6] }],
      "bargain/salience",
    ],
    [
      "a missing coordinate",
      [{ id: "a", capability: 1, position: [0], salience: [0.5, 0.2] }],
      "bargain/dimensions",
    ],
    ["no dimension", [{ id: "a", capability: 1, position: [], salience: [] }], "bargain/dimensions"],
  ])("refuses %s", (_what, actors, code) => {
    expect(() => playSpatial({ actors })).toThrow(expect.objectContaining({ code }));
  });

  it("refuses to draw without a stream to draw from", () => {
    const actors = [{ id: "a", capability: 1, position: [0], salience: [0.5] }];
    expect(() => playSpatial({ actors }, { switches: { choice: "drawn" } })).toThrow(
      expect.objectContaining({ code: "bargain/chance" }),
    );
  });

  it("refuses an adjustment of ideal points that is no matrix", () => {
    const actors = [{ id: "a", capability: 1, position: [0], salience: [0.5] }];
    expect(() => playSpatial({ actors, adjustment: [[1, 0]] })).toThrow(
      expect.objectContaining({ code: "bargain/adjustment" }),
    );
  });
});

describe("KTAB's random stream", () => {
  it("is that of mt19937-64: known answer of its authors for the ten-thousandth number", async () => {
    // C++ standard, 29.5.6: the 10000th output from the default seed 5489 is 9981545732273789042
    const uniform = ktabUniform("5489");
    let last = 0;
    for (let i = 0; i < 10_000; i++) last = uniform();
    const n = 9981545732273789042n;
    const mask = (1n << 64n) - 1n;
    expect(last).toBe(Number(((n + 0xe08c1d668b756f83n) * (2n * n + 3n)) & mask) / Number(mask));
  });

  it("refuses a seed that is no 64-bit number", () => {
    for (const seed of ["", "-1", "18446744073709551616", "abc"]) {
      expect(() => ktabUniform(seed)).toThrow(expect.objectContaining({ code: "bargain/seed" }));
    }
  });
});

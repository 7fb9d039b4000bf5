import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  eigenvectorCentrality,
  friendsAndEnemies,
  pnCentrality,
  signedNetwork,
  statusCentrality,
  type Tie,
  walkBalance,
} from "./index.ts";

/** Rows of a symmetric matrix of signs as ties. */
function tiesOf(rows: readonly string[]): Tie[] {
  return rows.flatMap((row, i) =>
    [...row].flatMap((sign, j): Tie[] =>
      j > i && sign !== "0" ? [[`${i}`, `${j}`, sign === "+" ? 1 : -1]] : [],
    ),
  );
}

describe("PN centrality", () => {
  it("gives what signnet 1.0.6 prints for its example of ten actors", () => {
    const network = signedNetwork(
      tiesOf([
        "0+0+000--0",
        "+0+-+--000",
        "0+0+-000-0",
        "+-+0+--000",
        "0+-+0+0-0-",
        "0-0-+0+0+-",
        "0-0-0+0+-+",
        "-000-0+0+0",
        "-0-00+-+0+",
        "0000--+0+0",
      ]),
      { actors: Array.from({ length: 10 }, (_, i) => `${i}`) },
    );
    const printed = [
      0.9009747, 0.8613482, 0.9076997, 0.8613482, 0.8410658, 0.8496558, 0.8617321, 0.9015909, 0.8509848,
      0.907293,
    ];
    pnCentrality(network).forEach((x, v) => {
      expect(x).toBeCloseTo(printed[v], 7);
    });
  });

  it("is the same out and in if every tie has its like in return, and then the same as without directions", () => {
    const ties: Tie[] = [
      ["a", "b", 1],
      ["b", "c", -1],
      ["c", "d", 1],
      ["a", "d", -1],
      ["b", "d", 1],
    ];
    const both = signedNetwork(
      ties.flatMap(([a, b, w]): Tie[] => [
        [a, b, w],
        [b, a, w],
      ]),
      { directed: true },
    );
    const all = pnCentrality(signedNetwork(ties));
    for (const mode of ["in", "out"] as const) {
      pnCentrality(both, mode).forEach((x, v) => {
        expect(x).toBeCloseTo(all[v], 13);
      });
    }
  });

  it("refuses a single actor, and a direction where there is none", () => {
    expect(() => pnCentrality(signedNetwork([], { actors: ["a"] }))).toThrow(/two actors or more/);
    expect(() => pnCentrality(signedNetwork([["a", "b", 1]]), "in")).toThrow(/no directions/);
  });
});

describe("eigenvector centrality", () => {
  it("tells the factions of a balanced network by its sign", () => {
    const camp = (i: number) => (i < 4 ? 1 : -1);
    const ties: Tie[] = [];
    for (let i = 0; i < 9; i++)
      for (let j = 0; j < i; j++) if ((i * j) % 3 !== 1) ties.push([`${i}`, `${j}`, camp(i) * camp(j)]);
    const network = signedNetwork(ties);
    const first = camp(Number(network.ids[0]));
    const central = eigenvectorCentrality(network);
    central.forEach((x, v) => {
      expect(Math.sign(x * central[0])).toBe(first * camp(Number(network.ids[v])));
    });
  });

  it("satisfies its definition: A x = λ x", () => {
    const network = signedNetwork([
      ["a", "b", 1],
      ["b", "c", -1],
      ["c", "a", 1],
      ["c", "d", 2],
      ["d", "e", -1],
    ]);
    const x = eigenvectorCentrality(network);
    const image = x.map(() => 0);
    network.from.forEach((a, k) => {
      const b = network.to[k];
      image[a] += network.weight[k] * x[b];
      image[b] += network.weight[k] * x[a];
    });
    const ratio = image[0] / x[0];
    image.forEach((y, v) => {
      expect(y).toBeCloseTo(ratio * x[v], 10);
    });
  });

  it("refuses where two parts are equally central, or nothing is tied", () => {
    expect(() =>
      eigenvectorCentrality(
        signedNetwork([
          ["a", "b", 1],
          ["c", "d", 1],
        ]),
      ),
    ).toThrow(/too close to tell/);
    expect(() => eigenvectorCentrality(signedNetwork([]))).toThrow(/no ties/);
  });
});

describe("status", () => {
  it("satisfies its definition: one's own 1, and a part of each friend's, less of each enemy's", () => {
    const network = signedNetwork([
      ["a", "b", 1],
      ["b", "c", -1],
      ["c", "a", -1],
      ["c", "d", 1],
    ]);
    const x = statusCentrality(network, 0.8);
    const [a, b, c, d] = x;
    const part = (d - 1) / c;
    expect(a).toBeCloseTo(1 + part * (b - c), 12);
    expect(b).toBeCloseTo(1 + part * (a - c), 12);
    expect(c).toBeCloseTo(1 + part * (d - a - b), 12);
  });

  it("refuses a reach of 1", () => {
    expect(() => statusCentrality(signedNetwork([["a", "b", 1]]), 1)).toThrow(/less than 1/);
  });
});

it("friends and enemies are counted by pairs, and the ratio is absent for a loner", () => {
  const network = signedNetwork(
    [
      ["a", "b", 1],
      ["b", "a", 1],
      ["b", "c", -1],
    ],
    { actors: ["d"] },
  );
  expect(friendsAndEnemies(network)).toEqual([
    { actor: "d", friends: 0, enemies: 0 },
    { actor: "a", friends: 1, enemies: 0, ratio: 1 },
    { actor: "b", friends: 1, enemies: 1, ratio: 0.5 },
    { actor: "c", friends: 0, enemies: 1, ratio: 0 },
  ]);
});

describe("balance by walks", () => {
  it("is tr e^A / tr e^|A|, summed walk by walk", () => {
    const actor = fc.integer({ min: 0, max: 6 }).map((i) => `a${i}`);
    const tie = fc.tuple(actor, actor, fc.constantFrom(-1, 1)) as fc.Arbitrary<Tie>;
    fc.assert(
      fc.property(fc.array(tie, { minLength: 1, maxLength: 15 }), (rows) => {
        const network = signedNetwork(rows, { selfTies: "keep" });
        const balance = walkBalance(network);
        const { sum, diagonal } = byWalks(network.ids.length, network.from, network.to, network.weight);
        expect(balance.value).toBeCloseTo(sum, 11);
        balance.around.forEach((x, v) => {
          expect(x).toBeCloseTo(diagonal[v], 11);
        });
      }),
      { numRuns: 60 },
    );
  });

  it("is 1 if and only if the network is balanced", () => {
    expect(
      walkBalance(
        signedNetwork([
          ["a", "b", -1],
          ["b", "c", -1],
          ["a", "c", 1],
        ]),
      ).value,
    ).toBeCloseTo(1, 13);
    expect(walkBalance(signedNetwork([], { actors: ["a"] })).value).toBe(1);
    expect(() => walkBalance(signedNetwork([]))).toThrow(/no actor/);
  });
});

/** The definition letter by letter: powers of A over factorials, with and without signs. */
function byWalks(n: number, from: Int32Array, to: Int32Array, weight: Float64Array) {
  const signed = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (let k = 0; k < from.length; k++) {
    if (from[k] === to[k]) continue;
    signed[from[k]][to[k]] += weight[k];
    signed[to[k]][from[k]] += weight[k];
  }
  const diagonalOf = (matrix: number[][]): number[] => {
    const sums = new Array<number>(n).fill(1);
    let power: number[][] = matrix.map((_, i) => matrix.map((__, j) => (i === j ? 1 : 0)));
    for (let l = 1; l < 80; l++) {
      power = power.map((row) => matrix.map((__, j) => row.reduce((s, x, h) => s + x * matrix[h][j], 0) / l));
      power.forEach((row, i) => {
        sums[i] += row[i];
      });
    }
    return sums;
  };
  const plus = diagonalOf(signed);
  const all = diagonalOf(signed.map((row) => row.map(Math.abs)));
  const total = (list: number[]) => list.reduce((s, x) => s + x, 0);
  return { sum: total(plus) / total(all), diagonal: plus.map((x, i) => x / all[i]) };
}

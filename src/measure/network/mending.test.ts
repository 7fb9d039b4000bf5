import { describe, expect, it } from "vitest";
import { brokers, frustration, mending, signedNetwork, type Tie, tieCosts } from "./index.ts";

const ties: readonly Tie[] = [
  ["a", "b", 2],
  ["b", "c", 1],
  ["a", "c", -1.5],
  ["c", "d", 1],
  ["b", "d", -1],
  ["d", "e", 0.5],
  ["a", "e", -1],
];

describe("the line of ties to mend", () => {
  it("costs the index in all, cheapest first, and leaves a balanced network", () => {
    const network = signedNetwork(ties);
    const found = frustration(network);
    const line = mending(network, found);
    expect(line.reduce((sum, { cost }) => sum + cost, 0)).toBe(found.value);
    expect(line.map(({ cost }) => cost)).toEqual(line.map(({ cost }) => cost).toSorted((a, b) => a - b));
    expect(line.at(-1)?.left).toBe(0);
    const mended = {
      ...network,
      weight: network.weight.map((w, k) => (line.some((one) => one.tie === k) ? -w : w)),
    };
    expect(frustration(mended).value).toBe(0);
  });

  it("says of each tie whether to reconcile within a faction or to break between the two", () => {
    const network = signedNetwork([
      ["a", "b", 1],
      ["b", "c", 1],
      ["a", "c", 1],
      ["a", "d", -1],
      ["b", "d", -1],
      ["c", "d", 0.5],
    ]);
    expect(mending(network)).toMatchObject([
      { from: "c", to: "d", act: "break", cost: 0.5, triads: 2, left: 0 },
    ]);
  });

  it("has nothing to mend where all is balanced", () => {
    expect(mending(signedNetwork([["a", "b", -1]]))).toEqual([]);
  });
});

describe("what a tie costs", () => {
  it("is the index less the index without it", () => {
    const network = signedNetwork(ties);
    const index = frustration(network).value;
    tieCosts(network).forEach((cost, k) => {
      expect(cost).toBeCloseTo(index - frustration(signedNetwork(ties.toSpliced(k, 1))).value, 12);
    });
  });
});

describe("brokers", () => {
  // b has friends a (own faction), c and d (the other); c and d are enemies, a and c enemies, a and d strangers.
  const network = signedNetwork([
    ["b", "a", 1],
    ["b", "c", 1],
    ["b", "d", 1],
    ["c", "d", -1],
    ["a", "c", -1],
  ]);

  it("are counted by the factions of the three, and by enmity of the two", () => {
    expect(brokers(network, [0, 0, 1, 1])).toEqual([
      { actor: "b", coordinator: 0, itinerant: 1, gatekeeper: 2, liaison: 0, betweenEnemies: 2 },
    ]);
    expect(brokers(network, [0, 1, 2, 0])[0]).toMatchObject({ coordinator: 0, gatekeeper: 2, liaison: 1 });
  });

  it("need a partition of all actors", () => {
    expect(() => brokers(network, [0, 1])).toThrow(/one for each of the 4 actors/);
  });
});

import { describe, expect, it } from "vitest";
import { frustration, signedNetwork, triadCensus, triangleBalance } from "./index.ts";

describe("a signed network from a list of ties", () => {
  it("keeps actors in the order given, then as the ties name them", () => {
    const network = signedNetwork(
      [
        ["c", "a", 1],
        ["b", "c", -1],
      ],
      { actors: ["z", "a"] },
    );
    expect(network.ids).toEqual(["z", "a", "c", "b"]);
    expect([...network.from]).toEqual([2, 3]);
    expect([...network.weight]).toEqual([1, -1]);
  });

  it("refuses a tie without a sign, and says which", () => {
    expect(() =>
      signedNetwork([
        ["a", "b", 1],
        ["b", "c", Number.NaN],
      ]),
    ).toThrow(/Tie 2 \(b – c\) has no sign/);
    // @ts-expect-error: what a reader of files may hand over
    expect(() => signedNetwork([["a", "b"]])).toThrow(/has no sign/);
  });

  it("refuses a tie of an actor to itself, unless asked to keep it", () => {
    expect(() => signedNetwork([["a", "a", -1]])).toThrow(/ties a to itself/);
    const kept = signedNetwork(
      [
        ["a", "a", -1],
        ["a", "a", 1],
      ],
      { selfTies: "keep" },
    );
    expect(frustration(kept).value).toBe(1);
  });

  it("refuses an actor without an id, or listed twice", () => {
    expect(() => signedNetwork([["", "b", 1]])).toThrow(/without an id/);
    expect(() => signedNetwork([], { actors: ["a", "a"] })).toThrow(/listed twice/);
  });

  it("counts one of two contradicting ties as frustrated, or nets them", () => {
    const ties = [
      ["a", "b", 1],
      ["b", "a", -1],
    ] as const;
    expect(frustration(signedNetwork(ties)).value).toBe(1);
    const netted = signedNetwork(ties, { parallel: "sum" });
    expect([...netted.weight]).toEqual([0]);
    expect(frustration(netted).value).toBe(0);
  });

  it("has an answer for nobody, for one actor, and for parts that do not hang together", () => {
    const nobody = signedNetwork([]);
    expect(frustration(nobody)).toMatchObject({ value: 0, method: "exact", partition: [] });
    expect(triadCensus(nobody)).toEqual({ "+++": 0, "++-": 0, "+--": 0, "---": 0 });
    expect(() => triangleBalance(nobody)).toThrow(/not defined/);
    expect(frustration(signedNetwork([], { actors: ["a"] }))).toMatchObject({ value: 0, partition: [0] });
    const apart = signedNetwork(
      [
        ["a", "b", -1],
        ["c", "d", -1],
      ],
      { actors: ["a", "b", "c", "d"] },
    );
    expect(frustration(apart)).toMatchObject({ value: 0, partition: [0, 1, 0, 1] });
  });
});

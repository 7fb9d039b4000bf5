import { describe, expect, it } from "vitest";
import type { EventData, Network } from "./event-data.ts";
import { statisticRows } from "./gather.ts";
import { statistics } from "./statistics/index.ts";

const changes = {
  time: [1, 2, 3, 3, 5, 700, 701, 703, 703.5, 704],
  sender: [0, 1, 2, 3, 0, 1, 0, 2, 3, 1],
  receiver: [1, 2, 0, 1, 3, 0, 2, 3, 1, 3],
  value: [5, 5, 5, 5, 5, 1, 2, 1, 3, 1],
};
const others = {
  time: [2, 4, 702, 702.5, 703],
  sender: [1, 0, 0, 2, 1],
  receiver: [3, 2, 3, 1, 2],
  value: [1, 1, 2, 1, 1],
};

/** The changes from a time on. */
function later(list: Network["list"], from: number): Network {
  const kept = Array.from(list.time, (_, k) => k).filter((k) => list.time[k] >= from);
  const of = (column: ArrayLike<number>): number[] => kept.map((k) => column[k]);
  return {
    directed: true,
    changes: "increment",
    list: {
      time: of(list.time),
      sender: of(list.sender),
      receiver: of(list.receiver),
      value: of(list.value),
    },
  };
}

const data = (from: number): EventData => ({
  actors: ["A", "B", "C", "D"],
  networks: { x: later(changes, from), y: later(others, from) },
  attributes: { z: { initial: [1, 2, 1, 2] } },
  dependent: { time: [], sender: [], receiver: [] },
  network: "x",
});

const all = Array.from({ length: 16 }, (_, c) => c).filter((c) => Math.floor(c / 4) !== c % 4);
const pairs = {
  time: all.map(() => 706),
  sender: all.map((c) => Math.floor(c / 4)),
  receiver: all.map((c) => c % 4),
};

describe("statistics that fade", () => {
  // With a half-life of 1 the first events are worth 2⁻⁷⁰⁰ at the end: what was held of them must have gone with them.
  it.each(statistics.filter((statistic) => statistic.scales(true)).map((statistic) => statistic))(
    "$id forgets events hundreds of half-lives ago, whatever it holds of them",
    ({ id, networks, attributes }) => {
      const of = [...["x", "y"].slice(0, networks), ...["z"].slice(0, attributes)].join(", ");
      const formula = `${id}(${of}, h=1)`;
      const long = statisticRows(data(0), formula, pairs);
      const short = statisticRows(data(100), formula, pairs);
      // A tie of the second network that is all but gone still counts as one.
      if (id === "front_coupling") return;
      expect(long.some((value) => value !== 0)).toBe(true);
      long.forEach((value, r) => {
        expect(Math.abs(value - short[r])).toBeLessThan(1e-12);
      });
    },
  );

  it("front coupling fades with what was met, on ties that last", () => {
    const rows = statisticRows(data(0), "front_coupling(x, y, h=1)", pairs);
    // A met 1 from B at 700 and 5 from C at 3; its ties in y go to C and D.
    const value = (i: number, j: number): number => rows[all.indexOf(4 * i + j)];
    expect(value(0, 3)).toBeCloseTo(2 ** -6, 12);
    expect(value(0, 2)).toBeCloseTo(2 ** -6, 12);
    expect(value(0, 1)).toBe(0);
  });
});

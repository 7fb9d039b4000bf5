import { describe, expect, it } from "vitest";
import type { EventData } from "./event-data.ts";
import { fitEvents } from "./fit-events.ts";
import { surprises } from "./surprises.ts";

// A acts toward B again and again, and once toward C.
const list = {
  time: [1, 2, 3, 4, 5, 6, 7, 8, 9],
  sender: [0, 0, 0, 0, 0, 0, 0, 0, 0],
  receiver: [1, 1, 1, 1, 2, 1, 1, 1, 1],
  value: [1, 1, 1, 1, 1, 1, 1, 1, 1],
};
const data: EventData = {
  actors: ["A", "B", "C", "D"],
  networks: { all: { directed: true, changes: "increment", list } },
  attributes: {},
  dependent: list,
  network: "all",
};

describe("surprises", () => {
  it("puts the event first that broke the habit", () => {
    const fit = fitEvents(data, { kind: "choice", formula: "inertia" });
    const [first, second] = surprises(fit, data, 2);
    expect(first).toMatchObject({ event: 4, time: 5, sender: "A", receiver: "C" });
    expect(first.probability).toBeLessThan(second.probability);
    // The first event of all had nothing to go by: one of three.
    expect(second).toMatchObject({ event: 0, probability: expect.closeTo(1 / 3, 9) });
  });

  it("tells rare from unlikely: one of many equals is no outlier, a break of a strong habit is", () => {
    const fit = fitEvents(data, { kind: "choice", formula: "inertia" });
    const byEvent = new Map(surprises(fit, data, 9).map((each) => [each.event, each]));
    // At the first event nobody was likelier than anybody.
    expect(byEvent.get(0)?.chance).toBe(1);
    // At the fifth, C and D were equally unlikely.
    const broken = byEvent.get(4);
    expect(broken?.chance).toBeCloseTo(2 * (broken?.probability ?? 0), 12);
    expect(broken?.outlier).toBe(false);
    // A habit given by hand, so strong that its break cannot be luck.
    const habit = {
      kind: "choice",
      formula: "inertia",
      terms: [{ name: "inertia", coefficient: 8 }],
    } as const;
    expect(
      surprises(habit, data, 9)
        .filter(({ outlier }) => outlier)
        .map(({ event }) => event),
    ).toEqual([4]);
  });

  it("judges who acts in a timed model as in the ordered one with the same coefficients", () => {
    const timed = {
      kind: "rem-timed",
      formula: "1 + recip(h=4)",
      terms: [
        { name: "intercept", coefficient: -5 },
        { name: "recip(h=4)", coefficient: 0.7 },
      ],
    } as const;
    const ordered = { kind: "rem", formula: "recip(h=4)", terms: timed.terms.slice(1) } as const;
    surprises(timed, data, 9).forEach((each, k) => {
      const other = surprises(ordered, data, 9)[k];
      expect(each.event).toBe(other.event);
      expect(each.probability).toBeCloseTo(other.probability, 12);
    });
  });
});

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
    const fit = fitEvents(data, { kind: "choice", formula: "inertia", observe: true });
    const [first, second] = surprises(fit, data, 2);
    expect(first).toMatchObject({ event: 4, time: 5, sender: "A", receiver: "C" });
    expect(first.probability).toBeLessThan(second.probability);
    // The first event of all had nothing to go by: one of three.
    expect(second).toMatchObject({ event: 0, probability: expect.closeTo(1 / 3, 9) });
  });

  it("needs a fit that was observed", () => {
    const fit = fitEvents(data, { kind: "choice", formula: "inertia" });
    expect(() => surprises(fit, data)).toThrow(/observe: true/);
  });
});

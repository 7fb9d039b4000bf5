import { describe, expect, it } from "vitest";
import { logOf } from "../events/index.ts";
import { fitEvents } from "./fit-events.ts";
import { dataOfLog, weakPrior } from "./log-data.ts";

const log = logOf(
  [
    { time: 1, source: "a", target: "b", type: "ACCUSE", intensity: -2, front: "domestic" },
    { time: 2, source: "b", target: "a", type: "ACCUSE", intensity: -2, front: "domestic" },
    { time: 3, source: "c", type: "PROTEST", intensity: -6.5 },
    { time: 4, source: "c", target: "c", type: "CONSULT", intensity: 1 },
    { time: 5, source: "a", target: "c", type: "AID", intensity: 7, front: "foreign" },
    { time: 6, source: "b", target: "a", type: "ACCUSE", intensity: -2, front: "domestic" },
  ],
  { actors: ["a", "b", "c", "d"] },
);

describe("dataOfLog", () => {
  it("leaves out events without another actor, and weighs the others by intensity", () => {
    const data = dataOfLog(log);
    expect(data.actors).toEqual(["a", "b", "c", "d"]);
    expect(data.dependent.time).toEqual([1, 2, 5, 6]);
    expect(data.dependent.type).toEqual([1, 1, 0, 1]);
    expect(Array.from(data.networks.all.list.value)).toEqual(
      [0.4, 0.4, 1.4, 0.4].map((v) => expect.closeTo(v, 6)),
    );
    expect(data.networks["conflictual@domestic"].list.time).toEqual([1, 2, 6]);
    expect(data.networks["cooperative@foreign"].list.time).toEqual([5]);
  });

  it("can leave out actors that are never seen, and explain a part only", () => {
    const data = dataOfLog(log, { onlySeen: true, explain: (e) => log.front[e] === 1, counts: "one" });
    expect(data.actors).toEqual(["a", "b", "c"]);
    expect(data.dependent.time).toEqual([1, 2, 6]);
    expect(data.networks.all.list.time).toEqual([1, 2, 5, 6]);
    expect(data.networks.all.list.value).toEqual([1, 1, 1, 1]);
  });

  it("tells groups apart by name, and makes who has none like nobody else", () => {
    const data = dataOfLog(log, { attributes: { group: ["shia", undefined, "shia", undefined] } });
    const group = Array.from(data.attributes.group.initial);
    expect(group[0]).toBe(group[2]);
    expect(new Set(group).size).toBe(3);
  });

  it("is fit for fitting, few as the events are, with a prior", () => {
    const fit = fitEvents(dataOfLog(log), {
      kind: "choice",
      formula: "inertia(h=30, transform=muchness) + recip(conflictual, h=30, transform=muchness)",
      priors: { all: weakPrior(4) ?? { mean: 0, deviation: 1 } },
    });
    for (const { coefficient, standardError } of fit.terms) {
      expect(Number.isFinite(coefficient)).toBe(true);
      expect(standardError).toBeLessThan(1.5);
    }
    expect(weakPrior(500)).toBeUndefined();
  });

  it("refuses a log without pairs", () => {
    expect(() => dataOfLog(logOf([{ time: 3, source: "c", type: "PROTEST", intensity: -6.5 }]))).toThrow(
      /No event/,
    );
  });
});

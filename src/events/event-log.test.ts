import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventLogOf } from "./case-log.ts";
import { type EventRecord, eventAt, logBuilder, logOf, noTarget, rows } from "./event-log.ts";

const record = fc.record(
  {
    time: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -40_000, max: 40_000 })),
    source: fc.constantFrom("a", "b", "c"),
    target: fc.constantFrom("a", "b", "d"),
    type: fc.constantFrom("ACCUSE", "AID"),
    intensity: fc.integer({ min: -40, max: 40 }).map((n) => n / 4),
    front: fc.constantFrom("domestic", "foreign"),
    certainty: fc.constantFrom(0, 0.2, 1),
  },
  { requiredKeys: ["time", "source", "type", "intensity", "certainty"] },
);

describe("the event log", () => {
  it("gives back each event as it was put in, sorted by time, equal times in the given order", () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 400 }), (events: EventRecord[]) => {
        const log = logOf(events);
        const sorted = events
          .map((event, k) => ({ event, k }))
          .sort((x, y) => x.event.time - y.event.time || x.k - y.k)
          .map(({ event }) => event);
        expect(log.count).toBe(events.length);
        expect(sorted.map((_, e) => eventAt(log, e))).toEqual(sorted);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps the numbers of names that are known in advance", () => {
    const log = logOf([{ time: 1, source: "z", type: "AID", intensity: 7 }], { actors: ["x", "y"] });
    expect(log.actors).toEqual(["x", "y", "z"]);
    expect(log.source[0]).toBe(2);
    expect(log.target[0]).toBe(noTarget);
  });

  it("may be empty", () => {
    expect(logOf([]).count).toBe(0);
    expect(() => eventAt(logOf([]), 0)).toThrow(/The log has 0 events/);
  });

  it("refuses a time or an intensity that is not a number", () => {
    const builder = logBuilder();
    expect(() => builder.add({ time: Number.NaN, source: "a", type: "AID", intensity: 7 })).toThrow(
      /must be numbers/,
    );
    expect(builder.log().count).toBe(0);
  });

  it("takes rows out without renumbering names", () => {
    const log = logOf([
      { time: 1, source: "a", type: "AID", intensity: 7 },
      { time: 2, source: "b", type: "ACCUSE", intensity: -2 },
    ]);
    const one = rows(log, [1]);
    expect(one.count).toBe(1);
    expect(eventAt(one, 0).source).toBe("b");
    expect(one.actors).toBe(log.actors);
  });
});

describe("the event log of a case", () => {
  const actors = [{ id: "maliki" }, { id: "hashimi" }];

  it("fills in the type's intensity, takes the mode of a range, and sets a month to its first day", () => {
    const log = eventLogOf({
      actors,
      events: [
        { date: "2012-01", by: "hashimi", type: "REJECT", front: "domestic" },
        { date: "2011-12-19", by: "maliki", of: "hashimi", type: "COERCE", intensity: [-7, -5, -4] },
      ],
    });
    expect(log.intensity[0]).toBe(-5);
    expect(log.intensity[1]).toBeCloseTo(-4.27, 5);
    expect(log.time[1] - log.time[0]).toBe(13);
    expect(log.actors).toEqual(["maliki", "hashimi"]);
  });

  it("refuses a type that PLOVER does not have, and names the near miss", () => {
    expect(() => eventLogOf({ actors, events: [{ date: "2012", by: "maliki", type: "ASSALT" }] })).toThrow(
      /Did you mean "ASSAULT"/,
    );
  });
});

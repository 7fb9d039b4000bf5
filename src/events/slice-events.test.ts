import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventRecord, eventAt, logOf } from "./event-log.ts";
import { joinLogs } from "./join-logs.ts";
import { mergeDuplicates } from "./merge-duplicates.ts";
import { sliceEvents } from "./slice-events.ts";

const record = fc.record(
  {
    time: fc.integer({ min: 0, max: 40 }).map((n) => n / 4),
    source: fc.constantFrom("a", "b", "c"),
    target: fc.constantFrom("a", "b", "d"),
    type: fc.constantFrom("ACCUSE", "AID"),
    intensity: fc.integer({ min: -40, max: 40 }).map((n) => n / 4),
    front: fc.constantFrom("domestic", "foreign"),
    certainty: fc.constantFrom(0, 0.2, 1),
  },
  { requiredKeys: ["time", "source", "type", "intensity", "certainty"] },
);
const events = fc.array(record, { maxLength: 60 });
const all = (log: ReturnType<typeof logOf>): readonly EventRecord[] =>
  Array.from({ length: log.count }, (_, e) => eventAt(log, e));

describe("a slice", () => {
  it("holds the events that a person would pick, in their order", () => {
    const filter = fc.record(
      {
        from: fc.integer({ min: -1, max: 11 }),
        to: fc.integer({ min: -1, max: 11 }),
        actors: fc.subarray(["A", "b", "c", "d", "x"]),
        types: fc.subarray(["ACCUSE", "AID", "YIELD"]),
        fronts: fc.subarray(["domestic", "foreign", "third"]),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(events, filter, (given, only) => {
        const log = logOf(given);
        const actors = only.actors?.map((name) => name.toLowerCase());
        const picked = all(log).filter(
          (event) =>
            (only.from === undefined || event.time >= only.from) &&
            (only.to === undefined || event.time < only.to + 1) &&
            (actors === undefined || actors.includes(event.source) || actors.includes(event.target ?? "")) &&
            (only.types === undefined || only.types.includes(event.type)) &&
            (only.fronts === undefined || only.fronts.includes(event.front ?? "")),
        );
        expect(all(sliceEvents(log, only))).toEqual(picked);
      }),
      { numRuns: 200 },
    );
  });
});

describe("joining logs", () => {
  it("is reading one after the other", () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 4 }), (parts) => {
        expect(all(joinLogs(parts.map((part) => logOf(part))))).toEqual(all(logOf(parts.flat())));
      }),
      { numRuns: 100 },
    );
  });
});

describe("duplicates", () => {
  const row = { time: 10, source: "a", target: "b", type: "ACCUSE", intensity: -2, certainty: 1 };

  it("are rows of the same day, source, target, type and front", () => {
    const log = logOf([
      { ...row, certainty: 0.2 },
      { ...row, time: 10.5, intensity: -4, certainty: 0.6 },
      { ...row, time: 11 },
      { ...row, source: "b", target: "a" },
      { ...row, type: "REJECT" },
      { ...row, front: "domestic" },
      { time: 10, source: "a", type: "ACCUSE", intensity: -2 },
    ]);
    const merged = mergeDuplicates(log);
    expect(Array.from(merged.reports)).toEqual([2, 1, 1, 1, 1, 1]);
    expect(eventAt(merged.log, 0)).toMatchObject({ time: 10, source: "a", target: "b", intensity: -3 });
    expect(merged.log.certainty[0]).toBe(Math.round(0.6 * 255));
  });

  it("are gone after merging, and their number is kept", () => {
    fc.assert(
      fc.property(events, (given) => {
        const once = mergeDuplicates(logOf(given));
        expect(once.reports.reduce((sum, n) => sum + n, 0)).toBe(given.length);
        const again = mergeDuplicates(once.log);
        expect(again.log.count).toBe(once.log.count);
        expect(all(again.log)).toEqual(all(once.log));
      }),
      { numRuns: 100 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventAt, logOf } from "../event-log.ts";
import { eventTypes } from "../event-type.ts";
import { readEvents } from "./index.ts";
import { writeEvents } from "./own-csv.ts";

describe("our own table", () => {
  it("takes who acts from `by` where the events of a case also say from which source they are", () => {
    const text =
      "id,date,by,type,of,text,source\nx,2008-01-24,kibaki,CONSULT,odinga,The two leaders meet.,press\n";
    const { log } = readEvents(text, { file: "events.csv" });
    expect(log.count).toBe(1);
    expect(eventAt(log, 0)).toMatchObject({ source: "kibaki", target: "odinga", type: "CONSULT" });
  });

  it("is read back as it was written", () => {
    const text = fc
      .string()
      .filter((name) => name.trim() === name && name !== "" && !name.includes("\n") && !name.includes("\r"));
    const record = fc.record(
      {
        time: fc.integer({ min: 0, max: 40_000 }),
        source: text,
        target: text,
        type: fc.constantFrom(...eventTypes.map((type) => type.id)),
        intensity: fc.integer({ min: -40, max: 40 }).map((k) => k / 4),
        front: text,
        certainty: fc.constantFrom(0, 0.2, 1),
      },
      { requiredKeys: ["time", "source", "type", "intensity", "certainty"] },
    );
    fc.assert(
      fc.property(fc.array(record, { maxLength: 20 }), (events) => {
        const log = logOf(events);
        const { log: again, findings } = readEvents(writeEvents(log), { file: "f" });
        expect(findings.filter(({ code }) => code !== "feed/self")).toEqual([]);
        expect(Array.from({ length: again.count }, (_, e) => eventAt(again, e))).toEqual(
          Array.from({ length: log.count }, (_, e) => eventAt(log, e)),
        );
      }),
      { numRuns: 60 },
    );
  });
});

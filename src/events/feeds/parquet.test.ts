import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { type EventRecord, eventAt, logBuilder } from "../event-log.ts";
import type { ReadingOptions, Told } from "./feed.ts";
import { readParquet } from "./parquet.ts";

async function read(
  file: ArrayBuffer,
  options: Partial<ReadingOptions & { feed: string }> = {},
): Promise<Told & { readonly feed?: string; readonly events: readonly EventRecord[] }> {
  const builder = logBuilder();
  const told = await readParquet(file, { file: "f.parquet", ...options }, builder);
  const log = builder.log();
  return { ...told, events: Array.from({ length: log.count }, (_, e) => eventAt(log, e)) };
}

const text = (name: string, data: readonly (string | null)[]) => ({
  name,
  data: [...data],
  type: "STRING" as const,
});

describe("a Parquet file", () => {
  it("is read by the names of its columns, as the feed that has them", async () => {
    const file = parquetWriteBuffer({
      columnData: [
        { name: "GLOBALEVENTID", data: [1, 2, 3], type: "INT32" },
        { name: "SQLDATE", data: [20120110, 20120111, 20121311], type: "INT32" },
        text("Actor1Code", ["IRQGOV", "IRN", "X"]),
        text("Actor1Name", ["BAGHDAD", null, null]),
        text("Actor2Code", ["USA", null, null]),
        text("Actor2Name", [null, null, null]),
        text("EventCode", ["042", "190", "190"]),
        { name: "GoldsteinScale", data: [1.5, -10, 1], type: "DOUBLE" },
        text("SOURCEURL", ["a", "b", "c"]),
      ],
    });
    const { feed, events, findings, rows } = await read(file);
    expect(feed).toBe("gdelt");
    expect(events).toMatchObject([
      { time: 15349, source: "BAGHDAD", target: "USA", type: "CONSULT", intensity: 1.5 },
      { time: 15350, source: "IRN", type: "ASSAULT", intensity: -10 },
    ]);
    expect(rows).toBe(3);
    expect(findings).toMatchObject([
      { code: "feed/gdelt", message: 'The day is not one. It says "20121311".', given: "20121311" },
    ]);
  });

  it("may hold dates as dates, many groups of rows, and only what is wanted is kept", async () => {
    const days = Array.from({ length: 3000 }, (_, k) => new Date(Date.UTC(2012, 0, 1 + (k % 300))));
    const file = parquetWriteBuffer({
      columnData: [
        { name: "date", data: days, type: "TIMESTAMP" },
        text("source", days.map((_, k) => `a${k % 7}`)),
        text("type", days.map(() => "AID")),
      ],
      rowGroupSize: 500,
    }); // biome-ignore format: columns
    const { events, findings, rows, leftOut } = await read(file, { only: { from: 15340, to: 15341 } });
    expect(findings).toEqual([]);
    expect([rows, events.length, leftOut]).toEqual([3000, 20, 2980]);
    expect(new Set(events.map(({ time }) => time))).toEqual(new Set([15340, 15341]));
  });

  it("whose columns are of no known form is refused with their names", async () => {
    const file = parquetWriteBuffer({ columnData: [text("who", ["a"]), text("whom", ["b"])] });
    expect((await read(file)).findings).toMatchObject([{ severity: "error", code: "feed/parquet" }]);
    expect((await read(file)).findings[0].message).toContain("who, whom");
    expect((await read(file, { feed: "acled" })).findings[0].severity).toBe("error");
  });

  it("that was cut off is refused, and so is any other run of bytes", async () => {
    const file = parquetWriteBuffer({
      columnData: [text("date", ["2012-01-10"]), text("source", ["a"]), text("type", ["AID"])],
    });
    expect((await read(file.slice(0, file.byteLength - 20))).findings[0].message).toContain(
      "no whole Parquet",
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.nat({ max: file.byteLength - 1 }),
        async (noise, at) => {
          expect((await read(new Uint8Array(noise).buffer)).findings[0].severity).toBe("error");
          const damaged = new Uint8Array(file.slice(0));
          damaged.set(noise.subarray(0, Math.min(3, damaged.length - at)), at);
          const { events, rows } = await read(damaged.buffer);
          expect(events.length).toBeLessThanOrEqual(rows);
        },
      ),
      { numRuns: 150 },
    );
  });
});

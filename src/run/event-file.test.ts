import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, describe, expect, it } from "vitest";
import { type EventLog, type EventRecord, eventAt } from "../events/index.ts";
import { type EventFileOptions, readEventFiles, type ToldOfFile } from "./event-file.ts";

const folder = mkdtempSync(join(tmpdir(), "tawazun-events-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const all = (log: EventLog): readonly EventRecord[] =>
  Array.from({ length: log.count }, (_, e) => eventAt(log, e));

async function one(
  path: string,
  options: EventFileOptions = {},
): Promise<{ readonly events: readonly EventRecord[]; readonly told: ToldOfFile }> {
  const { log, files } = await readEventFiles([path], options);
  return { events: all(log), told: files[0] };
}

const csv = `date,source,target,type\n${Array.from(
  { length: 3000 },
  (_, k) =>
    `2012-01-${String(1 + (k % 28)).padStart(2, "0")},a${k % 5},b${k % 3},${k % 2 ? "AID" : "ACCUSE"}`,
).join("\n")}\n`;

describe("a file of events", () => {
  it("is read the same plain, as gzip, in UTF-16, and through DuckDB", async () => {
    const plain = await one(file("plain.csv", csv));
    expect(plain.events).toHaveLength(3000);
    expect(plain.told).toMatchObject({ feed: "csv", rows: 3000, findings: [] });
    const others = [
      one(file("packed.csv.gz", gzipSync(csv))),
      one(file("two-parts.gz", Buffer.concat([gzipSync(csv.slice(0, 999)), gzipSync(csv.slice(999))]))),
      one(file("wide.csv", Buffer.from(`\uFEFF${csv}`, "utf16le"))),
      one(join(folder, "plain.csv"), { duckdb: true }),
      one(join(folder, "packed.csv.gz"), { duckdb: true }),
    ];
    for (const other of await Promise.all(others)) expect(other.events).toEqual(plain.events);
  });

  it("that is a cut-off gzip says so and keeps what stands before", async () => {
    // Noise does not compress, so that most of the file is there when it is cut.
    const noise = Array.from(
      { length: 3000 },
      (_, k) => `2012-01-10,a${Math.imul(k, 2654435761) >>> 0},b,AID`,
    );
    const packed = gzipSync(`date,source,target,type\n${noise.join("\n")}\n`);
    const { events, told } = await one(file("cut.csv.gz", packed.subarray(0, packed.length >> 1)));
    expect(told.findings[0]).toMatchObject({ code: "file/gzip", severity: "error" });
    expect(told.findings[0].message).toContain("cut off");
    expect(events.length).toBeGreaterThan(500);
    // The row in which it ends is left out, for half a name is none.
    const whole = new Set(noise.map((line) => line.split(",")[1]));
    expect(events.every(({ source }) => whole.has(source))).toBe(true);
    const duck = await one(join(folder, "cut.csv.gz"), { duckdb: true });
    expect([duck.events, duck.told]).toEqual([events, told]);
    const damaged = new Uint8Array(packed);
    damaged.fill(0, packed.length >> 1, (packed.length >> 1) + 40);
    expect((await one(file("damaged.gz", damaged))).told.findings[0].message).toContain("damaged");
  });

  it("loses a bad row in its middle and no other, with or without DuckDB", async () => {
    const lines = csv.split("\n");
    lines[1500] = "2012-01-10,only two";
    const path = file("bad-row.csv", lines.join("\n"));
    for (const duckdb of [false, true]) {
      const { events, told } = await one(path, { duckdb });
      expect(events).toHaveLength(2999);
      expect(told.findings).toHaveLength(1);
      expect(told.findings[0].place).toMatchObject({ file: path, line: 1501 });
    }
  });

  it("gives only what is wanted, the same with and without DuckDB", async () => {
    const path = file("wanted.csv", csv);
    for (const only of [
      { from: 15345, to: 15346 },
      { types: ["AID"] },
      { actors: ["A1", "b2"] },
      { from: 15345, actors: ["a1"], types: ["ACCUSE"] },
      { actors: ["nobody"] },
    ]) {
      const plain = await one(path, { only });
      const duck = await one(path, { only, duckdb: true });
      expect(duck.events).toEqual(plain.events);
      expect([duck.told.rows, duck.told.leftOut]).toEqual([plain.told.rows, plain.told.leftOut]);
    }
  });

  it("may be Parquet, which both readers read alike", async () => {
    const rows = csv
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","));
    const path = file(
      "events.parquet",
      new Uint8Array(
        parquetWriteBuffer({
          columnData: ["date", "source", "target", "type"].map((name, k) => ({
            name,
            data: rows.map((row) => row[k]),
            type: "STRING" as const,
          })),
          rowGroupSize: 700,
        }),
      ),
    );
    const plain = await one(path);
    expect(plain.events).toEqual((await one(join(folder, "plain.csv"))).events);
    expect((await one(path, { duckdb: true })).events).toEqual(plain.events);
    const cut = await one(file("cut.parquet", readFileSync(path).subarray(0, 900)));
    expect(cut.told.findings[0].severity).toBe("error");
  });

  it("of GDELT, without a header, goes through DuckDB as well", async () => {
    const row = (k: number): string =>
      Array.from({ length: 61 }, (_, c) =>
        c === 0 ? `${k}` : c === 1 ? "20120110" : c === 6 ? 'A "B' : c === 26 ? "190" : "",
      ).join("\t");
    const path = file("gdelt.tsv", `${row(1)}\n${row(2)}\nshort\trow\n${row(3)}\n`);
    for (const duckdb of [false, true]) {
      const { events, told } = await one(path, { duckdb });
      expect(events.map(({ source }) => source)).toEqual(['A "B', 'A "B', 'A "B']);
      expect(told.findings.map(({ place }) => place.line)).toEqual([3]);
    }
  });

  it("of whole numbers takes its names from the files beside it", async () => {
    file("entity2id.txt", "Iraq\t0\nIran\t1\n");
    file("relation2id.txt", "Make_statement\t0\nConsult\t1\n");
    const { events } = await one(file("train.txt", "0\t1\t1\t24\n"));
    expect(events).toMatchObject([{ time: 1, source: "Iraq", target: "Iran", type: "Consult" }]);
  });

  it("that is not there, a folder, an archive or of no known form is refused in words", async () => {
    for (const path of [
      join(folder, "not-there"),
      folder,
      file("a.zip", "PK\u0003\u0004"),
      file("x", "x\ny\n"),
    ]) {
      const { told } = await one(path);
      expect(told.findings[0].severity).toBe("error");
      expect(told.findings[0].place.file).toBe(path);
    }
  });

  it("of any bytes at all is read without a throw", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(
          "",
          "PAR1",
          "\u001f\u008b\u0008",
          "date,source,type\n",
          "PK\u0003\u0004",
          "\u00ff\u00fe",
        ),
        async (noise, magic) => {
          const path = file("any", Buffer.concat([Buffer.from(magic, "latin1"), noise]));
          const { events, told } = await one(path);
          expect(events.length).toBeLessThanOrEqual(told.rows);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe("several files", () => {
  it("make one log in time order", async () => {
    const late = file("late.csv", "date,source,type\n2013-01-01,a,AID\n");
    const early = file("early.csv", "date,source,type\n2012-01-01,b,AID\n");
    const { log, files, stopped } = await readEventFiles([late, early], {});
    expect(all(log).map(({ source }) => source)).toEqual(["b", "a"]);
    expect(files.map(({ rows }) => rows)).toEqual([1, 1]);
    expect(stopped).toBe(false);
  });

  it("are left when somebody says stop", async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await readEventFiles([join(folder, "late.csv")], { signal: stop.signal })).toMatchObject({
      files: [],
      stopped: true,
    });
  });
});

// How long does it take to read a million events, and how much memory?
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type EventFilter, logBuilder, readEvents } from "../../src/events/index.ts";
import { readEventFiles } from "../../src/run/index.ts";
import { type BenchOptions, type BenchResult, peakMemory } from "./measurement.ts";

const codes = ["010", "036", "042", "043", "051", "111", "112", "120", "173", "190", "1831", "057"];
const ACTORS = 3000;
/** One actor of them all, and three days. */
const WANTED: EventFilter = { from: 15348, to: 15350, actors: ["ACTOR A7"] };

/** Lines as GDELT writes them, in pieces of 64 kB, made as they are read: no file of that size is needed. */
function* gdeltLines(count: number, columns: number): Generator<string> {
  let seed = 1;
  const some = (n: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % n;
  };
  let piece = "";
  for (let e = 0; e < count; e++) {
    const day = 1 + Math.floor((e / count) * 28);
    const cells = new Array<string>(columns).fill("");
    cells[0] = String(500_000_000 + e);
    cells[1] = `201201${String(day).padStart(2, "0")}`;
    cells[5] = `A${some(ACTORS)}`;
    cells[6] = `ACTOR ${cells[5]}`;
    cells[15] = `A${some(ACTORS)}`;
    cells[16] = `ACTOR ${cells[15]}`;
    cells[26] = codes[some(codes.length)];
    cells[30] = "-2.0";
    cells[columns - 1] = "http://example.org/a/long/enough/address/of/a/report.html";
    piece += `${cells.join("\t")}\n`;
    if (piece.length > 65_536) {
      yield piece;
      piece = "";
    }
  }
  yield piece;
}

interface Measured {
  readonly events: number;
  readonly seconds: number;
  readonly peak: number;
}

const seconds = (since: NodeJS.CpuUsage): number => {
  const spent = process.cpuUsage(since);
  return (spent.user + spent.system) / 1e6;
};

/** Reads lines that are made while they are read; the time of making them is taken off. */
function lines(count: number, columns: number): Measured {
  const making = process.cpuUsage();
  let made = 0;
  for (const piece of gdeltLines(count, columns)) made += piece.length;
  const off = made > 0 ? seconds(making) : 0;
  const start = process.cpuUsage();
  const { log } = readEvents(gdeltLines(count, columns), { file: "gdelt", feed: "gdelt" });
  return { events: log.count, seconds: seconds(start) - off, peak: peakMemory() };
}

async function files(path: string, duckdb: boolean, only: EventFilter | undefined): Promise<Measured> {
  const start = process.cpuUsage();
  const { log } = await readEventFiles([path], { duckdb, only });
  return { events: log.count, seconds: seconds(start), peak: peakMemory() };
}

/** A log of events that come in no order at all. */
function unordered(count: number): Measured {
  const start = process.cpuUsage();
  const builder = logBuilder();
  for (let e = 0; e < count; e++) {
    builder.add({
      time: Math.imul(e, 7919) & 4095,
      source: `A${e % ACTORS}`,
      target: `A${(e * 7) % ACTORS}`,
      type: "ACCUSE",
      intensity: -2,
    });
  }
  return { events: builder.log().count, seconds: seconds(start), peak: peakMemory() };
}

type Task =
  | { readonly kind: "lines"; readonly count: number; readonly columns: number }
  | { readonly kind: "file"; readonly path: string; readonly duckdb: boolean; readonly only: boolean }
  | { readonly kind: "unordered"; readonly count: number };

async function carryOut(task: Task): Promise<Measured> {
  if (task.kind === "lines") return lines(task.count, task.columns);
  if (task.kind === "unordered") return unordered(task.count);
  return files(task.path, task.duckdb, task.only ? WANTED : undefined);
}

/** Each in a process of its own, so that its memory is its own. */
function apart(task: Task): Measured {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), JSON.stringify(task)],
    { encoding: "utf8" },
  );
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Measured;
}

async function write(path: string, count: number): Promise<void> {
  const handle = await open(path, "w");
  for (const piece of gdeltLines(count, 61)) await handle.write(piece);
  await handle.close();
}

/** The same rows as Parquet under GDELT's names of columns, written by DuckDB. */
async function toParquet(from: string, to: string): Promise<void> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const names = new Map([[0, "GLOBALEVENTID"], [1, "SQLDATE"], [5, "Actor1Code"], [6, "Actor1Name"], [15, "Actor2Code"], [16, "Actor2Name"], [26, "EventCode"], [30, "GoldsteinScale"], [60, "SOURCEURL"]]); // biome-ignore format: pairs
  const columns = Array.from({ length: 61 }, (_, k) => `'${names.get(k) ?? `c${k}`}': 'VARCHAR'`);
  await connection.run(
    `COPY (SELECT * FROM read_csv('${from}', delim='\t', quote='', header=false, auto_detect=false, columns={${columns.join(", ")}})) TO '${to}' (FORMAT parquet, COMPRESSION zstd)`,
  );
  connection.closeSync();
  instance.closeSync();
}

export async function bench({ quick }: BenchOptions): Promise<BenchResult> {
  const million = quick ? 100_000 : 1_000_000;
  const folder = mkdtempSync(join(tmpdir(), "tawazun-feeds-"));
  const rows: { readonly [column: string]: string | number }[] = [];
  function measure(what: string, read: number, megabytes: number | string, goal: string, task: Task): void {
    const { events, seconds, peak } = apart(task);
    rows.push({
      what,
      "rows read": read,
      megabytes,
      events,
      "CPU seconds": Number(Math.max(0, seconds).toFixed(2)),
      "rows per second": Math.round(read / Math.max(seconds, 0.001)),
      "peak MB": peak,
      goal,
    });
  }
  try {
    const goal = quick ? "0.5 s" : "5 s";
    for (const [name, count, aim] of [
      ["GDELT 1.0 lines", million / 10, "–"],
      ["GDELT 1.0 lines", million, goal],
      ["GDELT 1.0 lines", million * 4, "peak as above but for the log"],
    ] as const) {
      measure(name, count, "–", aim, { kind: "lines", count, columns: 58 });
    }
    measure("GDELT 2.0 lines", million, "–", goal, { kind: "lines", count: million, columns: 61 });
    const tsv = join(folder, "gdelt.tsv");
    const parquet = join(folder, "gdelt.parquet");
    await write(tsv, million);
    await toParquet(tsv, parquet);
    for (const [name, path] of [
      ["GDELT 2.0 file", tsv],
      ["the same in Parquet", parquet],
    ] as const) {
      const megabytes = Math.round(statSync(path).size / 1e6);
      for (const duckdb of [false, true]) {
        for (const only of [false, true]) {
          const how = `${name}${duckdb ? ", DuckDB" : ""}${only ? ", one actor and 3 days" : ""}`;
          measure(how, million, megabytes, duckdb || only ? "–" : goal, { kind: "file", path, duckdb, only });
        }
      }
    }
    const many = million * 10;
    measure("a log of events in no order", many, "–", quick ? "–" : "1024 MB", {
      kind: "unordered",
      count: many,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    title: "Reading event data",
    rows,
    notes: [
      "Rows in GDELT's form with 3,000 actors. Lines are made while they are read, and the time of making them is taken off; files are made before. Each line of the table is a process of its own; CPU seconds are of all its threads, peak MB is its largest resident memory, of which Node itself takes some 60 and DuckDB up to 512 by its limit.",
      "An event takes 24 bytes in the log.",
    ],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(JSON.stringify(await carryOut(JSON.parse(process.argv[2]) as Task)));
}

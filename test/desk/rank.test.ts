import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, describe, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import { rank } from "../../src/desk/verbs/rank.ts";
import { readEventFiles, readFolder, readText } from "../../src/run/index.ts";

const folder = mkdtempSync(join(tmpdir(), "tawazun-rank-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the verb as a door would. */
function ranked(path: string, given: Record<string, unknown>) {
  const lent = { readFolder, readText, readEventFiles } as unknown as Parameters<typeof rank.run>[0];
  return rank.run(lent, [path], rank.options.parse(given));
}

interface Answered {
  readonly at: string;
  readonly learnedFrom: number;
  readonly answers: readonly {
    readonly asks: string;
    readonly ranked: readonly {
      readonly rank: number;
      readonly actor: string;
      readonly probability: number;
    }[];
  }[];
}
const answered = (json: unknown): Answered => json as Answered;

/** Every third day north threatens south and east aids west; west meets everybody in turn. */
function quarrels(): string {
  const rows = ["date,source,target,type"];
  for (let k = 0; k < 60; k++) {
    const date = new Date(Date.UTC(2012, 0, 1 + 3 * k)).toISOString().slice(0, 10);
    rows.push(`${date},North_Army,South_Army,THREATEN`, `${date},East,West,AID`);
    rows.push(`${date},West,${["North_Army", "South_Army", "East"][k % 3]},CONSULT`);
  }
  return `${rows.join("\n")}\n`;
}
const file = join(folder, "events.csv");
writeFileSync(file, quarrels());

/** The same kind of world in the layout of a ranking benchmark; one file packed. */
function benchmark(name: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, "entity2id.txt"), "Police_(Arda)\t0\nCitizen_(Arda)\t1\nBree\t2\n");
  writeFileSync(join(path, "relation2id.txt"), "Arrest\t0\nPraise_or_endorse\t1\n");
  const rows = Array.from({ length: 40 }, (_, day) => `0\t0\t1\t${24 * day}\t-1\n2\t1\t0\t${24 * day}\t-1\n`);
  writeFileSync(join(path, "train.txt.gz"), gzipSync(rows.slice(0, 30).join("")));
  writeFileSync(join(path, "valid.txt"), rows.slice(30).join(""));
  return path;
}

describe("ranking who is next", () => {
  it("puts first whom an actor has always threatened, and says why", async () => {
    const { text, json } = await ranked(file, { source: "North_Army", type: "THREATEN" });
    const { at, answers } = answered(json);
    expect(at).toBe("2012-06-27");
    expect(answers[0].ranked[0].actor).toBe("South_Army");
    expect(answers[0].ranked[0].probability).toBeGreaterThan(0.6);
    expect(text).toContain("North_Army → THREATEN → ? at 2012-06-27");
    expect(text).toMatch(/Why South_Army, in log odds:\n {2}[+−]\d/);
  });

  it("asks backward who does it to somebody, and both ways at once", async () => {
    const { json } = await ranked(file, { source: "east", target: "West", type: "aid" });
    const { answers } = answered(json);
    expect(answers.map(({ asks }) => asks)).toEqual(["target", "source"]);
    expect(answers[0].ranked[0].actor).toBe("West");
    expect(answers[1].ranked[0].actor).toBe("East");
  });

  it("expects nobody to act toward itself where nobody ever did, and gives the others the whole", async () => {
    for (const type of ["THREATEN", "AID", "CONSULT"]) {
      for (const actor of ["North_Army", "South_Army", "East", "West"]) {
        const { json } = await ranked(file, { source: actor, target: actor, type });
        for (const { ranked: candidates } of answered(json).answers) {
          expect(candidates.map((candidate) => candidate.actor)).not.toContain(actor);
          const whole = candidates.reduce((sum, { probability }) => sum + probability, 0);
          if (candidates.length > 0) expect(whole).toBeCloseTo(1, 12);
        }
      }
    }
    const own = join(folder, "own.csv");
    writeFileSync(own, quarrels().replaceAll("East,West,AID", "East,East,AID"));
    const { json } = await ranked(own, { source: "East", type: "AID" });
    expect(answered(json).answers[0].ranked[0].actor).toBe("East");
  });

  it("uses only what was before the day it is asked about", async () => {
    const early = answered((await ranked(file, { source: "East", type: "AID", at: "2012-02-01" })).json);
    expect(early.learnedFrom).toBe(3 * 11);
  });

  it("reads a folder laid out like a ranking benchmark, packed or not, and counts its days", async () => {
    const { text, json } = await ranked(benchmark("arda"), { target: "citizen (arda)", type: "arrest" });
    expect(answered(json).at).toBe("day 40");
    expect(answered(json).answers[0].ranked[0].actor).toBe("Police_(Arda)");
    expect(text).toContain("Learned from 80 of 80 events among 3 actors.");
  });

  it("reads a file packed with gzip, or of Parquet, and answers as from the text", async () => {
    const question = { source: "North_Army", type: "THREATEN" };
    const { json } = await ranked(file, question);
    const packed = join(folder, "events.csv.gz");
    writeFileSync(packed, gzipSync(quarrels()));
    expect((await ranked(packed, question)).json).toEqual(json);
    const [names, ...rows] = quarrels()
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const columnData = names.map((name, k) => ({
      name,
      data: rows.map((row) => row[k]),
      type: "STRING" as const,
    }));
    const parquet = join(folder, "events.parquet");
    writeFileSync(parquet, new Uint8Array(parquetWriteBuffer({ columnData })));
    expect((await ranked(parquet, question)).json).toEqual(json);
  });

  it("ranks by a case's own events, in the names of its actors", async () => {
    const path = join(folder, "case");
    const asked = { id: "meridia", title: "Meridia", asOf: "2025-01-15", horizon: "2026-12-31" };
    for (const [name, bytes] of newCase(asked)) {
      mkdirSync(join(path, name, ".."), { recursive: true });
      writeFileSync(join(path, name), bytes);
    }
    const outcome = await ranked(path, { source: "nobody", type: "CONSULT" }).catch((error) => error);
    expect(String(outcome.message)).toMatch(/There is no (actor|type)|holds no events/);
  });
});

describe("what is refused", () => {
  it("a question without an actor", async () => {
    await expect(ranked(file, { type: "AID" })).rejects.toThrow(/Give --source .* or --target/);
  });

  it("names that are not there, with the near miss", async () => {
    await expect(ranked(file, { source: "North_Amry", type: "AID" })).rejects.toThrow(
      'There is no actor "North_Amry" in these events. Did you mean "North_Army"?',
    );
    await expect(ranked(file, { source: "army", type: "AID" })).rejects.toThrow(
      'Did you mean "North_Army" or "South_Army"?',
    );
    await expect(ranked(file, { source: "East", type: "THREATN" })).rejects.toThrow(
      'There is no type "THREATN" in these events. Did you mean "THREATEN"?',
    );
  });

  it("a day that is none, before all events, or years after them", async () => {
    const ask = (at: string) => ranked(file, { source: "East", type: "AID", at });
    await expect(ask("soon")).rejects.toThrow(/a date is written/);
    await expect(ask("2011-12-31")).rejects.toThrow(/the events reach from 2012-01-01 to 2012-06-26/);
    await expect(ask("2019-01-01")).rejects.toThrow(/at most a year after the last/);
  });

  it("a benchmark with a broken row or a file cut off, saying where", async () => {
    const path = benchmark("broken");
    writeFileSync(join(path, "valid.txt"), "0\t0\t1\t720\t-1\n0\t0\t9\t720\t-1\n");
    await expect(ranked(path, { source: "Bree", type: "arrest" })).rejects.toThrow(/valid.txt, line 2: /);
    writeFileSync(join(path, "valid.txt"), "");
    writeFileSync(join(path, "train.txt.gz"), gzipSync("0\t0\t1\t0\t-1\n".repeat(50)).subarray(0, 25));
    await expect(ranked(path, { source: "Bree", type: "arrest" })).rejects.toThrow(
      /train.txt.gz cannot be unpacked/,
    );
  });

  it("a packed file that is cut off, whose rows before the cut are ranked and the cut told", async () => {
    const cut = join(folder, "cut.csv.gz");
    writeFileSync(cut, gzipSync(quarrels()).subarray(0, 400));
    const { text, code } = await ranked(cut, { source: "East", type: "AID" });
    expect(code).toBe(0);
    expect(text).toMatch(/cut\.csv\.gz.*cut off/);
  });

  it("a file that is not there", async () => {
    const { code, text } = await ranked(join(folder, "nowhere.csv.gz"), { source: "East", type: "AID" });
    expect(code).toBe(2);
    expect(text).toContain("nowhere.csv.gz");
  });

  it("a file without events of one toward another", async () => {
    const lonely = join(folder, "lonely.csv");
    writeFileSync(lonely, "date,source,target,type\n2012-01-01,East,,AID\n");
    const outcome = await ranked(lonely, { source: "East", type: "AID" }).catch((error) => error);
    expect(`${outcome.message ?? outcome.text}`).toMatch(
      /no events of one actor toward another|expected|target/,
    );
  });
});

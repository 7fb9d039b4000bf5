import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queryFiles } from "./index.ts";

const base = mkdtempSync(join(tmpdir(), "tawazun-query-test-"));
const [one, other] = ["0123456789abcdef", "fedcba9876543210"];

function put(file: string, content: string | ArrayBuffer): void {
  mkdirSync(dirname(join(base, file)), { recursive: true });
  writeFileSync(join(base, file), typeof content === "string" ? content : new Uint8Array(content));
}

/** A shard: ten futures of a point, whose share is the future's tenth. */
function shard(run: string, point: number, from: number): void {
  const futures = Array.from({ length: 10 }, (_, k) => from + k);
  const bytes = parquetWriteBuffer({
    columnData: [
      { name: "point", type: "INT32", data: futures.map(() => point) },
      { name: "tie", type: "DOUBLE", data: futures.map(() => point - 0.5) },
      { name: "scenario", type: "STRING", data: futures.map(() => "as-is") },
      { name: "future", type: "INT32", data: futures },
      { name: "share", type: "DOUBLE", data: futures.map((future) => future / 10) },
      ...(run === other ? [{ name: "war", type: "INT32" as const, data: futures.map((f) => f % 2) }] : []),
    ],
  });
  put(`runs/${run}/shards/000/00${point}-${from}-${from + 10}.parquet`, bytes);
}

beforeAll(() => {
  for (const point of [0, 1]) for (const from of [0, 10]) shard(one, point, from);
  shard(other, 0, 0);
  put(`runs/${one}/summary.csv`, "point,tie,mean\n0,-0.5,0.95\n1,0.5,0.95\n");
  put(`runs/${other}/summary.csv`, "point,tie,mean\n0,-0.5,0.45\n");
  put(`runs/${one}/shards/000/.001-20-30.parquet.77-0.part`, "half");
  put("a table of mine.csv", "name,seats,big\nGorran,8,9007199254740993\nIslah,,1\n");
  put("elsewhere/secret.csv", "word\nsesame\n");
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const runs = join(base, "runs");
const sql = (question: string, paths: readonly string[] = [runs]) => queryFiles(paths, { sql: question });

describe("tables in folders", () => {
  it("are the shards of all runs as rows, and other files by their names; half-written ones are none", async () => {
    const { rows } = await queryFiles([base], {});
    expect(rows).toEqual([
      ["a_table_of_mine", 2, 1, "name, seats, big"],
      ["rows", 50, 5, "run, point, tie, scenario, future, share, war"],
      ["secret", 1, 1, "word"],
      ["summary", 3, 2, "run, point, tie, mean"],
    ]);
  });

  it("are refused in words where there are none, or a file is no table or damaged", async () => {
    await expect(queryFiles([join(base, "nowhere")], {})).rejects.toMatchObject({
      code: "query/file",
      message: expect.stringContaining("it does not exist"),
    });
    const empty = join(base, "empty");
    mkdirSync(empty);
    await expect(queryFiles([empty], {})).rejects.toMatchObject({ code: "query/none" });
    const cut = join(base, "cut.parquet");
    writeFileSync(cut, readFileSync(globSync(join(runs, one, "**/*.parquet"))[0]));
    truncateSync(cut, 200);
    await expect(queryFiles([cut], { columns: ["share"] })).rejects.toMatchObject({
      code: "query/file",
      message: expect.stringContaining("no whole Parquet file"),
    });
    await expect(sql("SELECT 1", [cut])).rejects.toMatchObject({ code: "query/file" });
    rmSync(cut);
  });
});

describe("a question in SQL", () => {
  it("is answered over all files of a table, with the run in front", async () => {
    const { columns, rows } = await sql(
      "SELECT run, tie, count(*) AS n, avg(share) AS share FROM rows GROUP BY ALL ORDER BY ALL",
    );
    expect(columns).toEqual(["run", "tie", "n", "share"]);
    // futures 0 to 19: mean 9.5 tenths; 0 to 9: 4.5
    expect(rows).toEqual([
      [one, -0.5, 20, expect.closeTo(0.95, 12)],
      [one, 0.5, 20, expect.closeTo(0.95, 12)],
      [other, -0.5, 10, expect.closeTo(0.45, 12)],
    ]);
    const joined = await sql("SELECT count(*) FROM rows JOIN summary USING (run, point) WHERE mean > 0.5");
    expect(joined.rows).toEqual([[40]]);
  });

  it("gives whole numbers that are too large as text, what is missing as missing, dates as text", async () => {
    const { rows } = await sql(
      "SELECT big, seats, DATE '2012-01-10', 0.25::DECIMAL(4, 2) FROM a_table_of_mine",
      [join(base, "a table of mine.csv")],
    );
    expect(rows).toEqual([
      ["9007199254740993", 8, "2012-01-10", 0.25],
      [1, null, "2012-01-10", 0.25],
    ]);
  });

  it.each([
    [
      "SELECT shar FROM rows",
      "query/sql",
      /"shar" not found.*"share".*\nline 1, column 8:\n {2}SELECT shar FROM rows\n {9}\^$/s,
    ],
    [
      "SELECT *\nFROM row",
      "query/sql",
      /Did you mean "rows"\?\nThere are the tables rows, summary\.\nline 2, column 6:/,
    ],
    ["SELEC share FROM rows", "query/sql", /line 1, column 1:\n {2}SELEC/],
    ["SELECT share FROM", "query/sql", /line 1, column 18: here it ends/],
    ["SELECT 1; SELECT 2", "query/sql", /one question at a time/i],
  ])("that is wrong is refused with its place: %j", async (question, code, message) => {
    await expect(sql(question)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it.each([
    ["SELECT * FROM read_csv('SECRET')", "query/file"],
    ["SELECT * FROM read_text('SECRET')", "query/file"],
    ["SELECT * FROM 'SECRET'", "query/file"],
    ["SELECT * FROM glob('HERE/*')", "query/file"],
    ["SELECT * FROM sniff_csv('SECRET')", "query/file"],
    ["COPY rows TO 'HERE/out.csv'", "query/file"],
    ["COPY rows TO 'SHARD'", "query/reads"],
    ["ATTACH 'HERE/out.db'", "query/reads"],
    ["EXPORT DATABASE 'HERE/out'", "query/file"],
    ["INSTALL httpfs", "query/reads"],
    ["SET enable_external_access = true", "query/reads"],
    ["DROP VIEW rows", "query/reads"],
    ["CREATE TABLE t AS SELECT 1", "query/reads"],
  ])("reads the tables that were given and nothing else, and writes nothing: %s", async (question, code) => {
    const before = globSync("**/*", { cwd: base }).sort();
    const [path] = globSync(join(runs, one, "**/*.parquet"));
    const kept = readFileSync(path);
    const said = question
      .replace("SECRET", join(base, "elsewhere/secret.csv"))
      .replace("SHARD", path)
      .replace("HERE", base);
    await expect(sql(said)).rejects.toMatchObject({ code });
    expect(globSync("**/*", { cwd: base }).sort()).toEqual(before);
    expect(readFileSync(path).equals(kept)).toBe(true);
    expect(existsSync(join(base, "out.csv"))).toBe(false);
  });

  it("could have read the other file, had it been given", async () => {
    expect((await sql("SELECT word FROM secret", [runs, join(base, "elsewhere")])).rows).toEqual([
      ["sesame"],
    ]);
  });

  it("ends when it is told to stop", async () => {
    const stop = new AbortController();
    const asked = queryFiles([runs], {
      sql: "SELECT sum(a.range * b.range) FROM range(100000) a, range(1000000) b",
      signal: stop.signal,
    });
    setTimeout(() => stop.abort(), 200);
    expect((await asked).stopped).toBe(true);
  });
});

describe("a question without SQL", () => {
  it("gives columns of the rows for which all conditions hold", async () => {
    const asked = { columns: ["future", "share"], where: ["tie < 0", "share >= 1.8", `run = ${one}`] };
    expect((await queryFiles([runs], asked)).rows).toEqual([
      [18, 1.8],
      [19, 1.9],
    ]);
    const names = await queryFiles([join(base, "a table of mine.csv")], { where: ["name != 'Gorran'"] });
    expect(names.rows).toEqual([["Islah", null, 1]]);
    expect(
      (await queryFiles([join(base, "a table of mine.csv")], { where: ["seats != 9"] })).rows,
    ).toHaveLength(1);
  });

  it("gives counts, means and quantiles of groups as SQL does", async () => {
    const plain = await queryFiles([runs], { group: ["run", "tie"], columns: ["share", "war"] });
    expect(plain.columns.slice(0, 7)).toEqual([
      "run",
      "tie",
      "count",
      "share mean",
      "share 5%",
      "share 50%",
      "share 95%",
    ]);
    const quantiles = (name: string) =>
      `avg(${name}), quantile_cont(${name}, 0.05), quantile_cont(${name}, 0.5), quantile_cont(${name}, 0.95)`;
    const asked = `SELECT run, tie, count(*), ${quantiles("share")}, ${quantiles("war")} FROM rows GROUP BY run, tie ORDER BY run, tie`;
    const { rows } = await sql(asked);
    expect(plain.rows).toHaveLength(3);
    for (const [k, row] of plain.rows.entries())
      for (const [c, value] of row.entries()) {
        if (typeof value === "number") expect(value).toBeCloseTo(Number(rows[k][c]), 12);
        else expect(value).toBe(rows[k][c]);
      }
  });

  it.each([
    [{ columns: ["shar"] }, "query/column", 'no column "shar". Did you mean "share"?'],
    [{ table: "row" }, "query/table", "There are the tables rows, summary."],
    [{ where: ["share about 2"] }, "query/where", '"calm > 0.5"'],
  ])("is refused in words where a name or condition is wrong: %j", async (asked, code, message) => {
    await expect(queryFiles([runs], asked)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });
});

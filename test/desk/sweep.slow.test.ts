import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { root } from "../../scripts/root.ts";
import { TawazunError } from "../../src/base/index.ts";
import { newCase, readCase, readExperiment } from "../../src/case/index.ts";
import { knownNames } from "../../src/desk/open.ts";
import { experimentFaults } from "../../src/desk/sweep/faults.ts";
import { sweepPlan } from "../../src/desk/sweep/plan.ts";
import { playSweep } from "../../src/desk/sweep/play-sweep.ts";
import type { Lent } from "../../src/desk/verb.ts";
import { sweep } from "../../src/desk/verbs/sweep.ts";
import type { Executor } from "../../src/forecast/index.ts";
import {
  canWrite,
  inThisProcess,
  queryFiles,
  readBytes,
  readFolder,
  readText,
  threads,
  writeFiles,
} from "../../src/run/index.ts";

const base = mkdtempSync(join(tmpdir(), "tawazun-sweep-"));
const place = join(base, "case");
let serial = 0;
let out = "";
const utf8 = new TextEncoder();

const head =
  "months: 2\nrecord:\n  outcomes:\n    - { name: calm, measure: { stability: { to: 2024-06 } } }\n    - { name: accused, rule: { occurs: { move: accuse }, by: 2024-06-30 } }\n";
const tie =
  "name: Ties\nrepetitions: 50\nvariables:\n  - { name: tie, set: { relation: { from: vale, to: ridge } }, values: [-0.5, 0.5] }\n";

beforeAll(async () => {
  const folder = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
  await writeFiles(place, folder);
  mkdirSync(join(place, "experiments"));
  writeFileSync(join(place, "experiments/ties.yaml"), tie + head);
});
beforeEach(() => {
  out = join(base, `out-${serial++}`);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function lent(more: Partial<Lent> = {}): Lent {
  return {
    readFolder,
    readText,
    readBytes,
    writeFiles,
    canWrite,
    executor: () => inThisProcess(),
    version: "0",
    ...more,
  } as unknown as Lent;
}

const run = (more: Partial<Lent> = {}, name = "ties") =>
  sweep.run(lent(more), [place, name], sweep.options.parse({ out }));

/** Every file of an output folder by its path, byte for byte; but for how long it took. */
function files(folder: string): ReadonlyMap<string, string> {
  const names = globSync("**/*.{csv,json,parquet}", { cwd: folder }).sort();
  const made = names.filter((name) => !name.endsWith("timing.json"));
  return new Map(made.map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}

/** The rows of some pieces, as another reader of Parquet sees them. */
async function rowsIn(folder: string): Promise<readonly Record<string, unknown>[]> {
  const names = globSync("**/*.parquet", { cwd: folder }).sort();
  const all = names.map(async (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    return parquetReadObjects({ file: bytes.buffer });
  });
  return (await Promise.all(all)).flat();
}

/** An executor that tells of each shard and may fail. */
function watched(onShards: (first: number) => void): Executor {
  const inner = inThisProcess();
  return {
    ...inner,
    async carryOut(source, shards, watch) {
      if (shards.length > 0) onShards(shards[0].from);
      return inner.carryOut(source, shards, watch);
    },
  };
}

describe("a sweep", () => {
  it("writes rows, points and means; the same bytes on threads, and nothing anew the second time", async () => {
    const first = await run();
    expect(first.code).toBe(0);
    expect(first.json).toMatchObject({ futures: 100, before: 0, failed: [] });
    const alone = files(out);
    expect([...alone.keys()].map((name) => name.replace(/^runs\/[0-9a-f]{16}\//, ""))).toEqual([
      "design.csv",
      "shards/000/000-0-25.parquet",
      "shards/000/000-25-50.parquet",
      "shards/000/001-0-25.parquet",
      "shards/000/001-25-50.parquet",
      "summary.csv",
      "summary.json",
    ]);
    const rows = await rowsIn(out);
    expect(Object.keys(rows[0])).toEqual(["point", "tie", "scenario", "future", "calm", "accused"]);
    expect(rows.map(({ point, tie, scenario, future }) => [point, tie, scenario, future])).toEqual(
      [0, 1].flatMap((point) => Array.from({ length: 50 }, (_, k) => [point, point - 0.5, "as-is", k])),
    );
    // the mean that stands in the summary is that of the rows
    const calm = rows.filter(({ point }) => point === 1).reduce((sum, row) => sum + Number(row.calm), 0) / 50;
    const { points } = first.json as { points: readonly { outcomes: Record<string, { mean: number }> }[] };
    expect(points[1].outcomes.calm.mean).toBeCloseTo(calm, 12);
    let played = 0;
    const again = await run({ executor: () => watched(() => played++) });
    expect([played, (again.json as { before: number }).before]).toEqual([0, 100]);
    expect(files(out)).toEqual(alone);
    out = join(base, `out-${serial++}`);
    await run({ executor: () => threads(2) });
    expect(files(out)).toEqual(alone);
  });

  it("can be asked in SQL and plainly, and both give the means of its summary", async () => {
    const { json } = await run();
    const { points } = json as { points: readonly { outcomes: Record<string, { mean: number }> }[] };
    const means = points.map(({ outcomes }, point) => [
      point - 0.5,
      expect.closeTo(outcomes.calm.mean, 12),
      expect.closeTo(outcomes.accused.mean, 12),
    ]);
    const sql = "SELECT tie, avg(calm), avg(accused) FROM rows GROUP BY tie ORDER BY tie";
    expect((await queryFiles([out], { sql })).rows).toEqual(means);
    const plain = await queryFiles([out], { group: ["tie"], columns: ["calm", "accused"] });
    expect(plain.rows.map((row) => [row[0], row[2], row[6]])).toEqual(means);
    const joined = "SELECT count(*) FROM rows JOIN summary USING (run, point) JOIN design USING (run, point)";
    expect((await queryFiles([out], { sql: joined })).rows).toEqual([[100]]);
  });

  it("that was stopped goes on to the same bytes, and plays a damaged piece again", async () => {
    await run();
    const whole = files(out);
    out = join(base, `out-${serial++}`);
    const stop = new AbortController();
    let begun = 0;
    const half = await run({
      signal: stop.signal,
      executor: () => watched(() => ++begun === 3 && stop.abort()),
    });
    expect([half.code, (half.json as { futures: number }).futures]).toEqual([130, 50]);
    const [piece] = globSync("**/000-0-25.parquet", { cwd: out });
    writeFileSync(join(out, piece), readFileSync(join(out, piece)).subarray(0, 300));
    const rest = await run();
    expect(rest.json).toMatchObject({ futures: 100, before: 25 });
    expect(files(out)).toEqual(whole);
  });

  it("with a poisoned piece reports it after four tries and completes the rest; later the piece is made good", async () => {
    await run();
    const whole = files(out);
    out = join(base, `out-${serial++}`);
    let tries = 0;
    const executor = () =>
      watched((first) => {
        // the second piece of each point begins at the 26th draw of inputs
        if (first === 25 * 50 && tries < 4) {
          tries += 1;
          throw new Error("poison");
        }
      });
    const progress: string[] = [];
    const ended = await run({ executor, onProgress: ({ doing }) => void progress.push(doing) });
    expect(progress[0]).toBe("playing 100 futures at 2 points");
    expect(progress).toContain("playing 100 futures at 2 points, 1 piece failed");
    expect(ended.code).toBe(1);
    expect(ended.json).toMatchObject({
      futures: 75,
      failed: [{ point: 0, scenario: "as-is", futures: [25, 49], message: "poison" }],
    });
    expect(ended.text).toContain("failed four times");
    expect((await run()).code).toBe(0);
    expect(files(out)).toEqual(whole);
  });

  it("refuses a folder in which nothing can be written before it plays anything", async () => {
    const barred = join(base, "a-file");
    writeFileSync(barred, "x");
    out = join(barred, "below");
    let played = 0;
    await expect(run({ executor: () => watched(() => played++) })).rejects.toMatchObject({
      code: expect.stringMatching(/^file\//),
    });
    expect(played).toBe(0);
  });

  it.skipIf(process.getuid?.() === 0)("refuses a read-only folder first", async () => {
    mkdirSync(out);
    chmodSync(out, 0o555);
    await expect(run()).rejects.toMatchObject({ code: "file/read-only" });
  });

  it("on a full disk says so, and keeps what is written", async () => {
    let written = 0;
    const full: Lent["writeFiles"] = async (folder, made, options) => {
      if (++written > 2) throw new TawazunError("file/full", "There is no room left on the disk.");
      await writeFiles(folder, made, options);
    };
    const early = await run({ writeFiles: full });
    expect([early.code, (early.json as { futures: number }).futures]).toEqual([2, 50]);
    expect(early.text).toMatch(/ended early: There is no room left.*The same command goes on/);
    const ended = await run();
    expect(ended.json).toMatchObject({ futures: 100, before: 50 });
  });

  it("says first how many futures and how long, and writes nothing if that is all that is asked", async () => {
    const said: string[] = [];
    let now = 0;
    const stopwatch = () => {
      now += 2000;
      return now;
    };
    const planned = await sweep.run(
      lent({ stopwatch }),
      [place, "ties"],
      sweep.options.parse({ out, plan: true }),
    );
    // two futures in two seconds, so a hundred in a hundred
    expect(planned.text).toBe(
      "100 futures of 2 months: 2 points × 50 futures. About 2 minutes on 1 worker, by a short sample.",
    );
    expect(planned.json).toMatchObject({ futures: 100, seconds: 100 });
    expect(existsSync(out)).toBe(false);
    await run({ stopwatch, say: (line) => said.push(line) });
    expect(said).toEqual([planned.text]);
  });

  it("of a Saltelli design gives the indices of its variables by scenario", async () => {
    const file = join(base, "saltelli.yaml");
    const variables = tie.replace("values: [-0.5, 0.5]", "range: [-1, 1]").replace("50", "2");
    writeFileSync(file, `${variables}design: { saltelli: 8 }\n${head}`);
    const { json } = await run({}, file);
    const { indices, points } = json as {
      indices: readonly { outcome: string; indices: readonly unknown[] }[];
      points: readonly unknown[];
    };
    expect(points).toHaveLength(24);
    for (const { indices: found } of indices) expect(found).toHaveLength(1);
  });

  it("stops at a point once it is precise, and at the budget", async () => {
    const file = join(base, "stop.yaml");
    const stops = (text: string) => writeFileSync(file, tie.replace("50", "100") + head + text);
    stops("stop: { precision: 0.08 }\n");
    const precise = (await run({}, file)).json as { futures: number; points: readonly { futures: number }[] };
    // √(0.25 / 50) = 0.071: fifty futures are enough whatever the answer
    expect(precise.points.map(({ futures }) => futures)).toEqual([50, 50]);
    stops("stop: { runs: 75 }\n");
    expect((await run({}, file)).json).toMatchObject({ futures: 75 });
  });

  it("begins no more once its time is spent, and the same command goes on for as long again", async () => {
    const file = join(base, "budget.yaml");
    writeFileSync(file, `${tie}${head}stop: { budget: 3 s }\n`);
    let now = 0;
    // each look at the clock takes a second
    const clock = { stopwatch: () => 1000 * now++, say: () => undefined };
    const first = await run(clock, file);
    expect(first.code).toBe(0);
    expect(first.text).toContain("(its 3 s are spent; the same command goes on for as long again)");
    const { futures } = first.json as { futures: number };
    expect(futures).toBeGreaterThan(0);
    expect(futures).toBeLessThan(100);
    expect(first.json).toMatchObject({ spent: true, before: 0, failed: [] });
    let last = first;
    for (let k = 0; k < 10 && (last.json as { spent: boolean }).spent; k++) last = await run(clock, file);
    expect(last.json).toMatchObject({ spent: false, futures: 100 });
    await expect(run({}, file)).rejects.toMatchObject({ code: "sweep/budget" });
    writeFileSync(file, `${tie}${head}stop: { budget: soon }\n`);
    expect((await run({}, file)).text).toMatch(/budget\.yaml:\d+:\d+: error: .*45 min, 2 h or 1 d/);
  });

  it("takes its time from the last command, and from a sample only where there was none", async () => {
    let now = 0;
    const stop = new AbortController();
    let begun = 0;
    const said: string[] = [];
    const watch = {
      stopwatch: () => {
        now += 2000;
        return now;
      },
      say: (line: string) => void said.push(line),
    };
    // a first shard to warm up, a sample of two, then pieces
    await run({
      ...watch,
      signal: stop.signal,
      executor: () => watched(() => ++begun === 5 && stop.abort()),
    });
    const sizes: number[] = [];
    const inner = inThisProcess();
    const executor = (): Executor => ({
      ...inner,
      async carryOut(source, shards, watching) {
        sizes.push(shards.length);
        return inner.carryOut(source, shards, watching);
      },
    });
    expect((await run({ ...watch, executor })).json).toMatchObject({ futures: 100, before: 50 });
    expect(sizes.filter((size) => size > 0)).toEqual([25, 25]);
    expect(said[0]).toContain("by a short sample");
    expect(said[1]).toMatch(
      /50 of them are there\. About .* for the rest on 1 worker, at the pace of the last time\.$/,
    );
    await run({ ...watch, executor });
    expect(said[2]).toBe("100 futures of 2 months: 2 points × 50 futures. All of them are there.");
    expect(sizes.filter((size) => size > 0)).toEqual([25, 25]);
  });

  it("writes into the case's folder out where nothing is said, and never among the files of a case", async () => {
    const ended = await sweep.run(lent(), [place, "ties"], sweep.options.parse({}));
    expect((ended.json as { folder: string }).folder.startsWith(join(place, "out", "runs"))).toBe(true);
    rmSync(join(place, "out"), { recursive: true });
    out = place;
    await expect(run()).rejects.toMatchObject({ code: "folder/case" });
  });

  it("says what is wrong with an experiment, where, and what was probably meant", async () => {
    const file = join(base, "wrong.yaml");
    writeFileSync(file, tie.replace("ridge", "ridg").replace("[-0.5, 0.5]", "[-0.5, 5]") + head);
    const ended = await run({}, file);
    expect(ended.code).toBe(2);
    expect(ended.text).toMatch(/wrong\.yaml:4:\d+: error: .*"ridg".*Did you mean "ridge"/);
    expect(ended.text).toMatch(/wrong\.yaml:4:\d+: error: A value of "tie" is 5; it must/);
    await expect(run({}, "tise")).rejects.toThrow("There are ties");
  });
});

describe("the experiments that pages show", () => {
  const { world } = readCase(
    newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }),
  );
  it.each(["docs/how-to/run-a-sweep.md", "docs/reference/case-format.md"])("%s are sound", (page) => {
    const text = readFileSync(join(root, page), "utf8");
    const [shown] = /(?<=```yaml\n)name: Does the tie[\s\S]*?(?=```)/.exec(text) ?? [];
    const { experiments, findings } = readExperiment(page, utf8.encode(shown ?? ""), world!, [], knownNames);
    expect(findings).toEqual([]);
    expect(experiments.flatMap((experiment) => experimentFaults(world!, experiment, []))).toEqual([]);
  });
});

describe("four hundred pieces", () => {
  const { world } = readCase(
    newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }),
  );
  const text = `name: Many\nrepetitions: 1\nvariables:\n  - { name: tie, set: { relation: { from: vale, to: ridge } }, range: [-1, 1], steps: 400 }\n${head}`;
  const { experiments } = readExperiment("many.yaml", utf8.encode(text), world!, [], knownNames);

  it("done twice at the same time on one folder give each row once", async () => {
    expect(experimentFaults(world!, experiments[0], [])).toEqual([]);
    const plan = sweepPlan(world!, experiments[0], [], "0");
    const [one, other] = await Promise.all(
      [0, 1].map(() => playSweep(lent(), world!, plan, inThisProcess(), out)),
    );
    for (const { futures, trouble } of [one, other]) expect([futures, trouble]).toEqual([400, undefined]);
    const rows = await rowsIn(out);
    expect(rows.map(({ point }) => point)).toEqual(plan.cells.map((_, cell) => cell));
    expect(files(out).size).toBe(400);
    expect(one.cells).toEqual(other.cells);
  });
});

describe("processes on one output folder", () => {
  it("lose nothing when both play, and one is killed on the way", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    await run({ version });
    const rows = [...files(out)].filter(([name]) => name.includes("shards")).map(([, text]) => text);
    out = join(base, `out-${serial++}`);
    const begin = () => {
      const words = [join(root, "src/cli/main.ts"), "sweep", place, "ties", "--out", out, "--workers", "1"];
      const child = spawn(process.execPath, words, { stdio: "ignore" });
      return { child, ended: new Promise<number | null>((resolve) => child.on("close", resolve)) };
    };
    const [one, other] = [begin(), begin()];
    while (globSync("**/*-25.parquet", { cwd: out }).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    one.child.kill("SIGKILL");
    await one.ended;
    expect(await other.ended).toBe(0);
    const made = [...files(out)].filter(([name]) => name.includes("shards")).map(([, text]) => text);
    expect(made).toEqual(rows);
  }, 60_000);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import { type Lent, verbs } from "../../src/desk/index.ts";
import { appendLine, inThisProcess, readText } from "../../src/run/index.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "tawazun-register-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const utf8 = new TextEncoder();
const dates = { asOf: "2012-01-10", horizon: "2012-12-31" };
const plain = newCase({ id: "mine", title: "Mine", ...dates });

/** A desk whose clock stands, over a folder in memory. */
function lent(now: string, outcomes?: string): Lent {
  const folder = new Map(plain);
  if (outcomes !== undefined) folder.set("outcomes.yaml", utf8.encode(outcomes));
  return {
    readFolder: async () => ({ folder, findings: [] }),
    readText,
    appendLine,
    now: () => now,
    executor: () => inThisProcess(),
    version: "0.1.0",
  } as unknown as Lent;
}

async function run(id: string, desk: Lent, places: readonly string[], given: object) {
  const verb = verbs.find((candidate) => candidate.id === id);
  if (verb === undefined) throw new Error(id);
  return verb.run(desk, places, verb.options.parse(given));
}

describe("registering forecasts", () => {
  const small = { runs: 20, months: 3, workers: 1 };

  it("appends entries that verify, and scores them once outcomes are known", async () => {
    const to = join(directory, "forecasts.jsonl");
    const desk = lent("2012-01-11T09:00:00Z");
    const first = await run("register", desk, ["mine"], { ...small, to });
    const before = readFileSync(to, "utf8");
    await run("register", lent("2030-01-01T00:00:00Z"), ["mine"], { ...small, to, seed: "other" });
    expect(readFileSync(to, "utf8").startsWith(before)).toBe(true);
    const { hash } = first.json as { hash: string };
    const verified = await run("register", desk, [], { verify: true, to, head: hash });
    expect([verified.code, (verified.json as { entries: unknown[] }).entries.length]).toEqual([0, 2]);

    const [entry] = before.split("\n").map((line) => JSON.parse(line || "{}"));
    const question = entry.forecasts[0].question as string;
    const outcomes = `sources:\n  - { id: press, title: Press }\noutcomes:\n  - { question: ${question}, outcome: true, resolved: 2012-12-31, source: press }\n`;
    const scored = await run("judge", lent("2030-01-01T00:00:00Z", outcomes), ["mine"], { registered: to });
    const { cards } = scored.json as { cards: { name: string; brier: number; questions: number }[] };
    expect(cards.map(({ name, questions }) => [name, questions])).toEqual([
      ["Entry 1, 2012-01-11: in time", 1],
      ["Entry 2, 2030-01-01: after the fact", 1],
    ]);
    const missed = 1 - entry.forecasts[0].forecast;
    expect(cards[0].brier).toBeCloseTo(missed * missed, 12);
  });

  it("says of questions whose deadlines are all past that they are no forecasts", async () => {
    const to = join(directory, "forecasts.jsonl");
    const before = await run("register", lent("2012-12-31T23:00:00Z"), ["mine"], { ...small, to });
    expect(before.text).not.toContain("deadline");
    const { text } = await run("register", lent("2013-01-01T00:00:00Z"), ["mine"], { ...small, to });
    expect(text).toContain("Every deadline was past when this was registered, on 2013-01-01");
  });

  it("finds a register that was changed, adds nothing to it and scores nothing of it", async () => {
    const to = join(directory, "forecasts.jsonl");
    await run("register", lent("2012-01-11T09:00:00Z"), ["mine"], { ...small, to });
    const changed = readFileSync(to, "utf8").replace("2012-01-11", "2012-01-10");
    writeFileSync(to, changed);
    const verified = await run("register", lent(""), [], { verify: true, to });
    expect(verified.code).toBe(1);
    expect(verified.text).toContain("changed after it was written");
    await expect(run("register", lent(""), ["mine"], { ...small, to })).rejects.toMatchObject({
      code: "registry/broken",
    });
    expect((await run("judge", lent(""), ["mine"], { registered: to })).code).toBe(1);
    expect(readFileSync(to, "utf8")).toBe(changed);
  });

  it("finds entries taken away by a hash that was noted", async () => {
    const to = join(directory, "forecasts.jsonl");
    const { json } = await run("register", lent("2012-01-11T09:00:00Z"), ["mine"], { ...small, to });
    writeFileSync(to, "");
    const verified = await run("register", lent(""), [], {
      verify: true,
      to,
      head: (json as { hash: string }).hash,
    });
    expect(verified.code).toBe(1);
    expect(verified.text).toContain("no entry has the hash");
  });
});

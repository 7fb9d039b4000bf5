import { describe, expect, it } from "vitest";
import { newCase, readCase } from "../../case/index.ts";
import { inProcess, type Shard } from "../../forecast/index.ts";
import { digest, jobsOf, readJob, shipped, unshipped } from "./job.ts";

const { world } = readCase(newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }));
const plan: Shard["plan"] = { questions: [], outcomes: [], detail: true };
const scenario: Shard["scenario"] = { seed: "s", months: 3, policy: "strategic", interventions: [] };
const one = (from: number, to: number, more: Partial<Shard> = {}): Shard => ({
  scenario: { ...scenario },
  plan,
  from,
  to,
  ...more,
});
const made = (shards: readonly Shard[], version = "1") => jobsOf(version, "a".repeat(64), shards);

describe("jobs", () => {
  it("hold neighbours of one scenario, up to fifty runs, and lose none", () => {
    const futures = Array.from({ length: 120 }, (_, k) => one(50 * k, 50 * k + 1));
    const other = one(0, 1, { scenario: { ...scenario, months: 2 } });
    const jobs = made([...futures, other, one(0, 400)]);
    expect(jobs.map(({ shards }) => shards.length)).toEqual([50, 50, 20, 1, 1]);
    expect(jobs.flatMap(({ shards }) => shards).map(({ from, to }) => [from, to])).toEqual(
      [...futures, other, one(0, 400)].map(({ from, to }) => [from, to]),
    );
  });

  it("are called by all that their rows follow from, and by nothing else", () => {
    const id = (shard: Shard, version = "1"): string => made([shard], version)[0].id;
    const tie = { ...scenario, interventions: [{ relation: {} }] } as unknown as Shard["scenario"];
    const all = [
      id(one(0, 1)),
      id(one(1, 2)),
      id(one(0, 2)),
      id(one(0, 1), "2"),
      id(one(0, 1, { scenario: { ...scenario, seed: "t" } })),
      id(one(0, 1, { scenario: tie })),
      id(one(0, 1, { plan: { ...plan, detail: false } })),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(id(one(0, 1))).toBe(all[0]);
    // what changes only the interventions is the same run
    expect(made([one(0, 1, { scenario: tie })])[0].run).toBe(made([one(0, 1)])[0].run);
  });

  it("come out of a queue as they went in", () => {
    const [job] = made([one(0, 1), one(50, 51)]);
    expect(readJob(job.id, { text: job.text })).toEqual({ ...job, version: "1" });
  });

  it.each([
    ["nothing", undefined, /none of Tawazun's/],
    ["other data", { command: "rm" }, /none of Tawazun's/],
    ["no JSON", "{", /cannot be read/],
    ["another shape", "{}", /not the shape/],
    ["more", (text: string) => text.replace("{", '{"more":1,'), /not the shape/],
    ["no runs", (text: string) => text.replace("[0,1]", "[1,1]"), /not the shape/],
    ["too many runs", (text: string) => text.replace("[0,1]", "[0,9999999]"), /not the shape/],
  ])("with %s are refused in words", (_, data, message) => {
    const [job] = made([one(0, 1)]);
    const text = typeof data === "function" ? data(job.text) : data;
    const given = typeof text === "string" ? { text } : text;
    const id = typeof text === "string" ? digest(text) : job.id;
    expect(() => readJob(id, given)).toThrow(message);
  });

  it("under another's name are refused", () => {
    const [job, other] = made([one(0, 1), one(0, 400)]);
    expect(() => readJob(job.id, { text: other.text })).toThrow(/not the work that its name says/);
  });
});

describe("a case that travels", () => {
  it("plays as it did at home", async () => {
    const { hash, bytes } = shipped(world!);
    const there = unshipped(hash, bytes);
    const shards = [one(0, 20)];
    expect(await inProcess().carryOut(there, shards)).toEqual(await inProcess().carryOut(world!, shards));
  });

  it("is not played with other bytes than its hash says", () => {
    const { hash, bytes } = shipped(world!);
    const changed = Buffer.from(bytes.toString().replace("Mine", "Ours"));
    expect(() => unshipped(hash, changed)).toThrow(/other bytes than its hash says/);
  });
});

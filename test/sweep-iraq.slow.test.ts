import { spawn } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../scripts/root.ts";
import { withDisk } from "./services/small-disk.ts";

const base = mkdtempSync(join(tmpdir(), "tawazun-sweep-iraq-"));
const experiment = join(base, "sadr.yaml");
let whole: ReadonlyMap<string, string>;

/** A small sweep: two ties, two scenarios, sixty futures of three months at each. */
const text = `name: Does the tie to the Sadrists matter?
repetitions: 60
months: 3
variables:
  - { name: tie, set: { relation: { from: sadr, to: maliki } }, values: [-0.5, 0.5] }
record:
  outcomes:
    - { name: calm, measure: { stability: { to: 2012-03 } } }
    - { name: share, measure: { share: { of: maliki, on: 2012-03-31 } } }
`;

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Begins the sweep as a process of its own. */
function begin(out: string, workers: number) {
  const words = ["sweep", "cases/iraq-2012", experiment, "--out", out, "--workers", String(workers)];
  const child = spawn(process.execPath, [join(root, "src/cli/main.ts"), ...words], { cwd: root });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => {
      said += piece.toString("utf8");
    });
  const ended = new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, said })));
  return { child, ended };
}

const pieces = (out: string): readonly string[] => globSync("**/*.parquet", { cwd: out });

/** All files of the sweep, byte for byte, but for how long it took. */
function files(out: string): ReadonlyMap<string, string> {
  const names = globSync("**/*.{csv,json,parquet}", { cwd: out }).sort();
  return new Map(
    names
      .filter((name) => !name.endsWith("timing.json"))
      .map((name) => [name, readFileSync(join(out, name), "latin1")]),
  );
}

/** Ends a sweep by this signal once its first piece is written. */
async function cut(out: string, workers: number, signal: "SIGINT" | "SIGKILL"): Promise<Ended> {
  const { child, ended } = begin(out, workers);
  while (child.exitCode === null && pieces(out).length === 0)
    await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill(signal);
  return ended;
}

beforeAll(async () => {
  writeFileSync(experiment, text);
  const out = join(base, "whole");
  expect((await begin(out, 1).ended).code).toBe(0);
  whole = files(out);
  expect(pieces(out)).toHaveLength(6);
}, 300_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe("a sweep over Iraq", () => {
  it("gives the same bytes on two workers", async () => {
    const out = join(base, "two");
    expect((await begin(out, 2).ended).code).toBe(0);
    expect(files(out)).toEqual(whole);
  }, 300_000);

  it("stopped by Ctrl-C shows what there is, and goes on to the same bytes", async () => {
    const out = join(base, "stopped");
    const first = await cut(out, 2, "SIGINT");
    expect(first.code).toBe(130);
    expect(first.said).toContain("stopped by you");
    expect(first.said).toContain("Means over futures");
    const kept = pieces(out).length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(6);
    const second = await begin(out, 1).ended;
    expect(second.code).toBe(0);
    expect(second.said).toMatch(
      /of them are there\. About .* for the rest on 1 worker, at the pace of the last time\./,
    );
    expect(files(out)).toEqual(whole);
  }, 300_000);

  it("killed in the middle goes on to the same bytes", async () => {
    const out = join(base, "killed");
    expect((await cut(out, 1, "SIGKILL")).code).toBe(null);
    expect((await begin(out, 2).ended).code).toBe(0);
    expect(files(out)).toEqual(whole);
  }, 300_000);

  it("on a full disk says so and keeps what is written; with room it goes on to the same bytes", async (test) => {
    const ran = await withDisk("size=16k", async (disk, remount) => {
      const first = await begin(disk, 1).ended;
      expect(first.code).toBe(2);
      expect(first.said).toMatch(/no room left on the disk.*The same command goes on/s);
      expect(pieces(disk).length).toBeGreaterThan(0);
      remount("size=4m");
      const second = await begin(disk, 1).ended;
      expect(second.code).toBe(0);
      expect(files(disk)).toEqual(whole);
    });
    if (!ran) test.skip("a small disk cannot be mounted by this user");
  }, 300_000);
});

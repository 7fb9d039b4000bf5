import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { verbs } from "../src/desk/index.ts";
import { begin, tawazun } from "./cli-run.ts";

// A busy machine starts a process in some seconds.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), "tawazun-cli-slow-"));
const files = (path: string): readonly string[] =>
  readdirSync(join(folder, path), { recursive: true }).map(String).sort();
const SMALL = ["--runs", "50"];

beforeAll(async () => {
  const { code } = await tawazun(["new", "my-case"], folder);
  expect(code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a new case, from its first day to a report", () => {
  it("checks clean", async () => {
    expect(await tawazun(["check", "my-case", "--strict"], folder)).toEqual({
      code: 0,
      out: "my-case: no findings.\n",
      err: "",
    });
  });

  it("is shown, measured and judged", async () => {
    const [shown, measured, judged] = await Promise.all([
      tawazun(["show", "my-case", "questions"], folder),
      tawazun(["measure", "my-case"], folder),
      tawazun(["judge", "my-case", ...SMALL, "--months", "24"], folder),
    ]);
    expect([shown.code, measured.code, judged.code]).toEqual([0, 0, 0]);
    expect(shown.out).toContain("vale-in-office");
    // 48, 35, 10 and 7 of 100 seats, quota 51: the largest with any other, or all others together; by hand
    expect(measured.out).toMatch(/Civic List +48 +0\.5000 +0\.5000/);
    expect(measured.out).toMatch(/New Harvest +7 +0\.1667 +0\.1667/);
    expect(judged.out).toContain("vale-in-office");
    expect(judged.out).toContain("courting-weakens-ridge");
  });

  it("ends in three files and a summary on one screen", async () => {
    const { code, out } = await tawazun(["report", "my-case", ...SMALL], folder);
    expect(code).toBe(0);
    expect(files("out/my-case")).toEqual(["report.html", "report.json", "report.md"]);
    expect(out.split("\n").length).toBeLessThan(50);
    for (const file of files("out/my-case")) expect(out).toContain(`out/my-case/${file}`);
    const read = (file: string): string => readFileSync(join(folder, "out/my-case", file), "utf8");
    expect(read("report.html")).toMatch(/^<!doctype html>/i);
    expect(read("report.html")).not.toMatch(/<(script|link|img|iframe)[^>]*(src|href)=["']?(https?:)?\/\//i);
    expect(read("report.md")).toMatch(/^# /m);
    expect(typeof JSON.parse(read("report.json"))).toBe("object");
  });

  it("is not written over by another new case", async () => {
    const before = files("my-case").filter((file) => file.endsWith(".yaml"));
    const texts = before.map((file) => readFileSync(join(folder, "my-case", file), "utf8"));
    const { code, out, err } = await tawazun(["new", "my-case", "--title", "Another"], folder);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("is already there; nothing was written.");
    expect(before.map((file) => readFileSync(join(folder, "my-case", file), "utf8"))).toEqual(texts);
  });
});

describe("where nothing can be written", () => {
  it("a file in the way is named, and left as it was", async () => {
    writeFileSync(join(folder, "taken"), "mine");
    const [made, reported] = await Promise.all([
      tawazun(["new", "taken"], folder),
      tawazun(["report", "my-case", ...SMALL, "--out", "taken"], folder),
    ]);
    for (const { code, err } of [made, reported]) {
      expect(code).toBe(2);
      expect(err).toContain(
        '"taken" cannot be written: a file of this name is in the way. Nothing was changed.',
      );
      expect(err).not.toContain("    at ");
    }
    expect(readFileSync(join(folder, "taken"), "utf8")).toBe("mine");
  });

  it("a read-only disk gets a message, exit code 2, and nothing half-written", async (test) => {
    const disk = join(folder, "disk");
    mkdirSync(disk);
    const mounted =
      process.platform === "linux" &&
      spawnSync("mount", ["-t", "tmpfs", "-o", "ro,size=64k", "tmpfs", disk]).status === 0;
    if (!mounted) test.skip("a read-only disk cannot be mounted by this user");
    try {
      const [made, reported] = await Promise.all([
        tawazun(["new", "disk/case"], folder),
        tawazun(["report", "my-case", ...SMALL, "--out", "disk"], folder),
      ]);
      for (const { code, err } of [made, reported]) {
        expect(code).toBe(2);
        expect(err).toContain("cannot be written: this folder is read-only for you. Nothing was changed.");
        expect(err).not.toContain("    at ");
      }
      expect(files("disk")).toEqual([]);
    } finally {
      execFileSync("umount", [disk]);
    }
  });

  it("a full disk gets a message, exit code 2, and keeps the old report", async (test) => {
    const disk = join(folder, "full");
    mkdirSync(disk);
    const mounted =
      process.platform === "linux" &&
      spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", disk]).status === 0;
    if (!mounted) test.skip("a small disk cannot be mounted by this user");
    try {
      writeFileSync(join(disk, "report.html"), "old");
      const { code, err } = await tawazun(["report", "my-case", ...SMALL, "--out", "full"], folder);
      expect(code).toBe(2);
      expect(err).toContain("there is no room left on the disk. Nothing was changed.");
      expect(files("full")).toEqual(["report.html"]);
      expect(readFileSync(join(disk, "report.html"), "utf8")).toBe("old");
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});

describe("the same seed", () => {
  it("gives the same JSON on one worker and on two", async () => {
    const words = ["play", "my-case", "--runs", "150", "--seed", "a seed", "--json"];
    const [one, two] = await Promise.all([
      tawazun([...words, "--workers", "1"], folder),
      tawazun([...words, "--workers", "2"], folder),
    ]);
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(two.out).toBe(one.out);
    expect(JSON.parse(one.out)).toMatchObject({ seed: "a seed", runs: 150, stopped: false });
  });

  it("is not another seed", async () => {
    const words = ["play", "my-case", "--runs", "50", "--workers", "1", "--json", "--seed"];
    const [one, other] = await Promise.all([
      tawazun([...words, "a"], folder),
      tawazun([...words, "b"], folder),
    ]);
    expect(JSON.parse(one.out).moves).not.toEqual(JSON.parse(other.out).moves);
  });
});

/** Milliseconds within which a play must have stopped. */
const PATIENCE = 15_000;

describe.skipIf(process.platform === "win32")("Ctrl-C", () => {
  it.each([1, 2])(
    "stops a long play on %i worker(s) within seconds and keeps what was played",
    async (workers) => {
      const play = begin(["play", "my-case", "--runs", "100000", "--workers", String(workers)], folder);
      let pressed = 0;
      try {
        await play.shows(/playing 100000 futures/);
        pressed = performance.now();
        play.process.kill("SIGINT");
        await Promise.race([play.ended, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
      } finally {
        play.process.kill("SIGKILL");
      }
      const { code, out, err } = await play.ended;
      expect(performance.now() - pressed).toBeLessThan(PATIENCE);
      expect(code, err).toBe(130);
      expect(err).toContain("Stopping; what is done is kept. Ctrl-C again to leave at once.");
      const [, counted = ""] =
        /^(\d.*?) futures? of 12 months, .*stopped by you; what was played is kept/.exec(out) ?? [];
      const played = Number(counted.replace(/\D/g, ""));
      expect(played).toBeGreaterThan(0);
      expect(played).toBeLessThan(100_000);
      expect(out).toContain("Stability: ");
    },
  );
});

describe("the help of each verb", () => {
  it("is printed by a process of its own, with exit code 0", async () => {
    for (const { id } of verbs) {
      const { code, out, err } = await tawazun([id, "--help"]);
      expect([id, code, err]).toEqual([id, 0, ""]);
      expect(out).toContain(`Usage: tawazun ${id}`);
    }
  });
});

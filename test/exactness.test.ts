import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inexact, mustBeExact } from "../scripts/exactness.ts";
import { root } from "../scripts/root.ts";

describe("the same bits on every machine", () => {
  it("nothing in the rooms rounds differently, draws without a seed, or reads a clock", () => {
    const files = globSync("src/**/*.ts", { cwd: root }).filter(mustBeExact);
    expect(files.length).toBeGreaterThan(20);
    expect(files.flatMap((file) => inexact(file, readFileSync(join(root, file), "utf8")))).toEqual([]);
  });

  it("holds for every room but run and the doors, and not for tests", () => {
    expect(mustBeExact("src/base/exp.ts")).toBe(true);
    expect(mustBeExact("src/desk/judge.ts")).toBe(true);
    expect(mustBeExact("src/run/pool.ts")).toBe(false);
    expect(mustBeExact("src/base/exp.test.ts")).toBe(false);
  });

  it.each([
    ["an inexact function", "const y = Math.exp(1);"],
    ["another", "const y = xs.map((x) => Math.tanh(x));"],
    ["one handed on", "const y = xs.map(Math.log);"],
    ["one by its name in brackets", 'const y = Math["pow"](2, 0.5);'],
    ["one taken out of Math", "const { sin } = Math;"],
    ["Math under another name", "const m = Math;"],
    ["chance without a seed", "const y = Math.random();"],
    ["the same from crypto", "const y = crypto.getRandomValues(bytes);"],
    ["a clock", "const now = Date.now();"],
    ["a new date", "const now = new Date();"],
    ["a stopwatch", "const now = performance.now();"],
    ["a way around", "const now = globalThis.Date.now();"],
    ["a root written as a power", "const y = x ** 0.5;"],
    ["a power with a variable", "const y = x ** n;"],
    ["a power of ten that may be negative", "const y = 10 ** n;"],
    ["a cube, which engines round differently", "const y = x ** 3;"],
    ["an order that follows the language", "names.sort((a, b) => a.localeCompare(b));"],
    ["a number written in the machine's language", "const text = x.toLocaleString();"],
    ["a formatter", "const f = new Intl.NumberFormat();"],
  ])("catches %s", (_what, text) => {
    expect(inexact("src/base/planted.ts", text).length).toBeGreaterThan(0);
  });

  it.each([
    ["exact functions", "const y = Math.sqrt(Math.max(Math.imul(a, b), Math.floor(c)));"],
    ["squares and powers of two", "const y = x ** 2 + 2 ** k + 10 ** 6;"],
    [
      "a key or a name of one's own",
      "const s = { Date: 1, performance: 2 }; s.performance; type A = { Date: string };",
    ],
    ["a variable of one's own", "function f(performance: number) { return performance * 2; }"],
    ["a word in a text", 'const s = "Date.now() and Math.random()"; // Math.exp'],
  ])("lets pass %s", (_what, text) => {
    expect(inexact("src/base/planted.ts", text)).toEqual([]);
  });

  it("says where and what instead", () => {
    expect(inexact("src/base/planted.ts", "\n  const y = Math.exp(1);")).toEqual([
      "src/base/planted.ts:2:13: Math.exp differs between engines; use exp and log of base",
    ]);
  });
});

import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bargainingModels } from "../bargain/index.ts";
import { cite } from "../base/index.ts";
import { statistics } from "../behave/index.ts";
import { powerIndices, unionIndices } from "../measure/index.ts";
import { measureFacts, measures } from "./measures.ts";

const root = join(import.meta.dirname, "..", "..");
const ids = new Set(measures.map(({ id }) => id));

describe("what a reader must know of a measure", () => {
  it("is there for every member of every family", () => {
    const members = [
      ...[...powerIndices, ...unionIndices, ...bargainingModels].map(({ id }) => id),
      ...statistics.map(({ id }) => `statistic/${id}`),
    ];
    expect(members.length).toBeGreaterThan(60);
    expect(members.filter((id) => !ids.has(id))).toEqual([]);
  });

  it("is told once for each, by an id that nothing else has", () => {
    expect(ids.size).toBe(measures.length);
  });

  it.each(measures.map((measure) => [measure.id, measure] as const))("is complete: %s", (_, measure) => {
    for (const key of ["name", "says", "range", "formula", "sure"] as const) {
      expect(measure[key].trim(), key).toBe(measure[key]);
      expect(measure[key], key).not.toBe("");
      expect(measure[key], key).not.toMatch(/undefined|\bTODO\b/);
    }
    for (const key of ["says", "range", "sure"] as const) expect(measure[key], key).toMatch(/[.:]$/);
    expect(existsSync(join(root, measure.page)), measure.page).toBe(true);
    for (const source of measure.sources) expect(cite(source).length).toBeGreaterThan(20);
  });

  it("is never asked for in vain: every id that a table, a picture, a number or a page names is known", () => {
    const files = globSync(["src/desk/**/*.ts", "src/show/**/*.ts", "src/web/**/*.tsx"], {
      cwd: root,
    }).filter((file) => !file.endsWith(".test.ts"));
    const named = files.flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/\bmeasure(?:: |=)"([^" ]+)"/g)].map(
        ([, id]) => `${file}: ${id}`,
      ),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((one) => !ids.has(one.split(": ")[1]))).toEqual([]);
  });

  it("is refused in words where there is none", () => {
    expect(() => measureFacts("no-such")).toThrow('There is no measure "no-such".');
  });
});

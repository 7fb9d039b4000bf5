import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, type Folder, newCase, readCase } from "../../src/case/index.ts";
import { readFolder } from "../../src/run/folder.ts";
import { mutated, mutation, random, readsWithoutThrowing } from "./any-bytes.ts";

const ROOT = join(import.meta.dirname, "../..");

describe("reading never throws, however long one tries", () => {
  const folder = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
  const world = readCase(folder).world!;

  it("with any bytes in the files", () => {
    fc.assert(
      fc.property(random, (files) => readsWithoutThrowing(files, world)),
      { numRuns: 4000 },
    );
  });

  it("with a stretch of a file of a new case replaced by anything", () => {
    fc.assert(
      fc.property(mutation, (change) => readsWithoutThrowing(mutated(folder, change), world)),
      { numRuns: 600 },
    );
  });

  it("with a stretch of a file of Iraq 2012 replaced by anything", async () => {
    const iraq = (await readFolder(join(ROOT, "cases/iraq-2012"))).folder as Folder;
    const read = readCase(iraq).world as Case;
    expect(read.actors.length).toBeGreaterThan(30);
    fc.assert(
      fc.property(mutation, (change) => readsWithoutThrowing(mutated(iraq, change), read)),
      { numRuns: 30 },
    );
  });

  it("in a few seconds for 10,000 actors, and in proportion to their number", () => {
    const seconds = (count: number, wrong: boolean): number => {
      const files = manyActors(count, wrong);
      const began = performance.now();
      const { world: many, findings } = readCase(files);
      const took = (performance.now() - began) / 1000;
      expect(findings.length).toBe(wrong ? count : 0);
      expect(many?.actors.length).toBe(wrong ? undefined : count);
      return took;
    };
    seconds(1000, true);
    const right = seconds(10_000, false);
    const small = seconds(2_500, true);
    const large = seconds(10_000, true);
    console.log(
      `10,000 actors: ${right.toFixed(1)} s if right, ${large.toFixed(1)} s if each has a wrong reference; 2,500: ${small.toFixed(1)} s`,
    );
    expect(Math.max(right, large)).toBeLessThan(30);
    expect(large / small).toBeLessThan(12); // 16 would be quadratic, 4 is linear
  });
});

/** A case with many actors, each a member of a bloc with a tie to another, or to one that is not there. */
function manyActors(count: number, wrong: boolean): Folder {
  const head = `case: { id: x, title: X, polity: X, summary: X, as_of: 2012-01-10, horizon: 2012-12-31, format: 1, default_source: s }
sources: [{ id: s, title: S }]
blocs: [{ id: camp, name: Camp, kind: camp }]
`;
  const actors = ["actors:"];
  const memberships = ["memberships:"];
  const relations = ["from,to,value"];
  for (let i = 0; i < count; i++) {
    actors.push(`  - id: actor-${i}`, `    name: Actor ${i}`, "    kind: party", `    aliases: [The ${i}th]`);
    memberships.push(`  - { actor: actor-${i}, in: camp, from: 2010 }`);
    relations.push(`actor-${i},${wrong ? "aktor" : "actor"}-${(i * 7 + 1) % count},0.5`);
  }
  const texts = { "case.yaml": head, "a.yaml": actors, "m.yaml": memberships, "relations.csv": relations };
  return new Map(
    Object.entries(texts).map(([file, lines]) => [
      file,
      new TextEncoder().encode(typeof lines === "string" ? lines : `${lines.join("\n")}\n`),
    ]),
  );
}

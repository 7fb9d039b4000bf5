import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { readCase } from "../../src/case/index.ts";
import { knownNames, reportContents, study, studyDefaults } from "../../src/desk/index.ts";
import { inProcess } from "../../src/forecast/index.ts";
import { readFolder } from "../../src/run/index.ts";
import type { Section } from "../../src/show/index.ts";
import { tableOf } from "./row-map.ts";

const folder = fileURLToPath(new URL("../../cases/iraq-2012", import.meta.url));
const lines = tableOf(readFileSync(`${folder}/README.md`, "utf8"));

describe("each row of the founding case is seen in the report", () => {
  let sections: ReadonlyMap<string, Section>;
  beforeAll(async () => {
    const read = await readFolder(folder);
    const source = read.folder === undefined ? undefined : readCase(read.folder, knownNames).world;
    if (source === undefined) throw new Error("the founding case cannot be read");
    const found = await study(source, { ...studyDefaults, runs: 50, farRuns: 50, pairs: 5 }, inProcess());
    const contents = reportContents(found, undefined, { version: "test", command: "test" });
    sections = new Map(contents.sections.map((section) => [section.id, section]));
  }, 300_000);

  it("has all twenty-three rows in its map", () => {
    expect(lines.map((line) => line.row)).toEqual(Array.from({ length: 23 }, (_, k) => `S${k + 1}`));
  });

  for (const line of lines) {
    it(`${line.row} is seen in ${line.seen.join(", ")}, which say something`, () => {
      for (const id of line.seen) {
        const section = sections.get(id);
        expect(section, `the report has no section ${id}`).toBeDefined();
        expect(section?.parts.length, id).toBeGreaterThan(0);
      }
    });
  }
});

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { exampleFiles, examples } from "../scripts/case-examples.ts";
import { caseFormatPage } from "../scripts/case-format.ts";
import { root } from "../scripts/root.ts";
import { schemaFiles } from "../scripts/schema.ts";
import { kinds } from "../src/case/findings/codes.ts";
import {
  caseJsonSchema,
  type Folder,
  newCase,
  outcomesJsonSchema,
  readCase,
  readOutcomes,
} from "../src/case/index.ts";

const folderOf = (files: { readonly [file: string]: string }): Folder =>
  new Map(Object.entries(files).map(([file, text]) => [file, new TextEncoder().encode(text)]));

describe("the files that follow from the schema of a case", () => {
  it.each([...schemaFiles()])(
    "%s is as the schema has it now (else run: node scripts/schema.ts)",
    (file, text) => {
      expect(readFileSync(join(root, file), "utf8")).toBe(text);
    },
  );
});

describe("the reference page of the case format", () => {
  const page = caseFormatPage();
  const example = folderOf({ ...exampleFiles, "case.yaml": Object.values(examples).join("\n") });

  it("has examples that are a case together, with nothing to be said of them", () => {
    const { world, findings } = readCase(example, { moves: ["co-opt", "split"] });
    expect(findings).toEqual([]);
    expect(Object.values(world ?? {}).filter((part) => Array.isArray(part) && part.length === 0)).toEqual([]);
  });

  it("has an example of outcomes that reads", () => {
    const [text] = /(?<=```yaml\n)outcomes:[\s\S]*?(?=```)/.exec(page) ?? [];
    const { world } = readCase(example);
    const outcomes = readOutcomes(folderOf({ "outcomes.yaml": text ?? "" }), world!);
    expect(outcomes.findings).toEqual([]);
    expect(outcomes.outcomes?.length).toBe(1);
  });

  it("says of every field, every form of a rule and every finding what it means", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("| `"));
    expect(rows.length).toBeGreaterThan(300);
    expect(rows.filter((row) => /\|\s*\|$/.test(row))).toEqual([]);
  });
});

describe("the JSON Schema", () => {
  it.each([
    ["case", caseJsonSchema()],
    ["outcomes", outcomesJsonSchema()],
  ])("of %s refers only to what it defines", (_, schema) => {
    const text = JSON.stringify(schema);
    const used = [...text.matchAll(/"#\/\$defs\/([^"]+)"/g)].map((match) => match[1]);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !Object.hasOwn(schema.$defs as object, name))).toEqual([]);
  });

  it("takes what reading takes, and refuses unknown keys, wrong types and numbers out of bounds", () => {
    const schema = z.fromJSONSchema(caseJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
    for (const [file, bytes] of newCase({ id: "x", title: "X", asOf: "2024-05-01", horizon: "2025-04-30" })) {
      if (file.endsWith(".yaml"))
        expect(schema.safeParse(parse(new TextDecoder().decode(bytes))).error).toBe(undefined);
    }
    expect(schema.safeParse(parse(Object.values(examples).join("\n"))).error).toBe(undefined);
    for (const wrong of [
      "actor: []",
      "actors: [{ id: a, name: A, kind: persn }]",
      "actors: [{ id: a, name: A, kind: person, leder: b }]",
      "stakes: [{ actor: a, issue: b, position: 50, salience: 1.4 }]",
      "questions: [{ id: q, text: q, asked: 2012, by: 2012, resolution: r, rule: { hold: { post: p }, on: 2012 } }]",
    ]) {
      expect([wrong, schema.safeParse(parse(wrong)).success]).toEqual([wrong, false]);
    }
  });
});

describe("the kinds of findings", () => {
  it("are each expected by a test", () => {
    const tests = globSync(["src/case/**/*.test.ts", "src/run/*.test.ts", "test/cases/bad-input*.test.ts"], {
      cwd: root,
    });
    const text = tests.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
    expect(Object.keys(kinds).filter((code) => !text.includes(`${code}`))).toEqual([]);
  });
});

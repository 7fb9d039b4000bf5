import { describe, expect, it } from "vitest";
import { newCase } from "../new/new-case.ts";
import { readCase } from "./read-case.ts";
import { readExperiments } from "./read-experiments.ts";

const utf8 = new TextEncoder();

function read(files: { readonly [name: string]: string }) {
  const folder = new Map(newCase({ id: "mine", title: "Mine", asOf: "2012-01-10", horizon: "2012-12-31" }));
  for (const [name, text] of Object.entries(files)) folder.set(`experiments/${name}`, utf8.encode(text));
  const known = { moves: ["accuse", "co-opt"] };
  const { world, findings } = readCase(folder, known);
  if (world === undefined) throw new Error(findings.map(({ message }) => message).join(" "));
  return { world, ...readExperiments(folder, world, ["quiet"], known) };
}

const tie =
  "name: Ties\nrepetitions: 10\nvariables:\n  - name: tie\n    set: { relation: { from: vale, to: ridge } }\n";

describe("the experiments of a case", () => {
  it("are read from their files, with rules and measures as text", () => {
    const { experiments, findings } = read({
      "ties.yaml": `${tie}    values: [-0.5, 0.5]\nscenarios: [as-is, quiet]\nrecord:\n  outcomes:\n    - { name: share, measure: "share(vale) on 2012-06-30" }\n    - { name: accused, rule: "occurs(accuse) by 2012-06-30" }\n`,
    });
    expect(findings).toEqual([]);
    expect(experiments[0]).toMatchObject({
      id: "ties",
      record: {
        outcomes: [
          { measure: { share: { of: "vale", on: "2012-06-30" } } },
          { rule: { occurs: { move: "accuse" }, by: "2012-06-30" } },
        ],
      },
    });
  });

  it.each([
    [
      "a variable that names nobody",
      tie.replace("ridge", "ridg"),
      "    values: [0]",
      5,
      "case/reference",
      "ridge",
    ],
    ["a value out of bounds", tie, "    values: [0, 1.5]", 6, "case/bounds", undefined],
    ["a value of another kind", tie, "    values: [0, high]", 6, "case/type", "a number"],
    ["no values", tie, "", 4, "case/type", "values, range or distribution"],
    [
      "two ways at once",
      tie,
      "    values: [0]\n    range: [0, 1]",
      4,
      "case/type",
      "values, range or distribution",
    ],
    ["a range that falls", tie, "    range: [1, 0]\n    steps: 2", 6, "case/range", undefined],
    [
      "a range without steps in all combinations",
      tie,
      "    range: [0, 1]",
      4,
      "case/type",
      "values, or range and steps",
    ],
    ["an unknown key", tie, "    values: [0]\nrepetition: 3", 7, "case/unknown-key", "repetitions"],
    ["an unknown scenario", tie, "    values: [0]\nscenarios: [quite]", 7, "case/reference", undefined],
    [
      "an unknown question",
      tie,
      "    values: [0]\nrecord: { questions: [nothing] }",
      7,
      "case/reference",
      "a question",
    ],
    [
      "two columns alike",
      tie,
      "    values: [0]\n  - { name: tie, set: { input: { name: x } }, values: [1] }",
      7,
      "case/duplicate-id",
      undefined,
    ],
  ])("have a finding in its line for %s", (_, start, rest, line, code, expected) => {
    const { experiments, findings } = read({ "a.yaml": `${start}${rest}\n` });
    expect(experiments).toEqual([]);
    expect(findings.map((finding) => [finding.code, finding.place.file, finding.place.line])).toEqual([
      [code, "experiments/a.yaml", line],
    ]);
    if (expected !== undefined) expect(findings[0].expected).toBe(expected);
  });

  it("cannot share an id, and change neither the case nor its hash", () => {
    const same = `id: x\n${tie}    values: [0]\n`;
    const { findings, world } = read({ "a.yaml": same, "b.yaml": same });
    expect(findings.map(({ code, place }) => [code, place.file])).toEqual([
      ["case/duplicate-id", "experiments/b.yaml"],
    ]);
    expect(world.hash).toBe(read({}).world.hash);
  });
});

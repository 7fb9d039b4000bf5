import { describe, expect, it } from "vitest";
import { newCase } from "../new/new-case.ts";
import { readCase } from "./read-case.ts";
import { readScenarios } from "./read-scenarios.ts";

const utf8 = new TextEncoder();

function read(files: { readonly [name: string]: string }) {
  const folder = new Map(newCase({ id: "mine", title: "Mine", asOf: "2012-01-10", horizon: "2012-12-31" }));
  for (const [name, text] of Object.entries(files)) folder.set(`scenarios/${name}`, utf8.encode(text));
  const { world, findings } = readCase(folder, { moves: ["accuse", "co-opt"] });
  if (world === undefined) throw new Error(findings.map(({ message }) => message).join(" "));
  return { world, ...readScenarios(folder, world, { moves: ["accuse", "co-opt"] }) };
}

describe("the scenarios of a case", () => {
  it("are read from their files, in name order, under the name of the file or their own id", () => {
    const { scenarios, findings } = read({
      "b.yaml": "name: Nobody accuses\nchanges:\n  - forbid: { move: accuse }\n",
      "a.yaml":
        "id: quiet\nname: Quiet\ntext: For a while.\nchanges:\n  - forbid: { move: accuse, to: 2012-06 }\n",
    });
    expect(findings).toEqual([]);
    expect(scenarios.map(({ id, name }) => [id, name])).toEqual([
      ["quiet", "Quiet"],
      ["b", "Nobody accuses"],
    ]);
    expect(scenarios[1].places).toEqual([{ file: "scenarios/b.yaml", line: 3, column: 5 }]);
  });

  it("have findings with file, line, column and near miss for what names nothing", () => {
    const { scenarios, findings } = read({
      "a.yaml": "name: A\nchanges:\n  - forbid: { move: acuse }\n",
      "b.yaml": "name: B\nchanges:\n  - forbidden: { move: accuse }\n",
      "c.yaml": "name: C\nchanges: []\n",
      "d.yaml": "- 1\n",
    });
    expect(scenarios).toEqual([]);
    expect(findings.map(({ code, place, expected }) => [code, place.file, place.line, expected])).toEqual([
      ["case/reference", "scenarios/a.yaml", 3, "accuse"],
      ["case/unknown-key", "scenarios/b.yaml", 3, "forbid"],
      ["case/type", "scenarios/c.yaml", 2, expect.stringContaining("list")],
      ["case/type", "scenarios/d.yaml", 1, expect.anything()],
    ]);
  });

  it("cannot share an id", () => {
    const same = "id: x\nname: A\nchanges:\n  - forbid: { move: accuse }\n";
    const { findings } = read({ "a.yaml": same, "b.yaml": same });
    expect(findings.map(({ code, place }) => [code, place.file])).toEqual([
      ["case/duplicate-id", "scenarios/b.yaml"],
    ]);
  });

  it("change neither the case nor its hash", () => {
    const one = read({});
    const other = read({ "a.yaml": "name: A\nchanges:\n  - forbid: { move: accuse }\n" });
    expect(other.world.hash).toBe(one.world.hash);
  });
});

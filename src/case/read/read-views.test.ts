import { describe, expect, it } from "vitest";
import { newCase } from "../new/new-case.ts";
import { readCase } from "./read-case.ts";
import { readViews } from "./read-views.ts";

const utf8 = new TextEncoder();

function read(files: { readonly [name: string]: string }) {
  const folder = new Map(newCase({ id: "mine", title: "Mine", asOf: "2012-01-10", horizon: "2012-12-31" }));
  for (const [name, text] of Object.entries(files)) folder.set(`views/${name}`, utf8.encode(text));
  const { world, findings } = readCase(folder);
  if (world === undefined) throw new Error(findings.map(({ message }) => message).join(" "));
  return { world, said: findings, ...readViews(folder, world) };
}

describe("the views of a case", () => {
  it("are read in name order, under the name of the file or their own id, with the places they keep", () => {
    const { views, findings, said } = read({
      "b.yaml":
        "name: Two sides\npage: map\nchosen: { colour: faction, day: 2012-01-01 }\nplaces:\n  - { actor: vale, x: 1.5, y: -2 }\n",
      "a.yaml": 'id: house\nname: The house\ntext: See who turns it.\npage: power\nchosen: { quota: "20" }\n',
    });
    expect(findings).toEqual([]);
    expect(said.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(views.map(({ id, page }) => [id, page])).toEqual([
      ["house", "power"],
      ["b", "map"],
    ]);
    expect(views[1].chosen).toEqual({ colour: "faction", day: "2012-01-01" });
    expect(views[1].places).toEqual([{ actor: "vale", x: 1.5, y: -2 }]);
  });

  it("have findings with file, line and near miss for what is no page, no key and no actor", () => {
    const { views, findings } = read({
      "a.yaml": "name: A\npage: mapp\n",
      "b.yaml": "name: B\npage: map\nplace: []\n",
      "c.yaml": "name: C\npage: map\nplaces:\n  - { actor: vael, x: 0, y: 0 }\n",
      "d.yaml": "name: D\npage: map\nplaces:\n  - { actor: vale, x: left, y: 0 }\n",
      "e.yaml":
        "name: E\npage: map\nplaces:\n  - { actor: vale, x: 1, y: 0 }\n  - { actor: vale, x: 2, y: 0 }\n",
    });
    expect(views).toEqual([]);
    expect(findings.map(({ code, place }) => [code, place.file, place.line])).toEqual([
      ["case/choice", "views/a.yaml", 2],
      ["case/unknown-key", "views/b.yaml", 3],
      ["case/reference", "views/c.yaml", 4],
      ["case/type", "views/d.yaml", 4],
      ["case/duplicate-id", "views/e.yaml", 5],
    ]);
  });

  it("cannot share an id, and change neither the case nor its hash", () => {
    const same = "id: x\nname: A\npage: map\n";
    const { findings, world } = read({ "a.yaml": same, "b.yaml": same });
    expect(findings.map(({ code, place }) => [code, place.file])).toEqual([
      ["case/duplicate-id", "views/b.yaml"],
    ]);
    expect(world.hash).toBe(read({}).world.hash);
  });
});

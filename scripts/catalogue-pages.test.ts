import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bargainingModels } from "../src/bargain/index.ts";
import { behaviourDefaults } from "../src/behave/index.ts";
import { measures } from "../src/desk/index.ts";
import { powerIndices, unionIndices } from "../src/measure/index.ts";
import { moveKinds, parameters, policies } from "../src/simulate/index.ts";
import { cataloguePages } from "./catalogue-pages.ts";
import { root } from "./root.ts";

const pages = cataloguePages();
const page = (name: string): string => pages.get(`docs/reference/${name}.md`) ?? "";

// That the pages on disk are these, test/pages.test.ts sees to.
describe("the pages of the catalogues", () => {
  it.each([
    ["measures", measures.map((measure) => measure.id)],
    ["moves", moveKinds.map((kind) => kind.id)],
    ["parameters", [...Object.keys(parameters), ...Object.keys(behaviourDefaults)]],
    ["power-indices", [...powerIndices, ...unionIndices].map((index) => index.id)],
    ["bargaining-models", bargainingModels.map((model) => model.id)],
    ["policies", policies.map((policy) => policy.id)],
  ])("%s names every member once with its id", (name, ids) => {
    const text = page(name).replace(/^[\s\S]*?-->/, "");
    const heads = text.split("\n").filter((line) => /^(\||`|- Id)/.test(line));
    for (const id of ids) {
      const found = heads.filter((line) => line.includes(`\`${id}\``)).length;
      // a move stands in the table and over its own section
      expect(found, id).toBe(name === "moves" ? 2 : 1);
    }
  });

  it("gives a parameter with its range, unit, meaning and origin", () => {
    const line = page("parameters")
      .split("\n")
      .find((text) => text.startsWith("| `relation.bystander` |"));
    expect(line).toContain("| 0.02 · 0.05 · 0.1 | tie per unit |");
    expect(line).toContain("Marvel");
    expect(page("parameters")).toMatch(/\| `splinter\.street` .*\| ours \|/);
  });

  it("says of a move what it needs, costs and how likely it is, as its file does", () => {
    const text = page("moves");
    const section = text.slice(text.indexOf("\n## mediate\n"));
    const file = readFileSync(join(root, "src/simulate/moves/mediate.ts"), "utf8");
    expect(section).toContain("- Needs: the actor is not head of government; a tie of −0.1 or more");
    expect(file).toContain("price: () => 0.2,");
    expect(section).toContain("- Price: 0.2 points.");
    expect(file).toContain("odds: () => 0.4,");
    expect(section).toContain("- Odds: 0.4.");
  });

  it("leaves no price and no odds of a move unsaid", () => {
    expect(page("moves")).not.toMatch(/(Price|Odds): see /);
  });
});

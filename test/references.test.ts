import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../scripts/root.ts";

// That each `ref` in the source is a key, the compiler sees to (base/source.ts).
const keys = Object.keys(JSON.parse(readFileSync(join(root, "references.json"), "utf8")));

/** The keys that stand as a whole word in none of the texts. */
function unused(of: readonly string[], texts: readonly string[]): readonly string[] {
  const words = new Set(texts.flatMap((text) => text.match(/[\w-]+/g) ?? []));
  return of.filter((key) => !words.has(key));
}

describe("the bibliography", () => {
  const files = globSync(["src/**/*.ts", "docs/**/*.md", "cases/**/*.{yaml,md,csv}"], { cwd: root });
  const texts = files.map((file) => readFileSync(join(root, file), "utf8"));

  it("holds no work that nothing cites", () => {
    expect(unused(keys, texts)).toEqual([]);
  });

  it("would be seen to hold one", () => {
    expect(unused(["banzhaf1965", "nobody1900"], ['{ ref: "banzhaf1965" }'])).toEqual(["nobody1900"]);
  });

  it("is in the order of its keys", () => {
    expect(keys).toEqual([...keys].sort());
  });
});

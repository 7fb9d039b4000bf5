import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { generated, standing } from "../scripts/generate.ts";
import { root } from "../scripts/root.ts";

const QUOTED_PATH = /`((?:src|scripts|test|docs|cases|bench)\/[\w./-]+)`/g;
const LINK = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g;

/** The paths that a page names, as seen from the clone: its links, and the files that it quotes. */
function pathsIn(page: string, text: string): readonly string[] {
  const links = [...text.matchAll(LINK)].map((match) => join(dirname(page), match[1]));
  return [...links, ...[...text.matchAll(QUOTED_PATH)].map((match) => match[1])];
}

const pages = globSync(["*.md", "docs/**/*.md", "cases/*/README.md"], { cwd: root }).sort();

describe("the pages", () => {
  it.each(pages)("%s names only files that are there", (page) => {
    const paths = pathsIn(page, readFileSync(join(root, page), "utf8"));
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("would be caught naming others", () => {
    const text = "See [a](b.md#part), [c](https://example.org), `src/nowhere.ts` and `not a path`.";
    expect(pathsIn("docs/why/x.md", text)).toEqual(["docs/why/b.md", "src/nowhere.ts"]);
  });
});

describe("what a program writes", () => {
  const files = generated();

  it.each([...files.keys()])("%s is as the program writes it now (else run: npm run generate)", (file) => {
    expect(standing(file)).toBe(files.get(file));
  });

  it("has a line for every public name of every room", () => {
    expect(files.get("docs/reference/base.md")).toContain("| `exp(x)` | eˣ with the same bits");
  });
});

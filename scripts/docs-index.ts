// The list of pages in docs/README.md, by kind.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { replaceBetween } from "./between.ts";
import { root } from "./root.ts";

const kinds: readonly (readonly [folder: string, heading: string])[] = [
  ["tutorials", "**Tutorials**: learn by doing"],
  ["how-to", "**How-to**: one task a page"],
  ["reference", "**Reference**: what is there"],
  ["why", "**Why**: how it came to be so, and what it leaves out"],
];

const titleOf = (page: string): string => /^# (.*)$/m.exec(page)?.[1] ?? "(no title)";

/** docs/README.md with its list as it must be, given the texts of pages that are not written yet. */
export function withDocsIndex(readme: string, made: ReadonlyMap<string, string>): string {
  const files = new Set([...globSync("docs/*/**/*.md", { cwd: root }), ...made.keys()]);
  const text = (file: string): string => made.get(file) ?? readFileSync(join(root, file), "utf8");
  const lines = kinds.flatMap(([folder, heading]) => {
    const pages = [...files].filter((file) => file.startsWith(`docs/${folder}/`)).sort();
    if (pages.length === 0) return [];
    return [
      `- ${heading}`,
      ...pages.map((file) => `  - [${titleOf(text(file))}](${file.slice("docs/".length)})`),
    ];
  });
  return replaceBetween(readme, "pages", lines.join("\n"));
}

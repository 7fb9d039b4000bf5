import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { blocks } from "../scripts/examples.ts";
import { root } from "../scripts/root.ts";
import { main } from "../src/cli/program.ts";

const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** The command lines that a page shows, without prompts, comments, and what follows a pipe or `&&`. */
function commandLines(page: string, markdown: string): readonly string[] {
  const lines = blocks(page, markdown, "sh").flatMap(({ code }) => code.replaceAll("\\\n", " ").split("\n"));
  const parts = lines.flatMap((line) => line.replace(/(^|\s)#.*$/, "").split(/&&|\||;/));
  return parts.map((part) => part.trim().replace(/^\$ /, "")).filter((part) => part !== "");
}

const helps = new Map<string, string>();

/** What the command line prints for some words. */
async function printed(words: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
  let text = "";
  const spies = [process.stdout, process.stderr].map((stream, i) =>
    vi.spyOn(stream, "write").mockImplementation((chunk) => {
      if (i === 0) text += String(chunk);
      return true;
    }),
  );
  try {
    return { code: await main(words), text };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

/** What `tawazun verb --help` prints, or nothing if there is no such verb. */
async function helpOf(verb: string): Promise<string> {
  const words = verb.startsWith("-") ? ["--help"] : [verb, "--help"];
  const known = helps.get(words[0]);
  if (known !== undefined) return known;
  const { code, text } = await printed(words);
  // Asked for the help of no verb, the command may answer with its own.
  const isItsOwn = text.split("\n").some((line) => line.startsWith("Usage") && line.includes(` ${verb}`));
  const help = code === 0 && (verb.startsWith("-") || isItsOwn) ? text : "";
  helps.set(words[0], help);
  return help;
}

/** What is wrong with a command line: no such verb, flag or script. Other programs are not looked at. */
async function wrongWith(line: string): Promise<readonly string[]> {
  const words = line.replace(/^npx /, "").split(/\s+/);
  if (words[0] === "npm" && (words[1] === "run" || words[1] === "start" || words[1] === "test")) {
    const script = words[1] === "run" ? words[2] : words[1];
    return script in scripts ? [] : [`there is no npm script ${script}`];
  }
  if (words[0] !== "tawazun" || words.length === 1) return [];
  const help = await helpOf(words[1]);
  if (help === "") return [`there is no verb ${words[1]}`];
  const flags = words.slice(1).filter((word) => word.startsWith("--"));
  return flags
    .map((flag) => flag.replace(/=.*/, ""))
    .filter((flag) => !help.includes(flag))
    .map((flag) => `${words[1]} has no ${flag}`);
}

const pages = globSync(["*.md", "docs/**/*.md", "cases/*/README.md"], { cwd: root }).sort();
const shown = pages.flatMap((page) =>
  commandLines(page, readFileSync(join(root, page), "utf8")).map((line) => [page, line] as const),
);

describe("the commands that the pages show", () => {
  it.each(shown)("%s: %s", async (_page, line) => {
    expect(await wrongWith(line)).toEqual([]);
  });

  it("are found in sh blocks, a line at a time", () => {
    const markdown =
      "```sh\n$ npx tawazun check my-case # finds mistakes\nnpm ci && npm start \\\n  -- --seed 1\n```";
    expect(commandLines("a.md", markdown)).toEqual([
      "npx tawazun check my-case",
      "npm ci",
      "npm start    -- --seed 1",
    ]);
  });

  it.each(["npm run nonsense", "tawazun nonsense my-case", "npx tawazun check my-case --nonsense"])(
    "would be caught with %s",
    async (line) => {
      expect(await wrongWith(line)).toHaveLength(1);
    },
  );
});

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { root } from "../scripts/root.ts";
import { type Case, readCase } from "../src/case/index.ts";
import { knownNames } from "../src/desk/index.ts";
import { readFolder } from "../src/run/index.ts";

/** The names by which a case calls its actors, parties, communities and lands, and the case itself. */
function namesIn(world: Case): readonly string[] {
  return [
    world.head.id,
    world.head.title,
    world.head.polity,
    ...world.actors.flatMap(({ id, name, aliases, script, country }) => [
      id,
      name,
      ...(aliases ?? []),
      ...(script === undefined ? [] : [script]),
      ...(country === undefined ? [] : [country]),
    ]),
    ...[...world.blocs, ...world.groups, ...world.territories].flatMap(({ id, name }) => [id, name]),
  ];
}

/** A file without what its doc comments show as examples, which may name cases; lines keep their numbers. */
function withoutExamples(text: string): string {
  const blank = (part: string): string => part.replaceAll(/[^\n]/g, " ");
  return text.replaceAll(/\/\*\*[\s\S]*?\*\//g, (comment) => comment.replace(/@example[\s\S]*$/, blank));
}

const LETTER = "[\\p{L}\\p{N}_]";
const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Every name that stands in a text as a whole word, letter by letter the same, with its line. */
function found(
  names: Iterable<string>,
  text: string,
): readonly { readonly name: string; readonly line: number }[] {
  const any = [...names].map(escaped).sort((a, b) => b.length - a.length);
  const whole = new RegExp(`(?<!${LETTER})(?:${any.join("|")})(?!${LETTER})`, "gu");
  return [...withoutExamples(text).matchAll(whole)].map((match) => ({
    name: match[0],
    line: text.slice(0, match.index).split("\n").length,
  }));
}

/** Ordinary words that are ids in a case as well. */
const ORDINARY: { readonly [name: string]: string } = {
  government: "the id of a bloc, and what any engine of politics must speak of",
};

/** Where a name may stand in the engine: file, name, and why. */
const EXCEPTIONS: readonly (readonly [file: string, name: string, why: string])[] = [
  ["src/bargain/compromise-mean.ts", "European Union", "says on which data the model was tried"],
  ["src/bargain/focal/model.ts", "European Union", "says from which data the model was learned"],
  ["src/behave/violence/violence-model.ts", "Iraq", "says what a work of the literature is about"],
  ["src/case/findings/labels.ts", "maliki", "an example in a doc comment"],
  ["src/case/new/new-case.ts", "iraq-2012", "an example in a message"],
  ["src/case/schema/parts.ts", "state-of-law", "an example in a message"],
  ["src/case/write/locate.ts", "maliki", "an example in a doc comment"],
  ["src/measure/power/council.ts", "European Union", "the measure is of its Council, by name"],
  ["src/show/say/words.ts", "United States", "says whose words of probability they are"],
];

const folders = globSync("cases/*/case.yaml", { cwd: root }).map((file) => join(root, file, ".."));
const engine = globSync("src/**/*.ts", { cwd: root, exclude: ["**/*.test.ts"] }).sort();
const names = new Set<string>();

beforeAll(async () => {
  for (const path of folders) {
    const { folder } = await readFolder(path);
    const world = folder === undefined ? undefined : readCase(folder, knownNames).world;
    for (const name of world === undefined ? [] : namesIn(world)) names.add(name);
  }
});

describe("the engine", () => {
  it("names no actor, country, party or land of a case, nor a case", () => {
    expect(engine.length).toBeGreaterThan(200);
    expect(names.size).toBeGreaterThan(100);
    const hits = engine.flatMap((file) =>
      found(names, readFileSync(join(root, file), "utf8"))
        .filter(({ name }) => !(name in ORDINARY))
        .filter(({ name }) => !EXCEPTIONS.some(([where, what]) => where === file && what === name))
        .map(({ name, line }) => `${file}:${line} names "${name}"`),
    );
    expect(hits).toEqual([]);
  });

  it("has no exception that nothing needs", () => {
    const idle = EXCEPTIONS.filter(
      ([file, name]) =>
        !engine.includes(file) || found([name], readFileSync(join(root, file), "utf8")).length === 0,
    );
    expect(idle).toEqual([]);
  });
});

describe("the check of names", () => {
  it.each([
    ["an id in code", 'if (actor.id === "maliki") return 2;', "maliki"],
    ["a name in a message", "const text = `The Sadrist trend wins.`;", "Sadrist trend"],
    ["a party in a comment", "// only for the Sadrist trend", "Sadrist trend"],
    ["a case", 'const first = "iraq-2012";', "iraq-2012"],
    ["a country in a doc comment", "/** Made for Iraq. */", "Iraq"],
    ["a name after an example", "/**\n * @example\n * Iraq\n */\nconst a = Iraq;", "Iraq"],
  ])("catches %s", (_what, code, name) => {
    expect(names).toContain(name);
    expect(found(names, code).map((hit) => hit.name)).toEqual([name]);
  });

  it.each([
    ["a part of a word", "const malikite = iraqis;"],
    ["another case of letters", 'const text = "IRAQ";'],
    ["an example of a doc comment", "/**\n * Reads.\n * @example Iraq\n * `maliki`\n */"],
  ])("lets pass %s", (_what, code) => {
    expect(found(names, code)).toEqual([]);
  });

  it("tells the line", () => {
    expect(found(["Iraq"], "/**\n * @example Iraq\n */\nIraq;")).toEqual([{ name: "Iraq", line: 4 }]);
  });
});

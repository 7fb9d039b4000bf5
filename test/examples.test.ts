import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocks, blocksInComments, type Example, fromSource, withChecks } from "../scripts/examples.ts";
import { root } from "../scripts/root.ts";

// Examples run from here, so that they lead to the source by ../../src.
const folder = join(root, "out", `examples-${process.pid}`);

const text = (file: string): string => readFileSync(join(root, file), "utf8");
const pages = [
  ...(existsSync(join(root, "README.md")) ? ["README.md"] : []),
  ...globSync(["*.md", "docs/**/*.md"], { cwd: root, exclude: (name) => name === "README.md" }),
].sort();
const sources = globSync("src/**/*.ts", { cwd: root }).sort();
const examples: readonly Example[] = [
  ...pages.flatMap((page) => blocks(page, text(page), "ts")),
  ...sources.flatMap((source) => blocksInComments(source, text(source), "ts")),
];

/** What the compiler says of each piece of code, in their order. */
function complaints(codes: readonly string[]): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const files = codes.map((code, i) => {
    const file = join(folder, `typed-${i}.ts`);
    writeFileSync(file, `${fromSource(code, "../..")}\nexport {};\n`);
    return file;
  });
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  const program = ts.createProgram(files, { ...options, noUnusedLocals: false, noUnusedParameters: false });
  return files.map((file) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n");
  });
}

let runs = 0;
async function run(code: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `run-${runs++}.ts`);
  writeFileSync(file, withChecks(fromSource(code, "../.."), "../../scripts/example-checks.ts"));
  await import(pathToFileURL(file).href);
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the examples in README, docs and doc comments", () => {
  let said: readonly string[] = [];
  beforeAll(() => {
    said = complaints(examples.map((example) => example.code));
  });

  it("are found", () => {
    expect(examples.length).toBeGreaterThan(5);
  });

  it.each(examples.map((example, i) => [`${example.file}:${example.line}`, example, i] as const))(
    "%s compiles and gives what it says",
    async (_place, example, i) => {
      expect(said[i]).toBe("");
      await run(example.code);
    },
  );
});

const page = (...code: string[]): string => ["Text.", "```ts", ...code, "```", "More."].join("\n");
const IMPORT = 'import { exp, dayOf } from "tawazun/base";';

describe("the check of the examples", () => {
  it("finds a block in a page and in a doc comment, and knows its line", () => {
    expect(blocks("a.md", page("1 + 1; //=> 2"), "ts")).toEqual([
      { file: "a.md", line: 3, code: "1 + 1; //=> 2" },
    ]);
    const source = ["const a = 1;", "/**", " * Adds.", " * ```ts", " *   one();", " * ```", " */"].join("\n");
    expect(blocksInComments("a.ts", source, "ts")).toEqual([{ file: "a.ts", line: 5, code: "  one();" }]);
    expect(blocks("a.md", page("x"), "sh")).toEqual([]);
  });

  it.each([
    ["a number", "exp(0); //=> 1"],
    ["a const", "const one = exp(0); //=> 1"],
    ["a value on the next line", "[exp(0), { a: [undefined, true] }];\n//=> [1, { a: [undefined, true] }]"],
    ["the first digits of a number", "[exp(1), 1 / 3, 2 / 3]; //=> [2.71…, 0.333…, 0.67…]"],
    ["a promise", "await Promise.resolve(exp(0)); //=> 1"],
    ["a typed array", "new Float64Array([1, 2]); //=> [1, 2]"],
    ["a refusal", 'dayOf("2012-02-30"); //=> throws date/none'],
    ["no value at all", "exp(0);"],
  ])("lets pass %s", async (_what, code) => {
    const [example] = blocks("a.md", page(IMPORT, code), "ts");
    await run(example.code);
  });

  it.each([
    ["a wrong number", "exp(0); //=> 2"],
    ["a wrong const", "const one = exp(0); //=> 2"],
    ["a wrong part", "({ a: [1, 2] }); //=> { a: [1, 3] }"],
    ["a part too many", "({ a: 1, b: 2 }); //=> { a: 1 }"],
    ["a wrong digit", "exp(1); //=> 2.73…"],
    ["nothing where a value is said", "undefined; //=> 1"],
    ["a refusal that does not come", 'dayOf("2012-02-28"); //=> throws date/none'],
    ["a refusal for another reason", 'dayOf("2012-02-30"); //=> throws date/other'],
    ["a refusal where a value is said", 'dayOf("2012-02-30"); //=> 1'],
    ["a value of no statement", "if (exp(0) > 0) {\n  exp(0); //=> 1\n}"],
    ["a name that the room does not have", "exponential(0); //=> 1"],
  ])("catches %s", async (_what, code) => {
    await expect(run([IMPORT, code].join("\n"))).rejects.toThrow();
  });

  it("catches what does not compile", () => {
    const [wrong, right] = complaints([`${IMPORT}\nexp("0");`, `${IMPORT}\nexp(0); //=> 1`]);
    expect(wrong).toContain("not assignable");
    expect(right).toBe("");
  });
});

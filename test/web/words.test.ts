import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { root } from "../../scripts/root.ts";
import { ar } from "../../src/web/words/ar.ts";
import { en } from "../../src/web/words/en.ts";

type Words = { readonly [key: string]: string | Words };

/** Every key with its word: `map.title`. */
function flat(words: Words, before = ""): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, word]): [string, string][] =>
      typeof word === "string" ? [[before + key, word]] : [...flat(word, `${before}${key}.`)],
    ),
  );
}

const FORM = /_(zero|one|two|few|many|other)$/;
const english = flat(en as unknown as Words);
const arabic = flat(ar as unknown as Words);
const withoutForm = (key: string): string => key.replace(FORM, "");
const bases = (words: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set([...words.keys()].map(withoutForm));

/** What a source file says to people outside the catalogue, and which keys it asks for. */
function saidIn(text: string): { readonly said: readonly string[]; readonly keys: readonly string[] } {
  const file = ts.createSourceFile("page.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const said: string[] = [];
  const keys: string[] = [];
  const isSpoken = (words: string): boolean => /\p{L}{2}/u.test(words);
  const spokenAttribute = /^(aria-label|aria-description|title|placeholder|alt|label)$/;
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node) && isSpoken(node.text)) said.push(node.text.trim());
    if (
      ts.isJsxAttribute(node) &&
      spokenAttribute.test(node.name.getText()) &&
      node.initializer !== undefined &&
      ts.isStringLiteral(node.initializer) &&
      isSpoken(node.initializer.text) &&
      // An example of a date or a code is the same in every language.
      !/^[\d-]+$|^[a-z]+$/.test(node.initializer.text)
    )
      said.push(node.initializer.text);
    if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression !== undefined)
      spoken(node.expression);
    if (ts.isCallExpression(node) && /^(t|i18next\.t)$/.test(node.expression.getText()))
      node.arguments.slice(0, 1).forEach(keysOf);
    ts.forEachChild(node, look);
  };
  /** Literals that a JSX expression would show: alone, or as the branches of a choice. */
  const spoken = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node) && isSpoken(node.text)) said.push(node.text);
    if (
      ts.isTemplateExpression(node) &&
      [node.head, ...node.templateSpans.map((span) => span.literal)].some((part) => isSpoken(part.text))
    )
      said.push(node.getText());
    if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(spoken);
    if (ts.isBinaryExpression(node)) spoken(node.right);
    if (ts.isParenthesizedExpression(node)) spoken(node.expression);
  };
  const keysOf = (node: ts.Expression): void => {
    if (ts.isStringLiteralLike(node)) keys.push(node.text);
    else if (ts.isTemplateExpression(node)) keys.push(`${node.head.text}*`);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(keysOf);
  };
  look(file);
  return { said, keys };
}

describe("the words of the workbench", () => {
  const files = globSync("src/web/**/*.{ts,tsx}", { cwd: root }).filter((file) => !file.includes("/words/"));
  const found = files.map((file) => ({ file, ...saidIn(readFileSync(join(root, file), "utf8")) }));

  it("all stand in the catalogue: no page says anything of its own", () => {
    expect(files.length).toBeGreaterThan(50);
    // Names of people and keys are the same in every language.
    const names = ["Shapley–Shubik", "Banzhaf", "Ctrl+K"];
    const own = found.flatMap(({ file, said }) =>
      said.filter((words) => !names.includes(words)).map((words) => `${file}: ${words}`),
    );
    expect(own).toEqual([]);
  });

  it("would be seen if they stood in a page", () => {
    const put = "$" + "{c}";
    const { said, keys } = saidIn(
      `const a = <p title="A title">Some words {b ? "yes" : t("no.key")}{\`so ${put} many\`}{t(\`a.${put}\`)}</p>;`,
    );
    expect(said).toEqual(["A title", "Some words", "yes", `\`so ${put} many\``]);
    expect(keys).toEqual(["no.key", "a.*"]);
  });

  it("are there for every key that a page asks for, and asked for by some page", () => {
    const asked = found.flatMap(({ keys }) => keys);
    const known = [...bases(english)];
    const prefixes = asked.filter((key) => key.endsWith("*")).map((key) => key.slice(0, -1));
    const missing = asked.filter((key) =>
      key.endsWith("*")
        ? !known.some((one) => one.startsWith(key.slice(0, -1)))
        : !known.includes(key) && !known.some((one) => one.startsWith(`${key}.`)),
    );
    expect(missing, "asked for, and not in the catalogue").toEqual([]);
    const text = files.map((file) => readFileSync(join(root, file), "utf8")).join("\n");
    const unused = known.filter(
      (key) =>
        !asked.includes(key) &&
        !prefixes.some((prefix) => prefix !== "" && key.startsWith(prefix)) &&
        !text.includes(`"${key}"`),
    );
    expect(unused, "in the catalogue, and asked for by nobody").toEqual([]);
  });

  it("are all there in Arabic, counted in all six forms, with the same places for what is put in", () => {
    expect([...bases(english)].filter((key) => !bases(arabic).has(key))).toEqual([]);
    expect([...bases(arabic)].filter((key) => !bases(english).has(key))).toEqual([]);
    const places = (word: string | undefined): readonly string[] =>
      [...(word ?? "").matchAll(/\{\{\w+\}\}/g)].map(([place]) => place).sort();
    const faults = [...english].flatMap(([key, word]) => {
      const base = withoutForm(key);
      const forms = new Intl.PluralRules("ar").resolvedOptions().pluralCategories;
      if (base === key || !english.has(`${base}_other`)) {
        const same = JSON.stringify(places(arabic.get(key))) === JSON.stringify(places(word));
        return same ? [] : [`${key}: ${places(word).join(" ")}`];
      }
      return forms
        .filter((form) => !arabic.has(`${base}_${form}`))
        .map((form) => `${base}_${form} is missing`);
    });
    expect(faults).toEqual([]);
  });

  it("are Arabic where they are said to be", () => {
    const latin = [...arabic].filter(([, word]) => !/\p{Script=Arabic}/u.test(word)).map(([key]) => key);
    // Names of formats, and what is nothing but places and numbers.
    expect(
      latin.filter((key) => !/^(take\.(forms|rows)|download\.json|settings\.|map\.rows)/.test(key)),
    ).toEqual([]);
  });
});

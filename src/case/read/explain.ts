import type * as z from "zod";
import type { Code } from "../findings/codes.ts";
import { shown } from "../findings/report.ts";
import { MOST_HELD } from "../schema/parts.ts";
import { bare, boundsOf, isObject, keysOf, optionOf, type Path, schemaUnder } from "../schema/walk.ts";
import { expectation } from "./expectation.ts";

/** What is wrong at one place of an item, in the words of the format. */
export interface Fault {
  readonly code: Code;
  readonly path: Path;
  readonly part: "key" | "value";
  /** Continues a sentence that begins with the key: `is 1.4; it must lie between 0 and 1`. */
  readonly words: string;
  readonly given?: string;
  readonly expected?: string;
  /** Among which names a near miss is to be sought. */
  readonly among?: readonly string[];
}

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/** Turns what the schema found into faults: one each, at the place that a person would mend. */
export function explain(issue: Issue, schema: Schema, value: unknown, under: Path = []): readonly Fault[] {
  const path = [...under, ...(issue.path as Path)];
  const { schema: inner, value: given, missing } = follow(schema, value, issue.path as Path);
  const fault = (code: Code, words: string, more: Partial<Fault> = {}): Fault[] => [
    { code, path, part: "value", words, given: shown(given), ...more },
  ];
  if (missing) {
    const expected = inner && expectation(inner);
    return [{ code: "case/missing-key", path, part: "value", words: "is missing", expected }];
  }
  if (given === null && issue.code !== "unrecognized_keys") {
    return fault("case/empty", "has no value. Write one, or take the key out");
  }
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const among = inner === undefined ? [] : keysAt(inner, given);
        // Within { } a comma ends a text: what follows it reads as a key without a value.
        const rest = isObject(given) && given[key] === null && /\s/.test(key);
        const hint = rest ? "; a text with a comma stands in quotation marks within { }" : "";
        const words = `is not a key of this${hint}`;
        return { code: "case/unknown-key", path: [...path, key], part: "key", words, given: key, among };
      });
    case "invalid_value": {
      const among = issue.values.map(String);
      return fault("case/choice", `is ${shown(given)}; it must be ${orList(among)}`, {
        given: typeof given === "string" ? given : shown(given),
        among,
      });
    }
    case "invalid_union":
      return explainUnion(issue, inner, given, path);
    case "too_big":
    case "too_small":
      return fault(...outOfBounds(issue, inner, given));
    case "invalid_format":
      return fault("case/form", `is ${shown(given)}; ${issue.message}`);
    case "custom": {
      const code = (issue.params?.code ?? "case/type") as Code;
      return fault(code, `is ${shown(given)}; ${issue.message}`);
    }
    default:
      return fault("case/type", wrongType(inner, given), { expected: inner && expectation(inner) });
  }
}

function explainUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: Schema | undefined,
  given: unknown,
  path: Path,
): readonly Fault[] {
  const def = schema === undefined ? undefined : bare(schema)._zod.def;
  const options = def?.type === "union" ? def.options : [];
  const meant = optionOf(options, given);
  if (meant !== undefined && issue.errors[meant] !== undefined) {
    return issue.errors[meant].flatMap((inside) => explain(inside, options[meant], given, path));
  }
  const leads = options.flatMap((option) => keysOf(option).slice(0, 1));
  if (isObject(given) && leads.length > 1) {
    const key = Object.keys(given)[0];
    const words = `is none of the keys that may stand here: ${leads.join(", ")}`;
    if (key === undefined) {
      return [{ code: "case/empty", path, part: "value", words: `has no key; it needs ${orList(leads)}` }];
    }
    const at: Path = [...path, key];
    return [{ code: "case/unknown-key", path: at, part: "key", words, given: key, among: leads }];
  }
  const expected = schema && expectation(schema);
  return [
    {
      code: "case/type",
      path,
      part: "value",
      words: wrongType(schema, given),
      given: shown(given),
      expected,
    },
  ];
}

/** The schema and the value at the end of a path, and whether the last key is absent. */
function follow(schema: Schema, value: unknown, path: Path) {
  let at: Schema | undefined = schema;
  let given = value;
  let missing = false;
  for (const key of path) {
    at = at === undefined ? undefined : schemaUnder(at, given, key);
    missing = !(typeof given === "object" && given !== null && Object.hasOwn(given, key));
    given = missing ? undefined : (given as { readonly [key: string]: unknown })[key];
  }
  return { schema: at, value: given, missing };
}

function keysAt(schema: Schema, value: unknown): readonly string[] {
  const def = bare(schema)._zod.def;
  if (def.type !== "union") return keysOf(schema);
  const option = optionOf(def.options, value);
  return option === undefined ? [] : keysAt(def.options[option], value);
}

function outOfBounds(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  schema: Schema | undefined,
  given: unknown,
): [Code, string, Partial<Fault>] {
  if (issue.origin === "array" || issue.origin === "tuple") {
    const expected = schema === undefined ? "another number of items" : expectation(schema);
    const count = Array.isArray(given) ? given.length : 0;
    return [
      "case/type",
      `has ${count} ${count === 1 ? "item" : "items"}; it must be ${expected}`,
      { expected },
    ];
  }
  if (issue.origin === "string") {
    const expected =
      issue.code === "too_small" ? "at least one character" : `at most ${issue.maximum} characters`;
    return ["case/form", `is ${shown(given)}; it must have ${expected}`, { expected }];
  }
  const { least, most } = schema === undefined ? {} : boundsOf(schema);
  // an upper bound out of sight is no news to who gave too little
  const far = most === MOST_HELD && issue.code === "too_small";
  const between = least !== undefined && most !== undefined && !far;
  const expected = between
    ? `between ${least} and ${most}`
    : least !== undefined
      ? `at least ${least}`
      : `at most ${most}`;
  const must = between ? "must lie" : "must be";
  return ["case/bounds", `is ${shown(given)}; it ${must} ${expected}`, { expected }];
}

function wrongType(schema: Schema | undefined, given: unknown): string {
  const expected = schema === undefined ? "something else" : expectation(schema);
  const hint =
    expected.includes("number") && typeof given === "string" && /^-?\d+(,\d+)+$/.test(given)
      ? withoutComma(given)
      : expected === "a text" && (typeof given === "number" || typeof given === "boolean")
        ? `. Put it in quotation marks: "${given}"`
        : "";
  return `is ${shown(given)}; it must be ${expected}${hint}`;
}

/** How a number with commas is written: they part thousands in one country and decimals in another. */
function withoutComma(given: string): string {
  const plain = given.replaceAll(",", "");
  if (/^-?\d+(,\d{3}){2,}$/.test(given)) return `. Write ${plain} without commas`;
  const point = given.replace(",", ".");
  if (/^-?[1-9]\d{0,2},\d{3}$/.test(given))
    return `. Write ${plain} without the comma, or ${point} with a point if a decimal is meant`;
  return /^-?\d+,\d+$/.test(given) ? `. Write ${point} with a point` : "";
}

function orList(names: readonly string[]): string {
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

import { parseMeasure, parseRule } from "../language/parse-rule.ts";
import { printMeasure, printRule } from "../language/print-rule.ts";
import { measure, rule } from "../schema/rules.ts";
import { bare, eachReference, isObject, type Path, schemaUnder } from "../schema/walk.ts";
import { withValue } from "./edit.ts";
import type { ValueChange } from "./set-all.ts";

type Schema = Parameters<typeof bare>[0];

/** Where an item names an actor, in fields and in the texts of rules and measures, and what stands there under another id. */
export function renamedIn(schema: Schema, raw: unknown, from: string, to: string): readonly ValueChange[] {
  return [
    ...pathsOf(schema, raw, from).map((path) => ({ path, value: to })),
    ...textsIn(schema, raw).flatMap(({ path, text, what }): ValueChange[] => {
      const renamed = what === "rule" ? ruleRenamed(text, from, to) : measureRenamed(text, from, to);
      return renamed === undefined ? [] : [{ path, value: renamed }];
    }),
  ];
}

/** The paths under which an id of an actor stands. */
function pathsOf(schema: Schema, raw: unknown, actor: string): readonly Path[] {
  const paths: Path[] = [];
  eachReference(schema, raw, (id, to, path, part) => {
    if (id === actor && part === "value" && to.includes("actor")) paths.push(path);
  });
  return paths;
}

/** Rules and measures that are given as text. */
function textsIn(
  schema: Schema,
  value: unknown,
  path: Path = [],
): readonly { readonly path: Path; readonly text: string; readonly what: "rule" | "measure" }[] {
  const inner = bare(schema);
  if (typeof value === "string") {
    if (inner === bare(rule)) return [{ path, text: value, what: "rule" }];
    return inner === bare(measure) ? [{ path, text: value, what: "measure" }] : [];
  }
  const parts: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? [...value.entries()]
    : isObject(value)
      ? Object.entries(value)
      : [];
  return parts.flatMap(([key, part]) => {
    const under = schemaUnder(inner, value, key);
    return under === undefined ? [] : textsIn(under, part, [...path, key]);
  });
}

/** A rule's text under another id; nothing where it does not name the actor, or cannot be read. */
function ruleRenamed(text: string, from: string, to: string): string | undefined {
  const parsed = parseRule(text);
  if (!("rule" in parsed)) return undefined;
  const renamed = recordRenamed(rule, parsed.rule, from, to);
  return renamed === undefined ? undefined : printRule(renamed as typeof parsed.rule);
}

function measureRenamed(text: string, from: string, to: string): string | undefined {
  const parsed = parseMeasure(text);
  if (!("measure" in parsed)) return undefined;
  const renamed = recordRenamed(measure, parsed.measure, from, to);
  return renamed === undefined ? undefined : printMeasure(renamed as typeof parsed.measure);
}

function recordRenamed(schema: Schema, record: unknown, from: string, to: string): unknown {
  const paths = pathsOf(schema, record, from);
  return paths.length === 0
    ? undefined
    : paths.reduce<unknown>((value, path) => withValue(value, path, to), record);
}

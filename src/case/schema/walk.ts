import * as z from "zod";
import { refersTo, type Thing } from "./references.ts";

type Schema = z.core.$ZodType;

/** A key or an index on the way to a value. */
export type Path = readonly (string | number)[];

/** The definition of a schema without what does not show in the data: optional, read-only, later transforms. */
export function bare(schema: Schema): z.core.$ZodTypes {
  let inner = schema as z.core.$ZodTypes;
  for (;;) {
    const def = inner._zod.def;
    if (def.type === "optional" || def.type === "readonly") inner = def.innerType as z.core.$ZodTypes;
    else if (def.type === "pipe") inner = def.in as z.core.$ZodTypes;
    else if (def.type === "lazy") inner = (inner as z.core.$ZodLazy)._zod.innerType as z.core.$ZodTypes;
    else return inner;
  }
}

/** The keys that an object schema knows; none for anything else. */
export function keysOf(schema: Schema): readonly string[] {
  const def = bare(schema)._zod.def;
  return def.type === "object" ? Object.keys(def.shape) : [];
}

export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Which option of a union a value was meant to be: by its type and, among objects, by the key that
 * leads the option (`holds`, `sum` …).
 *
 * @returns the place of the option in the union, or nothing if none fits.
 */
export function optionOf(options: readonly Schema[], value: unknown): number | undefined {
  const fits = (option: Schema): boolean => {
    const def = bare(option)._zod.def;
    switch (def.type) {
      case "number":
      case "string":
      case "boolean":
        return typeof value === def.type;
      case "array":
      case "tuple":
        return Array.isArray(value);
      case "object":
        return isObject(value) && Object.hasOwn(value, Object.keys(def.shape)[0]);
      case "record":
        return isObject(value);
      case "union":
        return optionOf(def.options, value) !== undefined;
      default:
        return false;
    }
  };
  const index = options.findIndex(fits);
  return index < 0 ? undefined : index;
}

/** The schema of what stands under a key or index of a value. */
export function schemaUnder(schema: Schema, value: unknown, key: string | number): Schema | undefined {
  const def = bare(schema)._zod.def;
  switch (def.type) {
    case "object":
      return Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
    case "array":
      return def.element;
    case "tuple":
      return def.items[Number(key)];
    case "record":
      return def.valueType;
    case "union": {
      const index = optionOf(def.options, value);
      return index === undefined ? undefined : schemaUnder(def.options[index], value, key);
    }
    default:
      return undefined;
  }
}

/** Calls `visit` for every id in a value that names something else, with what it may name. */
export function eachReference(
  schema: Schema,
  value: unknown,
  visit: (id: string, to: readonly Thing[], path: Path, part: "key" | "value") => void,
  path: Path = [],
): void {
  const inner = bare(schema);
  if (typeof value === "string") {
    const to = referenceOf(inner);
    if (to !== undefined) visit(value, to, path, "value");
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const keys = inner._zod.def.type === "record" ? referenceOf(inner._zod.def.keyType) : undefined;
  for (const [name, part] of Object.entries(value)) {
    const key = Array.isArray(value) ? Number(name) : name;
    if (keys !== undefined) visit(name, keys, [...path, key], "key");
    const under = schemaUnder(inner, value, key);
    if (under !== undefined) eachReference(under, part, visit, [...path, key]);
  }
}

/** What the id in this field names, or nothing if the field holds no such id. */
export function referenceOf(schema: Schema): readonly Thing[] | undefined {
  const inner = bare(schema);
  const own = refersTo.get(inner)?.to;
  if (own !== undefined || inner._zod.def.type !== "union") return own;
  const text = inner._zod.def.options.find((option) => bare(option)._zod.def.type === "string");
  return text === undefined ? undefined : refersTo.get(bare(text))?.to;
}

/** The bounds of a number, or of the numbers of a quantity. */
export function boundsOf(schema: Schema): { readonly least?: number; readonly most?: number } {
  const inner = bare(schema);
  const def = inner._zod.def;
  if (def.type === "union") return boundsOf(def.options[0]);
  if (!(inner instanceof z.ZodNumber)) return {};
  const { minValue, maxValue } = inner;
  return {
    ...(minValue !== null && minValue > Number.MIN_SAFE_INTEGER ? { least: minValue } : {}),
    ...(maxValue !== null && maxValue < Number.MAX_SAFE_INTEGER ? { most: maxValue } : {}),
  };
}

import type * as z from "zod";
import { bare, keysOf } from "../schema/walk.ts";

/** What a schema wants, in words: `a number or a range [low, mode, high]`. */
export function expectation(schema: z.core.$ZodType): string {
  const def = bare(schema)._zod.def;
  switch (def.type) {
    case "string":
      return "a text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "array":
      return `a list of ${expectation(def.element).replace(/^an? /, "")}s`;
    case "tuple":
      return def.items.length === 3 && def.items.every((item) => bare(item)._zod.def.type === "number")
        ? "a range [low, mode, high]"
        : `a list of ${def.items.length}`;
    case "object":
      return `keys and values (${keysOf(schema).join(", ")})`;
    case "record":
      return "keys and values";
    case "enum":
      return `one of ${Object.values(def.entries).join(", ")}`;
    case "union": {
      const types = def.options.map((option) => bare(option)._zod.def.type);
      if (types.join() === "string,number") return "a date such as 2012-01-10";
      return [...new Set(def.options.map(expectation))].join(" or ");
    }
    default:
      return "something else";
  }
}

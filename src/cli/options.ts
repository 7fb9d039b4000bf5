import { Option } from "commander";
import type * as z from "zod";

interface Described {
  readonly def: {
    readonly type: string;
    readonly innerType?: Described;
    readonly in?: Described;
    readonly defaultValue?: unknown;
  };
  readonly meta?: () => { readonly description?: string } | undefined;
}

/**
 * The flags of a verb, read off its schema: `camelCase` becomes `--kebab-case`, a boolean takes no value,
 * and one that is true by default gets a `--no-` form.
 */
export function optionsOf(schema: z.ZodObject): readonly Option[] {
  return Object.entries(schema.shape).map(([key, value]) => {
    const field = value as unknown as Described;
    const name = kebab(key);
    const about = describe(field);
    const fallback = defaultOf(field);
    if (kindOf(field) === "boolean") {
      return fallback === true
        ? new Option(`--no-${name}`, `do not: ${about}`)
        : new Option(`--${name}`, about);
    }
    const option = new Option(`--${name} <value>`, about);
    if (kindOf(field) === "array") {
      // given several times: one after another, and never the place that follows
      return option.argParser((value: string, before: readonly string[] | undefined) => [
        ...(before ?? []),
        value,
      ]);
    }
    return fallback === undefined ? option : option.default(fallback);
  });
}

function describe(field: Described): string {
  return (
    field.meta?.()?.description ?? (field.def.innerType === undefined ? "" : describe(field.def.innerType))
  );
}

function defaultOf(field: Described): unknown {
  if (field.def.type === "default") return field.def.defaultValue;
  return field.def.innerType === undefined ? undefined : defaultOf(field.def.innerType);
}

/** What a field takes: `number`, `string`, `boolean`, … */
function kindOf(field: Described): string {
  return field.def.innerType === undefined ? field.def.type : kindOf(field.def.innerType);
}

/** Flags that want a number and were given nothing, which would otherwise count as 0. */
export function emptyNumbers(
  schema: z.ZodObject,
  given: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.entries(schema.shape).flatMap(([key, value]) => {
    const text = given[key];
    const empty = typeof text === "string" && text.trim() === "";
    return empty && kindOf(value as unknown as Described) === "number" ? [`--${kebab(key)} "${text}"`] : [];
  });
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

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
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
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

function kindOf(field: Described): string {
  return field.def.innerType === undefined ? field.def.type : kindOf(field.def.innerType);
}

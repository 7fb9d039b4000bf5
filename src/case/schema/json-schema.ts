import * as z from "zod";
import { caseFile, outcomesFile } from "./case.ts";
import { experiment } from "./experiment.ts";
import { scenario } from "./record.ts";
import { wordFor } from "./references.ts";
import { view } from "./view.ts";
import { referenceOf } from "./walk.ts";

/** A JSON Schema (draft 2020-12) as plain data. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * The JSON Schema of a YAML file of a case, for completion and checks in an editor.
 *
 * @remarks It says less than {@link readCase} checks: nothing of references, dates that exist, or sums.
 * @example
 * ```ts
 * import { caseJsonSchema } from "tawazun/case";
 * caseJsonSchema().$schema; //=> "https://json-schema.org/draft/2020-12/schema"
 * ```
 */
export function caseJsonSchema(): JsonSchema {
  return jsonSchema(caseFile, "A file of a Tawazun case");
}

/** The JSON Schema of `outcomes.yaml`. */
export function outcomesJsonSchema(): JsonSchema {
  return jsonSchema(outcomesFile, "Outcomes of the questions of a Tawazun case");
}

/** The JSON Schema of a file of `scenarios/`. */
export function scenarioJsonSchema(): JsonSchema {
  return jsonSchema(scenario, "A scenario of a Tawazun case");
}

/** The JSON Schema of a file of `experiments/`. */
export function experimentJsonSchema(): JsonSchema {
  return jsonSchema(experiment, "An experiment of a Tawazun case");
}

/** The JSON Schema of a file of `views/`. */
export function viewJsonSchema(): JsonSchema {
  return jsonSchema(view, "A view of a Tawazun case");
}

function jsonSchema(schema: z.ZodType, title: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: "input",
    override: ({ zodSchema, jsonSchema: made }) => {
      const { id } = z.globalRegistry.get(zodSchema) ?? {};
      if ((id === "Rule" || id === "Measure") && Array.isArray(made.anyOf)) {
        const description = `The ${id.toLowerCase()} as text; see the page on writing questions.`;
        made.anyOf.push({ type: "string", description });
      }
      const to = referenceOf(zodSchema);
      if (to === undefined || typeof made.description === "string") return;
      made.description = `The id of ${to.map(wordFor).join(" or ")}.`;
    },
  });
  return { $schema, title, ...rest };
}

export type * from "./case.ts";
export type { KnownNames } from "./check/names.ts";
export { type Folder, isYaml, limitOf, limits, megabytes } from "./folder.ts";
export { type NewCase, newCase } from "./new/new-case.ts";
export { type ReadCase, readCase } from "./read/read-case.ts";
export { type ReadOutcomes, readOutcomes } from "./read/read-outcomes.ts";
export { caseJsonSchema, type JsonSchema, outcomesJsonSchema } from "./schema/json-schema.ts";
export type { Intervention, Measure, Rule } from "./schema/rules.ts";

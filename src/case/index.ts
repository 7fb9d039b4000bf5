export type * from "./case.ts";
export type { KnownNames } from "./check/names.ts";
export { type Folder, isYaml, limitOf, limits, megabytes } from "./folder.ts";
export { type ReadCase, readCase } from "./read/read-case.ts";
export type { Intervention, Measure, Rule } from "./schema/rules.ts";

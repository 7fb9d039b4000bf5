export type * from "./case.ts";
export type { Intervention, Measure, Rule } from "./schema/rules.ts";

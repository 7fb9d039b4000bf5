export { knownNames, openCase, openOutcomes } from "./open.ts";
export * from "./study.ts";
export type { Lent, Outcome, Verb } from "./verb.ts";
export { verbs } from "./verbs/index.ts";

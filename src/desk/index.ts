export type { CaseAnswer, RunState } from "./answers.ts";
export { type Assembly, assemblyToday, type Unit } from "./assembly.ts";
export { checkFolder, knownNames, openCase, openOutcomes } from "./open.ts";
export { type Judging, judgingOf } from "./report/judging.ts";
export { reportContents } from "./report/report-contents.ts";
export * from "./study.ts";
export type { Lent, Outcome, Verb } from "./verb.ts";
export { verbs } from "./verbs/index.ts";

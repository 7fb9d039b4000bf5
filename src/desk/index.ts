export {
  type RegistryEntry,
  type Replay,
  type ReplayedOption,
  type ReplayedStep,
  readRegistry,
} from "../forecast/index.ts";
export type { CaseAnswer, EditDone, RunState } from "./answers.ts";
export { type Assembly, assemblyToday, type Unit } from "./assembly.ts";
export { measureFacts, measures } from "./measures.ts";
export { checkFolder, knownNames, openCase, openOutcomes } from "./open.ts";
export type { FoundPaths } from "./paths/paths.ts";
export { MILD } from "./report/events-of.ts";
export { type Judging, judgingOf } from "./report/judging.ts";
export { reportContents } from "./report/report-contents.ts";
export {
  type SeatGame,
  type SeatOption,
  type SeatTurn,
  type SeatTurnDone,
  type Sitting,
  seatsThatMove,
  sit,
} from "./seat/sit.ts";
export { shardsOf } from "./shards.ts";
export * from "./study.ts";
export { type CaseExperiment, type CaseExperiments, caseExperiments } from "./sweep/case-experiments.ts";
export { experimentFile, type PlainExperiment } from "./sweep/experiment-file.ts";
export type { Lent, Outcome, Verb } from "./verb.ts";
export { verbs } from "./verbs/index.ts";
export type { ChangedFile, MergeFound } from "./verbs/merge.ts";
export {
  type LiveAnswer,
  type LiveAsked,
  type LiveBand,
  type LivePlayer,
  livePlayer,
} from "./whatif/live.ts";
export { scenarioFile } from "./whatif/scenario-file.ts";
export { type WhatCanChange, whatCanChange } from "./whatif/what-can-change.ts";

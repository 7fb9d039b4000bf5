export type * from "./case.ts";
export type { KnownNames } from "./check/names.ts";
export { type Folder, limitOf, limits, megabytes, tooLarge } from "./folder.ts";
export { heldInAll, holdingsNow } from "./held.ts";
export {
  type ParsedMeasure,
  type ParsedRule,
  parseMeasure,
  parseRule,
  type RuleFault,
} from "./language/parse-rule.ts";
export { printMeasure, printRule } from "./language/print-rule.ts";
export { type NewCase, newCase } from "./new/new-case.ts";
export { type Csv, readCsv } from "./read/csv.ts";
export { type ReadCase, readCase } from "./read/read-case.ts";
export {
  type ReadExperiments,
  readExperiment,
  readExperiments,
  type SweepExperiment,
} from "./read/read-experiments.ts";
export { readLater } from "./read/read-later.ts";
export { type ReadOutcomes, readOutcomes } from "./read/read-outcomes.ts";
export { type NamedChanges, type ReadScenarios, readScenario, readScenarios } from "./read/read-scenarios.ts";
export { type ReadViews, readViews, type SavedView } from "./read/read-views.ts";
export { type Setting, variableChange } from "./read/variable-change.ts";
export { listNames } from "./schema/case.ts";
export type { Settable } from "./schema/experiment.ts";
export {
  caseJsonSchema,
  experimentJsonSchema,
  type JsonSchema,
  outcomesJsonSchema,
  scenarioJsonSchema,
  viewJsonSchema,
} from "./schema/json-schema.ts";
export type { Intervention, Measure, Rule } from "./schema/rules.ts";
export { liftableKinds } from "./schema/standing-kinds.ts";
export { secondsOf } from "./schema/time-span.ts";
export { addDatum, removeDatum, setDatum } from "./write/edit.ts";
export { changedFiles, type Editable, editable, files } from "./write/editable.ts";
export type { ItemKey } from "./write/locate.ts";
export { type ActorsMerged, type MergedDatum, mergeActors } from "./write/merge-actors.ts";
export type { Plain } from "./write/render.ts";

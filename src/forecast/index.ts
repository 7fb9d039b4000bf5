export { answerMeasures } from "./answer-measures.ts";
export { type Answer, answersOf, splitByReach, varianceOf } from "./answers.ts";
export {
  type Design,
  type DesignPoints,
  designPoints,
  type Spread,
} from "./designs/design-points.ts";
export { sobolSequence } from "./designs/sobol-sequence.ts";
export { type Drive, type DriveStep, driveOf } from "./drive.ts";
export { calmPart, type Ensemble, ensembleOf, keptRuns, takeIn } from "./ensemble.ts";
export { type Executor, inProcess, type Take, type Watch } from "./executor.ts";
export {
  type Effect,
  type Experiment,
  effectOf,
  experimentsOf,
  type Pair,
  pairedEffect,
  t95,
  type Verdict,
  verdictOf,
} from "./experiments.ts";
export { type Gathered, gatherRuns, PICTURED } from "./gather-runs.ts";
export { type Gauge, gaugeOf } from "./measures.ts";
export { narrative, type Story, type StoryStep } from "./narrative.ts";
export {
  BEYOND,
  DEED,
  merge,
  type Observations,
  type Outcome as RunOutcome,
  observe,
  type Plan,
  type Shard,
} from "./observe.ts";
export {
  type Happening,
  type OutcomePath,
  type OutcomePaths,
  outcomePaths,
} from "./outcome-paths.ts";
export { type Recalibration, recalibrated, recalibration } from "./recalibration.ts";
export { type Record, stability } from "./record.ts";
export {
  nextEntry,
  type ReadRegistry,
  type RegisteredForecast,
  type Registration,
  type RegistryEntry,
  type RegistryFault,
  readRegistry,
} from "./registry.ts";
export { type ReliabilityBin, reliability } from "./reliability.ts";
export { type Replay, type ReplayedOption, type ReplayedStep, replayRun } from "./replay.ts";
export { reachOf, type Test, testOf } from "./rules.ts";
export { type RunFeature, runFeatures, standardised } from "./run-features.ts";
export { savedEnsemble, saveEnsemble } from "./saved-ensemble.ts";
export { scoreMeasures } from "./score-measures.ts";
export {
  brierScore,
  type Decomposition,
  decompose,
  type Judged,
  logScore,
  type Scorecard,
  scorecard,
} from "./scores.ts";
export { type Flip, flipOf } from "./sensitivity/flip.ts";
export { type GivenDataIndex, givenDataIndices } from "./sensitivity/given-data.ts";
export { sensitivityMeasures } from "./sensitivity/sensitivity-measures.ts";
export { type SobolDesign, type SobolIndex, sobolDesign, sobolIndices } from "./sensitivity/sobol.ts";
export { type TwoLevelEffect, twoLevelDesign, twoLevelEffects } from "./sensitivity/two-level.ts";
export { firstParting, type MoveShift, moveShifts, TOLD } from "./shifts.ts";
export {
  addTo,
  countRange,
  mergeInto,
  quantileOf,
  type Sketches,
  type SketchRange,
  shareRange,
  sketches,
} from "./sketch.ts";
export { type Reason, storyWeights } from "./story-pieces.ts";
export { medoidsOf, type TypicalFuture, type TypicalFutures, typicalFutures } from "./typical.ts";

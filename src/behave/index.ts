export { behaviourMeasures } from "./behaviour-measures.ts";
export {
  type BehaviourDefault,
  behaviourDefaults,
  type DefaultName,
  defaultNames,
  eventWeight,
  type Factor,
  inWords,
  muchness,
} from "./defaults.ts";
export * from "./diagnostics/index.ts";
export {
  type Attribute,
  checkEvents,
  type Dependent,
  type EventData,
  type Network,
  type TieChanges,
  type TraitChanges,
} from "./event-data.ts";
export {
  type EventFit,
  type FitOptions,
  type FittedTerm,
  fitEvents,
  likelihoodOf,
  type ModelKind,
} from "./fit-events.ts";
export { chiSquareTail, drawCoefficients, likelihoodRatio, type Test, wald } from "./fit-tests.ts";
export * from "./formation/index.ts";
export { formula, type OptionValue, pointed, type Term } from "./formula.ts";
export { eventnetClock, type Pairs, statisticRows } from "./gather.ts";
export {
  type History,
  history,
  type PairStatistics,
  pairStatistics,
  type Sign,
  type TriadStatistics,
  triadStatistics,
} from "./history.ts";
export type { Evaluation, Likelihood } from "./likelihood.ts";
export { dataOfLog, type LogOptions, weakPrior } from "./log-data.ts";
export { type ClimbOptions, climb, type Peak, type Prior } from "./newton.ts";
export * from "./ranking/index.ts";
export * from "./simulation/index.ts";
export { behaviourSources } from "./sources.ts";
export { statisticMeasures } from "./statistic-measures.ts";
export { type Running, type Setting, type Statistic, statisticOf, statistics } from "./statistics/index.ts";
export { type Surprise, surprises } from "./surprises.ts";
export { type Transform, transforms } from "./transform.ts";
export * from "./violence/index.ts";

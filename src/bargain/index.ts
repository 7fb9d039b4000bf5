export { plainMean, plainMedian, salienceMean, salienceMedian } from "./averages.ts";
export { bargainingModel, bargainingModels } from "./catalogue.ts";
export { compromiseMean } from "./compromise-mean.ts";
export type { Exchange, ExchangeSide } from "./exchange/exchange.ts";
export { type Market, marketOf, outcomeOf } from "./exchange/market.ts";
export { exchangeModel, exchangeModelWith } from "./exchange/model.ts";
export { nextPositions, playExchange } from "./exchange/play.ts";
export { type ExchangeRound, type ExchangeRules, exchangeRound, type TieRule } from "./exchange/round.ts";
export { type ExchangeZone, exchangeZone } from "./exchange/zone.ts";
export {
  expectedUtilityModel,
  expectedUtilityNearest,
  expectedUtilityPooled,
  expectedUtilityStandoff,
  expectedUtilityStrongest,
} from "./expected-utility/models.ts";
export {
  type ExpectedUtilityRound,
  type ExpectedUtilityRun,
  playExpectedUtility,
} from "./expected-utility/play.ts";
export {
  type ExpectedUtilitySwitches,
  nearestReading,
  pooledReading,
  standoffReading,
  strongestReading,
} from "./expected-utility/switches.ts";
export { fitFocal, logLikelihood, type SettledIssue } from "./focal/fit.ts";
export { focalCompromise, focalCompromiseWith, focalDefaults } from "./focal/model.ts";
export type { FocalCoefficients } from "./focal/points.ts";
export type { Account, BargainingModel, Challenge, Move, Pull, Round, Settlement } from "./model.ts";
export { nashBargaining } from "./nash/nash-bargaining.ts";
export { type NashSide, nashProduct, type TwoActorBargain, twoActorNash } from "./nash/two-actor-nash.ts";
export { type Bargainer, type BargainingProblem, checkProblem } from "./problem.ts";
export { settlementMeasures } from "./settlement-measures.ts";
export { ktabUniform } from "./spatial/ktab-random.ts";
export { spatialModel, spatialModelWith } from "./spatial/model.ts";
export { playSpatial, type SpatialRun, type SpatialState } from "./spatial/play.ts";
export type { SpatialActor, SpatialProblem } from "./spatial/setting.ts";
export { spatialStanding } from "./spatial/standing.ts";
export { type SpatialSwitches, spatialDefaults } from "./spatial/switches.ts";
export { weightedMedian } from "./weighted-median.ts";

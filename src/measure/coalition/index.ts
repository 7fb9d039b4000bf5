export { type CabinetType, cabinetType } from "./cabinet-type.ts";
export { type Coalition, critical, isBlocking, isWinning } from "./coalition.ts";
export { coalitionMeasures } from "./coalition-measures.ts";
export {
  type BlocPivot,
  type Confidence,
  confidence,
} from "./confidence.ts";
export type { ByLines, Defections } from "./defections.ts";
export { type Apportionment, apportionments, gamsonDepartures, gamsonShares, ministries } from "./gamson.ts";
export { minimalConnected } from "./minimal-connected.ts";
export { type Listing, minimalWinning } from "./minimal-winning.ts";
export { checkMotion, type Motion, type VotingBloc } from "./motion.ts";
export { type Ruling, rulingCoalition } from "./ruling-coalition.ts";
export { blockers, dictator, dummies } from "./standing.ts";
export { minimalBlocking, smallestWinning, winning, winningWithout } from "./winning.ts";

export { banzhaf, banzhafAbsolute, banzhafAbsoluteIndex, banzhafIndex } from "./banzhaf.ts";
export { banzhafOwen, banzhafOwenIndex } from "./banzhaf-owen.ts";
export {
  powerToAct,
  powerToInitiate,
  powerToInitiateIndex,
  powerToPrevent,
  powerToPreventIndex,
} from "./coleman.ts";
export { colomerMartinez, johnstonColomerMartinez } from "./colomer-martinez.ts";
export { qualifiedMajority } from "./council.ts";
export { deeganPackel, deeganPackelIndex } from "./deegan-packel.ts";
export { exactShapleyShubik, type Fractions } from "./exact-orders.ts";
export { exactSwings } from "./exact-swings.ts";
export { checkGame, type Game, majority } from "./game.ts";
export { indexMeasures } from "./index-measures.ts";
export { johnston, johnstonIndex } from "./johnston.ts";
export { inclusiveness, inclusivenessIndex } from "./konig-brauninger.ts";
export { type LeastCore, leastCore } from "./least-core.ts";
export { nevison, nevisonIndex } from "./nevison.ts";
export { nucleolus, nucleolusOf } from "./nucleolus.ts";
export { owen, owenIndex } from "./owen.ts";
export { owenShapley, owenShapleySources, type Point as IdealPoint } from "./owen-shapley.ts";
export type { PowerIndex } from "./power-index.ts";
export { powerIndices } from "./power-indices.ts";
export { publicGood, publicGoodIndex } from "./public-good.ts";
export { publicHelp, publicHelpIndex } from "./public-help.ts";
export { rae, raeIndex } from "./rae.ts";
export { checkRuleGame, type RuleGame, satisfies, type VotingRule } from "./rule.ts";
export { runsFor, type Sampled, sampledPower } from "./sampled-power.ts";
export { shapleyShubik, shapleyShubikIndex, shapleyShubikInto } from "./shapley-shubik.ts";
export { swings, winningCount } from "./swings.ts";
export {
  symmetricCoalitionalBanzhaf,
  symmetricCoalitionalBanzhafIndex,
} from "./symmetric-coalitional-banzhaf.ts";
export { unionIndices } from "./union-indices.ts";
export type { UnionIndex, Unions } from "./unions.ts";
export { shapleyValue } from "./worths.ts";

export { type Coalition, critical, isBlocking, isWinning } from "./coalition.ts";
export {
  type BlocPivot,
  type Confidence,
  confidence,
} from "./confidence.ts";
export type { ByLines, Defections } from "./defections.ts";
export { type Listing, minimalWinning } from "./minimal-winning.ts";
export { checkMotion, type Motion, type VotingBloc } from "./motion.ts";

export {
  type ChangePoint,
  type Constancy,
  type ConstancyOptions,
  changePoints,
  type Wandering,
} from "./change-points.ts";
export { type Feature, features, type Stream } from "./features/index.ts";
export {
  type FitRow,
  type GoodnessOfFit,
  type GoodnessOptions,
  goodnessOfFit,
  goodnessRuns,
} from "./goodness-of-fit.ts";
export { type HeldBack, heldBack, type Ranking, rankingOf } from "./held-back.ts";
export { type ReliabilityRow, type TypeCalibration, typeCalibration } from "./type-calibration.ts";

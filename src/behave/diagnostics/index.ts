export { type HeldBack, heldBack, type Ranking, rankingOf } from "./held-back.ts";
export { type ReliabilityRow, type TypeCalibration, typeCalibration } from "./type-calibration.ts";

export { type Interval, type LineCommittee, lineCore, lineWinset } from "./line-core.ts";
export type { PlaneCommittee, Point } from "./plane.ts";
export { type PlaneRule, planeCore, prevailsOver } from "./plane-core.ts";
export { polarisation } from "./polarisation.ts";
export { spaceSources } from "./sources.ts";
export { type Arc, type PlaneWinset, planeVetoWinset, vetoWinset } from "./veto-winset.ts";
export { weightedMean } from "./weighted-mean.ts";
export { weightedMedian } from "./weighted-median.ts";
export { type Yolk, yolk } from "./yolk.ts";

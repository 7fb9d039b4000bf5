export { bargainingModel, bargainingModels } from "./catalogue.ts";
export { compromiseMean } from "./compromise-mean.ts";
export type { Account, BargainingModel, Challenge, Move, Pull, Round, Settlement } from "./model.ts";
export { type Bargainer, type BargainingProblem, checkProblem } from "./problem.ts";
export { problemOf } from "./problem-of.ts";
export { weightedMedian } from "./weighted-median.ts";

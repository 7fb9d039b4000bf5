export { weightedMean } from "./weighted-mean.ts";
export { weightedMedian } from "./weighted-median.ts";

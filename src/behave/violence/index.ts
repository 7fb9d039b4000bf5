export { type Baseline, baselineForecast, baselines, type CountForecast } from "./baselines.ts";
export { bestForecaster } from "./best-forecaster.ts";
export {
  beginCounts,
  type CountMemory,
  type CountProcess,
  type CountRule,
  countRule,
  foretold,
  remember,
} from "./count-process.ts";
export { countRegression } from "./count-regression.ts";
export { drawCount, drawGamma, drawPoisson, type UniformSource } from "./draw-count.ts";
export { factorOf, fitViolence, type ViolenceFit, type ViolencePriors } from "./fit-violence.ts";
export { digamma, logGamma } from "./log-gamma.ts";
export { crps, crpsOfSample, logProbability } from "./negative-binomial.ts";
export { type ForecastScore, type RollingOrigin, rollingOrigin } from "./rolling-origin.ts";
export {
  expectedCount,
  type FirstMonth,
  longRunMean,
  nextExcitation,
  type ViolenceModel,
} from "./violence-model.ts";

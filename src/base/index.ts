export { angleOf, atan } from "./atan.ts";
export {
  civil,
  type Day,
  dayOf,
  daysInMonth,
  type IsoDate,
  isoDate,
  isoMonth,
  monthIndex,
  monthStart,
  readDate,
} from "./date.ts";
export { TawazunError } from "./error.ts";
export { exp } from "./exp.ts";
export type { Finding, Place, Severity } from "./finding.ts";
export { log } from "./log.ts";
export type { MeasureFacts } from "./measure-facts.ts";
export { didYouMean, nearest } from "./nearest.ts";
export { philox } from "./philox.ts";
export { draw, gamma, isUncertain, mode, type Quantity } from "./quantity.ts";
export { type PlacedStream, placed, polarNormal, type Random, seeded } from "./random.ts";
export type { Method, Result } from "./result.ts";
export { sha256 } from "./sha256.ts";
export { cite, type Reference, type Source } from "./source.ts";

import { exp } from "../../base/index.ts";

/** What is left of a past event: 2^(−age/halfLife), ages and half-lives in one unit. */
export function fading(age: number, halfLife: number): number {
  return exp((-0.6931471805599453 * age) / halfLife);
}

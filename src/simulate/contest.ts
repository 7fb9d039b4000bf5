import { exp, log } from "../base/index.ts";
import { relation, type Scene } from "./scene.ts";

/**
 * The probability that i prevails over j: C_i^r / (C_i^r + C_j^r).
 *
 * C is each side's power, plus that of every third party in proportion to how much it prefers
 * one side to the other (Bueno de Mesquita's third-party contributions, with ties for stakes).
 *
 * @returns 0…1; one half where neither side has any power.
 * @see Tullock 1980, eq. 1
 */
export function contest(scene: Scene, i: number, j: number): number {
  const { world, weight, inputs } = scene;
  let forI = weight[i] + 1e-6;
  let forJ = weight[j] + 1e-6;
  for (const k of world.movers) {
    if (k === i || k === j) continue;
    const preference = (relation(scene, k, i) - relation(scene, k, j)) / 2;
    if (preference > 0) forI += weight[k] * preference;
    else forJ -= weight[k] * preference;
  }
  const r = inputs.parameters["contest.decisiveness"];
  return 1 / (1 + exp(r * (log(forJ) - log(forI))));
}

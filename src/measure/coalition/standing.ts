import { checkGame, type Game, swings } from "../power/index.ts";
import type { Coalition } from "./coalition.ts";

/**
 * The blockers: voters without whom no coalition wins.
 *
 * @returns voters by their place, rising.
 * @throws {TawazunError} `game/weight`, `game/quota`.
 * @example
 * ```ts
 * import { blockers } from "tawazun/measure";
 * blockers({ quota: 60, weights: [50, 30, 20] }); //=> [0]
 * ```
 */
export function blockers(game: Game): Coalition {
  checkGame(game);
  const total = game.weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  return places(game, (weight) => total - BigInt(weight) < BigInt(game.quota));
}

/**
 * The dictator: a voter who wins alone, if only coalitions with this voter win.
 *
 * @returns its place, or nothing.
 * @throws {TawazunError} `game/weight`, `game/quota`.
 * @example
 * ```ts
 * import { dictator } from "tawazun/measure";
 * dictator({ quota: 51, weights: [51, 40, 9] }); //=> 0
 * dictator({ quota: 51, weights: [50, 41, 9] }); //=> undefined
 * ```
 */
export function dictator(game: Game): number | undefined {
  return blockers(game).find((voter) => game.weights[voter] >= game.quota);
}

/**
 * The dummies: voters whose vote never matters.
 *
 * @returns voters by their place, rising.
 * @throws {TawazunError} `game/weight`, `game/quota`; `power/count`, `power/size`: see {@link swings}.
 * @example Luxembourg in the Council of the EEC, 1958.
 * ```ts
 * import { dummies } from "tawazun/measure";
 * dummies({ quota: 12, weights: [4, 4, 4, 2, 2, 1] }); //=> [5]
 * ```
 */
export function dummies(game: Game): Coalition {
  const turned = swings(game);
  return turned.map((_, i) => i).filter((i) => turned[i] === 0);
}

function places(game: Game, holds: (weight: number) => boolean): Coalition {
  return game.weights.map((_, i) => i).filter((i) => holds(game.weights[i]));
}

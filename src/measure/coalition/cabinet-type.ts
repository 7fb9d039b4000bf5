import { checkGame, type Game } from "../power/index.ts";
import { type Coalition, critical, isWinning } from "./coalition.ts";

/** What kind of government a cabinet is, by its votes in the assembly. */
export type CabinetType =
  | "single-party-majority"
  | "minimal-winning"
  | "surplus"
  | "single-party-minority"
  | "minority-coalition";

/**
 * What kind of government the parties of a cabinet make.
 *
 * @param cabinet the parties in it, by their places in `weights`; parties without votes do not count.
 * @throws {TawazunError} `game/weight`, `game/quota`; `coalition/voter`.
 * @remarks A surplus cabinet holds a party with votes that it does not need.
 * @see Riker 1962.
 * @example
 * ```ts
 * import { cabinetType } from "tawazun/measure";
 * const house = { quota: 51, weights: [45, 30, 15, 10] };
 * cabinetType(house, [0, 2]); //=> "minimal-winning"
 * cabinetType(house, [0, 1, 3]); //=> "surplus"
 * cabinetType(house, [0]); //=> "single-party-minority"
 * ```
 */
export function cabinetType(game: Game, cabinet: Coalition): CabinetType {
  checkGame(game);
  const wins = isWinning(game, cabinet);
  const parties = cabinet.filter((party) => game.weights[party] > 0);
  const alone = parties.length <= 1;
  if (!wins) return alone ? "single-party-minority" : "minority-coalition";
  if (alone) return "single-party-majority";
  return critical(game, parties).length === parties.length ? "minimal-winning" : "surplus";
}

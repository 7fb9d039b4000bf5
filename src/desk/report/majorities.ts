import { TawazunError } from "../../base/index.ts";
import { type Coalition, critical, type Game, isBlocking, minimalWinning } from "../../measure/index.ts";
import type { Unit } from "./seats.ts";

/** The minimal winning coalitions of a line-up, and what follows from them. */
export interface Majorities {
  readonly game: Game;
  readonly units: readonly Unit[];
  readonly coalitions: readonly Coalition[];
  /** Those with fewest members. */
  readonly fewest: readonly Coalition[];
  /** The one with fewest votes to spare. */
  readonly tightest: Coalition;
  /** In how many of them each unit is. */
  readonly member: readonly number[];
  /** Whether the others reach the quota without it. */
  readonly dispensable: readonly boolean[];
}

/** More than this nobody reads; they are not listed. */
const MOST = 200_000;

/** The majorities of a game; nothing if there are more than {@link MOST}. */
export function majoritiesOf(game: Game, units: readonly Unit[]): Majorities | undefined {
  const coalitions = listed(game);
  if (coalitions === undefined) return undefined;
  const least = coalitions.reduce((few, one) => Math.min(few, one.length), Number.POSITIVE_INFINITY);
  const tightest = coalitions.reduce((best, one) => (votes(game, one) < votes(game, best) ? one : best));
  return {
    game,
    units,
    coalitions,
    fewest: coalitions.filter((one) => one.length === least),
    tightest,
    member: units.map((_, i) => coalitions.filter((one) => one.includes(i)).length),
    dispensable: units.map((_, i) => !isBlocking(game, [i])),
  };
}

function listed(game: Game): readonly Coalition[] | undefined {
  try {
    return minimalWinning(game, { most: MOST });
  } catch (error) {
    if (error instanceof TawazunError && error.code === "coalition/many") return undefined;
    throw error;
  }
}

/** Votes of a coalition. */
export function votes(game: Game, coalition: Coalition): number {
  return coalition.reduce((sum, voter) => sum + game.weights[voter], 0);
}

/** The members without whom the units of a set lose; nothing if they do not win. */
export function criticalOf(game: Game, members: Coalition): Coalition | undefined {
  return votes(game, members) >= game.quota ? critical(game, members) : undefined;
}

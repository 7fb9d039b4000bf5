import type { Result, Source } from "../../base/index.ts";
import type { Game } from "./game.ts";
import type { Bounded } from "./many-voters.ts";
import type { RuleGame } from "./rule.ts";

/**
 * A power index: a game in, one number a voter out.
 *
 * @example Every index of the catalogue, on one game.
 * ```ts
 * import { powerIndices } from "tawazun/measure";
 * const game = { quota: 3, weights: [2, 1, 1] };
 * powerIndices.every((index) => index.of(game)[1] === index.of(game)[2]); //=> true
 * ```
 */
export interface PowerIndex {
  /** Kebab-case and stable. */
  readonly id: string;
  readonly name: string;
  readonly sources: readonly Source[];
  /** What the number is, in one sentence for an analyst. */
  readonly says: string;
  /** The same in symbols, each of which is told. */
  readonly formula: string;
  /** Whether the numbers of all voters add up to 1. */
  readonly sumsToOne: boolean;
  /** Why a dummy may get more than 0; absent if it always gets 0. */
  readonly dummiesGet?: string;
  /** Numbers from 0 to 1 in the order of the weights. */
  readonly of: (game: Game | RuleGame) => readonly number[];
  /** The same numbers, with how they were made and how far off any of them can be. */
  readonly result: (game: Game | RuleGame) => Result<readonly number[]>;
}

/** An index from its measure: values, and how far off each can be. */
export function defineIndex(
  parts: Omit<PowerIndex, "of" | "result"> & { readonly measure: (game: Game | RuleGame) => Bounded },
): PowerIndex {
  const { measure, ...facts } = parts;
  return {
    ...facts,
    of: (game) => Array.from(measure(game).values),
    result: (game) => {
      const { values, errors } = measure(game);
      const error = errors.reduce((worst, next) => Math.max(worst, next), 0);
      const value = Array.from(values);
      return error === 0
        ? { value, method: "exact", sources: facts.sources }
        : { value, method: "bound", error, sources: facts.sources };
    },
  };
}

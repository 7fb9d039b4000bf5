import { TawazunError } from "../../base/index.ts";
import { checkGame, type Game } from "./game.ts";
import { type LinearRow, solveLinear } from "./linear-program.ts";
import { span } from "./span.ts";
import { checkWorths } from "./worths.ts";

/** Kinds of coalitions that differ only in which of several equal voters they hold: more are refused. */
const MOST_KINDS = 20_000;
/** Prices below this are rounding. */
const PRICED = 1e-7;

/** A kind of coalition: how many it holds of each type of voter, and what it is worth. */
interface Kind {
  readonly members: readonly number[];
  readonly worth: number;
}

/**
 * The payoffs that leave the unhappiest coalition as happy as can be, then the next, and so on.
 *
 * @param kinds all coalitions but the empty and the grand one.
 * @param sizes how many voters each type has; voters of a type get the same.
 * @param total what all get together.
 * @param least the lower bound of a voter's payoff, by type.
 * @returns the payoff of one voter of each type.
 * @remarks Each round minimises the largest excess e = v(S) − x(S) of the coalitions not settled yet; those with a
 * price are met exactly in every solution, and are settled. A coalition that depends on settled ones is settled too.
 */
async function lexicographic(
  kinds: readonly Kind[],
  sizes: readonly number[],
  total: number,
  least: readonly number[],
): Promise<readonly number[]> {
  const types = sizes.length;
  const settled = span();
  settled.keep(sizes);
  const fixed: LinearRow[] = [{ coefficients: [...sizes, 0], is: "equal", than: total }];
  let x: readonly number[] = sizes.map(() => total / sizes.reduce((sum, size) => sum + size, 0));
  let open = kinds;
  while (settled.rank() < types) {
    open = open.filter((kind) => !settled.has(kind.members));
    const solution = await solveLinear({
      objective: [...sizes.map(() => 0), 1],
      rows: [
        ...fixed,
        ...open.map(
          ({ members, worth }): LinearRow => ({ coefficients: [...members, 1], is: "atLeast", than: worth }),
        ),
      ],
      least: [...least, Number.NEGATIVE_INFINITY],
    });
    x = solution.x.slice(0, types);
    const excess = solution.x[types];
    const met = open.filter((_, k) => solution.prices[fixed.length + k] > PRICED);
    for (const { members, worth } of met) {
      // a row that depends on the others would only bring their rounding in again
      if (!settled.has(members))
        fixed.push({ coefficients: [...members, 0], is: "equal", than: worth - excess });
      settled.keep(members);
    }
  }
  return x;
}

/**
 * The nucleolus of a weighted game: the shares that leave the unhappiest coalition as happy as can be, then the next.
 *
 * @returns n numbers that sum to 1, in the order of `weights`, to about 10⁻⁹. A dummy has 0, and others may.
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `power/size` if the voters' different
 * weights make more than 20,000 kinds of coalitions (fourteen different weights make 16,384).
 * @remarks A sequence of linear programs, solved by HiGHS (in a browser, `highs.wasm` must lie beside the script).
 * Voters of equal weight are one variable.
 * @see Schmeidler 1969; Maschler, Peleg & Shapley 1979 for the sequence.
 * @example
 * ```ts
 * import { nucleolus } from "tawazun/measure";
 * const shares = await nucleolus({ quota: 6, weights: [4, 3, 2, 1] });
 * shares.map((share) => Math.round(share * 3)); //=> [1, 1, 1, 0]
 * ```
 */
export async function nucleolus(game: Game): Promise<readonly number[]> {
  checkGame(game);
  const weights = [...new Set(game.weights)];
  const sizes = weights.map((weight) => game.weights.filter((other) => other === weight).length);
  const kinds = kindsOf(sizes).map((members): Kind => {
    const votes = members.reduce((sum, count, k) => sum + BigInt(count) * BigInt(weights[k]), 0n);
    return { members, worth: votes >= BigInt(game.quota) ? 1 : 0 };
  });
  const shares = await lexicographic(
    kinds,
    sizes,
    1,
    weights.map(() => 0),
  );
  return game.weights.map((weight) => shares[weights.indexOf(weight)]);
}

/** Every way to take some voters of each type, but none or all of them. */
function kindsOf(sizes: readonly number[]): number[][] {
  const many = sizes.reduce((product, size) => product * (size + 1), 1);
  if (many > MOST_KINDS) {
    throw new TawazunError(
      "power/size",
      `The voters' different weights make ${many} kinds of coalitions; the nucleolus is worked out for at most ${MOST_KINDS}.`,
    );
  }
  return Array.from({ length: many - 2 }, (_, place) => {
    let left = place + 1;
    return sizes.map((size) => {
      const count = left % (size + 1);
      left = Math.floor(left / (size + 1));
      return count;
    });
  });
}

/**
 * The nucleolus of a game in which every coalition has a worth of its own.
 *
 * @param worths of the 2ⁿ coalitions, by bit mask: `worths[0b101]` is that of voters 0 and 2; `worths[0]` is 0.
 * @returns n payoffs that sum to the worth of all, none below what its voter gets alone.
 * @throws {TawazunError} `worths/length`, `worths/value`; `worths/shares` if the voters alone are worth more than all
 * together; `power/size` above 14 voters.
 * @see Schmeidler 1969.
 * @example Ferguson's notes on game theory.
 * ```ts
 * import { nucleolusOf } from "tawazun/measure";
 * const payoffs = await nucleolusOf([0, -1, 0, 3, 1, 4, 2, 5]);
 * payoffs.map((payoff) => Math.round(payoff * 3)); //=> [8, 2, 5]
 * ```
 */
export async function nucleolusOf(worths: readonly number[]): Promise<readonly number[]> {
  const n = checkWorths(worths);
  const total = worths[worths.length - 1];
  const sizes = new Array<number>(n).fill(1);
  const least = sizes.map((_, i) => worths[1 << i]);
  if (least.reduce((sum, worth) => sum + worth, 0) > total) {
    throw new TawazunError(
      "worths/shares",
      "The voters get more alone than all together: no division leaves everybody at least that.",
    );
  }
  const kinds = kindsOf(sizes).map((members, place): Kind => ({ members, worth: worths[place + 1] }));
  return lexicographic(kinds, sizes, total, least);
}

// A rule as a quasi-reduced decision diagram (Bolus 2011): voters are asked one after another, and two states of the
// count are one node if the same voters still to come would win from both.

import { TawazunError } from "../../base/index.ts";
import type { Game } from "./game.ts";
import { checkRuleGame, type Leaves, leavesOf, type RuleGame } from "./rule.ts";

/** From here on every coalition loses, or wins; nodes of a level are counted from 2. */
export const LOSE = 0;
export const WIN = 1;
export const FIRST = 2;

/** The nodes of one voter: where each leads if it is against, and if it is for; the first two places are not used. */
export interface Level {
  readonly voter: number;
  readonly against: Int32Array;
  readonly inFavour: Int32Array;
}

/** Levels in the order in which the voters are asked; `root` is a node of the first. */
export interface Diagram {
  readonly voters: number;
  readonly root: number;
  readonly levels: readonly Level[];
}

/** A diagram with more nodes than this is not built. */
const MOST_NODES = 2_000_000;

/** A node, and the range of votes still needed of the widest quota in which it stays the same. */
interface Range {
  readonly node: number;
  /** Exclusive. */
  readonly above: number;
  /** Inclusive. */
  readonly upTo: number;
}

/** The voters in an order that keeps the diagram small: those first who bring most of any quota. */
function orderOf(voters: number, quotas: readonly Game[]): number[] {
  const most = (i: number) => quotas.reduce((best, game) => Math.max(best, game.weights[i] / game.quota), 0);
  const sum = (i: number) => quotas.reduce((total, game) => total + game.weights[i] / game.quota, 0);
  const key = Array.from({ length: voters }, (_, i) => [most(i), sum(i)] as const);
  return key.map((_, i) => i).sort((a, b) => key[b][0] - key[a][0] || key[b][1] - key[a][1] || a - b);
}

/** Whether the rule is won or lost already, whatever the voters to come do. */
function decided(tree: Leaves, leaf: (k: number) => boolean | undefined): boolean | undefined {
  if ("leaf" in tree) return leaf(tree.leaf);
  const parts = "all" in tree ? tree.all : tree.any;
  const settling = "any" in tree;
  let open = false;
  for (const part of parts) {
    const known = decided(part, leaf);
    if (known === settling) return settling;
    if (known === undefined) open = true;
  }
  return open ? undefined : !settling;
}

/**
 * The decision diagram of a rule.
 *
 * @throws {TawazunError} as {@link checkRuleGame}; `rule/votes` if weights of one quota add up beyond 2⁵³;
 * `power/size` if the diagram grows beyond two million nodes.
 */
export function diagram(game: RuleGame): Diagram {
  checkRuleGame(game);
  const { tree, quotas } = leavesOf(game);
  const n = game.voters;
  const order = orderOf(n, quotas);
  // rest[l][k]: votes of quota k that the voters from level l on have together
  const rest: number[][] = [quotas.map(() => 0)];
  for (let l = n - 1; l >= 0; l--) {
    rest.unshift(quotas.map((quota, k) => rest[0][k] + quota.weights[order[l]]));
  }
  if (!rest[0].every(Number.isSafeInteger)) {
    throw new TawazunError(
      "rule/votes",
      "The weights of one quota add up to more than 2⁵³ − 1; divide them by a common factor.",
    );
  }
  const levels = order.map((voter) => ({ voter, against: [LOSE, WIN], inFavour: [LOSE, WIN] }));
  const found = order.map(() => new Map<string, Range[]>());
  const made = order.map(() => new Map<string, number>());
  const wide = widest(quotas);
  let nodes = 0;

  const build = (l: number, votes: readonly number[]): Range => {
    // met is met, and lost is lost, by however much
    const needed = votes.map((count, k) => Math.max(0, Math.min(count, rest[l][k] + 1)));
    const state = decided(tree, (k) => (needed[k] === 0 ? true : needed[k] > rest[l][k] ? false : undefined));
    if (state !== undefined) return settled(state, needed[wide], rest[l][wide]);
    const key = needed.filter((_, k) => k !== wide).join();
    const ranges = found[l].get(key) ?? [];
    if (ranges.length === 0) found[l].set(key, ranges);
    const known = ranges[placeOf(ranges, needed[wide])];
    if (known !== undefined && needed[wide] > known.above) return known;
    const against = build(l + 1, needed);
    const weights = quotas.map((quota) => quota.weights[order[l]]);
    const inFavour = build(
      l + 1,
      needed.map((count, k) => count - weights[k]),
    );
    const children = `${against.node},${inFavour.node}`;
    let node = made[l].get(children);
    if (node === undefined) {
      if (++nodes > MOST_NODES) {
        throw new TawazunError(
          "power/size",
          `The rule needs more than ${MOST_NODES} cases to be told apart. Join small voters, or use sampledPower.`,
        );
      }
      node = levels[l].against.push(against.node) - 1;
      levels[l].inFavour.push(inFavour.node);
      made[l].set(children, node);
    }
    const range = {
      node,
      above: Math.max(against.above, inFavour.above + weights[wide]),
      upTo: Math.min(against.upTo, inFavour.upTo + weights[wide]),
    };
    ranges.splice(placeOf(ranges, needed[wide]), 0, range);
    return range;
  };
  const root = build(
    0,
    quotas.map((quota) => quota.quota),
  );
  return {
    voters: n,
    root: root.node,
    levels: levels.map(({ voter, against, inFavour }) => ({
      voter,
      against: Int32Array.from(against),
      inFavour: Int32Array.from(inFavour),
    })),
  };
}

/** The quota whose votes take the most different values; ranges are kept of it alone. */
function widest(quotas: readonly Game[]): number {
  const different = (game: Game) => new Set(game.weights).size;
  return quotas.reduce((best, game, k) => (different(game) > different(quotas[best]) ? k : best), 0);
}

/** The place of the first range that reaches up to a number of votes. */
function placeOf(ranges: readonly Range[], votes: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle].upTo < votes) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A state that is settled: it stays so while the widest quota stays met, lost, or open without mattering. */
function settled(win: boolean, needed: number, rest: number): Range {
  return {
    node: win ? WIN : LOSE,
    above: needed > rest ? rest : needed > 0 ? 0 : Number.NEGATIVE_INFINITY,
    upTo: needed > rest ? Number.POSITIVE_INFINITY : needed > 0 ? rest : 0,
  };
}

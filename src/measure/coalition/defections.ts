import { TawazunError } from "../../base/index.ts";
import { minimalWinning } from "./minimal-winning.ts";
import { type Motion, members, type VotingBloc, votesNeeded } from "./motion.ts";

/** How the vote goes if every bloc takes its likelier line, all its members keep to it, and pledges hold. */
export interface ByLines {
  readonly votesFor: number;
  readonly votesAgainst: number;
  /** Votes for beyond those needed; below 0: votes short. */
  readonly slack: number;
  readonly passes: boolean;
}

/** The cheapest change of members' sides that turns the vote as it goes by lines. */
export interface Defections {
  /** Whether it saves a motion that would fail, or sinks one that would pass. */
  readonly effect: "saves" | "sinks";
  /** Members who must change sides. */
  readonly members: number;
  /** The sum of their prices. */
  readonly price: number;
  /** Where to find them: the cheapest first. */
  readonly from: readonly { readonly bloc: string; readonly members: number }[];
  /** Blocs that could do it alone. */
  readonly alone: readonly string[];
  /** All least sets of whole blocs that could do it; none if no set of blocs has members enough. */
  readonly together: readonly (readonly string[])[];
}

function linedUp(motion: Motion, bloc: VotingBloc): boolean {
  return (motion.kind === "constructive" ? bloc.line * (bloc.accepts ?? 1) : bloc.line) >= 0.5;
}

const unpledged = (bloc: VotingBloc): number =>
  bloc.seats - (bloc.pledgedFor ?? 0) - (bloc.pledgedAgainst ?? 0);

/** The vote by lines: discipline and pledges hold, nobody stays away. */
export function byLines(motion: Motion): ByLines {
  let votesFor = 0;
  let signatures = 0;
  for (const bloc of motion.blocs) {
    const inFavour = (bloc.pledgedFor ?? 0) + (linedUp(motion, bloc) ? unpledged(bloc) : 0);
    votesFor += inFavour;
    if ((bloc.signs ?? 1) > 0) signatures += inFavour;
  }
  const votesAgainst = members(motion) - votesFor;
  const needed = votesNeeded(motion);
  let slack = needed === undefined ? votesFor - votesAgainst - 1 : votesFor - needed;
  if (motion.kind === "signatures-first") slack = Math.min(slack, signatures - motion.signatures);
  return { votesFor, votesAgainst, slack, passes: slack >= 0 };
}

/** More blocs than this are not searched for sets that act together. */
const MOST_BLOCS = 20;

/**
 * The cheapest defections that turn a vote; pledged members are not counted on to move.
 *
 * @returns nothing if there are not enough members who could move.
 */
export function defections(motion: Motion): Defections | undefined {
  const { slack, passes } = byLines(motion);
  const short = passes ? slack + 1 : -slack;
  // where votes for are compared with votes against, a change of side counts twice
  const needed = motion.kind === "votes-cast" ? Math.ceil(short / 2) : short;
  const movable = motion.blocs
    .filter((bloc) => linedUp(motion, bloc) === passes && unpledged(bloc) > 0)
    .map((bloc) => ({ id: bloc.id, count: unpledged(bloc), price: bloc.price ?? 1 }));
  if (movable.reduce((sum, bloc) => sum + bloc.count, 0) < needed) return undefined;
  const cheapestFirst = movable
    .map((bloc, i) => ({ ...bloc, i }))
    .sort((a, b) => a.price - b.price || b.count - a.count || a.i - b.i);
  const from: { bloc: string; members: number }[] = [];
  let left = needed;
  let price = 0;
  for (const bloc of cheapestFirst) {
    const moved = Math.min(left, bloc.count);
    if (moved === 0) break;
    from.push({ bloc: bloc.id, members: moved });
    price += moved * bloc.price;
    left -= moved;
  }
  return {
    effect: passes ? "sinks" : "saves",
    members: needed,
    price,
    from,
    alone: movable.filter((bloc) => bloc.count >= needed).map((bloc) => bloc.id),
    together: blocSets(movable, needed),
  };
}

function blocSets(
  movable: readonly { readonly id: string; readonly count: number }[],
  needed: number,
): readonly (readonly string[])[] {
  if (movable.length > MOST_BLOCS) {
    throw new TawazunError(
      "motion/many",
      `${movable.length} blocs could move; sets of blocs are listed for at most ${MOST_BLOCS}. Join the small ones into one.`,
    );
  }
  return minimalWinning({ quota: needed, weights: movable.map((bloc) => bloc.count) }).map((set) =>
    set.map((i) => movable[i].id),
  );
}

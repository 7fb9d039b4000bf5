import { type Ballot, free, lineFor, type Outcome, pledged } from "./ballot.ts";
import type { Motion, VotingBloc } from "./motion.ts";

/** Outcomes that can happen, those with the same step together. */
function possible(outcomes: readonly Outcome[]): Outcome[] {
  const byStep = new Map<number, number>();
  for (const { step, probability } of outcomes) {
    if (probability > 0) byStep.set(step, (byStep.get(step) ?? 0) + probability);
  }
  return [...byStep].map(([step, probability]) => ({ step, probability }));
}

/** The distribution after `times` members have voted, each independently of the others. */
function vote(before: Float64Array, outcomes: readonly Outcome[], times: number): Float64Array {
  const happening = possible(outcomes);
  if (times === 0 || (happening.length === 1 && happening[0].step === 0)) return before;
  let from = before;
  let to: Float64Array = new Float64Array(before.length);
  let last = from.length - 1;
  while (last > 0 && from[last] === 0) last--;
  let first = 0;
  while (first < last && from[first] === 0) first++;
  const furthest = Math.max(...happening.map((outcome) => outcome.step));
  for (let member = 0; member < times; member++) {
    to.fill(0, first, Math.min(last + furthest + 1, to.length));
    for (const { step, probability } of happening) {
      for (let place = first; place <= last; place++) to[place + step] += probability * from[place];
    }
    last += furthest;
    [from, to] = [to, from === before ? new Float64Array(before.length) : from];
  }
  return from;
}

/** What becomes of one state of the count, on average, once `times` members have voted: the same, backward. */
function foresee(after: Float64Array, outcomes: readonly Outcome[], times: number): Float64Array {
  const happening = possible(outcomes);
  let from = after;
  for (let member = 0; member < times; member++) {
    const to = new Float64Array(from.length);
    for (const { step, probability } of happening) {
      // places that would run off the end cannot be reached with a member still to vote
      for (let place = from.length - 1 - step; place >= 0; place--)
        to[place] += probability * from[place + step];
    }
    from = to;
  }
  return from;
}

function mixed(line: number, inFavour: () => Float64Array, against: () => Float64Array): Float64Array {
  if (line === 1) return inFavour();
  if (line === 0) return against();
  const a = inFavour();
  const b = against();
  return a.map((value, place) => line * value + (1 - line) * b[place]);
}

/** A bloc with the number of its members who vote freely. */
function unpledged(bloc: VotingBloc): number {
  return bloc.seats - (bloc.pledgedFor ?? 0) - (bloc.pledgedAgainst ?? 0);
}

/**
 * The distribution of the count after a bloc has voted.
 *
 * @param spared free members who do not vote, for asking what one of them could change.
 */
export function blocVotes(
  motion: Motion,
  ballot: Ballot,
  bloc: VotingBloc,
  before: Float64Array,
  spared = 0,
): Float64Array {
  const certain = vote(
    vote(before, pledged(ballot, bloc, true), bloc.pledgedFor ?? 0),
    pledged(ballot, bloc, false),
    bloc.pledgedAgainst ?? 0,
  );
  const count = unpledged(bloc) - spared;
  return mixed(
    lineFor(motion, bloc),
    () => vote(certain, free(ballot, bloc, true), count),
    () => vote(certain, free(ballot, bloc, false), count),
  );
}

/** The probability of passing from every state of the count, seen before a bloc has voted. */
export function blocForeseen(
  motion: Motion,
  ballot: Ballot,
  bloc: VotingBloc,
  after: Float64Array,
): Float64Array {
  const count = unpledged(bloc);
  const certain = mixed(
    lineFor(motion, bloc),
    () => foresee(after, free(ballot, bloc, true), count),
    () => foresee(after, free(ballot, bloc, false), count),
  );
  return foresee(
    foresee(certain, pledged(ballot, bloc, true), bloc.pledgedFor ?? 0),
    pledged(ballot, bloc, false),
    bloc.pledgedAgainst ?? 0,
  );
}

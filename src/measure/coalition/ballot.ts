import { type Motion, members, type VotingBloc, votesNeeded } from "./motion.ts";

/** What one member may do, with the step it makes in the count and its probability. */
export interface Outcome {
  readonly step: number;
  readonly probability: number;
}

/**
 * How a motion's votes are counted: one place for every state of the count, and which places pass.
 *
 * A count by votes for is a line of places, one by votes for and signatures, or for and against, is a table laid out
 * row by row.
 */
export interface Ballot {
  readonly places: number;
  readonly step: {
    readonly signed: number;
    readonly for: number;
    readonly against: number;
    readonly away: number;
  };
  readonly passes: (place: number) => boolean;
}

/** The count that decides a motion. */
export function ballotOf(motion: Motion): Ballot {
  const all = members(motion);
  const row = all + 1;
  if (motion.kind === "signatures-first") {
    const needed = votesNeeded(motion) as number;
    return {
      places: row * row,
      step: { signed: row + 1, for: row, against: 0, away: 0 },
      passes: (place) => Math.floor(place / row) >= needed && place % row >= motion.signatures,
    };
  }
  if (motion.kind !== "votes-cast") {
    const needed = votesNeeded(motion) as number;
    return {
      places: row,
      step: { signed: 1, for: 1, against: 0, away: 0 },
      passes: (place) => place >= needed,
    };
  }
  const { quorum } = motion;
  if (quorum === undefined) {
    // a place is votes for + members − votes against − members still to vote, so that every step is upward
    return {
      places: 2 * all + 1,
      step: { signed: 2, for: 2, against: 0, away: 1 },
      passes: (place) => place > all,
    };
  }
  return {
    places: row * row,
    step: { signed: row, for: row, against: 1, away: 0 },
    passes: (place) => {
      const inFavour = Math.floor(place / row);
      const against = place % row;
      return inFavour > against && inFavour + against >= quorum;
    },
  };
}

/** What an unpledged member of a bloc may do under a line for the motion, or against it. */
export function free({ step }: Ballot, bloc: VotingBloc, inFavour: boolean): readonly Outcome[] {
  const { discipline = 0.9, absence = 0, signs = 1 } = bloc;
  const votesFor = (1 - absence) * (inFavour ? discipline : 1 - discipline);
  return [
    { step: step.signed, probability: votesFor * signs },
    { step: step.for, probability: votesFor * (1 - signs) },
    { step: step.against, probability: 1 - absence - votesFor },
    { step: step.away, probability: absence },
  ];
}

/** What a member does who is pledged for the motion, or against it. */
export function pledged({ step }: Ballot, bloc: VotingBloc, inFavour: boolean): readonly Outcome[] {
  const { pledgeKept = 1, signs = 1 } = bloc;
  return [
    { step: step.away, probability: 1 - pledgeKept },
    ...(inFavour
      ? [
          { step: step.signed, probability: pledgeKept * signs },
          { step: step.for, probability: pledgeKept * (1 - signs) },
        ]
      : [{ step: step.against, probability: pledgeKept }]),
  ];
}

/** Probability that a bloc goes into the vote with a line for the motion. */
export function lineFor(motion: Motion, bloc: VotingBloc): number {
  return motion.kind === "constructive" ? bloc.line * (bloc.accepts ?? 1) : bloc.line;
}

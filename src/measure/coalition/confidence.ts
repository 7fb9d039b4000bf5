import type { Source } from "../../base/index.ts";
import { ballotOf } from "./ballot.ts";
import { blocForeseen, blocVotes } from "./convolution.ts";
import { type ByLines, byLines, type Defections, defections } from "./defections.ts";
import { checkMotion, type Motion, members } from "./motion.ts";

/** How a bloc may decide a vote. */
export interface BlocPivot {
  readonly bloc: string;
  /** How much more likely the motion passes if the whole bloc votes for it than if it votes against. */
  readonly pivot: number;
  /** The same for one member who is free to vote; 0 if all are pledged. */
  readonly memberPivot: number;
}

/** What is known of a vote before it is taken. */
export interface Confidence {
  /** The probability that the motion passes. */
  readonly passes: number;
  /** votesFor[k]: the probability of exactly k votes for the motion. */
  readonly votesFor: readonly number[];
  /** In the order of the blocs. */
  readonly pivots: readonly BlocPivot[];
  readonly byLines: ByLines;
  /** Absent if nobody is free to move, or too few. */
  readonly defections?: Defections;
  readonly method: "exact";
  readonly sources: readonly Source[];
}

/**
 * The arithmetic of a vote of confidence: how likely the motion passes, who decides it, and whose defection would turn
 * it.
 *
 * @param motion the blocs with their lines, discipline, absences and pledges, and the rule the motion passes by.
 * @throws {TawazunError} `motion/…`: see {@link checkMotion}.
 * @remarks Exact. A bloc takes one line or the other; given its line, its members vote independently (a
 * Poisson-binomial distribution). The count is carried forward bloc by bloc, and the chance of passing backward, so that
 * each bloc's pivot is one sum. A few milliseconds for votes needed; up to a second for the two-way counts of
 * signatures and quorums in a house of three hundred.
 * @see Hong 2013, section 2, for the distribution.
 * @example A government of 163 seats of 325 faces a motion; one member in ten leaves the line.
 * ```ts
 * import { confidence } from "tawazun/measure";
 * const { byLines, passes, defections } = confidence({
 *   kind: "absolute",
 *   blocs: [
 *     { id: "government", seats: 163, line: 0 },
 *     { id: "opposition", seats: 162, line: 1, discipline: 1 },
 *   ],
 * });
 * byLines.slack; //=> -1
 * Math.abs(passes - (1 - 0.9 ** 163)) < 1e-12; //=> true
 * defections?.from; //=> [{ bloc: "government", members: 1 }]
 * ```
 */
export function confidence(motion: Motion): Confidence {
  checkMotion(motion);
  const ballot = ballotOf(motion);
  const { blocs } = motion;
  // forward[b]: the count once the first b blocs have voted; backward[b]: the chance of passing seen from there
  const forward: Float64Array[] = [new Float64Array(ballot.places)];
  forward[0][0] = 1;
  for (const bloc of blocs) forward.push(blocVotes(motion, ballot, bloc, forward[forward.length - 1]));
  const end = Float64Array.from({ length: ballot.places }, (_, place) => (ballot.passes(place) ? 1 : 0));
  const backward: Float64Array[] = [end];
  for (let b = blocs.length - 1; b > 0; b--) {
    backward.unshift(blocForeseen(motion, ballot, blocs[b], backward[0]));
  }
  const pivots = blocs.map((bloc, b) => {
    const { step } = ballot;
    const free = bloc.seats - (bloc.pledgedFor ?? 0) - (bloc.pledgedAgainst ?? 0);
    const others = free > 0 ? blocVotes(motion, ballot, bloc, forward[b], 1) : undefined;
    return {
      bloc: bloc.id,
      pivot:
        chance(forward[b], backward[b], bloc.seats * step.signed) -
        chance(forward[b], backward[b], bloc.seats * step.against),
      memberPivot:
        others === undefined
          ? 0
          : chance(others, backward[b], step.signed) - chance(others, backward[b], step.against),
    };
  });
  const turning = defections(motion);
  return {
    passes: Math.min(1, chance(forward[blocs.length], end, 0)),
    votesFor: votesFor(motion),
    pivots,
    byLines: byLines(motion),
    ...(turning === undefined ? {} : { defections: turning }),
    method: "exact",
    sources: [{ ref: "hong2013", at: "section 2" }],
  };
}

/** The chance of passing if the count stands as it may, moved on by some places. */
function chance(count: Float64Array, passing: Float64Array, moved: number): number {
  let sum = 0;
  for (let place = 0; place + moved < passing.length; place++) sum += count[place] * passing[place + moved];
  return sum;
}

/** The distribution of votes for, whatever rule decides. */
function votesFor(motion: Motion): readonly number[] {
  const counted: Motion =
    motion.kind === "constructive"
      ? { kind: "constructive", blocs: motion.blocs }
      : { kind: "absolute", blocs: motion.blocs };
  const ballot = ballotOf(counted);
  let count = new Float64Array(members(motion) + 1) as Float64Array;
  count[0] = 1;
  for (const bloc of motion.blocs) count = blocVotes(counted, ballot, bloc, count);
  return Array.from(count);
}

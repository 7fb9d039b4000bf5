import { TawazunError } from "../../base/index.ts";

/** A bloc as it goes into a vote: its line, and how its members keep to it. Probabilities are 0…1. */
export interface VotingBloc {
  readonly id: string;
  readonly seats: number;
  /** Probability that the bloc's line is for the motion; 1 or 0 where the line is known. */
  readonly line: number;
  /** Probability that a member who votes does so by the line; the others vote the other way. Default: 0.9. */
  readonly discipline?: number;
  /** Probability that a member stays away or abstains. Default: 0. */
  readonly absence?: number;
  /** Members pledged to vote for the motion, whatever the line. Default: 0. */
  readonly pledgedFor?: number;
  /** Members pledged to vote against it, whatever the line. Default: 0. */
  readonly pledgedAgainst?: number;
  /** Probability that a pledge is kept; whoever breaks it stays away. Default: 1. */
  readonly pledgeKept?: number;
  /** Constructive motions: probability that a line for the motion also accepts the successor. Default: 1. */
  readonly accepts?: number;
  /** Motions that need signatures: probability that a member who will vote for it has also signed. Default: 1. */
  readonly signs?: number;
  /** What it takes to turn one member, in any unit. Default: 1. */
  readonly price?: number;
}

/**
 * A motion and the rule it passes by.
 *
 * - `absolute`: the votes needed are a majority of all members, or `needed`.
 * - `votes-cast`: more votes for than against; a `quorum` of members must vote.
 * - `constructive`: as `absolute`, and the votes are cast for a successor by name.
 * - `signatures-first`: `signatures` members must sign before it comes to a vote, which is as `absolute`.
 */
export type Motion =
  | {
      readonly kind: "absolute" | "constructive";
      readonly blocs: readonly VotingBloc[];
      readonly needed?: number;
    }
  | { readonly kind: "votes-cast"; readonly blocs: readonly VotingBloc[]; readonly quorum?: number }
  | {
      readonly kind: "signatures-first";
      readonly blocs: readonly VotingBloc[];
      readonly signatures: number;
      readonly needed?: number;
    };

const MEANING = {
  line: "the probability that its line is for the motion",
  discipline: "the probability that a member keeps to the line",
  absence: "the probability that a member stays away",
  pledgeKept: "the probability that a pledge is kept",
  accepts: "the probability that the line accepts the successor",
  signs: "the probability that a supporter signs",
} as const;

function refuse(code: string, message: string): never {
  throw new TawazunError(code, message);
}

function checkBloc(bloc: VotingBloc): void {
  for (const [name, meaning] of Object.entries(MEANING) as [keyof typeof MEANING, string][]) {
    const value = bloc[name];
    if (value !== undefined && !(value >= 0 && value <= 1)) {
      refuse("motion/probability", `Bloc "${bloc.id}": ${meaning} is ${value}; it must lie between 0 and 1.`);
    }
  }
  for (const name of ["seats", "pledgedFor", "pledgedAgainst"] as const) {
    const value = bloc[name] ?? 0;
    if (!Number.isSafeInteger(value) || value < 0) {
      refuse("motion/seats", `Bloc "${bloc.id}": ${name} is ${value}; it must be a whole number from 0.`);
    }
  }
  const pledged = (bloc.pledgedFor ?? 0) + (bloc.pledgedAgainst ?? 0);
  if (pledged > bloc.seats) {
    refuse("motion/pledges", `Bloc "${bloc.id}" has ${bloc.seats} seats and ${pledged} pledges.`);
  }
  if (bloc.price !== undefined && !(bloc.price >= 0 && bloc.price < Number.POSITIVE_INFINITY)) {
    refuse(
      "motion/price",
      `Bloc "${bloc.id}": the price of a member is ${bloc.price}; it must be a number from 0.`,
    );
  }
}

function checkCount(code: string, name: string, value: number | undefined, members: number): void {
  if (value !== undefined && !(Number.isInteger(value) && value >= 1 && value <= members)) {
    refuse(code, `The ${name} is ${value}; with ${members} members it must be from 1 to ${members}.`);
  }
}

/**
 * The motion itself, if it is one.
 *
 * @throws {TawazunError} `motion/blocs`, `motion/seats`, `motion/probability`, `motion/pledges`, `motion/price`,
 * `motion/needed`, `motion/quorum`, `motion/signatures`.
 */
export function checkMotion(motion: Motion): Motion {
  const ids = new Set<string>();
  let members = 0;
  for (const bloc of motion.blocs) {
    if (ids.has(bloc.id)) refuse("motion/blocs", `There are two blocs "${bloc.id}"; give each its own id.`);
    ids.add(bloc.id);
    checkBloc(bloc);
    members += bloc.seats;
  }
  if (members === 0) refuse("motion/blocs", "No bloc has a seat; there is nobody to vote.");
  if (motion.kind === "votes-cast") checkCount("motion/quorum", "quorum", motion.quorum, members);
  else checkCount("motion/needed", "number of votes needed", motion.needed, members);
  if (motion.kind === "signatures-first") {
    checkCount("motion/signatures", "number of signatures", motion.signatures, members);
  }
  return motion;
}

/** Members of all blocs together. */
export function members(motion: Motion): number {
  return motion.blocs.reduce((sum, bloc) => sum + bloc.seats, 0);
}

/** Votes needed for the motion; nothing where that depends on how many vote. */
export function votesNeeded(motion: Motion): number | undefined {
  if (motion.kind === "votes-cast") return undefined;
  return motion.needed ?? Math.floor(members(motion) / 2) + 1;
}

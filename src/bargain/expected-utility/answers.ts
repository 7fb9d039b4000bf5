import type { AnswerRule } from "./switches.ts";

/** What challenging another would bring an actor. */
export interface Answer {
  /** The challenger. */
  readonly to: number;
  readonly kind: "confrontation" | "compromise" | "capitulation" | "none";
  /** Where the actor would stand after it. */
  readonly position: number;
  /** What the actor expects of challenging back. */
  readonly own: number;
  /** What the challenger expects of its challenge. */
  readonly theirs: number;
}

/** How an actor at `here` answers a challenger at `there`. */
type Rule = (own: number, theirs: number, here: number, there: number, least: number) => Reply;
type Reply = readonly [kind: Answer["kind"], position: number] | undefined;

const partway = (own: number, theirs: number, here: number, there: number): number =>
  here + (there - here) * Math.abs(own / theirs);

/** It yields to a challenger who expects more; it meets one part of the way if its own loss is smaller. */
const concede: Rule = (own, theirs, here, there) => {
  if (here === there) return undefined;
  if (theirs > own && own > 0) return ["confrontation", there];
  if (theirs > 0 && own < 0 && theirs > -own) return ["compromise", partway(own, theirs, here, there)];
  return undefined;
};

/** Every challenge that promises its sender a gain is an offer, even one that moves nobody. */
const yields: Rule = (own, theirs, here, there) => {
  if (!(theirs > 0)) return undefined;
  if (own > 0 && own < theirs) return ["confrontation", there];
  if (own < 0 && -own < theirs) return ["compromise", partway(own, theirs, here, there)];
  if (own < 0 && -own > theirs) return ["capitulation", there];
  return ["none", here];
};

/** By the octant in which both expectations lie, those below `least` taken for none. */
const octants: Rule = (own, theirs, here, there, least) => {
  const meet = (Math.abs(own) * here + Math.abs(theirs) * there) / (Math.abs(own) + Math.abs(theirs));
  const ownIsNone = Math.abs(own) < least;
  const theirsIsNone = Math.abs(theirs) < least;
  if (theirsIsNone) return undefined;
  if (ownIsNone) return theirs > 0 ? ["compromise", meet] : undefined;
  if (own > 0 && theirs > own) return ["confrontation", there];
  if (own < 0 && theirs >= 0) return -own > theirs ? ["capitulation", there] : ["compromise", meet];
  return undefined;
};

/** Two who both expect to gain do not move; otherwise part of the way, or all if the own loss is greater. */
const standoff: Rule = (own, theirs, here, there) => {
  if (here === there || !(theirs > 0 && own < 0)) return undefined;
  return theirs > -own ? ["compromise", partway(own, theirs, here, there)] : ["capitulation", there];
};

/** As a stand-off, but of two who both expect to gain the one who expects less gives way. */
const contest: Rule = (own, theirs, here, there, least) =>
  own > 0 && theirs > own && here !== there
    ? ["confrontation", there]
    : standoff(own, theirs, here, there, least);

/** How the readings of the model have an actor answer. */
export const answers: { readonly [rule in AnswerRule]: Rule } = {
  concede,
  yield: yields,
  octants,
  standoff,
  contest,
};

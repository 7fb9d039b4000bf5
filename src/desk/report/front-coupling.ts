import type { Deed } from "./events-of.ts";

/** Days within which one deed can be said to follow another. */
export const WINDOW = 60;

/** Fewer deeds than this on a side, and nothing can be told. */
export const LEAST = 5;

/** How often hostility on one front was followed by an actor's own hostility on another. */
export interface FrontCoupling {
  readonly actor: number;
  /** `met`: deeds done to the actor; `done`: deeds of its own. */
  readonly first: "met" | "done";
  readonly from: number;
  readonly to: number;
  /** Hostile deeds on the first front. */
  readonly begun: number;
  /** The actor's own hostile deeds on the second. */
  readonly answers: number;
  /** Of those begun, how many were followed within {@link WINDOW} days. */
  readonly followed: number;
  /** The same over all rotations of the fronts of the actor's own deeds. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Part of the rotations with as many or more. */
  readonly chance: number;
  readonly enough: boolean;
}

/**
 * The coupling of fronts in the record of one actor, against a baseline by rotation.
 *
 * @remarks The days of the actor's own hostile deeds stay as they are; the fronts on which they were done are
 * moved along the sequence by one deed, two, and so on around. So the record's thickening toward its end,
 * which would make any two things follow each other, is in the baseline too. All rotations are taken: the
 * baseline is exact, and its least chance is one over the number of deeds.
 */
export function frontCouplings(
  deeds: readonly Deed[],
  actor: number,
  fronts: number,
): readonly FrontCoupling[] {
  const hostile = deeds.filter((deed) => deed.tone === "hostile" && deed.precision !== "year");
  const own = hostile.filter((deed) => deed.by === actor);
  const made: FrontCoupling[] = [];
  for (const first of ["met", "done"] as const) {
    const begins = first === "done" ? own : hostile.filter((deed) => deed.of === actor && deed.by !== actor);
    for (let from = 0; from < fronts; from++) {
      for (let to = 0; to < fronts; to++) {
        if (from !== to) made.push(coupled({ actor, first, from, to }, begins, own));
      }
    }
  }
  return made;
}

function coupled(
  pair: Pick<FrontCoupling, "actor" | "first" | "from" | "to">,
  begins: readonly Deed[],
  own: readonly Deed[],
): FrontCoupling {
  const begun = begins.filter((deed) => deed.front === pair.from).length;
  const answers = own.filter((deed) => deed.front === pair.to).length;
  const counts = own.map((_, turn) => {
    const front = (k: number): number => own[(k + turn) % own.length].front;
    const starts =
      pair.first === "done" ? own.map((deed, k) => ({ day: deed.day, front: front(k) })) : begins;
    return followedBy(
      starts.filter((deed) => deed.front === pair.from).map((deed) => deed.day),
      own.filter((_, k) => front(k) === pair.to).map((deed) => deed.day),
    );
  });
  const followed = counts[0] ?? 0;
  const sorted = [...counts].sort((a, b) => a - b);
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
  return {
    ...pair,
    begun,
    answers,
    followed,
    expected: counts.length === 0 ? 0 : counts.reduce((sum, count) => sum + count, 0) / counts.length,
    low: at(0.05),
    high: at(0.95),
    chance: counts.length === 0 ? 1 : counts.filter((count) => count >= followed).length / counts.length,
    enough: begun >= LEAST && answers >= LEAST,
  };
}

/** How many of the first days have one of the second after them, within the window. */
function followedBy(first: readonly number[], second: readonly number[]): number {
  return first.filter((day) => second.some((later) => later > day && later - day <= WINDOW)).length;
}

import type { Pull } from "./model.ts";
import type { Bargainer } from "./problem.ts";

/** What an actor brings to bear on an issue: capability × salience. */
export function weight(actor: Bargainer): number {
  return actor.capability * actor.salience;
}

/** Each actor's share of the whole capability × salience, with the position that counts. */
export function pullsOf(actors: readonly Bargainer[], positions: readonly number[]): Pull[] {
  let total = 0;
  for (const actor of actors) total += weight(actor);
  return actors.map((actor, i) => ({
    actor: actor.id,
    position: positions[i],
    share: weight(actor) / total,
  }));
}

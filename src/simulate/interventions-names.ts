import { didYouMean, readDate, TawazunError } from "../base/index.ts";
import type { World } from "./world.ts";

/** The refusal of a name that the case or the engine does not have, with the near miss. */
export function unknown(what: string, given: string, known: Iterable<string>): TawazunError {
  return new TawazunError(
    "intervention/unknown",
    `There is no ${what} "${given}".${didYouMean(given, known)}`,
  );
}

export function find(index: ReadonlyMap<string, number>, what: string, id: string): number {
  const found = index.get(id);
  if (found === undefined) throw unknown(what, id, index.keys());
  return found;
}

/** The place of an item with an id in a section of the case. */
export function findIn(items: readonly { readonly id: string }[], what: string, id: string): number {
  const found = items.findIndex((item) => item.id === id);
  if (found < 0)
    throw unknown(
      what,
      id,
      items.map((item) => item.id),
    );
  return found;
}

/** The refusal of two interventions that cannot both hold. */
export function contradiction(words: string): TawazunError {
  return new TawazunError("intervention/contradiction", `Two interventions contradict each other: ${words}.`);
}

/** Actors that an id stands for: an actor, or the members of a bloc and of those below it on the first day. */
export function actorsOf(world: World, id: string): readonly number[] {
  const a = world.actorIndex.get(id);
  if (a !== undefined) return [a];
  if (!world.blocIndex.has(id))
    throw unknown("actor or bloc", id, [...world.actorIndex.keys(), ...world.blocIndex.keys()]);
  const inside = new Set([id]);
  for (let before = 0; before < inside.size; ) {
    before = inside.size;
    for (const bloc of world.blocs)
      if (bloc.parent !== undefined && inside.has(bloc.parent)) inside.add(bloc.id);
  }
  return world.source.memberships.flatMap((membership) => {
    const member = world.actorIndex.get(membership.actor);
    return member === undefined || !inside.has(membership.in) ? [] : [member];
  });
}

/** The first and the last day that a date of an intervention may mean, which must be played. */
export function daysOf(world: World, date: string): { readonly first: number; readonly last: number } {
  const read = readDate(date);
  if (read === undefined) throw new TawazunError("intervention/date", `There is no date "${date}".`);
  if (read.last < world.start || read.first > world.end) {
    throw new TawazunError(
      "intervention/date",
      `${date} is not played: play goes from ${world.source.head.as_of} to ${world.source.head.horizon}.`,
    );
  }
  return { first: read.first, last: read.last };
}

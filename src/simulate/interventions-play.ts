import type { Forced } from "./interventions-moves.ts";
import type { OptionTable } from "./options.ts";
import type { Scheduled } from "./outside.ts";
import type { State } from "./state.ts";
import type { World } from "./world.ts";

/** The schedule with forced moves among the outside events: the forced move f stands as event −1 − f. */
export function withForced(schedule: readonly Scheduled[], forced: readonly Forced[]): Scheduled[] {
  const moves = forced.map((move, f): Scheduled => ({ event: -1 - f, time: move.from }));
  return [...schedule, ...moves].sort((a, b) => a.time - b.time || a.event - b.event);
}

/** Puts a forced move that was not open into the schedule again, unless its last day is over. */
export function tryAgain(
  schedule: Scheduled[],
  next: number,
  again: Scheduled,
  forced: readonly Forced[],
): void {
  if (again.time > forced[-1 - again.event].until) return;
  let at = next;
  while (at < schedule.length && schedule[at].time <= again.time) at += 1;
  schedule.splice(at, 0, again);
}

/** The option of a table that a forced move means and its maker values most; −1 if there is none. */
export function bestForced(world: World, table: OptionTable, forced: Forced): number {
  let best = -1;
  for (let o = 0; o < table.count; o++) {
    const means =
      table.kind[o] === forced.kind &&
      (forced.object < 0 || table.object[o] === forced.object) &&
      (forced.target < 0 ||
        (table.target[o] >= 0 && world.decider[table.target[o]] === world.decider[forced.target]));
    if (means && (best < 0 || table.value[o] > table.value[best])) best = o;
  }
  return best;
}

/** Tells of each post, status and boycott in which the first day differs from what the case gives. */
export function openings(
  world: World,
  given: State,
  first: State,
  tell: (kind: "post" | "status" | "boycott", at: number, value: number) => void,
): void {
  for (let p = 0; p < world.posts.length; p++) {
    if (first.holder[p] !== given.holder[p] || first.acting[p] !== given.acting[p])
      tell("post", p, first.holder[p]);
  }
  for (let a = 0; a < world.actors.length; a++) {
    if (first.status[a] !== given.status[a]) tell("status", a, first.status[a]);
  }
  for (let k = 0; k < first.boycott.length; k++) {
    if (first.boycott[k] !== given.boycott[k]) tell("boycott", k, first.boycott[k]);
  }
}

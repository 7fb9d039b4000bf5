import type { Chronicle } from "./chronicle.ts";
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

/** Writes each post, status and boycott in which the first day differs from what the case gives. */
export function writeOpening(world: World, given: State, first: State, chronicle: Chronicle): void {
  const { post, status, boycott } = chronicle;
  for (let p = 0; p < world.posts.length; p++) {
    if (first.holder[p] === given.holder[p] && first.acting[p] === given.acting[p]) continue;
    post.time.push(world.start);
    post.post.push(p);
    post.holder.push(first.holder[p]);
    post.acting.push(first.acting[p] === 1);
  }
  for (let a = 0; a < world.actors.length; a++) {
    if (first.status[a] === given.status[a]) continue;
    status.time.push(world.start);
    status.actor.push(a);
    status.status.push(first.status[a]);
  }
  for (let k = 0; k < first.boycott.length; k++) {
    if (first.boycott[k] === given.boycott[k]) continue;
    boycott.time.push(world.start);
    boycott.actor.push(Math.floor(k / world.arenas.length));
    boycott.arena.push(k % world.arenas.length);
    boycott.on.push(first.boycott[k] === 1);
  }
}

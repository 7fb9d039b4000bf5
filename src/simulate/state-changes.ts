import { flag, type State } from "./state.ts";
import { statuses, type World } from "./world.ts";

/** One thing that is no longer what it was. */
export interface StateChange {
  /** What kind of thing: "tie", "post", "status" … */
  readonly what: string;
  /** Of whom or what, by id: one or two of them. */
  readonly of: readonly string[];
  readonly from: string | number;
  readonly to: string | number;
}

/** Differences of numbers less than this are rounding. */
const LEAST = 1e-12;

/** What differs between two states of a world, in the order of the state's parts. */
export function stateChanges(world: World, before: State, after: State): readonly StateChange[] {
  const found: StateChange[] = [];
  const n = world.actors.length;
  const actor = (a: number): string => (a < 0 ? "nobody" : world.actors[a].id);
  const list = (b: number): string => (b < 0 ? "none" : world.blocs[b].id);
  const yes = (bit: number): string => (bit === 0 ? "no" : "yes");
  const compare = (
    part: Exclude<keyof State, "time" | "pressure" | "violenceFactor" | "motion" | "flags">,
    what: string,
    of: (at: number) => readonly string[],
    tell: (value: number) => string | number = (value) => value,
  ): void => {
    for (let at = 0; at < before[part].length; at++) {
      const [from, to] = [before[part][at], after[part][at]];
      if (Math.abs(to - from) > LEAST) found.push({ what, of: of(at), from: tell(from), to: tell(to) });
    }
  };
  const one = (a: number): readonly string[] => [actor(a)];
  const pair = (at: number): readonly string[] => [actor(Math.floor(at / n)), actor(at % n)];
  const issues = world.issues.length;
  const arenas = world.arenas.length;
  compare("holder", "post", (p) => [world.posts[p].id], actor);
  compare("acting", "acting only", (p) => [world.posts[p].id], yes);
  compare("status", "status", one, (value) => statuses[value]);
  compare("list", "list", one, list);
  compare("origin", "broken away from", one, actor);
  compare("government", "in government", one, yes);
  compare("holding", "holding", (at) => [world.source.resources[Math.floor(at / n)].id, actor(at % n)]);
  compare("territory", "territory", (t) => [world.source.territories[t].id], actor);
  compare("statusQuo", "status quo", (q) => [world.issues[q].id]);
  compare("position", "position", (at) => [actor(Math.floor(at / issues)), world.issues[at % issues].id]);
  compare(
    "boycott",
    "stays away",
    (at) => [actor(Math.floor(at / arenas)), world.arenas[at % arenas].id],
    yes,
  );
  compare("pledged", "signatures", one);
  compare("warrant", "sought", one, yes);
  compare("convicted", "convicted", one, yes);
  compare("departed", "departed", one, yes);
  compare("passes", "stage passes", (s) => [world.routes[world.stageRoute[s]].id, String(s)], yes);
  compare("grievance", "grievance", one);
  compare("sponsorship", "sponsorship", pair);
  compare("relation", "tie", pair);
  for (let at = 0; at < before.flags.length; at++) {
    for (const [name, bit] of Object.entries(flag)) {
      const [from, to] = [before.flags[at] & bit, after.flags[at] & bit];
      if (from !== to) found.push({ what: name, of: pair(at), from: yes(from), to: yes(to) });
    }
  }
  if (Math.abs(after.pressure - before.pressure) > LEAST)
    found.push({ what: "pressure", of: [], from: before.pressure, to: after.pressure });
  if (after.motion !== before.motion)
    found.push({
      what: "motion",
      of: [],
      from: yes(before.motion < 0 ? 0 : 1),
      to: yes(after.motion < 0 ? 0 : 1),
    });
  return found;
}

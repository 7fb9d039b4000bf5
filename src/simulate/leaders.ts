import type { Actor, Post } from "../case/index.ts";

/** The last of a chain of leaders; a cycle ends where it began. */
function deciderOf(actors: readonly Actor[], index: ReadonlyMap<string, number>, first: number): number {
  let at = first;
  for (let steps = 0; steps < actors.length; steps++) {
    const leader = actors[at].leader;
    const next = leader === undefined ? undefined : index.get(leader);
    if (next === undefined || next === at) return at;
    at = next;
  }
  return first;
}

/** Who decides for each actor on the first day, and whom each decider disposes of, itself first. */
export function leadersOf(
  actors: readonly Actor[],
  actorIndex: ReadonlyMap<string, number>,
  posts: readonly Post[],
  followers: readonly { readonly actor: number; readonly post: number }[],
): { readonly decider: Int32Array; readonly led: number[][] } {
  const decider = Int32Array.from(actors, (_, a) => deciderOf(actors, actorIndex, a));
  for (const { actor, post } of followers) {
    const holder =
      posts[post].holder === undefined ? undefined : actorIndex.get(posts[post].holder as string);
    if (holder !== undefined) decider[actor] = decider[holder];
  }
  const led: number[][] = actors.map((_, a) => [a]);
  decider.forEach((d, a) => {
    if (d !== a) led[d].push(a);
  });
  return { decider, led };
}

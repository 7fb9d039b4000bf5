import { type Draft, sound } from "../draft.ts";
import { ledByPosts } from "./blocs.ts";

/** Who decides for an actor: its leader, or the holder of the post that leads it, and so on to the top. */
export function deciders(draft: Draft): (actor: string) => string {
  const next = new Map<string, string>(ledByPosts(draft));
  for (const { value } of sound(draft, "actors"))
    if (value.leader !== undefined) next.set(value.id, value.leader);
  const known = new Map<string, string>();
  return (actor) => {
    const way = new Set<string>();
    let at = actor;
    while (!known.has(at) && !way.has(at)) {
      way.add(at);
      at = next.get(at) ?? at;
    }
    const top = known.get(at) ?? at;
    for (const below of way) known.set(below, top);
    return top;
  };
}

import type { Scene } from "../scene.ts";

/** The posts in the head of government's own arena, his apart, that an actor or anybody it leads holds. */
export function postsIn(scene: Scene, decider: number, take: (post: number) => void): void {
  const { world, state } = scene;
  if (world.headPost < 0) return;
  const cabinet = world.postArena[world.headPost];
  for (let p = 0; p < state.holder.length; p++) {
    const holder = state.holder[p];
    if (p === world.headPost || holder < 0 || world.decider[holder] !== decider) continue;
    if (world.postArena[p] === cabinet) take(p);
  }
}

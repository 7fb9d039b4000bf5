import type { Changes } from "../changes.ts";
import { holds, type Scene } from "../scene.ts";

/** Followers on the street of a leader and of all that he leads. */
export function following(scene: Scene, decider: number): number {
  let sum = 0;
  for (const a of scene.world.led[decider]) sum += holds(scene, a, "street");
  return sum;
}

/** The following of a leader, and of all that he leads, grows or shrinks by a part of itself. */
export function sway(scene: Scene, change: Changes, decider: number, part: number): void {
  for (const a of scene.world.led[decider]) {
    const held = holds(scene, a, "street");
    if (held > 0) change.holding(a, "street", part * held);
  }
}

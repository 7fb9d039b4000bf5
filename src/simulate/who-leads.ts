import type { World } from "./world.ts";

/**
 * Lets the actors that follow a post follow its holders as they are now.
 *
 * @param holder of each post, or −1: what follows a vacant post stays with whom it was.
 */
export function follow(world: World, holder: Int32Array): void {
  for (const { actor, post } of world.followers) {
    if (holder[post] < 0 || world.actors[holder[post]].led_by_post !== undefined) continue;
    takeOver(world, actor, world.decider[holder[post]]);
  }
}

/** Lets another decide for an actor. Who leads comes first among the led, the others by their places, whoever came when. */
export function takeOver(world: World, actor: number, to: number): void {
  const from = world.decider[actor];
  if (from === to) return;
  world.decider[actor] = to;
  world.led[from] = world.led[from].filter((led) => led !== actor);
  const others = [...world.led[to], actor].filter((led) => led !== to).sort((a, b) => a - b);
  world.led[to] = [to, ...others];
}

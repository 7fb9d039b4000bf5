import { disposes, isAtLarge, type Scene } from "../scene.ts";
import { postsIn } from "./posts-in.ts";

/**
 * Whose turn it is when a post in the cabinet is vacant and owed to nobody: of the parties in government, the one
 * furthest short of its due.
 *
 * Dues grow with the three-quarter power of seats, and posts go by Sainte-Laguë: what misplaces fewest ministries in real
 * cabinets. The head's own post counts.
 *
 * @returns the decider, or −1 if no party in government has a seat.
 * @see Warwick & Druckman 2006.
 */
export function nextMinister(scene: Scene): number {
  const { world, state } = scene;
  let next = -1;
  let most = 0;
  for (const i of world.movers) {
    if (state.status[i] !== 0 || !isAtLarge(scene, i)) continue;
    if (!world.led[i].some((a) => state.government[a] === 1)) continue;
    const seats = disposes(scene, i, "seats");
    const head = state.holder[world.headPost];
    let held = head >= 0 && world.decider[head] === i ? 1 : 0;
    postsIn(scene, i, () => {
      held += 1;
    });
    const claim = Math.sqrt(seats * Math.sqrt(seats)) / (2 * held + 1);
    if (claim > most) {
      most = claim;
      next = i;
    }
  }
  return next;
}

import { ruler } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";
import { postsIn } from "./posts-in.ts";

/**
 * A partner leaves the government: its ministers resign, their posts fall vacant, and those who lead a
 * list take it with them.
 *
 * Needs: the actor is not head of government, shares the government, and has a grievance of 0.3 or more.
 */
export const leaveGovernment: MoveKind = {
  id: "leave-government",
  name: "leave the government",
  type: "REJECT",
  tone: -0.6,
  rows: ["S5", "S14", "S16"],
  sources: [{ ref: "lupia1995" }],
  commonness: -3,
  options(scene, actor, offer) {
    const { state } = scene;
    const head = ruler(scene);
    if (head < 0 || head === actor || state.government[actor] === 0 || state.grievance[actor] < 0.3) return;
    offer(head);
  },
  price: (scene, move) => 1 - 0.8 * Math.min(2, scene.state.grievance[move.actor]),
  succeed(scene, move, change) {
    const { world } = scene;
    for (const a of world.led[move.actor]) change.government(a, false);
    postsIn(scene, move.actor, (post) => change.holder(post, -1, false));
    change.grievance(move.actor, -0.2);
    change.relation(move.target, move.actor, -0.1);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} left the government of ${nameOf(world, move.target)}; its ministers resigned.`,
};

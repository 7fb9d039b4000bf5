import { role } from "../role.ts";
import { leaderOfList, listOf, relation, ruler } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";
import { postsIn } from "./posts-in.ts";

/**
 * A partner leaves the government: its ministers resign and their posts fall vacant. Whoever leads a list
 * takes along those of it who are on bad terms with the head of government.
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
  by: role.aggrieved | role.shares,
  options(scene, actor, offer) {
    const { state } = scene;
    const head = ruler(scene);
    if (head < 0 || head === actor || state.government[actor] === 0 || state.grievance[actor] < 0.3) return;
    offer(head);
  },
  price: (scene, move) => 1 - 0.8 * Math.min(2, scene.state.grievance[move.actor]),
  succeed(scene, move, change) {
    const { world } = scene;
    const list = listOf(scene, move.actor);
    const leads = list >= 0 && leaderOfList(scene, list) === move.actor;
    for (const j of world.movers) {
      const follows = leads && listOf(scene, j) === list && relation(scene, j, move.target) < -0.1;
      if (j !== move.actor && !follows) continue;
      for (const a of world.led[j]) change.government(a, false);
      postsIn(scene, j, (post) => change.holder(post, -1, false));
    }
    change.grievance(move.actor, -0.2);
    change.relation(move.target, move.actor, -0.1);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} left the government of ${nameOf(world, move.target)}; its ministers resigned.`,
};

import { role } from "../role.ts";
import { isDomestic, ruler } from "../scene.ts";
import { following, sway } from "./following.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Followers are called to the street against the head of government.
 *
 * Needs: the actor is at home and not head of government, has a grievance of 0.15 or more, and a following
 * of its own or of those it leads.
 */
export const protest: MoveKind = {
  id: "protest",
  name: "protest",
  type: "PROTEST",
  tone: -0.3,
  rows: ["S21", "S5"],
  sources: [{ ref: "plover2018" }],
  commonness: -3,
  by: role.aggrieved,
  options(scene, actor, offer) {
    const head = ruler(scene);
    if (head < 0 || head === actor || !isDomestic(scene, actor) || scene.state.grievance[actor] < 0.15)
      return;
    if (following(scene, actor) > 0) offer(head);
  },
  price: (scene, move) => 0.8 - 0.6 * Math.min(2, scene.state.grievance[move.actor]),
  most: (reach) => 0.4 + 0.05 * reach.security + reach.holding("street", 0.03),
  succeed(scene, move, change) {
    change.grievance(move.actor, -0.05);
    change.pressure(0.05);
    sway(scene, change, move.actor, 0.03);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} called followers to the street against ${nameOf(world, move.target)}.`,
};

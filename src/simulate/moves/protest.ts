import { isDomestic, ruler } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Followers are called to the street against the head of government.
 *
 * Needs: the actor is at home and not head of government, has a grievance of 0.15 or more, and a following
 * of its own.
 */
export const protest: MoveKind = {
  id: "protest",
  name: "protest",
  type: "PROTEST",
  tone: -0.3,
  rows: ["S21", "S5"],
  sources: [{ ref: "plover2018" }],
  commonness: -2,
  options(scene, actor, offer) {
    const head = ruler(scene);
    if (head < 0 || head === actor || !isDomestic(scene, actor) || scene.state.grievance[actor] < 0.15)
      return;
    const street = scene.world.resourceOf.get("street");
    if (street === undefined) return;
    if (scene.state.holding[street * scene.world.actors.length + actor] > 0) offer(head);
  },
  price: (scene, move) => 0.8 - 0.6 * Math.min(2, scene.state.grievance[move.actor]),
  succeed(scene, move, change) {
    change.grievance(move.actor, -0.05);
    change.pressure(0.05);
    const street = scene.world.resourceOf.get("street");
    if (street === undefined) return;
    const following = scene.state.holding[street * scene.world.actors.length + move.actor];
    change.holding(move.actor, "street", 0.03 * following);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} called followers to the street against ${nameOf(world, move.target)}.`,
};

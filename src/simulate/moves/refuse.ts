import { role } from "../role.ts";
import { has, isDomestic, isState } from "../scene.ts";
import { flag } from "../state.ts";
import { sway } from "./following.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A demand is refused in public. To refuse a foreign state earns following at home: a foreign move
 * with a domestic payoff.
 *
 * Needs: a demand of the target stands and has not been refused.
 */
export const refuse: MoveKind = {
  id: "refuse",
  name: "refuse a demand",
  type: "REJECT",
  tone: -0.3,
  rows: ["S18", "S6"],
  sources: [{ ref: "plover2018" }, { ref: "putnam1988" }],
  commonness: -0.8,
  by: role.pressed,
  options(scene, actor, offer) {
    for (const j of scene.world.acquainted[actor]) {
      if (has(scene, j, actor, flag.demand) && !has(scene, actor, j, flag.refused)) offer(j);
    }
  },
  most: (reach) => reach.holding("street", 0.03),
  succeed(scene, move, change) {
    change.flag(move.actor, move.target, flag.refused, true);
    change.grievance(move.target, 0.15);
    if (isState(scene, move.target) && isDomestic(scene, move.actor)) sway(scene, change, move.actor, 0.03);
  },
  tell: (world, move) => `${nameOf(world, move.actor)} refused the demands of ${nameOf(world, move.target)}.`,
};

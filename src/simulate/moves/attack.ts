import { role } from "../role.ts";
import { disposes, isDomestic, relation } from "../scene.ts";
import { sway } from "./following.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A spoiler's attack: it raises the pressure that drives the monthly count of deaths.
 *
 * Needs: the actor is or leads an armed group and has no seats; the target is at home; a tie below −0.5 to
 * it.
 */
export const attack: MoveKind = {
  id: "attack",
  name: "attack",
  type: "ASSAULT",
  tone: -0.9,
  rows: ["S21"],
  sources: [{ ref: "stedman1997" }],
  commonness: -0.5,
  by: role.armed,
  options(scene, actor, offer) {
    const { world } = scene;
    if (
      !world.led[actor].some((a) => world.actors[a].kind === "armed-group") ||
      disposes(scene, actor, "seats") > 0
    )
      return;
    for (const j of world.acquainted[actor]) {
      if (relation(scene, actor, j) < -0.5 && isDomestic(scene, j)) offer(j);
    }
  },
  price: (scene) => 0.5 - Math.min(1, scene.state.pressure),
  most: (reach) => 0.5 + reach.holding("street", -0.005),
  succeed(scene, move, change) {
    change.pressure(0.03);
    sway(scene, change, scene.world.decider[move.target], -0.005);
  },
  tell: (world, move) => `${nameOf(world, move.actor)} attacked those of ${nameOf(world, move.target)}.`,
};

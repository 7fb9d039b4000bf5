import { role } from "../role.ts";
import { relation } from "../scene.ts";
import { FUGITIVE, IN_EXILE } from "../state.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Somebody sought at home goes abroad, to a state that is friendly.
 *
 * Needs: the actor is in hiding; the target is a state with a tie above 0 to it.
 */
export const goIntoExile: MoveKind = {
  id: "go-into-exile",
  name: "go into exile",
  type: "RETREAT",
  tone: 0,
  rows: ["S8", "S15"],
  sources: [{ ref: "plover2018" }],
  commonness: -0.5,
  by: role.hiding,
  options(scene, actor, offer) {
    const { world, state } = scene;
    if (state.status[actor] !== FUGITIVE) return;
    for (const j of world.acquainted[actor]) {
      if (world.actors[j].kind === "state" && relation(scene, j, actor) > 0) offer(j);
    }
  },
  most: () => 0,
  succeed(_scene, move, change) {
    change.status(move.actor, IN_EXILE);
  },
  tell: (world, move) => `${nameOf(world, move.actor)} left the country for ${nameOf(world, move.target)}.`,
};

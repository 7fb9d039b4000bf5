import { role } from "../role.ts";
import { has, isState } from "../scene.ts";
import { flag } from "../state.ts";
import { given } from "./given.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A state takes its forces home: from a country that lets them be based there, or from a campaign abroad.
 *
 * Needs: the actor is a state; its forces are based in the target's country, or a campaign of its own
 * against the target is under way.
 */
export const withdrawForces: MoveKind = {
  id: "withdraw-forces",
  name: "withdraw forces",
  type: "RETREAT",
  tone: 0.1,
  rows: ["S18", "S21"],
  sources: [{ ref: "cooley2008" }, { ref: "plover2018" }],
  commonness: -3.5,
  by: role.state,
  options(scene, actor, offer) {
    if (!isState(scene, actor)) return;
    for (const j of scene.world.acquainted[actor]) {
      if (has(scene, j, actor, flag.basing) || has(scene, actor, j, flag.campaign)) offer(j);
    }
  },
  // the more it has put into the other, the less it likes to go
  price: (scene, move) => 1 + 2 * given(scene, move.actor, move.target),
  most: () => -1,
  succeed(scene, move, change) {
    change.flag(move.target, move.actor, flag.basing, false);
    change.sponsorship(move.actor, move.target, -0.2);
    // those who fought at home have one fewer between them
    if (has(scene, move.actor, move.target, flag.campaign)) {
      change.flag(move.actor, move.target, flag.campaign, false);
      change.pressure(-0.2);
    } else change.pressure(0.1);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} withdrew its forces from ${nameOf(world, move.target)}.`,
};

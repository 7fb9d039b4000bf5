import { role } from "../role.ts";
import { disposes, isAtLarge, isDomestic, relation } from "../scene.ts";
import { headOf } from "../state.ts";
import { statuses } from "../world.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * An attempt on the life of a leader. Most fail; one that comes off empties his posts, and brings down a
 * government if he was its head.
 *
 * Needs: the actor is or leads an armed group and has no seats; the target is a person at home, at large,
 * with a tie below −0.7 to it.
 */
export const assassinate: MoveKind = {
  id: "assassinate",
  name: "assassinate",
  type: "ASSAULT",
  tone: -1,
  rows: ["S21"],
  sources: [{ ref: "jones2009" }, { ref: "stedman1997" }],
  commonness: -4.5,
  by: role.armed,
  options(scene, actor, offer) {
    const { world } = scene;
    if (disposes(scene, actor, "seats") > 0) return;
    if (!world.led[actor].some((a) => world.actors[a].kind === "armed-group")) return;
    for (const j of world.acquainted[actor]) {
      if (world.actors[j].kind !== "person" || relation(scene, actor, j) >= -0.7) continue;
      if (isDomestic(scene, j) && isAtLarge(scene, j) && scene.state.status[j] !== 1) offer(j);
    }
  },
  price: () => 1,
  odds: (scene) => scene.inputs.parameters["assassination.success"],
  most: () => -1,
  succeed(scene, move, change) {
    const { world, state } = scene;
    if (headOf(world, state) === move.target) change.formation();
    change.status(move.target, statuses.indexOf("dead"));
    for (let p = 0; p < state.holder.length; p++)
      if (state.holder[p] === move.target) change.holder(p, -1, false);
    mourn(scene, move.actor, move.target, change);
    change.pressure(0.5);
  },
  fail(_scene, move, change) {
    change.grievance(move.target, 0.1);
    change.pressure(0.1);
  },
  tell: (world, move, success) =>
    success
      ? `${nameOf(world, move.actor)} killed ${nameOf(world, move.target)}.`
      : `An attempt of ${nameOf(world, move.actor)} on the life of ${nameOf(world, move.target)} failed.`,
};

/** Those who were close to the dead turn on whoever killed him. */
function mourn(
  scene: Parameters<MoveKind["options"]>[0],
  killer: number,
  dead: number,
  change: Parameters<MoveKind["succeed"]>[2],
): void {
  for (const k of scene.world.acquainted[dead]) {
    const tie = relation(scene, k, dead);
    if (k === killer || tie <= 0.2) continue;
    change.grievance(k, 0.5 * tie);
    change.relation(k, killer, -0.3 * tie);
  }
}

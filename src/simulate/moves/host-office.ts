import { role } from "../role.ts";
import { isState, relation } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";
import { speaksForState } from "./sanction.ts";

/**
 * A state gives an armed group an office, where it can be talked to: the group and its strongest foe among
 * states come nearer, if the host is on fair terms with both.
 *
 * Needs: the actor is a state or an organisation abroad; the target is or leads an armed group, with a tie
 * of −0.2 or more either way; some state that the actor has a tie above 0 to is on terms below −0.3 with
 * the target.
 */
export const hostOffice: MoveKind = {
  id: "host-office",
  name: "host an office",
  type: "CONSULT",
  tone: 0.3,
  rows: ["S22"],
  sources: [{ ref: "zartman1985" }],
  commonness: -3,
  by: role.speaks,
  options(scene, actor, offer) {
    const { world } = scene;
    if (!isState(scene, actor) && !speaksForState(scene, actor)) return;
    for (const j of world.acquainted[actor]) {
      if (!world.led[j].some((a) => world.actors[a].kind === "armed-group")) continue;
      if (relation(scene, actor, j) < -0.2 || relation(scene, j, actor) < -0.2) continue;
      if (foeOf(scene, actor, j) >= 0) offer(j);
    }
  },
  price: () => 0.4,
  odds: () => 0.5,
  most: (reach) => 2.5 * reach.security - 0.4,
  succeed(scene, move, change) {
    const foe = foeOf(scene, move.actor, move.target);
    if (foe < 0) return;
    change.relation(move.target, foe, 0.1);
    change.relation(foe, move.target, 0.1);
    change.relation(foe, move.actor, 0.05);
    change.pressure(-0.05);
  },
  tell: (world, move, success) =>
    success
      ? `${nameOf(world, move.target)} opened an office with ${nameOf(world, move.actor)}, and talks began.`
      : `${nameOf(world, move.actor)} offered ${nameOf(world, move.target)} an office; nothing came of it.`,
};

/** The state most hostile to an armed group with which the host is on good terms, or −1. */
function foeOf(scene: Parameters<MoveKind["options"]>[0], host: number, group: number): number {
  let worst = -0.3;
  let foe = -1;
  for (const k of scene.world.acquainted[group]) {
    if (k === host || !isState(scene, k) || relation(scene, host, k) <= 0) continue;
    const tie = relation(scene, k, group);
    if (tie < worst) {
      worst = tie;
      foe = k;
    }
  }
  return foe;
}

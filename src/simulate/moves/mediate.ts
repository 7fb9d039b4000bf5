import { relation } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * An actor with a fair tie to both sides brings an aggrieved one and its foe together.
 *
 * Needs: the actor is not head of government; a tie of −0.1 or more to the head, and above 0 to the
 * target; the target has a tie below −0.1 to the head and a grievance above 0.1.
 */
export const mediate: MoveKind = {
  id: "mediate",
  name: "mediate",
  type: "CONSULT",
  tone: 0.3,
  rows: ["S22", "S5"],
  sources: [{ ref: "plover2018" }],
  commonness: -1.8,
  options(scene, actor, offer) {
    const { world, state } = scene;
    const head =
      world.headPost < 0 || state.holder[world.headPost] < 0
        ? -1
        : world.decider[state.holder[world.headPost]];
    if (head < 0 || head === actor || relation(scene, actor, head) < -0.1) return;
    for (const j of world.acquainted[actor]) {
      if (
        j !== head &&
        relation(scene, actor, j) > 0 &&
        relation(scene, j, head) < -0.1 &&
        state.grievance[j] > 0.1
      )
        offer(j);
    }
  },
  price: () => 0.2,
  odds: () => 0.4,
  most: () => -0.2,
  succeed(scene, move, change) {
    const { world, state } = scene;
    const holder = state.holder[world.headPost];
    if (holder < 0) return;
    const head = world.decider[holder];
    change.relation(move.target, head, 0.08);
    change.relation(head, move.target, 0.08);
    change.grievance(move.target, -0.25 * state.grievance[move.target]);
  },
  tell: (world, move, success) =>
    success
      ? `${nameOf(world, move.actor)} mediated between the head of government and ${nameOf(world, move.target)}.`
      : `${nameOf(world, move.actor)} tried to mediate for ${nameOf(world, move.target)}, without result.`,
};

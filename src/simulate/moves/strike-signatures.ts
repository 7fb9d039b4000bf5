import { role } from "../role.ts";
import { relation, ruler } from "../scene.ts";
import { signatures } from "../voting.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * The head of state goes through the signatures against the head of government and strikes a part of them:
 * forged, doubled, or taken back.
 *
 * Needs: the actor is head of state and not of government; at least 0.7 of the quota have signed; no
 * motion is tabled.
 */
export const strikeSignatures: MoveKind = {
  id: "strike-signatures",
  name: "strike signatures",
  type: "REJECT",
  tone: 0,
  chance: true,
  rows: ["S5"],
  sources: [{ ref: "plover2018" }],
  commonness: -1,
  by: role.presides,
  options(scene, actor, offer) {
    const { world, state } = scene;
    if (world.statePost < 0 || world.quota === 0 || state.motion >= 0) return;
    const president = state.holder[world.statePost];
    const head = ruler(scene);
    if (president < 0 || head < 0 || world.decider[president] !== actor || head === actor) return;
    if (signatures(scene) >= 0.7 * world.quota) offer(head);
  },
  price: (scene, move) => 0.5 - 1.5 * relation(scene, move.actor, move.target),
  most: () => 1,
  succeed(scene, move, change) {
    const { pledged } = scene.state;
    const part = 2 * move.amount * scene.inputs.parameters["confidence.struck"];
    for (let a = 0; a < pledged.length; a++) {
      if (pledged[a] > 0) change.pledged(a, pledged[a] - Math.round(part * pledged[a]));
    }
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} struck some of the signatures against ${nameOf(world, move.target)}.`,
};

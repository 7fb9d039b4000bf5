import { role } from "../role.ts";
import { has, partyOf, relation, ruler } from "../scene.ts";
import { flag } from "../state.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A demand is met, or a waverer bought off: grievance falls, the status quo moves a step toward
 * whoever is conceded to, and signatures against the one who concedes are withdrawn if the promise is
 * believed: the less likely, the worse the tie.
 *
 * Needs: a demand of the target stands; or the actor is head of government, and the target has signed
 * against it or has a grievance above 0.2.
 */
export const concede: MoveKind = {
  id: "concede",
  name: "concede",
  type: "CONCEDE",
  tone: 0.6,
  chance: true,
  rows: ["S3", "S10", "S14"],
  sources: [{ ref: "plover2018" }, { ref: "walter1997" }],
  commonness: -1.2,
  by: role.pressed,
  options(scene, actor, offer) {
    const governs = actor === ruler(scene);
    for (const j of scene.world.acquainted[actor]) {
      const party = governs ? partyOf(scene, j) : -1;
      const pledged = party >= 0 && scene.state.pledged[party] > 0;
      const aggrieved = governs && scene.state.grievance[j] > 0.2;
      if (has(scene, j, actor, flag.demand) || pledged || aggrieved) offer(j);
    }
  },
  prospect(scene, move) {
    // each signature withdrawn is worth more the nearer the motion is to its quota
    const party = partyOf(scene, move.target);
    if (move.actor !== ruler(scene) || party < 0 || scene.world.quota === 0) return 0;
    return (6 * bought(scene, move.target, move.actor) * scene.state.pledged[party]) / scene.world.quota;
  },
  succeed(scene, move, change) {
    const { actor, target } = move;
    const { state, inputs, world } = scene;
    change.flag(target, actor, flag.demand, false);
    change.flag(actor, target, flag.refused, false);
    change.grievance(target, -0.5 * state.grievance[target]);
    const party = partyOf(scene, target);
    if (party >= 0 && actor === ruler(scene) && state.pledged[party] > 0) {
      if (move.amount < bought(scene, target, actor)) change.pledged(party, 0);
    }
    const issue = dearest(inputs.salience, inputs.ideal, state.statusQuo, target, world.issues.length);
    if (issue >= 0 && !world.issues[issue].law) {
      const step = 0.15 * (inputs.ideal[target * world.issues.length + issue] - state.statusQuo[issue]);
      change.statusQuo(issue, state.statusQuo[issue] + step);
    }
  },
  tell: (world, move) => `${nameOf(world, move.actor)} made concessions to ${nameOf(world, move.target)}.`,
};

/** The chance that a signatory takes its signatures back for a promise. */
function bought(scene: Parameters<MoveKind["options"]>[0], signer: number, head: number): number {
  const neutral = scene.inputs.parameters["confidence.bought"];
  return Math.max(0.05, Math.min(0.95, neutral + 0.5 * relation(scene, signer, head)));
}

/** The issue on which an actor loses most now, or −1. */
function dearest(
  salience: Float64Array,
  ideal: Float64Array,
  statusQuo: Float64Array,
  actor: number,
  m: number,
): number {
  let best = -1;
  let most = 1;
  for (let q = 0; q < m; q++) {
    const loss = salience[actor * m + q] * Math.abs(statusQuo[q] - ideal[actor * m + q]);
    if (loss > most) {
      most = loss;
      best = q;
    }
  }
  return best;
}

import { listOf, partyOf, relation, sameList } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Courting those who split from a rival: the splinter is received, and claims a part of the rival's
 * following; one with seats may bring them over. Its worth is a rival dwarfed.
 *
 * Needs: the target, or something it leads, broke away from an organisation that the actor does not lead;
 * the two are not on one list; the target is at large; a tie of −0.6 or more to it.
 */
export const coOpt: MoveKind = {
  id: "co-opt",
  name: "co-opt a splinter",
  type: "COOPERATE",
  tone: 0.5,
  rows: ["S7", "S12", "S13"],
  sources: [{ ref: "rabushka1972" }],
  commonness: -2.8,
  options(scene, actor, offer) {
    const { world, state } = scene;
    for (const j of world.acquainted[actor]) {
      const parent = parentOf(scene, j);
      if (parent < 0 || world.decider[parent] === actor) continue;
      if (relation(scene, actor, j) < -0.6 || state.status[j] > 2 || sameList(scene, actor, j)) continue;
      offer(j, -1, 1);
    }
  },
  price(scene, move) {
    const party = partyOf(scene, move.target);
    const seats = party < 0 ? 0 : seatsOf(scene, party);
    return 0.3 + (scene.world.seats > 0 ? (20 * seats) / scene.world.seats : 0);
  },
  odds: (scene, move) => 0.5 + 0.4 * relation(scene, move.target, move.actor),
  succeed(scene, move, change) {
    const { world, state, inputs } = scene;
    const n = world.actors.length;
    const parent = parentOf(scene, move.target);
    const street = world.resourceOf.get("street");
    if (street !== undefined && parent >= 0) {
      const taken = 0.25 * inputs.parameters["splinter.street"] * state.holding[street * n + parent];
      change.holding(parent, "street", -taken);
      change.holding(move.target, "street", taken);
    }
    change.sponsorship(move.actor, move.target, 0.2);
    const party = partyOf(scene, move.target);
    if (party < 0) return;
    change.government(party, true);
    const list = listOf(scene, move.actor);
    const own = state.list[party];
    // a splinter without a list of its own may come over to the list of whoever courts it
    if (own < 0 && list >= 0 && relation(scene, move.target, move.actor) > 0.3) change.list(party, list);
    if (state.pledged[party] > 0) change.pledged(party, 0);
  },
  fail(_scene, move, change) {
    change.relation(move.target, move.actor, -0.02);
  },
  tell: (world, move, success) =>
    success
      ? `${nameOf(world, move.actor)} drew ${nameOf(world, move.target)} closer, at the cost of those it had split from.`
      : `${nameOf(world, move.actor)} courted ${nameOf(world, move.target)} in vain.`,
};

/** The organisation from which an actor, or something it leads, broke away; −1 for none. */
export function parentOf(scene: Parameters<MoveKind["options"]>[0], actor: number): number {
  for (const a of scene.world.led[actor]) if (scene.state.origin[a] >= 0) return scene.state.origin[a];
  return -1;
}

function seatsOf(scene: Parameters<MoveKind["options"]>[0], party: number): number {
  const seats = scene.world.resourceOf.get("seats");
  return seats === undefined ? 0 : scene.state.holding[seats * scene.world.actors.length + party];
}

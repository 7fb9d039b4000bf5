import { role } from "../role.ts";
import { isState, relation } from "../scene.ts";
import { given } from "./given.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A client leaves its sponsor abroad for another.
 *
 * Needs: the actor is no state and has a sponsor that gives it 0.15 or more; the target is another state that does not sponsor it
 * yet, with ties above 0.2 both ways, the actor's to it above that to the sponsor.
 */
export const switchSponsor: MoveKind = {
  id: "switch-sponsor",
  name: "switch sponsor",
  type: "COOPERATE",
  tone: 0.5,
  rows: ["S11", "S4"],
  sources: [{ ref: "salehyan2011" }],
  commonness: -3,
  by: role.sponsored,
  options(scene, actor, offer) {
    if (isState(scene, actor)) return;
    const old = sponsorOf(scene, actor);
    if (old < 0) return;
    const { world, state } = scene;
    const bar = Math.max(0.2, relation(scene, actor, old));
    for (const j of world.acquainted[actor]) {
      if (j === old || !isState(scene, j) || state.sponsorship[j * world.actors.length + actor] > 0) continue;
      if (relation(scene, actor, j) > bar && relation(scene, j, actor) > 0.2) offer(j);
    }
  },
  price: (scene, move) => 0.5 + 2 * given(scene, sponsorOf(scene, move.actor), move.actor),
  odds: (scene, move) => 0.4 + 0.5 * relation(scene, move.target, move.actor),
  most: () => -0.5,
  succeed(scene, move, change) {
    const { world, state } = scene;
    const old = sponsorOf(scene, move.actor);
    if (old < 0) return;
    for (const a of world.led[move.actor]) {
      const given = state.sponsorship[old * world.actors.length + a];
      if (given <= 0) continue;
      change.sponsorship(old, a, -given);
      change.sponsorship(move.target, a, 0.8 * given);
    }
    change.relation(old, move.actor, -0.3);
  },
  fail(scene, move, change) {
    const old = sponsorOf(scene, move.actor);
    if (old >= 0) change.relation(old, move.actor, -0.1);
  },
  tell: (world, move, success) =>
    success
      ? `${nameOf(world, move.actor)} found a new sponsor in ${nameOf(world, move.target)}.`
      : `${nameOf(world, move.actor)} looked to ${nameOf(world, move.target)} for a sponsor, in vain.`,
};

/** The state that sponsors an actor most, with 0.15 or more, or −1. */
function sponsorOf(scene: Parameters<MoveKind["options"]>[0], actor: number): number {
  const { world, state } = scene;
  const n = world.actors.length;
  let best = -1;
  let most = 0.15;
  for (const j of world.acquainted[actor]) {
    const given = state.sponsorship[j * n + actor];
    if (given < most || given === 0) continue;
    most = given;
    best = j;
  }
  return best;
}

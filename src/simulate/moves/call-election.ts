import { role } from "../role.ts";
import { disposes, ruler } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * The assembly is dissolved and elected anew before its time.
 *
 * Needs: the actor has seats, and is head of government or has a grievance above 0.3.
 */
export const callElection: MoveKind = {
  id: "call-election",
  name: "call an early election",
  type: "REQUEST",
  tone: 0,
  object: "arena",
  rows: ["S5"],
  sources: [{ ref: "plover2018" }],
  commonness: -5,
  by: role.seated,
  options(scene, actor, offer) {
    if (scene.world.assembly < 0 || disposes(scene, actor, "seats") <= 0) return;
    if (actor === ruler(scene) || scene.state.grievance[actor] > 0.3) offer(-1, scene.world.assembly);
  },
  price: () => 2,
  // a call is not yet an election: most of an assembly dislikes to lose its seats
  odds: (scene, move) => (move.actor === ruler(scene) ? 0.25 : 0.04),
  most: () => -2,
  succeed(_scene, move, change) {
    change.election(move.object);
  },
  tell: (world, move, success) =>
    success
      ? `${world.arenas[move.object].name} was elected anew before its time, at the call of ${nameOf(world, move.actor)}.`
      : `${nameOf(world, move.actor)} called for an early election.`,
};

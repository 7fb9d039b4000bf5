import { role } from "../role.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A court of the polity convicts whoever is sought or held under a warrant, present or not.
 *
 * Needs: the actor is an institution on the first front; the target is sought or held under a warrant and
 * not convicted yet.
 */
export const convict: MoveKind = {
  id: "convict",
  name: "convict",
  type: "COERCE",
  tone: -0.6,
  rows: ["S15"],
  sources: [{ ref: "plover2018" }],
  commonness: -0.5,
  by: role.court,
  options(scene, actor, offer) {
    const { world, state } = scene;
    if (world.actors[actor].kind !== "institution" || world.front[actor] !== 0) return;
    for (let a = 0; a < world.actors.length; a++) {
      if (state.warrant[a] === 1 && state.convicted[a] === 0) offer(a);
    }
  },
  most: () => 0,
  succeed(scene, move, change) {
    change.convicted(move.target);
    change.grievance(scene.world.decider[move.target], 0.3);
    change.pressure(0.1);
  },
  tell: (world, move) => `A court (${nameOf(world, move.actor)}) convicted ${nameOf(world, move.target)}.`,
};

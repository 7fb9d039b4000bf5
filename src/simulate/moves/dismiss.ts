import { role } from "../role.ts";
import { relation, ruler } from "../scene.ts";
import { reaches, type Tally, tallyAgainst } from "../voting.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

const tally: Tally = { expected: 0, variance: 0 };

/**
 * The head of government asks the assembly to withdraw its confidence from a holder of office.
 *
 * Needs: the actor is head of government; the target holds the post in full, and it is neither that of the
 * head of state nor of the speaker; a tie below −0.1 to the target.
 */
export const dismiss: MoveKind = {
  id: "dismiss",
  name: "dismiss",
  type: "COERCE",
  tone: -0.5,
  object: "post",
  rows: ["S3", "S14"],
  sources: [{ ref: "plover2018" }],
  commonness: -3.5,
  by: role.governs,
  options(scene, actor, offer) {
    const { world, state } = scene;
    if (actor !== ruler(scene)) return;
    for (let p = 0; p < world.posts.length; p++) {
      const holder = state.holder[p];
      if (holder < 0 || world.decider[holder] === actor || state.acting[p] === 1) continue;
      const role = world.posts[p].role;
      if (role === "head-of-state" || role === "head-of-government" || role === "speaker") continue;
      if (relation(scene, actor, world.decider[holder]) < -0.1) offer(world.decider[holder], p);
    }
  },
  price: () => 1,
  odds(scene, move) {
    if (scene.world.quota === 0) return 0.5;
    tallyAgainst(scene, move.target, tally);
    return reaches(tally, scene.world.quota);
  },
  most: () => -1,
  succeed(scene, move, change) {
    change.holder(move.object, -1, false);
    change.grievance(move.target, 0.3 * scene.inputs.postValue[move.object]);
  },
  fail(_scene, move, change) {
    change.grievance(move.target, 0.2);
  },
  tell: (world, move, success) =>
    success
      ? `The assembly dismissed ${nameOf(world, move.target)}'s holder of ${world.posts[move.object].name} at the request of ${nameOf(world, move.actor)}.`
      : `${nameOf(world, move.actor)} asked for the dismissal of the ${world.posts[move.object].name} (${nameOf(world, move.target)}), and did not get it.`,
};

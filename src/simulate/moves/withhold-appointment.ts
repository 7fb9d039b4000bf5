import { role } from "../role.ts";
import { namerOf } from "../state.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A post that a pact gives to another is kept: filled by the one who should appoint, or by a
 * stand-in. Two gains in one move: the post itself, and a rival kept out of it.
 *
 * Needs: the actor fills the post; the post is owed to somebody it does not lead, and is vacant or only
 * acted in; it is not that of the head of government.
 */
export const withholdAppointment: MoveKind = {
  id: "withhold-appointment",
  name: "withhold an appointment",
  type: "REJECT",
  tone: -0.3,
  object: "post",
  rows: ["S16"],
  sources: [{ ref: "warwick2006" }],
  commonness: -1.5,
  by: role.names,
  options(scene, actor, offer) {
    const { world, state } = scene;
    for (let p = 0; p < world.posts.length; p++) {
      const owed = world.entitled[p];
      if (owed < 0 || p === world.headPost || namerOf(world, state, p) !== actor) continue;
      if (world.decider[owed] === actor) continue;
      if (state.holder[p] < 0 || state.acting[p] === 1) offer(world.decider[owed], p);
    }
  },
  most: (reach) => reach.post,
  succeed(scene, move, change) {
    if (scene.state.holder[move.object] < 0) change.holder(move.object, move.actor, true);
    change.grievance(move.target, 0.1 * scene.inputs.postValue[move.object]);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} again put off a permanent appointment to ${world.posts[move.object].name}, which is owed to ${nameOf(world, move.target)}.`,
};

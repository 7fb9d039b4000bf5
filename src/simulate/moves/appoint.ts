import { isAtLarge } from "../scene.ts";
import { namerOf } from "../state.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A post owed to another is given to it for good: its bloc's grievance falls.
 *
 * Needs: the actor fills the post; the post is owed to another who is active, and is vacant or only acted
 * in; it is not that of the head of government.
 */
export const appoint: MoveKind = {
  id: "appoint",
  name: "appoint",
  type: "COOPERATE",
  tone: 0.5,
  object: "post",
  rows: ["S16"],
  sources: [{ ref: "warwick2006" }],
  commonness: -2.5,
  options(scene, actor, offer) {
    const { world, state } = scene;
    for (let p = 0; p < world.posts.length; p++) {
      const owed = world.entitled[p];
      if (owed < 0 || p === world.headPost || namerOf(world, state, p) !== actor) continue;
      const open = state.holder[p] < 0 || state.acting[p] === 1;
      if (open && isAtLarge(scene, owed) && state.status[owed] === 0) offer(owed, p);
    }
  },
  succeed(scene, move, change) {
    change.holder(move.object, move.target, false);
    // a post in the cabinet is a part in the government
    for (const a of scene.world.led[scene.world.decider[move.target]]) change.government(a, true);
    change.grievance(move.target, -0.3 * scene.inputs.postValue[move.object]);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} gave the post of ${world.posts[move.object].name} to the share of ${nameOf(world, move.target)}.`,
};

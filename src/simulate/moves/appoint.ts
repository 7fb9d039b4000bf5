import { role } from "../role.ts";
import { isAtLarge } from "../scene.ts";
import { namerOf } from "../state.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";
import { nextMinister } from "./next-minister.ts";

/**
 * A post is filled for good: one that is owed to another is given to it, and its bloc's grievance falls; one in the
 * cabinet that is owed to nobody goes to the party in government that is furthest short of its part.
 *
 * Needs: the actor fills the post; the post is owed to another who is active, and is vacant or only acted
 * in, or it is in the cabinet, vacant and owed to nobody; it is not that of the head of government.
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
  by: role.names,
  options(scene, actor, offer) {
    const { world, state } = scene;
    for (let p = 0; p < world.posts.length; p++) {
      if (p === world.headPost || namerOf(world, state, p) !== actor) continue;
      const owed = world.entitled[p];
      const vacant = state.holder[p] < 0;
      if (owed >= 0) {
        const open = vacant || state.acting[p] === 1;
        if (open && isAtLarge(scene, owed) && state.status[owed] === 0) offer(owed, p);
      } else if (vacant && world.headPost >= 0 && world.postArena[p] === world.postArena[world.headPost]) {
        const next = nextMinister(scene);
        if (next >= 0) offer(next, p);
      }
    }
  },
  most: (reach) => reach.post + 0.3 * reach.postValue * reach.security,
  succeed(scene, move, change) {
    const { world, inputs } = scene;
    change.holder(move.object, move.target, false);
    // a post in the cabinet is a part in the government
    for (const a of world.led[world.decider[move.target]]) change.government(a, true);
    if (world.entitled[move.object] >= 0) change.grievance(move.target, -0.3 * inputs.postValue[move.object]);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} gave the post of ${world.posts[move.object].name} to the share of ${nameOf(world, move.target)}.`,
};

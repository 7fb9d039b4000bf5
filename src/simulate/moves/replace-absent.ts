import { role } from "../role.ts";
import { namerOf } from "../state.ts";
import { needOf } from "./campaign.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Whoever stays away from a cabinet is replaced there by a stand-in: the price of absence.
 *
 * Needs: the actor fills the post, other than that of the head of government; its holder stays away from
 * the arena of the post.
 */
export const replaceAbsent: MoveKind = {
  id: "replace-absent",
  name: "replace an absent minister",
  type: "COERCE",
  tone: -0.5,
  object: "post",
  rows: ["S16", "S14"],
  sources: [{ ref: "lupia1995" }],
  commonness: -3,
  by: role.names,
  options(scene, actor, offer) {
    const { world, state } = scene;
    const arenas = world.arenas.length;
    for (let p = 0; p < world.posts.length; p++) {
      const holder = state.holder[p];
      if (holder < 0 || p === world.headPost || world.decider[holder] === actor) continue;
      const arena = world.postArena[p];
      const decider = world.decider[holder];
      if (arena < 0 || state.boycott[decider * arenas + arena] === 0) continue;
      if (namerOf(world, state, p) === actor) offer(decider, p);
    }
  },
  price: (scene, move) => 1 + needOf(scene, move.actor, move.target),
  most: (reach) => reach.post - 1,
  succeed(scene, move, change) {
    change.holder(move.object, move.actor, true);
    change.grievance(move.target, 0.2 * scene.inputs.postValue[move.object]);
    change.pressure(0.05);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} put a stand-in into the post of ${world.posts[move.object].name}, from which those of ${nameOf(world, move.target)} stayed away.`,
};

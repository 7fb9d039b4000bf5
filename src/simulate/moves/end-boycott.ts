import { role } from "../role.ts";
import { leaderOfList, listOf, ruler } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Return to an assembly or a cabinet: influence there is regained; a leader brings his whole list back.
 *
 * Needs: the actor stays away from the arena.
 */
export const endBoycott: MoveKind = {
  id: "end-boycott",
  name: "end a boycott",
  type: "CONCEDE",
  tone: 0.3,
  object: "arena",
  rows: ["S5"],
  sources: [{ ref: "plover2018" }],
  commonness: -0.8,
  by: role.absent,
  options(scene, actor, offer) {
    const { world, state } = scene;
    const head = ruler(scene);
    for (let k = 0; k < world.arenas.length; k++) {
      if (state.boycott[actor * world.arenas.length + k] === 1) offer(head === actor ? -1 : head, k);
    }
  },
  price: (scene, move) => 0.8 * Math.min(2, scene.state.grievance[move.actor]),
  succeed(scene, move, change) {
    const { world, state } = scene;
    const arenas = world.arenas.length;
    const list = listOf(scene, move.actor);
    const leads = list >= 0 && leaderOfList(scene, list) === move.actor;
    for (let a = 0; a < world.actors.length; a++) {
      const follows = world.decider[a] === move.actor || (leads && state.list[a] === list);
      if (follows && state.boycott[a * arenas + move.object] === 1) change.boycott(a, move.object, false);
    }
  },
  tell: (world, move) => `${nameOf(world, move.actor)} returned to ${world.arenas[move.object].name}.`,
};

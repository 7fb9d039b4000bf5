import { role } from "../role.ts";
import { disposes, leaderOfList, listOf, ruler } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Staying away from an assembly or a cabinet: influence there is given up for the time, in protest
 * at a grievance, and the ruler's standing suffers.
 *
 * Needs: the actor is not head of government, has a grievance of 0.2 or more, and has seats in the
 * assembly or a post in the cabinet from which it does not stay away yet.
 */
export const boycott: MoveKind = {
  id: "boycott",
  name: "boycott",
  type: "PROTEST",
  tone: -0.4,
  object: "arena",
  rows: ["S5", "S16"],
  sources: [{ ref: "plover2018" }],
  commonness: -3,
  by: role.aggrieved,
  options(scene, actor, offer) {
    const { world, state } = scene;
    const head = ruler(scene);
    if (head < 0 || head === actor || state.grievance[actor] < 0.2) return;
    for (let k = 0; k < world.arenas.length; k++) {
      if (state.boycott[actor * world.arenas.length + k] === 1) continue;
      if (world.arenas[k].kind === "assembly" && disposes(scene, actor, "seats") > 0) offer(head, k);
      if (world.arenas[k].kind === "cabinet" && holdsPost(scene, actor)) offer(head, k);
    }
  },
  price: (scene, move) => 2 - 1.5 * Math.min(2, scene.state.grievance[move.actor]),
  succeed(scene, move, change) {
    const { world, state } = scene;
    const list = listOf(scene, move.actor);
    const leads = list >= 0 && leaderOfList(scene, list) === move.actor;
    for (let a = 0; a < world.actors.length; a++) {
      const follows = world.decider[a] === move.actor || (leads && state.list[a] === list);
      if (follows && state.boycott[a * world.arenas.length + move.object] === 0)
        change.boycott(a, move.object, true);
    }
    change.grievance(move.actor, -0.1);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} suspended attendance in ${world.arenas[move.object].name}.`,
};

function holdsPost(scene: Parameters<MoveKind["options"]>[0], actor: number): boolean {
  for (let p = 0; p < scene.state.holder.length; p++) {
    const holder = scene.state.holder[p];
    if (holder >= 0 && scene.world.decider[holder] === actor) return true;
  }
  return false;
}

import { role } from "../role.ts";
import { relation, ruler } from "../scene.ts";
import { ACTIVE, DETAINED, FUGITIVE, headOf } from "../state.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Legal coercion: a warrant against a holder of office. The target flees or is held, the post falls
 * vacant in fact, its bloc is shaken, and tension rises.
 *
 * Needs: the actor is head of government; the target holds a post in full, other than that of the head of
 * state, is active and not sought yet; a tie below −0.2 to whoever decides for the target.
 */
export const arrestWarrant: MoveKind = {
  id: "arrest-warrant",
  name: "issue an arrest warrant",
  type: "COERCE",
  tone: -0.7,
  object: "post",
  chance: true,
  rows: ["S15"],
  sources: [{ ref: "plover2018" }],
  commonness: -4.5,
  by: role.governs,
  options(scene, actor, offer) {
    const { world, state } = scene;
    if (actor !== ruler(scene)) return;
    for (let p = 0; p < world.posts.length; p++) {
      const holder = state.holder[p];
      if (holder < 0 || world.decider[holder] === actor || state.acting[p] === 1) continue;
      if (
        world.posts[p].role === "head-of-state" ||
        state.status[holder] !== ACTIVE ||
        state.warrant[holder] === 1
      )
        continue;
      if (relation(scene, actor, world.decider[holder]) < -0.2) offer(holder, p);
    }
  },
  price: (scene, move) => 2 + 2 * Math.max(0, scene.standing[scene.world.decider[move.target]]),
  odds(scene, move) {
    // courts follow whoever commands the police: the ruler's part of the security posts
    return 0.25 + 0.6 * securityPart(scene, move.actor);
  },
  most: () => -2,
  succeed(scene, move, change) {
    const flight = scene.inputs.parameters["warrant.flight"];
    change.warrant(move.target, true);
    // whether the target flees or is held is left to chance
    change.status(move.target, move.amount < flight ? FUGITIVE : DETAINED);
    if (move.amount >= flight) change.holder(move.object, -1, false);
    const decider = scene.world.decider[move.target];
    change.grievance(decider, 0.6);
    shakeList(scene, decider, change);
    change.pressure(0.3);
  },
  fail(scene, move, change) {
    change.grievance(scene.world.decider[move.target], 0.3);
  },
  tell: (world, move, success) =>
    success
      ? `A warrant was issued against ${nameOf(world, move.target)}, ${world.posts[move.object].name}, at the instance of ${nameOf(world, move.actor)}.`
      : `${nameOf(world, move.actor)} sought a warrant against ${nameOf(world, move.target)}; the courts did not issue it.`,
};

/** Part of the value of all security posts that an actor holds, fully or acting, 0…1. */
export function securityPart(scene: Parameters<MoveKind["options"]>[0], actor: number): number {
  const { world, state, inputs } = scene;
  let own = 0;
  let all = 0;
  for (let p = 0; p < world.posts.length; p++) {
    if (!world.posts[p].security) continue;
    all += inputs.postValue[p];
    if (state.holder[p] >= 0 && world.decider[state.holder[p]] === actor) own += inputs.postValue[p];
  }
  return all > 0 ? own / all : headOf(world, state) >= 0 ? 0.5 : 0;
}

/** The others of the target's list feel it too. */
function shakeList(
  scene: Parameters<MoveKind["options"]>[0],
  decider: number,
  change: Parameters<MoveKind["succeed"]>[2],
): void {
  const { world, state } = scene;
  const mine = world.led[decider].find((a) => state.list[a] >= 0);
  if (mine === undefined) return;
  for (const j of world.movers) {
    if (j !== decider && world.led[j].some((a) => state.list[a] === state.list[mine]))
      change.grievance(j, 0.3);
  }
}

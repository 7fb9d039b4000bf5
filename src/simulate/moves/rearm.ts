import { role } from "../role.ts";
import { following, sway } from "./following.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * An armed group that has turned to politics takes up arms again: where promises to the disarmed cannot
 * be trusted, a grievance brings the war back.
 *
 * Needs: the actor is no state, leads an armed group, has a following of its own, and a grievance of 0.5
 * or more.
 */
export const rearm: MoveKind = {
  id: "rearm",
  name: "take up arms again",
  type: "MOBILIZE",
  tone: -0.7,
  rows: ["S8", "S10", "S21"],
  sources: [{ ref: "walter1997" }],
  commonness: -4,
  by: role.armed | role.aggrieved,
  options(scene, actor, offer) {
    const { world, state } = scene;
    if (world.actors[actor].kind === "state" || state.grievance[actor] < 0.5) return;
    if (following(scene, actor) <= 0) return;
    if (world.led[actor].some((a) => world.actors[a].kind === "armed-group")) offer(-1, -1, 0.2);
  },
  price: (scene, move) => 1.5 - 0.5 * Math.min(2, scene.state.grievance[move.actor]),
  succeed(scene, move, change) {
    const { world, state } = scene;
    const n = world.actors.length;
    const arms = world.resourceOf.get("arms");
    const street = world.resourceOf.get("street");
    if (arms === undefined || street === undefined) return;
    let force = 0;
    let followers = 0;
    for (let a = 0; a < n; a++) {
      force += state.holding[arms * n + a];
      followers += state.holding[street * n + a];
    }
    const group = world.led[move.actor].find((a) => world.actors[a].kind === "armed-group");
    if (group === undefined || followers <= 0) return;
    // the way back from politics: at the ratio of the two totals, and half of it lost
    const called = move.amount * following(scene, move.actor);
    sway(scene, change, move.actor, -move.amount);
    change.holding(group, "arms", (0.5 * called * force) / followers);
    change.pressure(0.15);
  },
  tell: (world, move) => `${nameOf(world, move.actor)} called its men to arms again.`,
};

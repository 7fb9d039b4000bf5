import { role } from "../role.ts";
import { holds } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * An armed group turns to politics: a part of its arms becomes following.
 *
 * Needs: the actor is or leads an armed group, has arms, and is no state.
 */
export const disarm: MoveKind = {
  id: "disarm",
  name: "give up arms for politics",
  type: "RETREAT",
  tone: 0.6,
  rows: ["S8"],
  sources: [{ ref: "plover2018" }],
  commonness: -3.5,
  by: role.armed,
  options(scene, actor, offer) {
    if (scene.world.actors[actor].kind === "state" || armed(scene, actor) <= 0) return;
    if (scene.world.led[actor].some((a) => scene.world.actors[a].kind === "armed-group")) offer(-1, -1, 0.3);
  },
  price: () => 0.5,
  succeed(scene, move, change) {
    const { world } = scene;
    const arms = armed(scene, move.actor);
    const street = totalOf(scene, "street");
    const force = totalOf(scene, "arms");
    for (const a of world.led[move.actor]) change.holding(a, "arms", -move.amount * holds(scene, a, "arms"));
    // arms are turned into following at the ratio of the two totals, at half its worth
    if (force > 0) change.holding(move.actor, "street", (0.5 * move.amount * arms * street) / force);
    change.pressure(-0.1);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} declared for politics and laid down a part of its arms.`,
};

function armed(scene: Parameters<MoveKind["options"]>[0], actor: number): number {
  let sum = 0;
  for (const a of scene.world.led[actor]) sum += holds(scene, a, "arms");
  return sum;
}

function totalOf(scene: Parameters<MoveKind["options"]>[0], kind: string): number {
  const { world, state } = scene;
  const r = world.resourceOf.get(kind);
  if (r === undefined) return 0;
  const n = world.actors.length;
  let sum = 0;
  for (let at = r * n; at < (r + 1) * n; at++) sum += state.holding[at];
  return sum;
}

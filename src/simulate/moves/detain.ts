import { role } from "../role.ts";
import { disposes, isDomestic, relation, ruler } from "../scene.ts";
import { DETAINED } from "../state.ts";
import { securityPart } from "./arrest-warrant.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Somebody is taken into custody: one who is sought, or a rival without office. Whoever is friendly to
 * the target and has arms may shelter it.
 *
 * Needs: the actor is head of government; the target is a person at home, at large and not in exile, with
 * a tie below −0.4 to it; the target is sought under a warrant, or holds no post.
 */
export const detain: MoveKind = {
  id: "detain",
  name: "detain",
  type: "COERCE",
  tone: -0.8,
  rows: ["S15", "S14"],
  sources: [{ ref: "davenport2007" }],
  commonness: -5,
  by: role.governs,
  options(scene, actor, offer) {
    const { world, state } = scene;
    if (actor !== ruler(scene)) return;
    for (const j of world.acquainted[actor]) {
      if (world.actors[j].kind !== "person" || !isDomestic(scene, j)) continue;
      if ((state.status[j] !== 0 && state.status[j] !== 2) || relation(scene, actor, j) >= -0.4) continue;
      if (state.warrant[j] === 1 || !state.holder.includes(j)) offer(j);
    }
  },
  price: (scene, move) => 0.5 + outcry(scene, move.target) + 2 * Math.max(0, scene.standing[move.target]),
  odds: (scene, move) =>
    (0.1 + 0.5 * securityPart(scene, move.actor)) * (1 - shelter(scene, move.actor, move.target)),
  most: () => -0.5,
  succeed(scene, move, change) {
    const { state } = scene;
    change.status(move.target, DETAINED);
    for (let p = 0; p < state.holder.length; p++)
      if (state.holder[p] === move.target) change.holder(p, -1, false);
    change.grievance(move.target, 0.6);
    change.pressure(0.3);
  },
  fail(_scene, move, change) {
    change.grievance(move.target, 0.2);
  },
  tell: (world, move, success) =>
    success
      ? `${nameOf(world, move.target)} was taken into custody by those of ${nameOf(world, move.actor)}.`
      : `Those of ${nameOf(world, move.actor)} came for ${nameOf(world, move.target)} and did not find him.`,
};

/** The outcry in points: ten times the share of power of whoever is taken, and 2 if no court seeks him. */
function outcry(scene: Parameters<MoveKind["options"]>[0], target: number): number {
  return 10 * scene.weight[target] + (scene.state.warrant[target] === 1 ? 0 : 2);
}

/** How well a target is sheltered, 0…0.9: the arms of itself and its friends beside those of the captor. */
function shelter(scene: Parameters<MoveKind["options"]>[0], captor: number, target: number): number {
  let guard = disposes(scene, target, "arms");
  for (const k of scene.world.acquainted[target]) {
    const tie = relation(scene, k, target);
    if (k !== captor && tie > 0.1) guard += Math.min(1, 2 * tie) * disposes(scene, k, "arms");
  }
  if (guard <= 0) return 0;
  // a guard is where the target is; the captor's men are all over the country
  return Math.min(0.9, (4 * guard) / (4 * guard + disposes(scene, captor, "arms")));
}

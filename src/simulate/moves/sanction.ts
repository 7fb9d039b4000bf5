import { role } from "../role.ts";
import { has, isState, relation, ruler } from "../scene.ts";
import { flag } from "../state.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * Trade or finance with a state is cut, by another state, a league of states, or the ruler for his own.
 *
 * Needs: the actor is a state, an organisation abroad or the head of government; the target is a state; a
 * tie below −0.2 to it; no sanction against it stands yet.
 */
export const sanction: MoveKind = {
  id: "sanction",
  name: "sanction",
  type: "SANCTION",
  tone: -0.6,
  rows: ["S20", "S22"],
  sources: [{ ref: "plover2018" }],
  commonness: -2.2,
  by: role.speaks,
  options(scene, actor, offer) {
    if (!speaksForState(scene, actor)) return;
    for (const j of scene.world.acquainted[actor]) {
      if (isState(scene, j) && relation(scene, actor, j) < -0.2 && !has(scene, actor, j, flag.sanction))
        offer(j);
    }
  },
  price: (scene, move) => 0.5 + relation(scene, move.actor, move.target),
  most: (reach) => 0.5 + reach.holding("money", -0.08),
  succeed(scene, move, change) {
    change.flag(move.actor, move.target, flag.sanction, true);
    change.flag(move.actor, move.target, flag.market, false);
    const money = scene.world.resourceOf.get("money");
    if (money === undefined) return;
    const held = scene.state.holding[money * scene.world.actors.length + move.target];
    change.holding(move.target, "money", -0.08 * held);
  },
  tell: (world, move) => `${nameOf(world, move.actor)} imposed sanctions on ${nameOf(world, move.target)}.`,
};

/** Whether an actor acts for a state: a state, an international organisation, or the head of government. */
export function speaksForState(scene: Parameters<MoveKind["options"]>[0], actor: number): boolean {
  const kind = scene.world.actors[actor].kind;
  if (kind === "state") return true;
  if (kind === "organisation" && scene.world.front[actor] !== 0) return true;
  return actor === ruler(scene);
}

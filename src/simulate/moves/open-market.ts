import { role } from "../role.ts";
import { has, isState, relation } from "../scene.ts";
import { flag } from "../state.ts";
import type { MoveKind } from "./move-kind.ts";
import { nameOf } from "./move-kind.ts";
import { speaksForState } from "./sanction.ts";

/**
 * Trade as aid: markets are opened to a state that others sanction, which gets a part of its loss back.
 *
 * Needs: the actor is a state, an organisation abroad or the head of government; the target is a state; a
 * tie above 0.1 to it; its market is not open to it yet.
 */
export const openMarket: MoveKind = {
  id: "open-market",
  name: "open a market",
  type: "AID",
  tone: 0.6,
  rows: ["S20"],
  sources: [{ ref: "plover2018" }],
  commonness: -2,
  by: role.speaks,
  options(scene, actor, offer) {
    if (!speaksForState(scene, actor)) return;
    for (const j of scene.world.acquainted[actor]) {
      if (isState(scene, j) && relation(scene, actor, j) > 0.1 && !has(scene, actor, j, flag.market))
        offer(j);
    }
  },
  price: () => 0.2,
  most: (reach) => reach.holding("money", 0.05) - 0.2,
  succeed(scene, move, change) {
    change.flag(move.actor, move.target, flag.market, true);
    const n = scene.world.actors.length;
    const money = scene.world.resourceOf.get("money");
    if (money !== undefined)
      change.holding(move.target, "money", 0.05 * scene.state.holding[money * n + move.target]);
    // those who sanction the target see their sanctions evaded
    for (const k of scene.world.movers) {
      if (k !== move.actor && has(scene, k, move.target, flag.sanction))
        change.relation(k, move.actor, -0.05);
    }
  },
  tell: (world, move) => `${nameOf(world, move.actor)} opened its market to ${nameOf(world, move.target)}.`,
};

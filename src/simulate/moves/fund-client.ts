import { role } from "../role.ts";
import { isDomestic, isState, relation } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A sponsor abroad strengthens a client at home with money or arms.
 *
 * Needs: the actor is a state; the target is at home; it is a client already, or the tie to it is above
 * 0.3.
 */
export const fundClient: MoveKind = {
  id: "fund-client",
  name: "fund a client",
  type: "AID",
  tone: 0.6,
  rows: ["S11", "S4"],
  sources: [{ ref: "salehyan2011" }],
  commonness: -1.2,
  by: role.state,
  options(scene, actor, offer) {
    const { world, state } = scene;
    if (!isState(scene, actor)) return;
    for (const j of world.acquainted[actor]) {
      const sponsored = state.sponsorship[actor * world.actors.length + j] > 0;
      if (isDomestic(scene, j) && (sponsored || relation(scene, actor, j) > 0.3)) offer(j);
    }
  },
  price: () => 0.3,
  most: (reach) => Math.max(reach.holding("street", 0.04), reach.holding("arms", 0.04)) - 0.3,
  succeed(scene, move, change) {
    const { world, state } = scene;
    const n = world.actors.length;
    change.sponsorship(move.actor, move.target, 0.1);
    const armed = world.led[move.target].find((a) => world.actors[a].kind === "armed-group");
    const kind = armed === undefined ? "street" : "arms";
    const r = world.resourceOf.get(kind);
    if (r === undefined) return;
    const receiver = armed ?? move.target;
    change.holding(receiver, kind, 0.04 * state.holding[r * n + receiver]);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} strengthened ${nameOf(world, move.target)} with means.`,
};

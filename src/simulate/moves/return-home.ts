import { role } from "../role.ts";
import { ACTIVE, IN_EXILE } from "../state.ts";
import { sway } from "./following.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A leader abroad who is not sought by a warrant comes home, and his following with him.
 *
 * Needs: the actor is in exile and not sought under a warrant.
 */
export const returnHome: MoveKind = {
  id: "return",
  name: "return from exile",
  type: "COOPERATE",
  tone: 0.1,
  rows: ["S8", "S10"],
  sources: [{ ref: "plover2018" }],
  commonness: -1.5,
  by: role.exiled,
  options(scene, actor, offer) {
    if (scene.state.status[actor] === IN_EXILE && scene.state.warrant[actor] === 0) offer(-1);
  },
  most: (reach) => 3 * reach.security + reach.holding("street", 0.1),
  succeed(scene, move, change) {
    change.status(move.actor, ACTIVE);
    sway(scene, change, move.actor, 0.1);
  },
  tell: (world, move) => `${nameOf(world, move.actor)} came back from exile.`,
};

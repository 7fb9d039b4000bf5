import { ACTIVE, IN_EXILE } from "../state.ts";
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
  options(scene, actor, offer) {
    if (scene.state.status[actor] === IN_EXILE && scene.state.warrant[actor] === 0) offer(-1);
  },
  succeed(scene, move, change) {
    change.status(move.actor, ACTIVE);
    const street = scene.world.resourceOf.get("street");
    if (street === undefined) return;
    const following = scene.state.holding[street * scene.world.actors.length + move.actor];
    change.holding(move.actor, "street", 0.1 * following);
  },
  tell: (world, move) => `${nameOf(world, move.actor)} came back from exile.`,
};

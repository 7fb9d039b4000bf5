import { role } from "../role.ts";
import { relation } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";
import { eachStage } from "./shut-route.ts";

/**
 * The holder of a territory lets a route pass again.
 *
 * Needs: the actor holds a territory on the route and does not let it pass; a tie above 0 to the one who
 * gains most from the route.
 */
export const openRoute: MoveKind = {
  id: "open-route",
  name: "open a route",
  type: "COOPERATE",
  tone: 0.5,
  object: "stage",
  rows: ["S19"],
  sources: [{ ref: "plover2018" }],
  commonness: -2.5,
  by: role.gates,
  options(scene, actor, offer) {
    eachStage(scene, actor, 0, (stage, user) => {
      if (relation(scene, actor, user) > 0) offer(user, stage);
    });
  },
  most: (reach) => reach.route,
  succeed(_scene, move, change) {
    change.passes(move.object, true);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} opened ${world.routes[world.stageRoute[move.object]].name} to ${nameOf(world, move.target)}.`,
};

import { role } from "../role.ts";
import { relation } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * The holder of a territory no longer lets a route pass.
 *
 * Needs: the actor holds a territory on the route and lets it pass; a tie below 0 to the one who gains
 * most from the route.
 */
export const shutRoute: MoveKind = {
  id: "shut-route",
  name: "shut a route",
  type: "SANCTION",
  tone: -0.5,
  object: "stage",
  rows: ["S19"],
  sources: [{ ref: "plover2018" }],
  commonness: -3.5,
  by: role.gates,
  options(scene, actor, offer) {
    eachStage(scene, actor, 1, (stage, user) => {
      if (relation(scene, actor, user) < 0) offer(user, stage);
    });
  },
  most: (reach) => reach.route,
  succeed(_scene, move, change) {
    change.passes(move.object, false);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} shut ${world.routes[world.stageRoute[move.object]].name} to ${nameOf(world, move.target)}.`,
};

/** Stages held by an actor (or by the state it governs) that stand at `passes`, with the one who gains most from the route. */
export function eachStage(
  scene: Parameters<MoveKind["options"]>[0],
  actor: number,
  passes: number,
  take: (stage: number, user: number) => void,
): void {
  const { world, state, inputs } = scene;
  const n = world.actors.length;
  for (let s = 0; s < world.stageTerritory.length; s++) {
    const t = world.stageTerritory[s];
    if (t < 0 || state.territory[t] < 0 || world.decider[state.territory[t]] !== actor) continue;
    if (state.passes[s] !== passes) continue;
    let user = -1;
    let most = 0;
    for (const a of world.movers) {
      const value = inputs.routeValue[world.stageRoute[s] * n + a];
      if (a !== actor && value > most) {
        most = value;
        user = a;
      }
    }
    if (user >= 0) take(s, user);
  }
}

import { exp } from "../../base/index.ts";
import { disposes, relation } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * An armed group takes a territory from whoever holds it.
 *
 * Needs: the actor is or leads an armed group with arms; another holds the territory; a tie below −0.5 to
 * it.
 */
export const seizeTerritory: MoveKind = {
  id: "seize-territory",
  name: "seize a territory",
  type: "ASSAULT",
  tone: -1,
  object: "territory",
  rows: ["S21", "S23"],
  sources: [{ ref: "tullock1980" }],
  commonness: -4.5,
  options(scene, actor, offer) {
    const { world, state } = scene;
    if (!world.led[actor].some((a) => world.actors[a].kind === "armed-group")) return;
    for (let t = 0; t < state.territory.length; t++) {
      const holder = state.territory[t];
      if (holder < 0 || world.decider[holder] === actor) continue;
      const keeper = world.decider[holder];
      if (relation(scene, actor, keeper) < -0.5 && disposes(scene, actor, "arms") > 0) offer(keeper, t);
    }
  },
  price: () => 1,
  odds(scene, move) {
    const own = disposes(scene, move.actor, "arms");
    const other = disposes(scene, move.target, "arms");
    const odds = own / (own + 4 * other + 1e-9);
    // unrest loosens the holder's grip
    return Math.min(0.9, odds * exp(Math.min(1.5, Math.max(0, scene.state.pressure))));
  },
  succeed(scene, move, change) {
    change.territory(move.object, move.actor);
    change.pressure(0.5);
    for (let s = 0; s < scene.world.stageTerritory.length; s++) {
      if (scene.world.stageTerritory[s] === move.object) change.passes(s, false);
    }
  },
  fail(_scene, _move, change) {
    change.pressure(0.1);
  },
  tell: (world, move, success) =>
    success
      ? `${nameOf(world, move.actor)} took ${world.source.territories[move.object].name} from ${nameOf(world, move.target)}.`
      : `${nameOf(world, move.actor)} tried to take ${world.source.territories[move.object].name} and was driven off.`,
};

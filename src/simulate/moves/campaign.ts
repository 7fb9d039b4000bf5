import { contest } from "../contest.ts";
import { role } from "../role.ts";
import { disposes, has, holds, partyOf, relation, ruler } from "../scene.ts";
import { flag } from "../state.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A campaign by arms against an armed rival at home. It costs the more, the more the rival's votes
 * are needed: confrontation is limited by need.
 *
 * Needs: both have arms and are no states; a tie below −0.4 to the target; no campaign against it is under
 * way.
 */
export const campaign: MoveKind = {
  id: "campaign",
  name: "campaign by arms",
  type: "ASSAULT",
  tone: -0.9,
  rows: ["S10"],
  sources: [{ ref: "tullock1980" }],
  commonness: -4,
  by: role.bears,
  options(scene, actor, offer) {
    const { world } = scene;
    if (world.actors[actor].kind === "state" || disposes(scene, actor, "arms") <= 0) return;
    for (const j of world.acquainted[actor]) {
      if (world.actors[j].kind === "state" || has(scene, actor, j, flag.campaign)) continue;
      if (relation(scene, actor, j) < -0.4 && disposes(scene, j, "arms") > 0) offer(j);
    }
  },
  price: (scene, move) => 2 + needOf(scene, move.actor, move.target),
  odds: (scene, move) => contest(scene, move.actor, move.target),
  most: (reach) => reach.holding("arms", -0.15) - 2,
  succeed(scene, move, change) {
    change.flag(move.actor, move.target, flag.campaign, true);
    for (const a of scene.world.led[move.target]) change.holding(a, "arms", -0.15 * holds(scene, a, "arms"));
    change.grievance(move.target, 0.5);
    change.pressure(0.4);
  },
  fail(scene, move, change) {
    change.flag(move.actor, move.target, flag.campaign, true);
    for (const a of scene.world.led[move.actor]) change.holding(a, "arms", -0.05 * holds(scene, a, "arms"));
    change.pressure(0.4);
  },
  tell: (world, move, success) =>
    success
      ? `${nameOf(world, move.actor)} moved by arms against ${nameOf(world, move.target)} and gained ground.`
      : `${nameOf(world, move.actor)} moved by arms against ${nameOf(world, move.target)} and was held.`,
};

/** What the votes of a rival in the government are worth to the ruler, in points. */
export function needOf(scene: Parameters<MoveKind["options"]>[0], actor: number, target: number): number {
  const { world, state } = scene;
  if (actor !== ruler(scene) || world.seats === 0) return 0;
  const party = partyOf(scene, target);
  if (party < 0 || state.government[party] === 0) return 0;
  const seats = world.resourceOf.get("seats");
  if (seats === undefined) return 0;
  const n = world.actors.length;
  let behind = 0;
  for (let a = 0; a < n; a++) if (state.government[a] === 1) behind += state.holding[seats * n + a];
  const votes = state.holding[seats * n + party];
  // without them the majority is lost, or so much nearer to being lost
  return behind - votes < world.quota ? 6 : (6 * votes) / (behind - world.quota + 1);
}

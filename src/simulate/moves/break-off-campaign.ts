import { role } from "../role.ts";
import { has } from "../scene.ts";
import { flag } from "../state.ts";
import { needOf } from "./campaign.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A campaign by arms is broken off, the sooner the more the target is needed.
 *
 * Needs: a campaign of the actor against the target is under way.
 */
export const breakOffCampaign: MoveKind = {
  id: "break-off-campaign",
  name: "break off a campaign",
  type: "RETREAT",
  tone: 0.4,
  rows: ["S10"],
  sources: [{ ref: "plover2018" }],
  commonness: -0.5,
  by: role.campaigns,
  options(scene, actor, offer) {
    for (const j of scene.world.acquainted[actor]) if (has(scene, actor, j, flag.campaign)) offer(j);
  },
  prospect: (scene, move) => needOf(scene, move.actor, move.target),
  most: (reach) => (reach.governs ? 6 : 0),
  succeed(_scene, move, change) {
    change.flag(move.actor, move.target, flag.campaign, false);
    change.grievance(move.target, -0.2);
    change.pressure(-0.2);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} broke off its campaign against ${nameOf(world, move.target)}.`,
};

import { role } from "../role.ts";
import { disposes, leaderOfList, listOf, partyOf, relation, ruler } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A faction leaves its list and stands alone: its seats go with it, and the part of the leader's following
 * that its seats have in the list, times what a splinter can claim. From then on it is one that broke away,
 * whom others may court. A leader whose own community differs from that of his list's members holds them
 * less firmly (leadership fragility).
 *
 * Needs: the actor has seats, on a list that another leads.
 */
export const split: MoveKind = {
  id: "split",
  name: "split",
  type: "REJECT",
  tone: -0.4,
  object: "list",
  rows: ["S11", "S17", "S5"],
  sources: [{ ref: "laver1990" }],
  commonness: -3.5,
  by: role.seated,
  options(scene, actor, offer) {
    const list = listOf(scene, actor);
    if (list < 0 || disposes(scene, actor, "seats") <= 0) return;
    const leader = leaderOfList(scene, list);
    if (leader >= 0 && leader !== actor) offer(leader, list);
  },
  price(scene, move) {
    return 2.5 + 2 * relation(scene, move.actor, move.target) - fragility(scene, move.target, move.object);
  },
  succeed(scene, move, change) {
    const party = partyOf(scene, move.actor);
    if (party >= 0) {
      change.list(party, -1);
      const left = partyOf(scene, move.target);
      if (left >= 0 && left !== party) {
        change.origin(party, left);
        divide(scene, party, move.target, move.object, change);
      }
    }
    const head = ruler(scene);
    if (head >= 0 && head !== move.actor) change.relation(head, move.actor, 0.15);
    change.grievance(move.target, 0.1);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} left ${world.blocs[move.object].name} with its members, against ${nameOf(world, move.target)}.`,
};

/** What those who leave a list take along of the following of its leader and all he leads. */
function divide(
  scene: Parameters<MoveKind["options"]>[0],
  party: number,
  leader: number,
  list: number,
  change: Parameters<MoveKind["succeed"]>[2],
): void {
  const { world, state, inputs } = scene;
  const n = world.actors.length;
  const seats = world.resourceOf.get("seats");
  const street = world.resourceOf.get("street");
  if (seats === undefined || street === undefined) return;
  let all = 0;
  for (let a = 0; a < n; a++) if (state.list[a] === list || a === party) all += state.holding[seats * n + a];
  if (all <= 0) return;
  const part = (inputs.parameters["splinter.street"] * state.holding[seats * n + party]) / all;
  for (const a of world.led[leader]) {
    const taken = part * state.holding[street * n + a];
    if (taken <= 0) continue;
    change.holding(a, "street", -taken);
    change.holding(party, "street", taken);
  }
}

/** Seat-weighted part of a list's members who do not share the leader's community, 0…1. */
export function fragility(scene: Parameters<MoveKind["options"]>[0], leader: number, list: number): number {
  const { world, state } = scene;
  const n = world.actors.length;
  const seats = world.resourceOf.get("seats");
  if (seats === undefined) return 0;
  let apart = 0;
  let all = 0;
  for (let a = 0; a < n; a++) {
    const members = state.holding[seats * n + a];
    if (members <= 0 || state.list[a] !== list || world.decider[a] === leader) continue;
    all += members;
    apart += members * (1 - Math.min(1, world.kinship[world.decider[a] * n + leader]));
  }
  return all > 0 ? apart / all : 0;
}

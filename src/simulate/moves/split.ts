import { disposes, leaderOfList, listOf, partyOf, relation, ruler } from "../scene.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

/**
 * A faction leaves its list and stands alone. A leader whose own community differs from that of his
 * list's members holds them less firmly (leadership fragility).
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
  options(scene, actor, offer) {
    const list = listOf(scene, actor);
    if (list < 0 || disposes(scene, actor, "seats") <= 0) return;
    const leader = leaderOfList(scene, list);
    if (leader >= 0 && leader !== actor) offer(leader, list);
  },
  price(scene, move) {
    return 1.5 + 2 * relation(scene, move.actor, move.target) - fragility(scene, move.target, move.object);
  },
  succeed(scene, move, change) {
    const party = partyOf(scene, move.actor);
    if (party >= 0) change.list(party, -1);
    const head = ruler(scene);
    if (head >= 0 && head !== move.actor) change.relation(head, move.actor, 0.15);
    change.grievance(move.target, 0.1);
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} left ${world.blocs[move.object].name} with its members, against ${nameOf(world, move.target)}.`,
};

/** Seat-weighted part of a list's members who do not share the leader's community, 0…1. */
function fragility(scene: Parameters<MoveKind["options"]>[0], leader: number, list: number): number {
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

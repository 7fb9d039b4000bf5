import { disposes, partyOf, relation, ruler } from "../scene.ts";
import { disciplineOf, reaches, type Tally, tallyAgainst } from "../voting.ts";
import { fallGain } from "./fall-gain.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

const tally: Tally = { expected: 0, variance: 0 };

/** A leader commits the votes of his party to removing the head of government. */
export const pledge: MoveKind = {
  id: "pledge",
  name: "pledge votes against the head of government",
  type: "THREATEN",
  tone: -0.5,
  rows: ["S5"],
  sources: [{ ref: "plover2018" }],
  commonness: -2.2,
  options(scene, actor, offer) {
    const head = ruler(scene);
    if (head < 0 || head === actor || disposes(scene, actor, "seats") <= 0) return;
    const party = partyOf(scene, actor);
    if (party >= 0 && scene.state.pledged[party] === 0 && relation(scene, actor, head) < 0.15) offer(head);
  },
  price: (scene, move) => 1 + 2 * relation(scene, move.actor, move.target) - 0.5 * Math.min(2, scene.state.grievance[move.actor]),
  prospect(scene, move) {
    const { world, state } = scene;
    if (world.quota === 0) return 0;
    const party = partyOf(scene, move.actor);
    tallyAgainst(scene, move.target, tally);
    const before = reaches(tally, world.quota);
    const kept = state.pledged[party];
    state.pledged[party] = membersWhoSign(scene, party);
    tallyAgainst(scene, move.target, tally);
    const after = reaches(tally, world.quota);
    state.pledged[party] = kept;
    // far from the quota a signature changes nothing
    return after - before < 1e-3 ? 0 : (after - before) * fallGain(scene, move.actor);
  },
  succeed(scene, move, change) {
    const party = partyOf(scene, move.actor);
    if (party >= 0) change.pledged(party, membersWhoSign(scene, party));
  },
  tell: (world, move) => `${nameOf(world, move.actor)} committed its votes to removing ${nameOf(world, move.target)}.`,
};

/** Signatures that a party brings: its seats times the discipline of its list, whole. */
function membersWhoSign(scene: Parameters<MoveKind["options"]>[0], party: number): number {
  const seats = scene.world.resourceOf.get("seats");
  if (seats === undefined) return 0;
  return Math.round(scene.state.holding[seats * scene.world.actors.length + party] * disciplineOf(scene, party));
}

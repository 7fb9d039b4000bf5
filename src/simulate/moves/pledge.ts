import { disposes, leaderOfList, listOf, partyOf, relation, ruler } from "../scene.ts";
import { disciplineOf, reaches, signatures, type Tally, tallyAgainst } from "../voting.ts";
import { fallGain } from "./fall-gain.ts";
import { type MoveKind, nameOf } from "./move-kind.ts";

const tally: Tally = { expected: 0, variance: 0 };

/**
 * A leader commits the votes of his party to removing the head of government.
 *
 * Needs: the actor is not head of government; its party has seats and has not signed yet; a tie below 0.15
 * to the head of government.
 */
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
  price(scene, move) {
    const grievance = 0.5 * Math.min(2, scene.state.grievance[move.actor]);
    // signatures draw signatures: nobody wants to be alone, or left out
    const momentum = scene.world.quota > 0 ? (2 * signatures(scene)) / scene.world.quota : 0;
    return 1.5 + 2 * relation(scene, move.actor, move.target) - grievance - momentum;
  },
  prospect(scene, move) {
    const { world, state } = scene;
    if (world.quota === 0) return 0;
    tallyAgainst(scene, move.target, tally);
    const before = reaches(tally, world.quota);
    const kept = state.pledged.slice();
    eachSigner(scene, move.actor, move.target, (party, members) => {
      state.pledged[party] = members;
    });
    tallyAgainst(scene, move.target, tally);
    const after = reaches(tally, world.quota);
    state.pledged.set(kept);
    // far from the quota a signature changes nothing
    return after - before < 1e-3 ? 0 : (after - before) * fallGain(scene, move.actor);
  },
  succeed(scene, move, change) {
    eachSigner(scene, move.actor, move.target, (party, members) => change.pledged(party, members));
  },
  tell: (world, move) =>
    `${nameOf(world, move.actor)} committed its votes to removing ${nameOf(world, move.target)}.`,
};

/**
 * The parties that sign when a leader commits his votes, and how many of their members: his own, and,
 * if he leads a list, those of the list that are not well disposed to the target. Seats times the
 * discipline of the list, whole.
 */
function eachSigner(
  scene: Parameters<MoveKind["options"]>[0],
  actor: number,
  target: number,
  sign: (party: number, members: number) => void,
): void {
  const { world, state } = scene;
  const seats = world.resourceOf.get("seats");
  if (seats === undefined) return;
  const n = world.actors.length;
  const list = listOf(scene, actor);
  const leads = list >= 0 && leaderOfList(scene, list) === actor;
  for (let a = 0; a < n; a++) {
    const held = state.holding[seats * n + a];
    if (held <= 0) continue;
    const own = world.decider[a] === actor;
    const follows = leads && state.list[a] === list && relation(scene, world.decider[a], target) < 0.2;
    if (own || follows) sign(a, Math.round(held * disciplineOf(scene, a)));
  }
}

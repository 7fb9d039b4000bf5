import { leaderOfList, listOf, relation, type Scene } from "../scene.ts";
import { disciplineOf, hopes, type Tally, tallyAgainst } from "../voting.ts";
import { fallGain } from "./fall-gain.ts";

const tally: Tally = { expected: 0, variance: 0 };

/**
 * The parties that sign when a leader commits his votes, and how many of their members: his own, and,
 * if he leads a list, those of the list that are not well disposed to the target. Seats times the
 * discipline of the party, whole.
 */
export function eachSigner(
  scene: Scene,
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

/**
 * What it is worth to somebody that a signer commits his votes, in points: how much likelier the fall of
 * the target becomes in the eyes of those who do not know how the others will vote, times its worth.
 */
export function signingGain(scene: Scene, signer: number, target: number, beneficiary: number): number {
  const { world, state } = scene;
  if (world.quota === 0 || target < 0) return 0;
  tallyAgainst(scene, target, tally);
  const before = hopes(scene, tally);
  // what the signers add to the expected count: they sign instead of being guessed
  let more = 0;
  eachSigner(scene, signer, target, (party, members) => {
    const others = expectedOf(scene, party, target);
    more += Math.max(0, members - state.pledged[party] - others);
  });
  if (more <= 0) return 0;
  tally.expected += more;
  return (hopes(scene, tally) - before) * fallGain(scene, beneficiary);
}

/** Votes that a party is expected to give against a target beyond those that have signed. */
function expectedOf(scene: Scene, party: number, target: number): number {
  const kept = tally.expected;
  const variance = tally.variance;
  tallyAgainst(scene, target, tally, party);
  const own = tally.expected;
  tally.expected = kept;
  tally.variance = variance;
  return own;
}

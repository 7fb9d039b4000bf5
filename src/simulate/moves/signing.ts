import { leaderOfList, listOf, relation, type Scene } from "../scene.ts";
import { disciplineOf, hopes, steepest, type Tally, tallyAgainst } from "../voting.ts";
import { fallGain, mostFallGain } from "./fall-gain.ts";

const tally: Tally = { expected: 0, variance: 0 };

/** What was found last in a turn: how a vote stands, and what the fall is worth, are asked for again for each who may sign. */
const found = { turn: 0, target: -1, beneficiary: -1, expected: 0, variance: 0, before: 0, fall: 0 };
let foundIn: Scene | undefined;

function look(scene: Scene, target: number, beneficiary: number): void {
  const known =
    scene.turn > 0 &&
    found.turn === scene.turn &&
    found.target === target &&
    found.beneficiary === beneficiary &&
    foundIn === scene;
  if (known) return;
  tallyAgainst(scene, target, tally);
  found.turn = scene.turn;
  found.target = target;
  found.beneficiary = beneficiary;
  found.expected = tally.expected;
  found.variance = tally.variance;
  found.before = hopes(scene, tally);
  found.fall = Number.NaN;
  foundIn = scene;
}

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
  const { seated } = scene;
  for (let k = 0; k < seated.length; k++) {
    const a = seated[k];
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
  look(scene, target, beneficiary);
  // what the signers add to the expected count: they sign instead of being guessed
  let more = 0;
  eachSigner(scene, signer, target, (party, members) => {
    const others = expectedOf(scene, party, target);
    more += Math.max(0, members - state.pledged[party] - others);
  });
  if (more <= 0) return 0;
  tally.expected = found.expected + more;
  tally.variance = found.variance;
  if (Number.isNaN(found.fall)) found.fall = fallGain(scene, beneficiary);
  return (hopes(scene, tally) - found.before) * found.fall;
}

/**
 * More points than this {@link signingGain} does not come to: those who may sign all count as if nothing had been
 * expected of them, where each vote matters most.
 */
export function mostSigningGain(scene: Scene, signer: number, target: number, beneficiary: number): number {
  const { world, state, seated } = scene;
  const seats = world.resourceOf.get("seats");
  if (world.quota === 0 || target < 0 || seats === undefined) return 0;
  const list = listOf(scene, signer);
  const leads = list >= 0 && leaderOfList(scene, list) === signer;
  let more = 0;
  for (let k = 0; k < seated.length; k++) {
    const a = seated[k];
    if (world.decider[a] === signer || (leads && state.list[a] === list))
      more += state.holding[seats * world.actors.length + a] + 1;
  }
  return Math.min(1, more * steepest(scene)) * mostFallGain(scene, beneficiary);
}

/** Votes that a party is expected to give against a target beyond those that have signed. */
function expectedOf(scene: Scene, party: number, target: number): number {
  tallyAgainst(scene, target, tally, party);
  return tally.expected;
}

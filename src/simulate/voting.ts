import { exp } from "../base/index.ts";
import type { Scene } from "./scene.ts";

/** Expected yes votes and their variance, summed over the members of an assembly. */
export interface Tally {
  expected: number;
  variance: number;
}

/**
 * The probability that a count of members with these moments reaches the quota.
 *
 * @remarks Normal approximation with continuity correction to the sum of independent votes,
 * Φ(z) ≈ 1/(1 + e^(−1.702 z)); within 0.01 of the exact convolution for 50 members or more.
 */
export function reaches(tally: Tally, quota: number): number {
  const deviation = Math.sqrt(tally.variance + 1);
  return 1 / (1 + exp((-1.702 * (tally.expected + 0.5 - quota)) / deviation));
}

/**
 * The probability of {@link reaches} in the eyes of a leader who does not know how the others will vote:
 * one and the same doubt about all of them, `confidence.doubt` of the house.
 *
 * @remarks A little noise about others' intentions turns all-or-nothing coordination into a gradual one.
 * @see Morris & Shin 1998
 */
export function hopes(scene: Scene, tally: Tally): number {
  const { world, inputs } = scene;
  const doubt = inputs.parameters["confidence.doubt"] * world.seats;
  const deviation = Math.sqrt(tally.variance + 1 + doubt * doubt);
  return 1 / (1 + exp((-1.702 * (tally.expected + 0.5 - world.quota)) / deviation));
}

/** By no more than this each further vote raises {@link hopes}, and less where votes are in doubt. */
export function steepest(scene: Scene): number {
  const doubt = scene.inputs.parameters["confidence.doubt"] * scene.world.seats;
  return 1.702 / 4 / Math.sqrt(1 + doubt * doubt);
}

/** Discipline of a party: that of the innermost bloc that has one, else of its list, else the default. */
export function disciplineOf(scene: Scene, party: number): number {
  const camp = scene.world.camp[party];
  if (camp >= 0) return scene.inputs.discipline[camp];
  const list = scene.state.list[party];
  return list < 0 ? scene.inputs.parameters.discipline : scene.inputs.discipline[list];
}

/**
 * Votes to be expected for a motion against an actor: parties that have pledged vote as they signed,
 * less abstentions; the others by their tie to the actor, all by their party's discipline.
 *
 * @param only one party's votes beyond those signed; absent: those of all, signed or not.
 */
export function tallyAgainst(scene: Scene, target: number, into: Tally, only = -1): void {
  const { world, state, inputs } = scene;
  const seats = world.resourceOf.get("seats");
  into.expected = 0;
  into.variance = 0;
  if (seats === undefined) return;
  const { holding, pledged, relation: ties, boycott } = state;
  const { decider, assembly } = world;
  const n = world.actors.length;
  const arenas = world.arenas.length;
  const kept = 1 - inputs.parameters["confidence.abstain"];
  const { seated } = scene;
  const count = only >= 0 ? 1 : seated.length;
  for (let k = 0; k < count; k++) {
    const a = only >= 0 ? only : seated[k];
    const members = holding[seats * n + a];
    if (members <= 0) continue;
    const signed = Math.min(members, pledged[a]);
    if (only < 0) add(into, signed, kept);
    const line = decider[a] === target ? 0 : voteShare(-ties[decider[a] * n + target]);
    const discipline = disciplineOf(scene, a);
    const present = assembly >= 0 && boycott[a * arenas + assembly] === 1 ? 0.5 : 1;
    add(into, members - signed, present * (line * discipline + (1 - discipline) * (1 - line)));
  }
}

/** Votes to be expected for a bill on an issue, by distance of each party's ideal point from both ends. */
export function tallyForIssue(scene: Scene, issue: number, toward: number, into: Tally): void {
  const { world, state, inputs } = scene;
  const seats = world.resourceOf.get("seats");
  into.expected = 0;
  into.variance = 0;
  if (seats === undefined) return;
  const n = world.actors.length;
  const m = world.issues.length;
  const { seated } = scene;
  for (let k = 0; k < seated.length; k++) {
    const a = seated[k];
    const members = state.holding[seats * n + a];
    if (members <= 0) continue;
    const d = world.decider[a];
    const salience = Math.max(inputs.salience[d * m + issue], inputs.salience[a * m + issue]);
    const stander = inputs.salience[d * m + issue] >= inputs.salience[a * m + issue] ? d : a;
    const ideal = inputs.ideal[stander * m + issue];
    const better = (Math.abs(state.statusQuo[issue] - ideal) - Math.abs(toward - ideal)) / 100;
    const discipline = disciplineOf(scene, a);
    const line = salience > 0 ? voteShare(better * 2) : 0.3;
    add(into, members, line * discipline + (1 - discipline) * (1 - line));
  }
}

function add(into: Tally, members: number, yes: number): void {
  into.expected += members * yes;
  into.variance += members * yes * (1 - yes);
}

/** Leanings lately asked for, and their shares: ties change weekly, and a vote is reckoned many times between. */
const ROOM = 2048;
const leanings = new Float64Array(ROOM).fill(Number.NaN);
const voteShares = new Float64Array(ROOM);

/** From a leaning of −1…1 to the part of a party that votes yes: steep about 0. */
function voteShare(leaning: number): number {
  const place = (leaning * 1_048_573) & (ROOM - 1);
  if (leanings[place] !== leaning) {
    leanings[place] = leaning;
    voteShares[place] = 1 / (1 + exp(-6 * (leaning - 0.15)));
  }
  return voteShares[place];
}

/** Members who have signed against the head of government, in all. */
export function signatures(scene: Scene): number {
  let sum = 0;
  for (let a = 0; a < scene.state.pledged.length; a++) sum += scene.state.pledged[a];
  return sum;
}

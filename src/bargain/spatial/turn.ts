import { bestTarget, type Prospect, prospectOf, type View, viewOf } from "./challenge.ts";
import { election } from "./election.ts";
import { meetingPoints, type Offer } from "./offer.ts";
import { distanceTo, type Outlook, utility } from "./outlook.ts";
import type { Setting } from "./setting.ts";
import type { SpatialSwitches } from "./switches.ts";

/** One actor's challenge of another in a turn. */
export interface SpatialChallenge {
  readonly by: number;
  readonly of: number;
  /** As the challenger sees it. */
  readonly probability: number;
  /** What the challenger expects to gain, in its own view. */
  readonly gain: number;
  /** What the challenged expects to gain, in its own view; usually negative. */
  readonly gainOf: number;
}

/** A turn: who challenged whom, which bargains each could take, and where everyone stands after it. */
export interface Turn {
  readonly challenges: readonly SpatialChallenge[];
  /** The bargain that each actor took, in the order of actors. */
  readonly taken: readonly Offer[];
  readonly positions: Float64Array;
}

interface Now {
  readonly setting: Setting;
  readonly positions: Float64Array;
  readonly ideals: Float64Array;
  readonly outlook: Outlook;
  readonly switches: SpatialSwitches;
}

/** All challenge, all choose, all move at once. */
export function turn(now: Now, uniform: () => number): Turn {
  const { setting, positions } = now;
  const { actors: n, dimensions: d } = setting;
  const { challenges, offers } = challengesOf(now);
  const worth = worthOf(now);
  const next = positions.slice();
  const taken: Offer[] = [];
  for (let k = 0; k < n; k++) {
    const offer = offers[k][choose(now, offers[k].map(worth), uniform)];
    taken.push(offer);
    next.set(offer.by === k ? offer.positionBy : offer.positionOf, k * d);
  }
  return { challenges, taken, positions: next };
}

/** Everyone's best challenge, and the bargains that lie before each actor because of them. */
function challengesOf(now: Now): { challenges: SpatialChallenge[]; offers: Offer[][] } {
  const { setting, positions, outlook, switches } = now;
  const { actors: n, dimensions: d } = setting;
  const challenges: SpatialChallenge[] = [];
  const offers: Offer[][] = Array.from({ length: n }, () => []);
  const views: View[] = Array.from({ length: n }, (_, i) => viewOf(setting, outlook, switches, i));
  // in the order of actors: a later one has offers before it comes to its own status quo
  for (let i = 0; i < n; i++) {
    const here = positions.subarray(i * d, i * d + d);
    offers[i].push({ by: i, of: i, statusQuo: true, positionBy: here, positionOf: here });
    const { target: j, prospect } = bestTarget(views[i]);
    if (j < 0) continue;
    challenges.push({ by: i, of: j, ...prospect, gainOf: prospectOf(views[j], i, j, j).gain });
    for (const offer of proposals(now, i, j, prospect, views[j])) {
      offers[i].push(offer);
      offers[j].push(offer);
    }
  }
  return { challenges, offers };
}

/** The bargain, or bargains, that follow from i's challenge of j. */
function proposals(now: Now, i: number, j: number, own: Prospect, receiver: View): Offer[] {
  const { setting, positions, switches } = now;
  const d = setting.dimensions;
  const at = (chance: number): Offer => {
    const side = (actor: number, p: number) => ({
      position: positions.subarray(actor * d, actor * d + d),
      salience: setting.salience.subarray(actor * d, actor * d + d),
      chance: p,
    });
    const points = meetingPoints(switches.interpolation, side(i, chance), side(j, 1 - chance));
    return { by: i, of: j, statusQuo: false, ...points };
  };
  const first = at(own.probability);
  if (switches.proposal === "challenger") return [first];
  // KTAB hands on the receiver's estimate of i's gain where its probability is meant, and below weighs
  // the receiver by the challenger's capability; both are kept, so that results can be compared
  const second = at(prospectOf(receiver, i, j, i).gain);
  if (switches.proposal === "both") return [first, second];
  const wi = setting.capability[i] * setting.care[i];
  const wj = setting.capability[i] * setting.care[j];
  const mix = (a: Float64Array, b: Float64Array) => a.map((x, k) => (wi * x + wj * b[k]) / (wi + wj));
  return [
    {
      ...first,
      positionBy: mix(first.positionBy, second.positionBy),
      positionOf: mix(first.positionOf, second.positionOf),
    },
  ];
}

/**
 * Everyone's mean utility over all positions if a bargain were struck and nobody else moved.
 * Each bargain lies before two actors, and the status quo before all: each is worked out once.
 */
function worthOf({ setting, ideals, outlook }: Now): (offer: Offer) => Float64Array {
  const { actors: n } = setting;
  const { distance, risk } = outlook;
  const standing = new Float64Array(n * n);
  for (let q = 0; q < n; q++) {
    for (let a = 0; a < n; a++) standing[q * n + a] = utility(distance[q * n + a], risk[a]);
  }
  const addStanding = (sum: Float64Array, q: number): void => {
    for (let a = 0, at = q * n; a < n; a++, at++) sum[a] += standing[at];
  };
  const statusQuo = new Float64Array(n);
  for (let q = 0; q < n; q++) addStanding(statusQuo, q);
  for (let a = 0; a < n; a++) statusQuo[a] /= n;
  const known = new Map<Offer, Float64Array>();
  return (offer) => {
    if (offer.statusQuo) return statusQuo;
    const before = known.get(offer);
    if (before !== undefined) return before;
    const mean = new Float64Array(n);
    for (let a = 0; a < n; a++) {
      mean[a] = utility(distanceTo(setting, ideals, a, offer.positionBy), risk[a]);
      mean[a] += utility(distanceTo(setting, ideals, a, offer.positionOf), risk[a]);
    }
    for (let q = 0; q < n; q++) if (q !== offer.by && q !== offer.of) addStanding(mean, q);
    for (let a = 0; a < n; a++) mean[a] /= n;
    known.set(offer, mean);
    return mean;
  };
}

/** Which of its bargains an actor takes: everyone votes on them with capability, salience aside. */
function choose({ setting, switches }: Now, columns: readonly Float64Array[], uniform: () => number): number {
  const chances = election(columns, setting.capability, switches);
  if (switches.choice === "drawn") return drawn(chances, uniform());
  let best = 0;
  for (let o = 1; o < chances.length; o++) if (chances[o] > chances[best]) best = o;
  return best;
}

/** The first option at which the running sum of chances reaches u. */
function drawn(chances: Float64Array, u: number): number {
  let sum = 0;
  for (let o = 0; o < chances.length; o++) {
    sum += chances[o];
    if (sum >= u) return o;
  }
  return chances.length - 1;
}

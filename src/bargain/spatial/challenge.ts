import { ascribedRisk, type Outlook, utility } from "./outlook.ts";
import type { Setting } from "./setting.ts";
import type { SpatialSwitches } from "./switches.ts";
import { vote } from "./vote.ts";

/** Keeps a coalition of nobody from dividing by zero. */
const LEAST_COALITION = 1e-10;
/** Gains below this are not worth a challenge. */
const LEAST_GAIN = 1e-5;

/** How an observer sees one actor challenge another. */
export interface Prospect {
  /** Probability that the challenger wins, as the observer sees it. */
  readonly probability: number;
  /** What the one who is asked about gains by the challenge, as the observer sees it. */
  readonly gain: number;
}

/** One observer's view of everyone in one turn, and room to work in. */
export interface View {
  readonly setting: Setting;
  readonly outlook: Outlook;
  readonly switches: SpatialSwitches;
  readonly observer: number;
  /** The risk attitude that the observer ascribes to each. */
  readonly risk: Float64Array;
  /** Utility of each actor's own position to itself. */
  readonly own: Float64Array;
}

/** How an actor sees the world in one turn. */
export function viewOf(
  setting: Setting,
  outlook: Outlook,
  switches: SpatialSwitches,
  observer: number,
): View {
  const n = setting.actors;
  const risk = new Float64Array(n);
  const own = new Float64Array(n);
  for (let q = 0; q < n; q++) {
    risk[q] = ascribedRisk(switches.riskView, outlook.risk[observer], outlook.risk[q]);
    own[q] = utility(outlook.distance[q * n + q], risk[q]);
  }
  return { setting, outlook, switches, observer, risk, own };
}

/** Utilities of i's position to everyone, as the observer sees them. */
function utilitiesOf({ setting: { actors: n }, outlook: { distance }, risk }: View, i: number): Float64Array {
  const utilities = new Float64Array(n);
  for (let q = 0; q < n; q++) utilities[q] = utility(distance[i * n + q], risk[q]);
  return utilities;
}

/** The target with the largest gain above 1e-5; the first of equals; −1 if there is none. */
export function bestTarget(view: View): { readonly target: number; readonly prospect: Prospect } {
  const { setting, observer: i } = view;
  const mine = utilitiesOf(view, i);
  let target = -1;
  let best: Prospect = { probability: 0, gain: LEAST_GAIN };
  const consider = (j: number): void => {
    const seen = weighed(view, i, j, i, mine);
    if (seen.gain > best.gain || (seen.gain === best.gain && j < target)) {
      best = seen;
      target = j;
    }
  };
  // no challenge can gain more than the difference in utility: the largest goes first, and of the others
  // only those are looked at closer for whom it is not less than the best gain
  const most = setting.weight.map((_, j) => (j === i ? -1 : Math.abs(view.own[i] - utilityTo(view, i, j))));
  let first = 0;
  for (let j = 1; j < most.length; j++) if (most[j] > most[first]) first = j;
  if (most[first] > LEAST_GAIN) consider(first);
  for (let j = 0; j < most.length; j++) {
    if (j !== first && j !== i && most[j] >= best.gain - 1e-12) consider(j);
  }
  return { target, prospect: best };
}

/** How the observer sees i challenge j, and what `whom` gains by it. */
export function prospectOf(view: View, i: number, j: number, whom: number): Prospect {
  return weighed(view, i, j, whom, utilitiesOf(view, i));
}

function utilityTo({ setting, outlook, risk }: View, whom: number, position: number): number {
  return utility(outlook.distance[position * setting.actors + whom], risk[whom]);
}

/** The challenged gives in without a contest the sooner, the less it cares. */
function weighed(view: View, i: number, j: number, whom: number, ofI: Float64Array): Prospect {
  const { forI, forJ } = coalitionsOf(view, i, j, ofI);
  const probability = forI / (forI + forJ);
  const defeat = forJ / (forI + forJ);
  const a = ofI[whom];
  const b = utilityTo(view, whom, j);
  const care = view.setting.care[j];
  const contested = probability * (a + a) + defeat * (b + b);
  return { probability, gain: (1 - care) * (a + a) + care * contested - (a + b) };
}

/**
 * The strength of the coalitions for i and for j, third parties included.
 *
 * @remarks Sums and products are in KTAB's order: its trajectories hang on last bits where gains tie.
 * ½(v + |v|) is v or 0 to the last bit, without a branch that would be guessed wrong half the time.
 */
function coalitionsOf(
  { setting, outlook, switches, risk, own }: View,
  i: number,
  j: number,
  ofI: Float64Array,
): { readonly forI: number; readonly forJ: number } {
  const { actors: n, weight } = setting;
  const { distance } = outlook;
  const { voting, commitment } = switches;
  const proportional = voting === "proportional";
  const full = commitment === "full";
  const none = commitment === "none";
  const column = j * n;
  const first = vote(voting, weight[i], ofI[i] - utility(distance[column + i], risk[i]));
  const second = vote(voting, weight[j], ofI[j] - own[j]);
  const i0 = LEAST_COALITION + Math.max(0, first) + Math.max(0, second);
  const j0 = LEAST_COALITION + Math.max(0, -first) + Math.max(0, -second);
  let forI = i0;
  let forJ = j0;
  for (let q = 0; q < n; q++) {
    if (q === i || q === j) continue;
    const ui = ofI[q];
    const uj = utility(distance[column + q], risk[q]);
    const uq = own[q];
    const w = weight[q];
    // what q could do in a contest of the three of them alone
    const v0 = proportional ? w * (ui - uj) : vote(voting, w, ui - uj);
    const size0 = Math.abs(v0);
    const withI = i0 + 0.5 * (size0 + v0);
    const withJ = j0 + 0.5 * (size0 - v0);
    const p = withI / (withI + withJ);
    const winI = ui + ui + (full ? ui : uq);
    const winJ = uj + uj + (full ? uj : uq);
    const lostToI = ui + ui + (none ? uq : ui);
    const lostToJ = uj + uj + (none ? uq : uj);
    const gain = p * winI + (1 - p) * lostToJ - (p * lostToI + (1 - p) * winJ);
    const v = proportional ? w * gain : vote(voting, w, gain);
    const size = Math.abs(v);
    forI += 0.5 * (size + v);
    forJ += 0.5 * (size - v);
  }
  return { forI, forJ };
}

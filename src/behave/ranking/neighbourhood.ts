import type { Memory } from "./memory.ts";

/** What is around an actor on a day, whatever is asked: who it met, and whom those met. */
export interface Neighbourhood {
  /** Entries in the memory's pairs, the latest first. */
  readonly partners: readonly number[];
  /** By place in `partners`: rank by fading number, and number of active days since. */
  readonly strength: Int32Array;
  readonly activeDays: Int32Array;
  /** Fading number of acts with all partners, half-life 14 days. */
  readonly recentTotal: number;
  /** Partners' partners, the nearest first; and how near, of 1 in all. */
  readonly near: readonly Weighted[];
  /** The same by what was lately. */
  readonly lately: ReadonlyMap<number, number>;
  /** Who has the same partners, and whom those met. */
  readonly alike: readonly Weighted[];
  readonly metByAlike: ReadonlyMap<number, number>;
  readonly strongest: readonly Weighted[];
}

export interface Weighted {
  readonly actor: number;
  readonly weight: number;
}

/** How many partners of an actor are looked at, the latest first. */
export const PARTNERS = 400;
const STEPS = 60;
const LATE_STEPS = 40;
const NEAR = 200;
const ALIKE = 20;
/** Half-lives of the memory's pairs, by number. */
const [DAYS, WEEKS, MONTHS] = [0, 1, 2];

/** Neighbourhoods by actor, kept for a day. */
export function neighbourhoods(memory: Memory): (s: number, day: number) => Neighbourhood {
  const kept = new Map<number, Neighbourhood>();
  let keptDay = Number.NaN;
  return (s, day) => {
    if (day !== keptDay) {
      kept.clear();
      keptDay = day;
    }
    let known = kept.get(s);
    if (known === undefined) {
      known = neighbourhood(memory, s, day);
      kept.set(s, known);
    }
    return known;
  };
}

function neighbourhood(memory: Memory, s: number, day: number): Neighbourhood {
  const { pairs, pairTarget, targets } = memory;
  const partners = memory.pairsOf[s].slice(0, PARTNERS);
  const worth = partners.map((pair) => pairs.faded(pair, WEEKS, day));
  const recentTotal = worth.reduce((sum, value) => sum + value, 0);
  const order = partners.map((_, k) => k).sort((a, b) => worth[b] - worth[a] || a - b);
  const strength = new Int32Array(partners.length);
  for (let place = 0; place < order.length; place++) strength[order[place]] = place + 1;
  const inOrder = order.slice(0, STEPS).map((k) => partners[k]);
  const walked = twoSteps(memory, s, inOrder, MONTHS, day);
  const near = [...walked]
    .map(([actor, weight]) => ({ actor, weight }))
    .sort((a, b) => b.weight - a.weight || a.actor - b.actor)
    .slice(0, NEAR);
  // Being near to the popular says little of being like them.
  const alike = near
    .slice(0, NEAR / 2)
    .map(({ actor, weight }) => ({
      actor,
      weight: weight / Math.sqrt(1 + (targets.last(actor) < 0 ? 0 : targets.faded(actor, 1, day))),
    }))
    .sort((a, b) => b.weight - a.weight || a.actor - b.actor)
    .slice(0, ALIKE);
  const all = alike.reduce((sum, { weight }) => sum + weight, 1e-9);
  const likes = alike.map(({ actor, weight }) => ({ actor, weight: weight / all }));
  return {
    partners,
    strength,
    activeDays: activeDays(memory, partners),
    recentTotal,
    near,
    lately: twoSteps(memory, s, partners.slice(0, LATE_STEPS), DAYS, day),
    alike: likes,
    metByAlike: metBy(memory, likes, day),
    strongest: order.slice(0, ALIKE).map((k) => ({
      actor: pairTarget[partners[k]],
      weight: worth[k] / (recentTotal + 0.5),
    })),
  };
}

function activeDays({ pairs }: Memory, partners: readonly number[]): Int32Array {
  const days = new Int32Array(partners.length);
  let rank = 0;
  let before = Number.NaN;
  for (let k = 0; k < partners.length; k++) {
    const last = pairs.last(partners[k]);
    if (last !== before) rank += 1;
    before = last;
    days[k] = rank;
  }
  return days;
}

/** Where a walk of two steps from s ends, by fading numbers of acts; one act in each list is nobody's. */
function twoSteps(
  { pairs, pairTarget, pairsOf }: Memory,
  s: number,
  first: readonly number[],
  halfLife: number,
  day: number,
): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const total = first.reduce((sum, pair) => sum + pairs.faded(pair, halfLife, day), 1);
  for (const pair of first) {
    const step = pairs.faded(pair, halfLife, day) / total;
    if (step < 0.001) continue;
    const theirs = pairsOf[pairTarget[pair]];
    const count = Math.min(STEPS, theirs.length);
    let sum = 1;
    for (let j = 0; j < count; j++) sum += pairs.faded(theirs[j], halfLife, day);
    for (let j = 0; j < count; j++) {
      const end = pairTarget[theirs[j]];
      if (end === s) continue;
      ends.set(end, (ends.get(end) ?? 0) + (step * pairs.faded(theirs[j], halfLife, day)) / sum);
    }
  }
  return ends;
}

function metBy(
  { pairs, pairTarget, pairsOf }: Memory,
  alike: readonly Weighted[],
  day: number,
): ReadonlyMap<number, number> {
  const met = new Map<number, number>();
  for (const { actor, weight } of alike) {
    const list = pairsOf[actor];
    const count = Math.min(50, list.length);
    let total = 2;
    for (let k = 0; k < count; k++) total += pairs.faded(list[k], WEEKS, day);
    for (let k = 0; k < count; k++) {
      const o = pairTarget[list[k]];
      met.set(o, (met.get(o) ?? 0) + (weight * pairs.faded(list[k], WEEKS, day)) / total);
    }
  }
  return met;
}

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
  /** The same by what was lately, for each actor. */
  readonly lately: Float64Array;
  /** Who has the same partners, and whom those met. */
  readonly alike: readonly Weighted[];
  readonly metByAlike: Float64Array;
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

/**
 * Neighbourhoods, worked out when the actor or the day is another than it was: questions of one actor are best
 * asked one after the other. Each holds until the next.
 */
export function neighbourhoods(memory: Memory): (s: number, day: number) => Neighbourhood {
  const room = {
    walked: tally(memory.pairsOf.length),
    lately: tally(memory.pairsOf.length),
    met: tally(memory.pairsOf.length),
  };
  let known: { readonly s: number; readonly day: number; readonly around: Neighbourhood } | undefined;
  return (s, day) => {
    if (known === undefined || known.s !== s || known.day !== day) {
      known = { s, day, around: neighbourhood(memory, room, s, day) };
    }
    return known.around;
  };
}

/** Sums by actor, most of them 0. */
interface Tally {
  readonly sums: Float64Array;
  readonly actors: readonly number[];
  add(actor: number, value: number): void;
  clear(): void;
}

function tally(size: number): Tally {
  const sums = new Float64Array(size);
  const actors: number[] = [];
  return {
    sums,
    actors,
    add(actor, value) {
      if (value === 0) return;
      if (sums[actor] === 0) actors.push(actor);
      sums[actor] += value;
    },
    clear() {
      for (const actor of actors) sums[actor] = 0;
      actors.length = 0;
    },
  };
}

function neighbourhood(
  memory: Memory,
  { walked, lately, met }: { readonly walked: Tally; readonly lately: Tally; readonly met: Tally },
  s: number,
  day: number,
): Neighbourhood {
  const { pairs, pairTarget, targets } = memory;
  const partners = memory.pairsOf[s].slice(0, PARTNERS);
  const worth = partners.map((pair) => pairs.faded(pair, WEEKS, day));
  const recentTotal = worth.reduce((sum, value) => sum + value, 0);
  const order = partners.map((_, k) => k).sort((a, b) => worth[b] - worth[a] || a - b);
  const strength = new Int32Array(partners.length);
  for (let place = 0; place < order.length; place++) strength[order[place]] = place + 1;
  const inOrder = order.slice(0, STEPS).map((k) => partners[k]);
  for (const each of [walked, lately, met]) each.clear();
  twoSteps(memory, { s, first: inOrder, halfLife: MONTHS, day }, walked);
  const near = walked.actors
    .map((actor) => ({ actor, weight: walked.sums[actor] }))
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
  twoSteps(memory, { s, first: partners.slice(0, LATE_STEPS), halfLife: DAYS, day }, lately);
  metBy(memory, likes, day, met);
  return {
    partners,
    strength,
    activeDays: activeDays(memory, partners),
    recentTotal,
    near,
    lately: lately.sums,
    alike: likes,
    metByAlike: met.sums,
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
  {
    s,
    first,
    halfLife,
    day,
  }: {
    readonly s: number;
    readonly first: readonly number[];
    readonly halfLife: number;
    readonly day: number;
  },
  ends: Tally,
): void {
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
      ends.add(end, (step * pairs.faded(theirs[j], halfLife, day)) / sum);
    }
  }
}

function metBy(
  { pairs, pairTarget, pairsOf }: Memory,
  alike: readonly Weighted[],
  day: number,
  met: Tally,
): void {
  for (const { actor, weight } of alike) {
    const list = pairsOf[actor];
    const count = Math.min(50, list.length);
    let total = 2;
    for (let k = 0; k < count; k++) total += pairs.faded(list[k], WEEKS, day);
    for (let k = 0; k < count; k++) {
      met.add(pairTarget[list[k]], (weight * pairs.faded(list[k], WEEKS, day)) / total);
    }
  }
}

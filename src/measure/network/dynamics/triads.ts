import { type Random, TawazunError } from "../../../base/index.ts";

/** A society in which everyone is the friend or the enemy of everyone else, as it changes triad by triad. */
export interface Society {
  readonly actors: number;
  /** Actor i and j are friends (+1) or enemies (−1) by `sign[i × actors + j]`, both ways round. */
  readonly sign: Int8Array;
}

/** Where a society stands. */
export interface SocietyState {
  /** Pairs that are friends, 0…1. */
  readonly friendly: number;
  /** Triads that are balanced, 0…1. */
  readonly balanced: number;
  /** If all triads are balanced, the actors of the faction without the first actor. */
  readonly others?: number;
}

/** What happened until the end. */
export interface SocietyRun {
  readonly society: Society;
  readonly state: SocietyState;
  /** Balanced: no triad left to change. Jammed: no change allowed. Stopped: after the updates allowed. */
  readonly ended: "balanced" | "jammed" | "stopped";
  readonly updates: number;
  /** The share of friendly pairs, averaged over the last half of the updates. */
  readonly meanFriendly: number;
}

/**
 * A society whose pairs are friends by chance.
 *
 * @param friendly probability that a pair is friends.
 * @throws {TawazunError} `network/too-small` with fewer than three actors.
 */
export function randomSociety(actors: number, friendly: number, random: Random): Society {
  if (!(Number.isInteger(actors) && actors >= 3)) {
    throw new TawazunError("network/too-small", `Triads need three actors or more; there are ${actors}.`);
  }
  const sign = new Int8Array(actors * actors);
  for (let i = 0; i < actors; i++) {
    for (let j = 0; j < i; j++) {
      sign[i * actors + j] = sign[j * actors + i] = random.uniform() < friendly ? 1 : -1;
    }
  }
  return { actors, sign };
}

/** Where a society stands: friendship, balance, and the size of the factions once all is balanced. */
export function societyState({ actors: n, sign }: Society): SocietyState {
  let friends = 0;
  let balanced = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      if (sign[i * n + j] > 0) friends += 1;
      for (let k = 0; k < j; k++) if (sign[i * n + j] * sign[j * n + k] * sign[i * n + k] > 0) balanced += 1;
    }
  }
  const pairs = (n * (n - 1)) / 2;
  const triads = (pairs * (n - 2)) / 3;
  const state = { friendly: friends / pairs, balanced: balanced / triads };
  if (balanced < triads) return state;
  let others = 0;
  for (let j = 1; j < n; j++) if (sign[j] < 0) others += 1;
  return { ...state, others };
}

/**
 * Local triad dynamics: a triad is drawn; if it is unbalanced, one of its pairs changes its sign.
 *
 * @param amity p, 0…1: how a triad with one hostile pair is mended: with probability p its enemies make peace, else one
 * of the two friendships breaks. Of three hostile pairs one, drawn at random, makes peace.
 * @param updates triads to draw at most.
 *
 * @remarks For p < 1/2 a large society settles at a share 1 / (1 + √(3 (1 − 2p))) of friendly pairs (mean field) and
 * reaches balance only after a time that grows exponentially with its size; for p ≥ 1/2 all become friends.
 *
 * @see Antal, Krapivsky & Redner 2005, section III.
 */
export function localTriadDynamics(
  start: Society,
  { amity, updates, random }: { readonly amity: number; readonly updates: number; readonly random: Random },
): SocietyRun {
  const n = start.actors;
  const sign = start.sign.slice();
  const pairs = (n * (n - 1)) / 2;
  let friends = Math.round(societyState(start).friendly * pairs);
  let sum = 0;
  let counted = 0;
  const flip = (i: number, j: number): void => {
    const next = -sign[i * n + j];
    sign[i * n + j] = sign[j * n + i] = next;
    friends += next;
  };
  for (let t = 0; t < updates; t++) {
    const i = random.integer(n);
    let j = random.integer(n - 1);
    if (j >= i) j += 1;
    let k = random.integer(n - 2);
    if (k >= Math.min(i, j)) k += 1;
    if (k >= Math.max(i, j)) k += 1;
    // The three were drawn in random order, so that any rule may name the first pair.
    const [ij, jk, ik] = [sign[i * n + j], sign[j * n + k], sign[i * n + k]];
    if (ij * jk * ik < 0) {
      if (ij + jk + ik < 0) flip(i, j);
      else {
        const [a, b, c] = ij < 0 ? [i, j, k] : jk < 0 ? [j, k, i] : [i, k, j];
        // a and b are enemies, c is a friend of both.
        if (random.uniform() < amity) flip(a, b);
        else flip(random.uniform() < 0.5 ? a : b, c);
      }
    }
    if (2 * t >= updates) {
      sum += friends / pairs;
      counted += 1;
    }
  }
  const society = { actors: n, sign };
  const state = societyState(society);
  const ended = state.balanced === 1 ? "balanced" : "stopped";
  return { society, state, ended, updates, meanFriendly: counted === 0 ? state.friendly : sum / counted };
}

/**
 * Constrained triad dynamics: a pair is drawn and changes its sign if that leaves fewer unbalanced triads, and with
 * probability 1/2 if it leaves as many.
 *
 * @param updates pairs to draw at most.
 * @returns balanced within a time that grows with the logarithm of the size, or, rarely, jammed.
 *
 * @see Antal, Krapivsky & Redner 2005, section IV.
 */
export function constrainedTriadDynamics(
  start: Society,
  { updates, random }: { readonly updates: number; readonly random: Random },
): SocietyRun {
  const n = start.actors;
  const sign = start.sign.slice();
  const society = { actors: n, sign };
  const pairs = (n * (n - 1)) / 2;
  /** Unbalanced less balanced triads of a pair: a change of sign turns the ones into the others. */
  const excess = (i: number, j: number): number => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum -= sign[i * n + k] * sign[j * n + k];
    return sum * sign[i * n + j];
  };
  let done = 0;
  let ended: SocietyRun["ended"] = "stopped";
  for (; done < updates; done++) {
    // Now and then, see whether anything can still change.
    if (done % pairs === 0) {
      const most = largestExcess();
      if (most < 0) {
        ended = societyState(society).balanced === 1 ? "balanced" : "jammed";
        break;
      }
    }
    const i = random.integer(n);
    let j = random.integer(n - 1);
    if (j >= i) j += 1;
    const gain = excess(i, j);
    if (gain > 0 || (gain === 0 && random.uniform() < 0.5)) {
      sign[i * n + j] = sign[j * n + i] = -sign[i * n + j];
    }
  }
  const state = societyState(society);
  return { society, state, ended, updates: done, meanFriendly: state.friendly };

  function largestExcess(): number {
    let most = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) most = Math.max(most, excess(i, j));
    return most;
  }
}

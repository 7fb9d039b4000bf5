import { exp, TawazunError } from "../base/index.ts";

const LN2 = Math.LN2;
// Weights are stored as if seen from a reference day; it moves on before 2^(age/half-life) grows too big.
const REBASE_AFTER = 200;

/** Whether an event was cooperative (1) or conflictual (−1): a number, for speed. */
export type Sign = 1 | -1;

/** Which of the four signed triads; each array has one value per target. */
export interface TriadStatistics {
  readonly friendOfFriend: Float64Array;
  readonly friendOfEnemy: Float64Array;
  readonly enemyOfFriend: Float64Array;
  readonly enemyOfEnemy: Float64Array;
}

/** Room for the four triad statistics of one sender toward n targets. */
export function triadStatistics(n: number): TriadStatistics {
  return {
    friendOfFriend: new Float64Array(n),
    friendOfEnemy: new Float64Array(n),
    enemyOfFriend: new Float64Array(n),
    enemyOfEnemy: new Float64Array(n),
  };
}

/** What one sender and each target did to each other, and the triads that join them: one value per target. */
export interface PairStatistics extends TriadStatistics {
  /** What the sender did to the target: cooperation, conflict. */
  readonly did: Float64Array;
  readonly harmed: Float64Array;
  /** What the target did to the sender. */
  readonly met: Float64Array;
  readonly suffered: Float64Array;
}

/** Room for the statistics of one sender toward n targets. */
export function pairStatistics(n: number): PairStatistics {
  return {
    ...triadStatistics(n),
    did: new Float64Array(n),
    harmed: new Float64Array(n),
    met: new Float64Array(n),
    suffered: new Float64Array(n),
  };
}

/**
 * What n actors have lately done to each other: for each ordered pair the decayed weight of cooperative
 * and of conflictual events, each event counting weight · 2^(−age / half-life).
 */
export interface History {
  readonly actors: number;
  /** Days. */
  readonly halfLife: number;
  /** Adds an event; times must not go back. `front` is needed only for {@link History.met}. */
  record(time: number, source: number, target: number, sign: Sign, weight: number, front?: number): void;
  /** Decayed weight of what `source` did to `target`. */
  value(time: number, source: number, target: number, sign: Sign): number;
  /** Decayed weight of what an actor did to anyone. */
  sent(time: number, actor: number, sign: Sign): number;
  /** Decayed weight of what anyone did to an actor. */
  received(time: number, actor: number, sign: Sign): number;
  /** Decayed weight of the conflictual events that an actor met on one front. */
  met(time: number, actor: number, front: number): number;
  /**
   * The four signed triads of one sender toward all targets.
   *
   * friendOfFriend(i, j) = Σₖ min(coop(i, k), coop(j, k)), friendOfEnemy = Σₖ min(conf(i, k), coop(j, k)),
   * enemyOfFriend = Σₖ min(coop(i, k), conf(j, k)), enemyOfEnemy = Σₖ min(conf(i, k), conf(j, k)), over k
   * other than i and j; coop and conf count both directions of a pair.
   */
  triads(time: number, source: number, into: TriadStatistics): void;
  /** All that one sender did to the targets named and met from them, with the triads; others keep their place. */
  toward(time: number, source: number, targets: readonly number[], into: PairStatistics): void;
  /** Remembers how things stand, for {@link History.rewind}. */
  mark(): void;
  /** Goes back to the last mark; to nothing where none was set. */
  rewind(): void;
}

/**
 * An empty history of n actors.
 *
 * @param actors how many; memory is 112 n² bytes, one half of it for {@link History.mark}.
 * @param halfLife days, above 0.
 * @param fronts how many fronts {@link History.met} tells apart; default 1.
 * @throws {TawazunError} `history/half-life`, `history/order`.
 *
 * @remarks All weights share one decay factor, so the passing of time costs nothing; an event costs O(n),
 * for the triads are kept up as it comes, and reading a sender's triads costs O(n). As stored weights only
 * grow, nothing is ever taken away and no error builds up. The twin in the test sums over all past events.
 *
 * @see Brandes, Lerner & Snijders 2009 for decayed signed weights; Lerner et al. 2013 for the triads;
 * minimum of the two ties as in eventnet.
 *
 * @example
 * ```ts
 * import { history, triadStatistics } from "tawazun/behave";
 * const past = history(3, 30);
 * past.record(0, 0, 1, -1, 1); // 0 attacks 1
 * past.record(0, 2, 1, 1, 4); // 2 helps 1
 * past.value(30, 0, 1, -1); //=> 0.5
 * const triads = triadStatistics(3);
 * past.triads(30, 0, triads);
 * triads.friendOfEnemy[2]; //=> 0.5
 * ```
 */
export function history(actors: number, halfLife: number, fronts = 1): History {
  if (!(halfLife > 0)) {
    throw new TawazunError("history/half-life", `The half-life is ${halfLife}; it must be above 0 days.`);
  }
  const n = actors;
  const held = columnsOf(n, fronts);
  const marked = columnsOf(n, fronts);
  const { cooperation, conflict, sent, received, met, friendFriend, friendEnemy, enemyEnemy } = held;
  let factorTime = Number.NaN;
  let factorValue = 0;

  /** What a stored weight is worth at a time. */
  function factor(time: number): number {
    if (time !== factorTime) {
      factorTime = time;
      factorValue = held.begun ? exp((-LN2 * (time - held.reference)) / halfLife) : 1;
    }
    return factorValue;
  }

  /** Sets the first reference day, or moves it on when stored weights grow too big. */
  function advance(time: number): void {
    held.last = time;
    if (held.begun && time - held.reference <= REBASE_AFTER * halfLife) return;
    const shrink = held.begun ? exp((-LN2 * (time - held.reference)) / halfLife) : 1;
    for (const column of arraysOf(held)) {
      for (let c = 0; c < column.length; c++) column[c] *= shrink;
    }
    held.begun = true;
    held.reference = time;
    factorTime = Number.NaN;
  }

  function copy(from: Columns, to: Columns): void {
    to.reference = from.reference;
    to.last = from.last;
    to.begun = from.begun;
    const source = arraysOf(from);
    arraysOf(to).forEach((column, c) => {
      column.set(source[c]);
    });
    factorTime = Number.NaN;
  }

  return {
    actors: n,
    halfLife,
    record(time, source, target, sign, weight, front = 0) {
      if (time < held.last) {
        throw new TawazunError(
          "history/order",
          `An event of day ${time} comes after one of day ${held.last}; a history is recorded in order of time.`,
        );
      }
      advance(time);
      const stored = weight * exp((LN2 * (time - held.reference)) / halfLife);
      const side = sign > 0 ? 0 : 1;
      const tie = held.both[side];
      const before = tie[source * n + target];
      (sign > 0 ? cooperation : conflict)[source * n + target] += stored;
      sent[side * n + source] += stored;
      received[side * n + target] += stored;
      if (side === 1) met[front * n + target] += stored;
      if (source === target) return;
      tie[source * n + target] += stored;
      tie[target * n + source] += stored;
      addTriads(held, n, side, source, target, before);
      addTriads(held, n, side, target, source, before);
    },
    value: (time, source, target, sign) =>
      (sign > 0 ? cooperation : conflict)[source * n + target] * factor(time),
    sent: (time, actor, sign) => sent[(sign > 0 ? 0 : n) + actor] * factor(time),
    received: (time, actor, sign) => received[(sign > 0 ? 0 : n) + actor] * factor(time),
    met: (time, actor, front) => met[front * n + actor] * factor(time),
    triads(time, source, into) {
      const f = factor(time);
      const row = source * n;
      for (let j = 0; j < n; j++) {
        into.friendOfFriend[j] = friendFriend[row + j] * f;
        into.friendOfEnemy[j] = friendEnemy[row + j] * f;
        into.enemyOfFriend[j] = friendEnemy[j * n + source] * f;
        into.enemyOfEnemy[j] = enemyEnemy[row + j] * f;
      }
    },
    toward(time, source, targets, into) {
      const f = factor(time);
      const row = source * n;
      for (let t = 0; t < targets.length; t++) {
        const j = targets[t];
        const there = row + j;
        const back = j * n + source;
        into.did[j] = cooperation[there] * f;
        into.harmed[j] = conflict[there] * f;
        into.met[j] = cooperation[back] * f;
        into.suffered[j] = conflict[back] * f;
        into.friendOfFriend[j] = friendFriend[there] * f;
        into.friendOfEnemy[j] = friendEnemy[there] * f;
        into.enemyOfFriend[j] = friendEnemy[back] * f;
        into.enemyOfEnemy[j] = enemyEnemy[there] * f;
      }
    },
    mark: () => copy(held, marked),
    rewind: () => copy(marked, held),
  };
}

interface Columns {
  reference: number;
  last: number;
  begun: boolean;
  /** [i·n + j]: what i did to j. */
  readonly cooperation: Float64Array;
  readonly conflict: Float64Array;
  /** Both directions together, the same both ways: cooperation, conflict. */
  readonly both: readonly [Float64Array, Float64Array];
  /** Cooperation of all actors, then conflict. */
  readonly sent: Float64Array;
  readonly received: Float64Array;
  readonly met: Float64Array;
  /** [i·n + j] = Σₖ min(coop(i, k), coop(j, k)), and so on; enemyOfFriend(i, j) is friendEnemy(j, i). */
  readonly friendFriend: Float64Array;
  readonly friendEnemy: Float64Array;
  readonly enemyEnemy: Float64Array;
}

function columnsOf(n: number, fronts: number): Columns {
  return {
    reference: 0,
    last: Number.NEGATIVE_INFINITY,
    begun: false,
    cooperation: new Float64Array(n * n),
    conflict: new Float64Array(n * n),
    both: [new Float64Array(n * n), new Float64Array(n * n)],
    sent: new Float64Array(2 * n),
    received: new Float64Array(2 * n),
    met: new Float64Array(n * fronts),
    friendFriend: new Float64Array(n * n),
    friendEnemy: new Float64Array(n * n),
    enemyEnemy: new Float64Array(n * n),
  };
}

function arraysOf(columns: Columns): readonly Float64Array[] {
  const { cooperation, conflict, both, sent, received, met, friendFriend, friendEnemy, enemyEnemy } = columns;
  return [
    cooperation,
    conflict,
    both[0],
    both[1],
    sent,
    received,
    met,
    friendFriend,
    friendEnemy,
    enemyEnemy,
  ];
}

/** Adds what the tie a–k, grown from `before`, gives to the triads of a with every j by way of k. */
function addTriads(held: Columns, n: number, side: 0 | 1, a: number, k: number, before: number): void {
  const sameSide = held.both[side];
  const otherSide = held.both[1 - side];
  const same = side === 0 ? held.friendFriend : held.enemyEnemy;
  const { friendEnemy } = held;
  const after = sameSide[a * n + k];
  // a tie is the same both ways, so that a row serves for a column
  const row = k * n;
  for (let j = 0; j < n; j++) {
    const alike = sameSide[row + j];
    const unlike = otherSide[row + j];
    if ((alike <= before && unlike <= before) || j === a || j === k) continue;
    if (alike > before) {
      const grown = Math.min(alike, after) - before;
      same[a * n + j] += grown;
      same[j * n + a] += grown;
    }
    if (unlike > before) {
      const grown = Math.min(unlike, after) - before;
      friendEnemy[side === 0 ? j * n + a : a * n + j] += grown;
    }
  }
}

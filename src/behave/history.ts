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
  /** A copy that goes its own way. */
  copy(): History;
}

/**
 * An empty history of n actors.
 *
 * @param actors how many; memory is 56 n² bytes.
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
  return opened(n, halfLife, fronts, {
    reference: 0,
    last: Number.NEGATIVE_INFINITY,
    begun: false,
    directed: [new Float64Array(n * n), new Float64Array(n * n)],
    both: [new Float64Array(n * n), new Float64Array(n * n)],
    sent: [new Float64Array(n), new Float64Array(n)],
    received: [new Float64Array(n), new Float64Array(n)],
    met: new Float64Array(n * fronts),
    friendFriend: new Float64Array(n * n),
    friendEnemy: new Float64Array(n * n),
    enemyEnemy: new Float64Array(n * n),
  });
}

/** Pairs hold cooperation first, conflict second. */
interface Columns {
  reference: number;
  last: number;
  begun: boolean;
  /** [i·n + j]: what i did to j. */
  readonly directed: readonly [Float64Array, Float64Array];
  /** Both directions together. */
  readonly both: readonly [Float64Array, Float64Array];
  readonly sent: readonly [Float64Array, Float64Array];
  readonly received: readonly [Float64Array, Float64Array];
  readonly met: Float64Array;
  /** [i·n + j] = Σₖ min(coop(i, k), coop(j, k)), and so on; enemyOfFriend(i, j) is friendEnemy(j, i). */
  readonly friendFriend: Float64Array;
  readonly friendEnemy: Float64Array;
  readonly enemyEnemy: Float64Array;
}

function opened(n: number, halfLife: number, fronts: number, held: Columns): History {
  const [cooperation, conflict] = held.directed;
  const { met, friendFriend, friendEnemy, enemyEnemy } = held;
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
    const columns = [...held.directed, ...held.both, ...held.sent, ...held.received];
    for (const column of [...columns, met, friendFriend, friendEnemy, enemyEnemy]) {
      for (let c = 0; c < column.length; c++) column[c] *= shrink;
    }
    held.begun = true;
    held.reference = time;
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
      held.directed[side][source * n + target] += stored;
      held.sent[side][source] += stored;
      held.received[side][target] += stored;
      if (side === 1) met[front * n + target] += stored;
      if (source === target) return;
      tie[source * n + target] += stored;
      tie[target * n + source] += stored;
      addTriads(held, n, side, source, target, before);
      addTriads(held, n, side, target, source, before);
    },
    value: (time, source, target, sign) =>
      (sign > 0 ? cooperation : conflict)[source * n + target] * factor(time),
    sent: (time, actor, sign) => held.sent[sign > 0 ? 0 : 1][actor] * factor(time),
    received: (time, actor, sign) => held.received[sign > 0 ? 0 : 1][actor] * factor(time),
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
    copy: () =>
      opened(n, halfLife, fronts, {
        ...held,
        directed: [cooperation.slice(), conflict.slice()],
        both: [held.both[0].slice(), held.both[1].slice()],
        sent: [held.sent[0].slice(), held.sent[1].slice()],
        received: [held.received[0].slice(), held.received[1].slice()],
        met: met.slice(),
        friendFriend: friendFriend.slice(),
        friendEnemy: friendEnemy.slice(),
        enemyEnemy: enemyEnemy.slice(),
      }),
  };
}

/** Adds what the tie a–k, grown from `before`, gives to the triads of a with every j by way of k. */
function addTriads(held: Columns, n: number, side: 0 | 1, a: number, k: number, before: number): void {
  const after = held.both[side][a * n + k];
  const [friends, enemies] = held.both;
  const same = side === 0 ? held.friendFriend : held.enemyEnemy;
  const sameSide = held.both[side];
  for (let j = 0; j < n; j++) {
    if (j === a || j === k) continue;
    const alike = sameSide[j * n + k];
    if (alike > before) {
      const grown = Math.min(alike, after) - before;
      same[a * n + j] += grown;
      same[j * n + a] += grown;
    }
    const unlike = (side === 0 ? enemies : friends)[j * n + k];
    if (unlike > before) {
      const grown = Math.min(unlike, after) - before;
      held.friendEnemy[side === 0 ? j * n + a : a * n + j] += grown;
    }
  }
}

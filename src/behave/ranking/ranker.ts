import { exp, TawazunError } from "../../base/index.ts";
import { type Candidates, candidateSource } from "./candidates.ts";
import { memory, type StreamShape } from "./memory.ts";
import { rules } from "./rules.ts";
import { rankingStatistics } from "./statistics.ts";

/** Events of one day, as columns: who did what to whom. */
export interface DayOfEvents {
  readonly day: number;
  readonly source: ArrayLike<number>;
  readonly type: ArrayLike<number>;
  readonly target: ArrayLike<number>;
}

/** "Whom will it do this to?" or, asked backward, "who will do this to it?" */
export interface Question {
  readonly actor: number;
  readonly type: number;
  readonly asks: "target" | "source";
}

/** A candidate, how probable it is, and why. */
export interface RankedActor {
  readonly actor: number;
  /** Among the candidates: who is none of them is taken to be out of the question. */
  readonly probability: number;
  /** Statistics that speak for (above 0) or against it, in log odds, the weightiest first. */
  readonly because: readonly { readonly statistic: string; readonly logOdds: number }[];
}

/** Learns online who acts how toward whom next. */
export interface Ranker {
  /** Who may be the answer on a day, the most probable first; an empty list if nothing is known. */
  rank(question: Question, day: number, most?: number): readonly RankedActor[];
  /** Answers every question of a day from what was before it, both ways; then takes the day in. */
  take(events: DayOfEvents, options: { readonly learn: boolean; readonly asked?: Asked }): void;
  /** Weights by statistic that hold for every type. */
  weights(): readonly { readonly statistic: string; readonly weight: number }[];
}

/** Told of each question that {@link Ranker.take} answers. */
export type Asked = (answered: {
  readonly question: Question;
  readonly answer: number;
  /** Among all actors, other right answers of the day left out; ties count by half. */
  readonly rank: number;
  /** Probability given to the right answer; 0 if it was no candidate. */
  readonly probability: number;
  /** Probability of the first-ranked, among the same. */
  readonly best: number;
  /** What had been before: the same act, another act between the two, or neither. */
  readonly known: "act" | "pair" | "nothing";
}) => void;

/** Learning rates and how much a type's own weights are held back; chosen on the valid days of ICEWS14. */
const RATE = 0.12;
const OWN_RATE = 0.04;
const OWN_SHRINK = 2e-4;

/**
 * A ranker that knows nothing yet.
 *
 * @throws {TawazunError} `ranking/shape`.
 * @remarks A conditional logit over candidates (who was met lately, who is popular for the type, who is
 * popular at home) on named statistics of type-specific history, with weights w + w(type), learned by
 * AdaGrad in one pass. Each question sees only days before its own.
 * @see Stadtfeld & Block 2017 for the choice model.
 * @example
 * ```ts
 * import { ranker } from "tawazun/behave";
 * const learned = ranker({ actors: 3, types: 1, days: 9 });
 * for (let day = 0; day < 8; day++) {
 *   learned.take({ day, source: [0], type: [0], target: [1] }, { learn: true });
 * }
 * learned.rank({ actor: 0, type: 0, asks: "target" }, 8)[0].actor; //=> 1
 * ```
 */
export function ranker(shape: StreamShape): Ranker {
  const { actors, types } = shape;
  if (!(actors >= 1 && types >= 1 && shape.days >= 1)) {
    throw new TawazunError(
      "ranking/shape",
      "A stream to be ranked has at least one actor, one type and one day.",
    );
  }
  const held = memory(shape);
  const sure = rules(2 * types);
  const candidatesOf = candidateSource(held, sure, actors, types);
  const width = rankingStatistics.length;
  const shared = learned(width);
  const own = learned(width * 2 * types);
  const gradient = new Float64Array(width);
  let scores = new Float64Array(1024);

  /** Scores of candidates, as weights relative to the best; gives their sum. */
  function weigh({ count, values }: Candidates, r: number): number {
    if (scores.length < count) scores = new Float64Array(2 * count);
    const base = r * width;
    let top = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < count; c++) {
      let score = 0;
      const from = c * width;
      for (let p = 0; p < width; p++) score += (shared.weight[p] + own.weight[base + p]) * values[from + p];
      scores[c] = score;
      if (score > top) top = score;
    }
    let total = 0;
    for (let c = 0; c < count; c++) {
      scores[c] = exp(scores[c] - top);
      total += scores[c];
    }
    return total;
  }

  const typeOf = ({ type, asks }: Question): number => (asks === "target" ? type : type + types);

  function answer(
    question: Question,
    right: ReadonlySet<number>,
    truth: number,
    day: number,
    { learn, asked }: { readonly learn: boolean; readonly asked?: Asked },
  ): void {
    const r = typeOf(question);
    const candidates = candidatesOf(question.actor, r, day);
    const total = weigh(candidates, r);
    const { count, actors: who } = candidates;
    let at = -1;
    let others = 0;
    let best = 0;
    for (let c = 0; c < count; c++) {
      if (who[c] === truth) at = c;
      else if (right.has(who[c])) {
        others += scores[c];
        continue;
      }
      if (scores[c] > best) best = scores[c];
    }
    const left = total - others;
    if (asked !== undefined) {
      const pair = held.pairs.find(question.actor * actors + truth);
      const act = pair < 0 ? -1 : held.acts.find(pair * 2 * types + r);
      asked({
        question,
        answer: truth,
        rank: rankOf(candidates, right, at),
        probability: at < 0 ? 0 : scores[at] / left,
        best: left > 0 ? best / left : 0,
        known: act >= 0 ? "act" : pair >= 0 ? "pair" : "nothing",
      });
    }
    if (learn && at >= 0) {
      gradient.fill(0);
      for (let c = 0; c < count; c++) {
        if (c !== at && right.has(who[c])) continue;
        const push = (c === at ? 1 : 0) - scores[c] / left;
        if (push > -1e-5 && push < 1e-5) continue;
        const from = c * width;
        for (let p = 0; p < width; p++) gradient[p] += push * candidates.values[from + p];
      }
      shared.step(0, gradient, RATE, 0);
      own.step(r * width, gradient, OWN_RATE, OWN_SHRINK);
    }
  }

  function rankOf({ count, actors: who }: Candidates, right: ReadonlySet<number>, at: number): number {
    let above = 0;
    let level = 0;
    let among = 0;
    for (let c = 0; c < count; c++) {
      if (c !== at && right.has(who[c])) continue;
      among += 1;
      if (at < 0 || c === at) continue;
      if (scores[c] > scores[at]) above += 1;
      else if (scores[c] === scores[at]) level += 1;
    }
    if (at >= 0) return above + level / 2 + 1;
    // Nobody tells the others apart: the mean of the places left.
    return among + (actors - (right.size - 1) - among + 1) / 2;
  }

  return {
    rank(question, day, most = 10) {
      const r = typeOf(question);
      const candidates = candidatesOf(question.actor, r, day);
      const total = weigh(candidates, r);
      const order = Array.from({ length: candidates.count }, (_, c) => c).sort(
        (a, b) => scores[b] - scores[a],
      );
      return order.slice(0, most).map((c) => ({
        actor: candidates.actors[c],
        probability: scores[c] / total,
        because: rankingStatistics
          .map((statistic, p) => ({
            statistic,
            logOdds: (shared.weight[p] + own.weight[r * width + p]) * candidates.values[c * width + p],
          }))
          .filter(({ logOdds }) => Math.abs(logOdds) > 0.005)
          .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds)),
      }));
    },
    take({ day, source, type, target }, options) {
      const answers = new Map<number, Set<number>>();
      const keyOf = (actor: number, r: number): number => actor * 2 * types + r;
      const right = (key: number): Set<number> => {
        let set = answers.get(key);
        if (set === undefined) {
          set = new Set();
          answers.set(key, set);
        }
        return set;
      };
      for (let e = 0; e < source.length; e++) {
        right(keyOf(source[e], type[e])).add(target[e]);
        right(keyOf(target[e], type[e] + types)).add(source[e]);
      }
      for (let e = 0; e < source.length; e++) {
        const forward: Question = { actor: source[e], type: type[e], asks: "target" };
        const backward: Question = { actor: target[e], type: type[e], asks: "source" };
        answer(forward, right(keyOf(source[e], type[e])), target[e], day, options);
        answer(backward, right(keyOf(target[e], type[e] + types)), source[e], day, options);
      }
      for (const [key, set] of answers) {
        const r = key % (2 * types);
        const s = (key - r) / (2 * types);
        for (const pair of held.pairsOf[s].slice(0, 400)) {
          const isRight = set.has(held.pairTarget[pair]);
          for (const act of held.pairActs[pair]) {
            sure.seen(held.actType[act], r, sure.bucket(day - held.acts.last(act)), isRight);
          }
        }
      }
      for (let e = 0; e < source.length; e++) {
        held.record(source[e], type[e], target[e], day);
        held.record(target[e], type[e] + types, source[e], day);
      }
    },
    weights: () => rankingStatistics.map((statistic, p) => ({ statistic, weight: shared.weight[p] })),
  };
}

/** Weights that learn by AdaGrad. */
function learned(size: number): {
  readonly weight: Float64Array;
  step(from: number, gradient: Float64Array, rate: number, shrink: number): void;
} {
  const weight = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-3);
  return {
    weight,
    step(from, gradient, rate, shrink) {
      for (let p = 0; p < gradient.length; p++) {
        const g = gradient[p] - shrink * weight[from + p];
        if (g === 0) continue;
        squares[from + p] += g * g;
        weight[from + p] += (rate * g) / Math.sqrt(squares[from + p]);
      }
    },
  };
}

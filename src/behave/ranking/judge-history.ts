import type { Asking, Gathering } from "./candidates.ts";
import { ln1 } from "./ln1.ts";
import type { Memory } from "./memory.ts";
import type { Neighbourhood } from "./neighbourhood.ts";
import type { Rules } from "./rules.ts";
import { at, binOf, fewRecencyBins, rankBins, rankingStatistics, recencyBins } from "./statistics.ts";

/** What the asker and each candidate have done to each other: makes candidates of the asker's partners. */
export function judgeHistory(
  memory: Memory,
  rules: Rules,
  types: number,
  made: Gathering,
): (asking: Asking, around: Neighbourhood) => void {
  const both = 2 * types;
  const width = rankingStatistics.length;
  const actors = memory.pairsOf.length;
  const { acts, pairs, answers, targets, directed, totalOf, fresh } = memory;
  const { values } = made;

  function partner({ s, r, day }: Asking, around: Neighbourhood, k: number): void {
    const pair = around.partners[k];
    const o = memory.pairTarget[pair];
    const c = made.place(o);
    made.pairs[c] = pair;
    made.known[c] = 1;
    const from = c * width;
    const recent = pairs.faded(pair, 1, day);
    const total = pairs.total(pair);
    const p = from + at.pair;
    values[p] = 1;
    values[p + 1] = ln1(pairs.faded(pair, 0, day));
    values[p + 2] = ln1(recent);
    values[p + 3] = ln1(pairs.faded(pair, 2, day));
    values[p + 4] = ln1(total);
    values[p + 5] = total / totalOf.source[s];
    values[p + 6] = recent / around.recentTotal;
    values[p + 7] = 1 / (k + 1);
    values[p + 8] = total / totalOf.source[o];
    values[p + 9] = recent / (targets.faded(o, 1, day) + 0.1);
    values[from + at.pairRecency + binOf(day - pairs.last(pair), recencyBins)] = 1;
    values[from + at.pairRank + binOf(k + 1, rankBins)] = 1;
    values[from + at.pairDays + binOf(around.activeDays[k], rankBins)] = 1;
    values[from + at.pairStrength + binOf(around.strength[k], rankBins)] = 1;
    const way = directed.find((s * actors + o) * 2 + (r < types ? 0 : 1));
    if (way >= 0) {
      values[from + at.direction] = 1;
      values[from + at.direction + 1] = ln1(directed.faded(way, 0, day));
      const bin = binOf(day - directed.last(way), fewRecencyBins);
      if (bin < fewRecencyBins.length) values[from + at.direction + 2 + bin] = 1;
    }
    imply(from, pair, r, day);
  }

  /** What other acts toward the same actor imply for this type. */
  function imply(from: number, pair: number, r: number, day: number): void {
    let surest = 0;
    let none = 1;
    let sum = 0;
    let count = 0;
    for (let act = memory.pairActs.first(pair); act >= 0; act = memory.pairActs.next(act)) {
      count += 1;
      const sure = rules.confidence(memory.actType[act], r, rules.bucket(day - acts.last(act)));
      if (sure > surest) surest = sure;
      none *= 1 - sure;
      sum += sure;
    }
    values[from + at.rules] = ln1(100 * surest);
    values[from + at.rules + 1] = ln1(100 * (1 - none));
    values[from + at.rules + 2] = ln1((100 * sum) / Math.max(1, count));
  }

  function sameActs(list: readonly number[], { r, day }: Asking): void {
    const worth = list.map((act) => acts.faded(act, 1, day));
    const recentActs = worth.reduce((sum, value) => sum + value, 0);
    const total = list.reduce((sum, act) => sum + acts.total(act), 0);
    const among = ln1(list.length);
    let days = 0;
    let before = Number.NaN;
    list.forEach((act, k) => {
      const last = acts.last(act);
      if (last !== before) days += 1;
      before = last;
      const o = memory.actTarget[act];
      const c = made.find(o);
      if (c < 0) return;
      made.known[c] = 0;
      const from = c * width;
      const b = from + at.same;
      values[b] = 1;
      values[b + 1] = ln1(acts.faded(act, 0, day));
      values[b + 2] = ln1(worth[k]);
      values[b + 3] = ln1(acts.faded(act, 2, day));
      values[b + 4] = ln1(acts.total(act));
      values[b + 5] = acts.total(act) / total;
      values[b + 6] = worth[k] / recentActs;
      values[b + 7] = 1 / (k + 1);
      values[b + 8] = acts.total(act) / answers.total(answers.find(r * actors + o));
      values[from + at.sameRecency + binOf(day - last, recencyBins)] = 1;
      values[from + at.sameRank + binOf(k + 1, rankBins)] = 1;
      values[from + at.sameDays + binOf(days, rankBins)] = 1;
      values[from + at.among] = among;
    });
    const order = list.map((_, k) => k).sort((a, b) => worth[b] - worth[a] || a - b);
    for (let place = 0; place < order.length; place++) {
      const c = made.find(memory.actTarget[list[order[place]]]);
      if (c < 0) continue;
      values[c * width + at.sameStrength + binOf(place + 1, rankBins)] = 1;
    }
  }

  function sameActBack({ s, r, day }: Asking): void {
    const back = r < types ? r + types : r - types;
    for (const act of memory.actsOf.get(s * both + back) ?? []) {
      const c = made.find(memory.actTarget[act]);
      if (c < 0) continue;
      const age = day - acts.last(act);
      const b = c * width + at.answer;
      values[b] = 1;
      if (age <= 3) values[b + 1] = 1;
      if (age <= 14) values[b + 2] = 1;
    }
  }

  function newActs({ s, r }: Asking, size: number): void {
    const those = [1, ln1(size), fresh.actsOf.of(s), fresh.actsBy.of(r)];
    for (let c = 0; c < made.count; c++) {
      if (made.known[c] !== 1) continue;
      for (let j = 0; j < those.length; j++) values[c * width + at.newAct + j] = those[j];
    }
  }

  return (asking, around) => {
    for (let k = 0; k < around.partners.length; k++) partner(asking, around, k);
    const list = memory.actsOf.get(asking.s * both + asking.r) ?? [];
    sameActs(list, asking);
    sameActBack(asking);
    newActs(asking, list.length);
  };
}

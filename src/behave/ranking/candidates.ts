import { log } from "../../base/index.ts";
import type { Memory } from "./memory.ts";
import type { Rules } from "./rules.ts";
import { at, binOf, rankBins, rankingStatistics, recencyBins } from "./statistics.ts";

/** How many partners of an actor are looked at, the latest first. */
const PARTNERS = 400;

/** Who may be the answer to a question, each with its statistics. */
export interface Candidates {
  readonly count: number;
  readonly actors: Int32Array;
  /** [c · statistics + p]. */
  readonly values: Float64Array;
  /** For each candidate, its entry among the asker's pairs; −1 for one never met. */
  readonly pairs: Int32Array;
}

/** Works out candidates and their statistics; gives views that the next question overwrites. */
export function candidateSource(
  memory: Memory,
  rules: Rules,
  actors: number,
  types: number,
): (s: number, r: number, day: number) => Candidates {
  const both = 2 * types;
  const width = rankingStatistics.length;
  const most = PARTNERS + 200 + 150;
  const slot = new Int32Array(actors).fill(-1);
  const made = {
    count: 0,
    actors: new Int32Array(most),
    values: new Float64Array(most * width),
    pairs: new Int32Array(most),
  };
  const { acts, pairs, answers, homeAnswers, targets, homes } = memory;
  const opposite = (r: number): number => (r < types ? r + types : r - types);

  function place(o: number, pair: number): number {
    const known = slot[o];
    if (known >= 0) return known;
    const c = made.count++;
    slot[o] = c;
    made.actors[c] = o;
    made.pairs[c] = pair;
    made.values.fill(0, c * width, (c + 1) * width);
    return c;
  }

  return (s, r, day) => {
    for (let c = 0; c < made.count; c++) slot[made.actors[c]] = -1;
    made.count = 0;
    const { values } = made;
    const partners = memory.pairsOf[s];
    const sourceTotal = memory.totalOf.source[s];
    let recentTotal = 0;
    const looked = Math.min(PARTNERS, partners.length);
    for (let k = 0; k < looked; k++) recentTotal += pairs.faded(partners[k], 1, day);
    for (let k = 0; k < looked; k++) {
      const pair = partners[k];
      const from = place(memory.pairTarget[pair], pair) * width;
      const recent = pairs.faded(pair, 1, day);
      const b = from + at.pair;
      values[b] = 1;
      values[b + 1] = log(1 + pairs.faded(pair, 0, day));
      values[b + 2] = log(1 + recent);
      values[b + 3] = log(1 + pairs.faded(pair, 2, day));
      values[b + 4] = log(1 + pairs.total(pair));
      values[b + 5] = pairs.total(pair) / sourceTotal;
      values[b + 6] = recent / recentTotal;
      values[b + 7] = 1 / (k + 1);
      values[from + at.pairRecency + binOf(day - pairs.last(pair), recencyBins)] = 1;
      values[from + at.pairRank + binOf(k + 1, rankBins)] = 1;
      imply(from, pair, r, day);
    }
    const list = memory.actsOf.get(s * both + r);
    if (list !== undefined) {
      let total = 0;
      let recentActs = 0;
      for (let k = 0; k < list.length; k++) {
        total += acts.total(list[k]);
        recentActs += acts.faded(list[k], 1, day);
      }
      for (let k = 0; k < list.length; k++) {
        const act = list[k];
        const c = slot[memory.actTarget[act]];
        if (c < 0) continue;
        const from = c * width;
        const recent = acts.faded(act, 1, day);
        const b = from + at.same;
        values[b] = 1;
        values[b + 1] = log(1 + acts.faded(act, 0, day));
        values[b + 2] = log(1 + recent);
        values[b + 3] = log(1 + acts.faded(act, 2, day));
        values[b + 4] = log(1 + acts.total(act));
        values[b + 5] = acts.total(act) / total;
        values[b + 6] = recent / recentActs;
        values[b + 7] = 1 / (k + 1);
        values[from + at.sameRecency + binOf(day - acts.last(act), recencyBins)] = 1;
        values[from + at.sameRank + binOf(k + 1, rankBins)] = 1;
      }
    }
    const back = memory.actsOf.get(s * both + opposite(r));
    if (back !== undefined) {
      for (const act of back) {
        const c = slot[memory.actTarget[act]];
        if (c < 0) continue;
        const age = day - acts.last(act);
        values[c * width + at.answer] = 1;
        if (age <= 3) values[c * width + at.answer + 1] = 1;
        if (age <= 14) values[c * width + at.answer + 2] = 1;
      }
    }
    const country = homes.country(s);
    for (const o of memory.popular(r, day)) place(o, -1);
    if (country > 0) for (const o of memory.popularAt(country, r, day)) place(o, -1);
    for (let c = 0; c < made.count; c++) popularity(c, s, r, day, country);
    return made;
  };

  /** What other acts toward the same actor imply for this type. */
  function imply(from: number, pair: number, r: number, day: number): void {
    let surest = 0;
    let none = 1;
    let sum = 0;
    const list = memory.pairActs[pair];
    for (const act of list) {
      const sure = rules.confidence(memory.actType[act], r, rules.bucket(day - acts.last(act)));
      surest = Math.max(surest, sure);
      none *= 1 - sure;
      sum += sure;
    }
    made.values[from + at.rules] = log(1 + 100 * surest);
    made.values[from + at.rules + 1] = log(1 + 100 * (1 - none));
    made.values[from + at.rules + 2] = log(1 + (100 * sum) / Math.max(1, list.length));
  }

  function popularity(c: number, s: number, r: number, day: number, country: number): void {
    const { values } = made;
    const o = made.actors[c];
    const from = c * width;
    const stranger = made.pairs[c] < 0;
    const answer = answers.find(r * actors + o);
    if (answer >= 0) {
      const lately = log(1 + answers.faded(answer, 1, day));
      values[from + at.popularity] = log(1 + answers.faded(answer, 0, day));
      values[from + at.popularity + 1] = lately;
      values[from + at.popularity + 2] = log(1 + answers.total(answer));
      if (stranger) {
        values[from + at.stranger] = lately;
        values[from + at.stranger + 2] = log(1 + (1000 * answers.total(answer)) / memory.totalOf.type[r]);
      }
    }
    const last = targets.last(o);
    if (last >= 0) {
      const lately = log(1 + targets.faded(o, 1, day));
      values[from + at.popularity + 3] = log(1 + targets.faded(o, 0, day));
      values[from + at.popularity + 4] = lately;
      values[from + at.popularity + 5] = log(1 + targets.total(o));
      if (stranger) values[from + at.stranger + 1] = lately;
      const age = day - last;
      if (age <= 1) values[from + at.activity] = 1;
      else if (age <= 3) values[from + at.activity + 1] = 1;
      else if (age <= 7) values[from + at.activity + 2] = 1;
    }
    if (country > 0) {
      const home = homeAnswers.find((country * both + r) * actors + o);
      if (home >= 0) {
        const lately = log(1 + homeAnswers.faded(home, 1, day));
        values[from + at.country] = lately;
        values[from + at.country + 1] = log(1 + homeAnswers.total(home));
        if (stranger) values[from + at.country + 2] = lately;
      }
      if (homes.country(o) === country) {
        values[from + at.country + 3] = 1;
        if (stranger) values[from + at.country + 4] = 1;
      }
      const met = memory.countryTypes.get((country * homes.countries + homes.country(o)) * both + r) ?? 0;
      const all = memory.countryTypes.get(-(country * both + r) - 1) ?? 0;
      values[from + at.country + 5] = log(1 + (20 * met) / (all + 2));
    }
    const sector = homes.sector(s);
    if (sector > 0) {
      const met = memory.sectorTypes.get((sector * homes.sectors + homes.sector(o)) * both + r) ?? 0;
      const all = memory.sectorTypes.get(-(sector * both + r) - 1) ?? 0;
      values[from + at.country + 6] = log(1 + (20 * met) / (all + 2));
    }
  }
}

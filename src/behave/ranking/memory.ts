import { type Counters, counters, fading, type Keyed, keyed } from "./counters.ts";
import { type Homes, homes } from "./home.ts";

/** How large a stream is. */
export interface StreamShape {
  readonly actors: number;
  /** Types of events; a type asked backward (who did it to me?) is counted as one more, k + types. */
  readonly types: number;
  /** Days from the first to the last that will be asked. */
  readonly days: number;
  readonly actorNames?: readonly string[];
}

/** Entries of a list in order of recency, the latest first. */
export type Recent = number[];

/** Everything that is remembered of past events, each seen from both its ends. */
export interface Memory {
  /** Acts of s toward o of type r. */
  readonly acts: Keyed;
  readonly actTarget: number[];
  readonly actType: number[];
  /** Acts of s toward o of any type. */
  readonly pairs: Keyed;
  readonly pairTarget: number[];
  /** Entries in `acts` of each pair. */
  readonly pairActs: number[][];
  /** By s · types + r: entries in `acts`. */
  readonly actsOf: ReadonlyMap<number, Recent>;
  /** By s: entries in `pairs`. */
  readonly pairsOf: readonly Recent[];
  /** Answers o to r, whoever asked; and by the asker's country. */
  readonly answers: Keyed;
  readonly homeAnswers: Keyed;
  /** Events toward o. */
  readonly targets: Counters;
  /** By r, and by country · types + r: the most popular answers lately. */
  popular(type: number, day: number): readonly number[];
  popularAt(country: number, type: number, day: number): readonly number[];
  readonly totalOf: { readonly type: Float64Array; readonly source: Float64Array };
  /** By country of s, country of o, type; and the same of sectors. */
  readonly countryTypes: Map<number, number>;
  readonly sectorTypes: Map<number, number>;
  readonly homes: Homes;
  /** A past event, seen from s. */
  record(s: number, r: number, o: number, day: number): void;
}

/** Half-lives of acts and pairs, then of answers, then of targets, in days. */
const HALF_LIVES = { acts: [3, 14, 60], answers: [7, 45], targets: [2, 14] } as const;
const RENEWED_EVERY = 3;

/** An empty memory. */
export function memory({ actors, types, days, actorNames }: StreamShape): Memory {
  const both = 2 * types;
  const tables = {
    acts: HALF_LIVES.acts.map((h) => fading(h, days)),
    answers: HALF_LIVES.answers.map((h) => fading(h, days)),
    targets: HALF_LIVES.targets.map((h) => fading(h, days)),
  };
  const acts = keyed(tables.acts);
  const pairs = keyed(tables.acts);
  const answers = keyed(tables.answers);
  const homeAnswers = keyed(tables.answers);
  const targets = counters(tables.targets);
  for (let o = 0; o < actors; o++) targets.add();
  const where = homes(actors, actorNames);
  const actTarget: number[] = [];
  const actType: number[] = [];
  const pairTarget: number[] = [];
  const pairActs: number[][] = [];
  const actsOf = new Map<number, Recent>();
  const pairsOf: Recent[] = Array.from({ length: actors }, () => []);
  const answerTarget: number[] = [];
  const homeTarget: number[] = [];
  const top = popularLists(answers, answerTarget, 200);
  const homeTop = popularLists(homeAnswers, homeTarget, 150);
  const totalOf = { type: new Float64Array(both), source: new Float64Array(actors) };
  const countryTypes = new Map<number, number>();
  const sectorTypes = new Map<number, number>();
  const more = (map: Map<number, number>, key: number): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  return {
    acts,
    actTarget,
    actType,
    pairs,
    pairTarget,
    pairActs,
    actsOf,
    pairsOf,
    answers,
    homeAnswers,
    targets,
    popular: top.of,
    popularAt: (country, type, day) => homeTop.of(country * both + type, day),
    totalOf,
    countryTypes,
    sectorTypes,
    homes: where,
    record(s, r, o, day) {
      const known = pairs.count();
      const pair = pairs.record(s * actors + o, day);
      if (pair === known) {
        pairTarget.push(o);
        pairActs.push([]);
        pairsOf[s].unshift(pair);
      } else toFront(pairsOf[s], pair);
      const knownActs = acts.count();
      const act = acts.record(pair * both + r, day);
      const key = s * both + r;
      let list = actsOf.get(key);
      if (list === undefined) {
        list = [];
        actsOf.set(key, list);
      }
      if (act === knownActs) {
        actTarget.push(o);
        actType.push(r);
        pairActs[pair].push(act);
        list.unshift(act);
      } else toFront(list, act);
      const knownAnswers = answers.count();
      const answer = answers.record(r * actors + o, day);
      if (answer === knownAnswers) {
        answerTarget.push(o);
        top.add(r, answer);
      }
      const country = where.country(s);
      if (country > 0) {
        const knownHome = homeAnswers.count();
        const home = homeAnswers.record((country * both + r) * actors + o, day);
        if (home === knownHome) {
          homeTarget.push(o);
          homeTop.add(country * both + r, home);
        }
        more(countryTypes, (country * where.countries + where.country(o)) * both + r);
        more(countryTypes, -(country * both + r) - 1);
      }
      const sector = where.sector(s);
      if (sector > 0) {
        more(sectorTypes, (sector * where.sectors + where.sector(o)) * both + r);
        more(sectorTypes, -(sector * both + r) - 1);
      }
      where.met(s, o);
      targets.hit(o, day);
      totalOf.type[r] += 1;
      totalOf.source[s] += 1;
    },
  };
}

function toFront(list: Recent, entry: number): void {
  let at = 0;
  while (list[at] !== entry) at += 1;
  for (; at > 0; at--) list[at] = list[at - 1];
  list[0] = entry;
}

/** The most popular entries of lists, worked out anew every few days. */
function popularLists(
  counts: Counters,
  targets: readonly number[],
  most: number,
): { add(list: number, entry: number): void; of(list: number, day: number): readonly number[] } {
  const lists = new Map<number, { entries: number[]; top: readonly number[]; day: number }>();
  return {
    add(list, entry) {
      const known = lists.get(list);
      if (known === undefined) lists.set(list, { entries: [entry], top: [], day: -1000 });
      else known.entries.push(entry);
    },
    of(list, day) {
      const known = lists.get(list);
      if (known === undefined) return [];
      if (day - known.day >= RENEWED_EVERY) {
        known.day = day;
        const worth = known.entries.map((entry) => counts.faded(entry, 1, day));
        const order = known.entries.map((_, k) => k).sort((a, b) => worth[b] - worth[a] || a - b);
        known.top = order.slice(0, most).map((k) => targets[known.entries[k]]);
      }
      return known.top;
    },
  };
}

import { type Chains, chains } from "./chains.ts";
import { type Counters, counters, fading } from "./counters.ts";
import { type Homes, homes } from "./home.ts";
import { type Keyed, keyed } from "./keyed.ts";
import { type Newness, newness } from "./newness.ts";
import { popularLists } from "./popular.ts";

/** How large a stream is. */
export interface StreamShape {
  readonly actors: number;
  /** Types of events; a type asked backward (who did it to me?) is counted as one more, k + types. */
  readonly types: number;
  /** Days from the first to the last that will be asked. */
  readonly days: number;
  /** Names of the form `Sector_(Country)` tell who is at home where. */
  readonly actorNames?: readonly string[];
  readonly typeNames?: readonly string[];
}

/** Whether two have met with the same act, with another, or not at all. */
export type Acquaintance = "act" | "pair" | "nothing";

/** Entries of a list in order of recency, the latest first. */
export type Recent = number[];

/** Everything that is remembered of past events, each seen from both its ends. */
export interface Memory {
  /** Acts of s toward o of type r. */
  readonly acts: Keyed;
  readonly actTarget: number[];
  readonly actType: number[];
  /** Acts between s and o of any type, whoever did them. */
  readonly pairs: Keyed;
  readonly pairTarget: number[];
  /** Entries in `acts` of each pair. */
  readonly pairActs: Chains;
  /** The same in one direction only: key (s · actors + o) · 2, and 1 more if o did them. */
  readonly directed: Keyed;
  /** By s · 2 types + r: entries in `acts`. */
  readonly actsOf: ReadonlyMap<number, Recent>;
  /** By s: entries in `pairs`. */
  readonly pairsOf: readonly Recent[];
  /** Answers o to r: whoever asked, whoever asked of a country, of a sector. */
  readonly answers: Keyed;
  readonly homeAnswers: Keyed;
  readonly sectorAnswers: Keyed;
  /** Events of any type toward o; and of those of a country. */
  readonly targets: Counters;
  readonly homeTargets: Keyed;
  /** By r, and by country and r: the most popular answers lately. */
  popular(type: number, day: number): readonly number[];
  popularAt(country: number, type: number, day: number): readonly number[];
  readonly totalOf: { readonly type: Float64Array; readonly source: Float64Array };
  /** Share of new partners, and of new types toward old partners; by s, and by r. */
  readonly fresh: {
    readonly partnersOf: Newness;
    readonly partnersBy: Newness;
    readonly actsOf: Newness;
    readonly actsBy: Newness;
  };
  readonly meetings: Meetings;
  readonly homes: Homes;
  /** How s has met o, if acts of type r are asked about. */
  acquaintance(s: number, r: number, o: number): Acquaintance;
  /** A past event, seen from s. */
  record(s: number, r: number, o: number, day: number): void;
}

/** How often countries and sectors have met, by type. */
export interface Meetings {
  /** Share of a country's acts of a type that went to another country. */
  countries(of: number, toward: number, r: number): number;
  /** Acts of a type toward actors of a country. */
  toward(country: number, r: number): number;
  /** Share of a sector's acts of a type that went to another sector; and so at home or abroad alone. */
  sectors(of: number, toward: number, r: number, where?: "home" | "abroad"): number;
}

/** Half-lives in days. */
const HALF_LIVES = {
  acts: [3, 14, 60],
  directed: [14],
  answers: [2, 7, 45],
  homeAnswers: [7, 45],
  sectorAnswers: [45],
  targets: [2, 14],
  homeTargets: [14],
} as const;

/** An empty memory. */
export function memory({ actors, types, days, actorNames }: StreamShape): Memory {
  const both = 2 * types;
  const tables = (what: keyof typeof HALF_LIVES): Float64Array[] =>
    HALF_LIVES[what].map((halfLife) => fading(halfLife, days));
  const acts = keyed(tables("acts"));
  const pairs = keyed(tables("acts"));
  const directed = keyed(tables("directed"));
  const answers = keyed(tables("answers"));
  const homeAnswers = keyed(tables("homeAnswers"));
  const sectorAnswers = keyed(tables("sectorAnswers"));
  const homeTargets = keyed(tables("homeTargets"));
  const targets = counters(tables("targets"));
  for (let o = 0; o < actors; o++) targets.add();
  const where = homes(actors, actorNames);
  const met = meetings(where, both);
  const actTarget: number[] = [];
  const actType: number[] = [];
  const pairTarget: number[] = [];
  const pairActs = chains();
  const actsOf = new Map<number, Recent>();
  const pairsOf: Recent[] = Array.from({ length: actors }, () => []);
  const answerTarget: number[] = [];
  const homeTarget: number[] = [];
  const top = popularLists(answers, answerTarget, { most: 200, half: 2 });
  const homeTop = popularLists(homeAnswers, homeTarget, { most: 150, half: 1 });
  const totalOf = { type: new Float64Array(both), source: new Float64Array(actors) };
  const fresh = {
    partnersOf: newness(actors),
    partnersBy: newness(both),
    actsOf: newness(actors),
    actsBy: newness(both),
  };

  function recordAct(s: number, r: number, o: number, day: number): void {
    const known = pairs.count();
    const pair = pairs.record(s * actors + o, day);
    const isNew = pair === known;
    if (isNew) {
      pairTarget.push(o);
      pairsOf[s].unshift(pair);
    } else toFront(pairsOf[s], pair);
    directed.record((s * actors + o) * 2 + (r < types ? 0 : 1), day);
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
      pairActs.add(pair, act);
      list.unshift(act);
    } else toFront(list, act);
    fresh.partnersOf.hit(s, isNew);
    fresh.partnersBy.hit(r, isNew);
    if (!isNew) {
      fresh.actsOf.hit(s, act === knownActs);
      fresh.actsBy.hit(r, act === knownActs);
    }
  }

  function recordAnswer(s: number, r: number, o: number, day: number): void {
    const known = answers.count();
    const answer = answers.record(r * actors + o, day);
    if (answer === known) {
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
      homeTargets.record(country * actors + o, day);
    }
    const sector = where.sector(s);
    if (sector > 0) sectorAnswers.record((sector * both + r) * actors + o, day);
  }

  return {
    acts,
    actTarget,
    actType,
    pairs,
    pairTarget,
    pairActs,
    directed,
    actsOf,
    pairsOf,
    answers,
    homeAnswers,
    sectorAnswers,
    targets,
    homeTargets,
    popular: top.of,
    popularAt: (country, type, day) => homeTop.of(country * both + type, day),
    totalOf,
    fresh,
    meetings: met,
    homes: where,
    acquaintance(s, r, o) {
      const pair = pairs.find(s * actors + o);
      return pair < 0 ? "nothing" : acts.find(pair * both + r) < 0 ? "pair" : "act";
    },
    record(s, r, o, day) {
      recordAct(s, r, o, day);
      recordAnswer(s, r, o, day);
      met.hit(s, r, o);
      where.met(s, o);
      targets.hit(o, day);
      totalOf.type[r] += 1;
      totalOf.source[s] += 1;
    },
  };
}

function meetings(where: Homes, both: number): Meetings & { hit(s: number, r: number, o: number): void } {
  const countryPairs = keyed([]);
  const fromCountry = keyed([]);
  const toCountry = keyed([]);
  const wheres = ["all", "home", "abroad"] as const;
  const sectorPairs = wheres.map(() => keyed([]));
  const fromSector = wheres.map(() => keyed([]));
  const count = (of: Keyed, key: number): number => {
    const entry = of.find(key);
    return entry < 0 ? 0 : of.total(entry);
  };
  const countryKey = (a: number, b: number, r: number): number => (a * where.countries + b) * both + r;
  const sectorKey = (a: number, b: number, r: number): number => (a * where.sectors + b) * both + r;
  return {
    countries: (of, toward, r) =>
      count(countryPairs, countryKey(of, toward, r)) / (count(fromCountry, of * both + r) + 2),
    toward: (country, r) => count(toCountry, country * both + r),
    sectors(of, toward, r, place) {
      const k = place === undefined ? 0 : wheres.indexOf(place);
      return count(sectorPairs[k], sectorKey(of, toward, r)) / (count(fromSector[k], of * both + r) + 2);
    },
    hit(s, r, o) {
      const [a, b] = [where.country(s), where.country(o)];
      if (b > 0) toCountry.record(b * both + r, 0);
      if (a > 0) {
        countryPairs.record(countryKey(a, b, r), 0);
        fromCountry.record(a * both + r, 0);
      }
      const sector = where.sector(s);
      if (sector === 0) return;
      const places = a > 0 && b > 0 ? [0, a === b ? 1 : 2] : [0];
      for (const k of places) {
        sectorPairs[k].record(sectorKey(sector, where.sector(o), r), 0);
        fromSector[k].record(sector * both + r, 0);
      }
    },
  };
}

function toFront(list: Recent, entry: number): void {
  let at = 0;
  while (list[at] !== entry) at += 1;
  for (; at > 0; at--) list[at] = list[at - 1];
  list[0] = entry;
}

import { type Memory, memory, type StreamShape } from "./memory.ts";
import type { DayOfEvents } from "./ranker.ts";
import { RULE_AGES, type Rules, rules } from "./rules.ts";

/** What was until a day, and how a day is added to it. */
export interface Past {
  readonly held: Memory;
  readonly sure: Rules;
  /** All right answers to each question of a day, by actor · 2 types + type, where a type asked backward is that many more. */
  answers(events: DayOfEvents): Answers;
  /** Takes a day in. */
  add(events: DayOfEvents, answers: Answers): void;
}

export type Answers = ReadonlyMap<number, ReadonlySet<number>>;

/** So many partners are asked what earlier acts toward them implied. */
const WITNESSES = 400;

/** A past without events. */
export function past(shape: StreamShape): Past {
  const { types } = shape;
  const both = 2 * types;
  const held = memory(shape);
  const sure = rules(both);
  /** How many acts of each type and age an actor's partners were met with; and which of these there are. */
  const counts = new Int32Array(both * RULE_AGES);
  let kinds: number[] = [];
  const kindOf = (act: number, day: number): number =>
    held.actType[act] * RULE_AGES + sure.bucket(day - held.acts.last(act));

  /** Counts what an actor's latest partners were met with; gives those partners, as entries of pairs. */
  function countActs(s: number, day: number): ReadonlySet<number> {
    for (const kind of kinds) counts[kind] = 0;
    kinds = [];
    const partners = held.pairsOf[s].slice(0, WITNESSES);
    for (const pair of partners) {
      for (let act = held.pairActs.first(pair); act >= 0; act = held.pairActs.next(act)) {
        const kind = kindOf(act, day);
        if (counts[kind] === 0) kinds.push(kind);
        counts[kind] += 1;
      }
    }
    return new Set(partners);
  }

  /** Rules from what an actor's partners were met with to what came on a day. */
  function learnRules(answers: Answers, day: number): void {
    let before = -1;
    let partners: ReadonlySet<number> = new Set();
    for (const [key, right] of [...answers].sort(([a], [b]) => a - b)) {
      const r = key % both;
      const s = (key - r) / both;
      if (s !== before) partners = countActs(s, day);
      before = s;
      for (const kind of kinds) {
        const bucket = kind % RULE_AGES;
        sure.asked((kind - bucket) / RULE_AGES, r, bucket, counts[kind]);
      }
      for (const o of right) {
        const pair = held.pairs.find(s * shape.actors + o);
        if (!partners.has(pair)) continue;
        for (let act = held.pairActs.first(pair); act >= 0; act = held.pairActs.next(act))
          sure.came(held.actType[act], r, sure.bucket(day - held.acts.last(act)));
      }
    }
  }
  return {
    held,
    sure,
    answers({ source, type, target }) {
      const answers = new Map<number, Set<number>>();
      const right = (key: number, answer: number): void => {
        const known = answers.get(key);
        if (known === undefined) answers.set(key, new Set([answer]));
        else known.add(answer);
      };
      for (let e = 0; e < source.length; e++) {
        right(source[e] * both + type[e], target[e]);
        right(target[e] * both + type[e] + types, source[e]);
      }
      return answers;
    },
    add({ day, source, type, target }, answers) {
      learnRules(answers, day);
      for (let e = 0; e < source.length; e++) {
        held.record(source[e], type[e], target[e], day);
        held.record(target[e], type[e] + types, source[e], day);
      }
    },
  };
}

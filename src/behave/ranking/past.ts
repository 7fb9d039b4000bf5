import { type Memory, memory, type StreamShape } from "./memory.ts";
import type { DayOfEvents } from "./ranker.ts";
import { type Rules, rules } from "./rules.ts";

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
      for (const [key, right] of answers) {
        const r = key % both;
        const partners = held.pairsOf[(key - r) / both];
        for (let k = 0; k < Math.min(WITNESSES, partners.length); k++) {
          const isRight = right.has(held.pairTarget[partners[k]]);
          for (const act of held.pairActs[partners[k]])
            sure.seen(held.actType[act], r, sure.bucket(day - held.acts.last(act)), isRight);
        }
      }
      for (let e = 0; e < source.length; e++) {
        held.record(source[e], type[e], target[e], day);
        held.record(target[e], type[e] + types, source[e], day);
      }
    },
  };
}

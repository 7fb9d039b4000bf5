import type { DayOfEvents } from "../../../src/behave/index.ts";
import type { Stream } from "./stream.ts";

interface Seen {
  readonly day: number;
  readonly count: number;
}

/**
 * The check of an evaluator, without weights: those who were the answer to the same question before, ranked
 * by the last day on which they were, and all others level behind them. Ties count as the mean rank.
 *
 * @returns mean reciprocal ranks on the test days: by the day alone; by the day, then by how often.
 */
export function lastOccurrenceAlone({ names, types, train, valid, test }: Stream): {
  readonly day: number;
  readonly count: number;
} {
  const past = new Map<number, Map<number, Seen>>();
  const sums = { day: 0, count: 0 };
  let questions = 0;
  const both = 2 * types;
  const sides = ({ source, type, target }: DayOfEvents): [key: number, answer: number][] =>
    Array.from(source).flatMap((s, e): [number, number][] => [
      [s * both + type[e], target[e]],
      [target[e] * both + type[e] + types, s],
    ]);
  const remember = (asked: readonly (readonly [number, number])[], day: number): void => {
    for (const [key, answer] of asked) {
      let list = past.get(key);
      if (list === undefined) {
        list = new Map();
        past.set(key, list);
      }
      list.set(answer, { day, count: (list.get(answer)?.count ?? 0) + 1 });
    }
  };
  for (const day of [...train, ...valid]) remember(sides(day), day.day);
  for (const day of test) {
    const asked = sides(day);
    const right = new Map<number, Set<number>>();
    for (const [key, answer] of asked) right.set(key, (right.get(key) ?? new Set()).add(answer));
    for (const [key, answer] of asked) {
      const ranks = ranksOf(past.get(key) ?? new Map(), right.get(key) ?? new Set(), answer, names.length);
      sums.day += 1 / ranks.day;
      sums.count += 1 / ranks.count;
      questions += 1;
    }
    remember(asked, day.day);
  }
  return { day: sums.day / questions, count: sums.count / questions };
}

function ranksOf(
  list: ReadonlyMap<number, Seen>,
  right: ReadonlySet<number>,
  answer: number,
  actors: number,
): { readonly day: number; readonly count: number } {
  const own = list.get(answer);
  const rivals = [...list].filter(([actor]) => actor !== answer && !right.has(actor)).map(([, seen]) => seen);
  if (own === undefined) {
    const never = actors - right.size - rivals.length;
    const rank = rivals.length + never / 2 + 1;
    return { day: rank, count: rank };
  }
  const later = rivals.filter(({ day }) => day > own.day).length;
  const level = rivals.filter(({ day }) => day === own.day);
  const oftener = level.filter(({ count }) => count > own.count).length;
  const equal = level.filter(({ count }) => count === own.count).length;
  return { day: later + level.length / 2 + 1, count: later + oftener + equal / 2 + 1 };
}

/** A stretch of a walk: actors in order, and how much weight goes along. */
export interface Stretch {
  readonly through: number[];
  readonly weight: number;
}

/**
 * What reduced pairs are made of. A pair is a bundle of strands; a strand is a pair of the graph itself, or two
 * pairs one after the other, met in an actor that is gone. Weight is taken from a pair strand by strand.
 */
export interface Strands {
  /** A pair of the graph itself, with all its weight. */
  own(a: number, b: number, weight: number): number;
  /** A pair from a to b that starts without strands. */
  bundle(a: number, b: number): number;
  /** Adds to a bundle the way over one pair, then another. */
  join(bundle: number, one: number, two: number, weight: number): void;
  /** Takes weight out of a pair, as walks from a to its other end. */
  take(pair: number, a: number, weight: number): Stretch[];
}

export function strands(): Strands {
  const ends: [number, number][] = [];
  // Rest of each strand, and the two pairs it runs over (none for a pair of the graph itself).
  const parts: { rest: number; readonly over?: readonly [number, number] }[][] = [];

  function take(pair: number, a: number, weight: number): Stretch[] {
    const b = ends[pair][0] === a ? ends[pair][1] : ends[pair][0];
    const taken: Stretch[] = [];
    let left = weight;
    for (const part of parts[pair]) {
      if (left <= 0) break;
      const much = Math.min(left, part.rest);
      if (much <= 0) continue;
      part.rest -= much;
      left -= much;
      if (part.over === undefined) {
        taken.push({ through: [a, b], weight: much });
        continue;
      }
      const [one, two] = ends[part.over[0]].includes(a) ? part.over : [part.over[1], part.over[0]];
      const middle = ends[one][0] === a ? ends[one][1] : ends[one][0];
      taken.push(...chained(take(one, a, much), take(two, middle, much)));
    }
    return taken;
  }

  return {
    own(a, b, weight) {
      parts.push([{ rest: weight }]);
      return ends.push([a, b]) - 1;
    },
    bundle(a, b) {
      parts.push([]);
      return ends.push([a, b]) - 1;
    },
    join(bundle, one, two, weight) {
      parts[bundle].push({ rest: weight, over: [one, two] });
    },
    take,
  };
}

/** Stretches that end where others begin, of the same weight in all, as stretches over both. */
export function chained(before: readonly Stretch[], after: readonly Stretch[]): Stretch[] {
  const chain: Stretch[] = [];
  let i = 0;
  let j = 0;
  let usedBefore = 0;
  let usedAfter = 0;
  while (i < before.length && j < after.length) {
    const weight = Math.min(before[i].weight - usedBefore, after[j].weight - usedAfter);
    chain.push({ through: [...before[i].through, ...after[j].through.slice(1)], weight });
    usedBefore += weight;
    usedAfter += weight;
    if (usedBefore >= before[i].weight) {
      i += 1;
      usedBefore = 0;
    }
    if (usedAfter >= after[j].weight) {
      j += 1;
      usedAfter = 0;
    }
  }
  return chain;
}

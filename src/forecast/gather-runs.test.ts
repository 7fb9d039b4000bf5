import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatherRuns, PICTURED } from "./gather-runs.ts";
import { merge, type Observations } from "./observe.ts";

/** Runs `from` to before `to` of two months, three outcomes and two movers, each number telling its run. */
function shard(from: number, to: number): Observations {
  const rows = (each: number): number[] =>
    Array.from({ length: (to - from) * each }, (_, at) => ((from + Math.floor(at / each)) * 7 + at) % 251);
  return {
    from,
    to,
    months: 2,
    answers: Uint8Array.from(rows(1)),
    measures: Float64Array.from(rows(3)),
    trouble: Uint8Array.from(rows(2)),
    kinds: Uint16Array.from(rows(4)),
    signatures: Uint16Array.from(rows(1)),
    bounded: Uint8Array.from(rows(1)),
    share: Float32Array.from(rows(4)),
    groupShare: new Float32Array(0),
    count: Float32Array.from(rows(2)),
    open: Uint8Array.from(rows(2)),
  };
}

const cuts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });

function partsOf(lengths: readonly number[]): readonly Observations[] {
  let from = 0;
  return lengths.map((length) => {
    const part = shard(from, from + length);
    from += length;
    return part;
  });
}

describe("runs gathered as they come", () => {
  it("are those of shards merged at the end, however they are cut and wherever it stops", () => {
    fc.assert(
      fc.property(cuts, fc.nat(20), (lengths, more) => {
        const parts = partsOf(lengths);
        const whole = merge(parts);
        const gathered = gatherRuns(whole.to + more);
        for (const part of parts) gathered.take(part);
        expect(gathered.end()).toEqual(whole);
      }),
    );
  });

  it("leave out what is not wanted, and nothing else", () => {
    const parts = partsOf([5, 3]);
    const gathered = gatherRuns(8, PICTURED);
    for (const part of parts) gathered.take(part);
    const none = { share: new Float32Array(0), groupShare: new Float32Array(0), open: new Uint8Array(0) };
    expect(gathered.end()).toEqual({ ...merge(parts), ...none });
  });

  it("must come in their order, without a gap, and no more than were announced", () => {
    const [first, second, third] = partsOf([5, 3, 4]);
    const gathered = gatherRuns(8);
    expect(gathered.end()).toBe(undefined);
    gathered.take(first);
    expect(() => gathered.take(third)).toThrow("do not follow");
    gathered.take(second);
    expect(() => gathered.take(third)).toThrow("do not follow");
  });
});

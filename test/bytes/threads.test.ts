import { describe, expect, it } from "vitest";
import { inProcess, merge, type Observations } from "../../src/forecast/index.ts";
import { threads } from "../../src/run/index.ts";
import { troubledCase } from "../worlds/small-case.ts";
import { fingerprint, shardOf } from "./fingerprint.ts";

describe("carrying out on threads", () => {
  it("gives the bytes of one process, on one thread or three, in shards of any size", async () => {
    const source = troubledCase();
    const whole = shardOf(source, 60);
    const cut = (size: number) =>
      Array.from({ length: Math.ceil(60 / size) }, (_, k) => ({
        ...whole,
        from: k * size,
        to: Math.min(60, (k + 1) * size),
      }));
    const alone = inProcess();
    const expected = fingerprint(merge(await alone.carryOut(source, [whole])));
    for (const [workers, size] of [
      [1, 50],
      [3, 7],
    ] as const) {
      const pool = threads(workers);
      try {
        const done: number[] = [];
        const parts = await pool.carryOut(source, cut(size), { onRuns: (runs) => done.push(runs) });
        expect(fingerprint(merge(parts))).toBe(expected);
        expect(done.at(-1)).toBe(60);
      } finally {
        await pool.close();
      }
    }
  });

  it("passes a caller's mistake on in words", async () => {
    const source = troubledCase();
    const shard = shardOf(source, 10);
    const pool = threads(1);
    try {
      await expect(
        pool.carryOut(source, [{ ...shard, scenario: { ...shard.scenario, policy: "brave" } }]),
      ).rejects.toThrow(/no policy "brave"/);
    } finally {
      await pool.close();
    }
  });

  it("stops when told to, and keeps what is done", async () => {
    const source = troubledCase();
    const whole = shardOf(source, 400);
    const shards = Array.from({ length: 40 }, (_, k) => ({ ...whole, from: k * 10, to: (k + 1) * 10 }));
    const stop = new AbortController();
    const pool = threads(2);
    const parts: Observations[] = [];
    const take = (part: Observations): void => {
      parts.push(part);
      if (parts.length === 4) stop.abort();
    };
    try {
      await pool.stream(source, shards, take, { signal: stop.signal });
      // the pieces at hand then may still be handed in, and are the first ones whatever came when
      expect(parts.length).toBeGreaterThanOrEqual(4);
      expect(parts.length).toBeLessThan(40);
      const first = await inProcess().carryOut(source, shards.slice(0, parts.length));
      expect(fingerprint(merge(parts))).toBe(fingerprint(merge(first)));
    } finally {
      await pool.close();
    }
  });
});

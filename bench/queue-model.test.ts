import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type QueueModel, queueRun } from "./queue-model.ts";

const ideal: QueueModel = {
  pieces: 100,
  threads: 8,
  piece: 1,
  spread: 0,
  queue: 0,
  asker: 0,
  lives: Number.POSITIVE_INFINITY,
  back: 60,
  lease: 15,
  ahead: 1024,
  seed: "model",
};

describe("the model of a cluster's queue", () => {
  it("takes as many rounds as there are, where nothing costs anything and nobody dies", () => {
    // 100 pieces on 8 threads: 13 rounds of one second
    expect(queueRun(ideal)).toEqual({
      makespan: 13,
      threadsBusy: 100 / (13 * 8),
      queueBusy: 0,
      askerBusy: 0,
      again: 0,
    });
  });

  it("is never faster than any of its parts allows", () => {
    const parts = fc.record({
      pieces: fc.integer({ min: 1, max: 400 }),
      threads: fc.integer({ min: 1, max: 40 }),
      spread: fc.double({ min: 0, max: 1, noNaN: true }),
      queue: fc.double({ min: 0, max: 0.2, noNaN: true }),
      asker: fc.double({ min: 0, max: 0.2, noNaN: true }),
      lives: fc.constantFrom(20, 200, Number.POSITIVE_INFINITY),
    });
    fc.assert(
      fc.property(parts, (given) => {
        const { makespan, threadsBusy, queueBusy, askerBusy } = queueRun({ ...ideal, ...given });
        expect(makespan).toBeGreaterThanOrEqual(given.pieces * given.queue - 1e-9);
        expect(makespan).toBeGreaterThanOrEqual(given.pieces * given.asker - 1e-9);
        for (const busy of [threadsBusy, queueBusy, askerBusy]) expect(busy).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 60 },
    );
  });

  it("comes to the rate of the queue, once threads are many", () => {
    const { makespan, queueBusy } = queueRun({
      ...ideal,
      pieces: 5000,
      threads: 1000,
      queue: 0.01,
      ahead: 1e9,
    });
    expect(makespan / (5000 * 0.01)).toBeLessThan(1.05);
    expect(queueBusy).toBeGreaterThan(0.95);
  });

  it("does again what the dead leave behind: lives of mean L lose a part 1 − e^(−p/L) of the tries", () => {
    const { again } = queueRun({ ...ideal, pieces: 20_000, threads: 64, lives: 20, back: 0 });
    // failures before a success at chance q: n·q/(1 − q), with q = 1 − e^(−1/20); within four deviations
    const q = 1 - Math.exp(-1 / 20);
    const expected = (20_000 * q) / (1 - q);
    expect(Math.abs(again - expected)).toBeLessThan((4 * Math.sqrt(20_000 * q)) / (1 - q));
  });

  it("waits for one piece that was left behind, if it may not run far ahead of it", () => {
    const dying = { ...ideal, pieces: 4000, threads: 64, lives: 300, back: 30, lease: 60 };
    const narrow = queueRun({ ...dying, ahead: 128 });
    const wide = queueRun({ ...dying, ahead: 1e9 });
    expect(narrow.makespan).toBeGreaterThan(1.5 * wide.makespan);
  });
});

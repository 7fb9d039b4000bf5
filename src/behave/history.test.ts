import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type History, history, pairStatistics, type Sign, triadStatistics } from "./history.ts";

interface Past {
  readonly time: number;
  readonly i: number;
  readonly j: number;
  readonly sign: Sign;
  readonly weight: number;
  readonly front: number;
}

const n = 6;
const pasts = fc
  .array(
    fc.record({
      gap: fc.constantFrom(0, 0, 1, 3, 40, 900, 5000),
      i: fc.nat(n - 1),
      j: fc.nat(n - 1),
      sign: fc.constantFrom<Sign>(1, -1),
      weight: fc.integer({ min: 1, max: 40 }).map((w) => w / 4),
      front: fc.nat(1),
    }),
    { maxLength: 60 },
  )
  .map((steps) => {
    let time = 15_000;
    return steps.map(({ gap, ...rest }): Past => {
      time += gap;
      return { ...rest, time };
    });
  });

// The definition, letter by letter: sums over all past events.
const decayed = (past: readonly Past[], now: number, halfLife: number, keep: (p: Past) => boolean): number =>
  past.reduce((sum, p) => sum + (keep(p) ? p.weight * 2 ** (-(now - p.time) / halfLife) : 0), 0);

function told(past: readonly Past[], halfLife: number): History {
  const made = history(n, halfLife, 2);
  for (const p of past) made.record(p.time, p.i, p.j, p.sign, p.weight, p.front);
  return made;
}

const near = (a: number, b: number): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(b)));

describe("history", () => {
  it("gives each pair, sender and receiver the sum over all past events, however long ago", () => {
    fc.assert(
      fc.property(pasts, fc.constantFrom(7, 30, 365), fc.constantFrom(0, 0.5, 100), (past, h, later) => {
        const made = told(past, h);
        const now = (past.at(-1)?.time ?? 15_000) + later;
        for (const sign of [1, -1] as const) {
          for (let i = 0; i < n; i++) {
            near(
              made.sent(now, i, sign),
              decayed(past, now, h, (p) => p.i === i && p.sign === sign),
            );
            near(
              made.received(now, i, sign),
              decayed(past, now, h, (p) => p.j === i && p.sign === sign),
            );
            for (let j = 0; j < n; j++) {
              near(
                made.value(now, i, j, sign),
                decayed(past, now, h, (p) => p.i === i && p.j === j && p.sign === sign),
              );
            }
          }
        }
        for (let i = 0; i < n; i++) {
          near(
            made.met(now, i, 1),
            decayed(past, now, h, (p) => p.j === i && p.sign < 0 && p.front === 1),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives the four signed triads as defined", () => {
    fc.assert(
      fc.property(pasts, fc.constantFrom(30, 365), (past, h) => {
        const made = told(past, h);
        const now = (past.at(-1)?.time ?? 15_000) + 3;
        const tie = (sign: Sign, a: number, b: number): number =>
          decayed(
            past,
            now,
            h,
            (p) => p.sign === sign && ((p.i === a && p.j === b) || (p.i === b && p.j === a)),
          );
        const triads = triadStatistics(n);
        for (let i = 0; i < n; i++) {
          made.triads(now, i, triads);
          for (let j = 0; j < n; j++) {
            const sums = { ff: 0, fe: 0, ef: 0, ee: 0 };
            for (let k = 0; k < n; k++) {
              if (k === i || k === j || i === j) continue;
              sums.ff += Math.min(tie(1, i, k), tie(1, j, k));
              sums.fe += Math.min(tie(-1, i, k), tie(1, j, k));
              sums.ef += Math.min(tie(1, i, k), tie(-1, j, k));
              sums.ee += Math.min(tie(-1, i, k), tie(-1, j, k));
            }
            near(triads.friendOfFriend[j], sums.ff);
            near(triads.friendOfEnemy[j], sums.fe);
            near(triads.enemyOfFriend[j], sums.ef);
            near(triads.enemyOfEnemy[j], sums.ee);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("halves in a half-life, and goes back to where it was marked", () => {
    const made = history(2, 10);
    made.record(100, 0, 1, 1, 8);
    made.mark();
    near(made.value(110, 0, 1, 1), 4);
    made.record(105, 0, 1, 1, 8);
    near(made.value(110, 0, 1, 1), 4 + 8 * Math.sqrt(0.5));
    made.rewind();
    near(made.value(110, 0, 1, 1), 4);
    near(made.value(130, 0, 1, 1), 1);
    made.record(102, 0, 1, 1, 8);
    near(made.sent(112, 0, 1), 8 * 2 ** -1.2 + 4);
  });

  it("goes back to nothing where nothing was marked", () => {
    const made = history(2, 10);
    made.record(100, 0, 1, 1, 8);
    made.rewind();
    expect(made.value(110, 0, 1, 1)).toBe(0);
    made.record(7, 0, 1, -1, 8);
    near(made.value(17, 0, 1, -1), 4);
  });

  it("says of some targets together what it says of each alone", () => {
    fc.assert(
      fc.property(pasts, fc.nat(n - 1), fc.uniqueArray(fc.nat(n - 1)), (past, i, targets) => {
        const made = told(past, 30);
        const now = (past.at(-1)?.time ?? 15_000) + 3;
        const triads = triadStatistics(n);
        made.triads(now, i, triads);
        const pairs = pairStatistics(n);
        made.toward(now, i, targets, pairs);
        for (let j = 0; j < n; j++) {
          const named = targets.includes(j) ? 1 : 0;
          expect(pairs.did[j]).toBe(named * made.value(now, i, j, 1));
          expect(pairs.harmed[j]).toBe(named * made.value(now, i, j, -1));
          expect(pairs.met[j]).toBe(named * made.value(now, j, i, 1));
          expect(pairs.suffered[j]).toBe(named * made.value(now, j, i, -1));
          for (const name of ["friendOfFriend", "friendOfEnemy", "enemyOfFriend", "enemyOfEnemy"] as const)
            expect(pairs[name][j]).toBe(named * triads[name][j]);
        }
      }),
    );
  });

  it("refuses events that go back in time, and a half-life of 0", () => {
    const made = history(2, 10);
    made.record(5, 0, 1, 1, 1);
    expect(() => made.record(4, 0, 1, 1, 1)).toThrow(/in order of time/);
    expect(() => history(2, 0)).toThrow(/above 0 days/);
  });

  it("is empty before the first event", () => {
    const made = history(2, 10);
    expect(made.value(0, 0, 1, 1)).toBe(0);
    expect(made.met(1e6, 1, 0)).toBe(0);
  });
});

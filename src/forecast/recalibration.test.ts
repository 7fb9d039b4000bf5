import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recalibrated, recalibration } from "./recalibration.ts";
import { brierScore, type Judged, logScore } from "./scores.ts";

const logit = (p: number): number => Math.log(p / (1 - p));
const forecasts = fc.array(
  fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), outcome: fc.boolean() }),
  { minLength: 1, maxLength: 40 },
);

describe("a recalibration", () => {
  it("takes forecasts as they are where there is no record", () => {
    for (const p of [0, 0.001, 0.3, 1]) expect(recalibrated(p, recalibration([]))).toBe(p);
  });

  it("stands where the slopes of likelihood and prior cancel, or at a slope of nothing", () => {
    fc.assert(
      fc.property(forecasts, (record) => {
        const { slope } = recalibration(record);
        // the derivative of Σ log-likelihood − (slope − 1)² / 2, written out
        let upSlope = 1 - slope;
        for (const { probability, outcome } of record) {
          const x = logit(Math.min(0.99, Math.max(0.01, probability)));
          upSlope += ((outcome ? 1 : 0) - 1 / (1 + Math.exp(-slope * x))) * x;
        }
        if (slope > 0) expect(upSlope).toBeCloseTo(0, 8);
        else expect(upSlope).toBeLessThanOrEqual(1e-8);
      }),
    );
  });

  it("finds again how sure a forecaster is too sure, from a long record", () => {
    // who says p where the odds are right at half his log-odds
    const record: Judged[] = [];
    for (let p = 0.02; p < 0.99; p += 0.02) {
      const true_ = 1 / (1 + Math.exp(-0.5 * logit(p)));
      for (let k = 0; k < 1000; k++) record.push({ probability: p, outcome: (k + 0.5) / 1000 < true_ });
    }
    const { slope } = recalibration(record);
    expect(slope).toBeCloseTo(0.5, 1);
  });

  it("never turns a forecast round: who is always wrong is not believed at all", () => {
    const record = Array.from({ length: 40 }, (_, k) => ({
      probability: k % 2 === 0 ? 0.95 : 0.05,
      outcome: k % 2 === 1,
    }));
    const learned = recalibration(record);
    expect(learned.slope).toBe(0);
    expect(recalibrated(0.9, learned)).toBeCloseTo(0.5, 10);
  });

  it("keeps the order of forecasts, and stays between 0 and 1", () => {
    fc.assert(
      fc.property(
        forecasts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (record, p, q) => {
          const learned = recalibration(record);
          const [low, high] = [Math.min(p, q), Math.max(p, q)];
          expect(recalibrated(low, learned)).toBeLessThanOrEqual(recalibrated(high, learned) + 1e-12);
          expect(recalibrated(low, learned)).toBeGreaterThanOrEqual(0);
          expect(recalibrated(high, learned)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("says of a question and of its opposite what adds up to 1", () => {
    fc.assert(
      fc.property(forecasts, fc.double({ min: 0, max: 1, noNaN: true }), (record, p) => {
        const learned = recalibration(record);
        expect(recalibrated(p, learned) + recalibrated(1 - p, learned)).toBeCloseTo(1, 10);
      }),
    );
  });

  it("scores better on its own record than the forecasts as they were, but for what the prior costs", () => {
    const record = [0.98, 0.97, 0.99, 0.03, 0.02, 0.6].map((probability, k) => ({
      probability,
      outcome: k % 2 === 0,
    }));
    const learned = recalibration(record);
    const mean = (score: (p: number, o: boolean) => number, of: (p: number) => number): number =>
      record.reduce((sum, { probability, outcome }) => sum + score(of(probability), outcome), 0) /
      record.length;
    expect(mean(logScore, (p) => recalibrated(p, learned))).toBeLessThan(mean(logScore, (p) => p));
    expect(mean(brierScore, (p) => recalibrated(p, learned))).toBeLessThan(mean(brierScore, (p) => p));
  });
});

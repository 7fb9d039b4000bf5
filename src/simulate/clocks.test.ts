import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clocksOf } from "./clocks.ts";

type Step =
  | { readonly kind: "start"; readonly clock: number; readonly hazard: number }
  | { readonly kind: "pace"; readonly clock: number; readonly rate: number }
  | { readonly kind: "all"; readonly rate: number };

const COUNT = 5;
const rates = fc.constantFrom(0, 0.01, 0.25, 3);
const steps = fc.array(
  fc.record({
    wait: fc.constantFrom(0, 0.5, 7, 40),
    step: fc.oneof(
      fc.record({
        kind: fc.constant("start" as const),
        clock: fc.nat(COUNT - 1),
        hazard: fc.constantFrom(0.1, 1, 2.5),
      }),
      fc.record({ kind: fc.constant("pace" as const), clock: fc.nat(COUNT - 1), rate: rates }),
      fc.record({ kind: fc.constant("all" as const), rate: rates }),
    ) as fc.Arbitrary<Step>,
  }),
  { maxLength: 40 },
);

/** A clock in one half of the tree, and one in the other that rang and was set anew, before all were set together. */
const apart: { readonly wait: number; readonly step: Step }[] = [
  { wait: 0, step: { kind: "pace", clock: 0, rate: 3 } },
  { wait: 0, step: { kind: "start", clock: 4, hazard: 0.1 } },
  { wait: 0, step: { kind: "start", clock: 0, hazard: 2.5 } },
];

describe("clocks", () => {
  it("ring as if each used up its hazard day by day, and the first of all is found by looking at every one", () => {
    fc.assert(
      fc.property(steps, (course) => {
        const clocks = clocksOf(COUNT);
        // the twin: what is left of each hazard is taken off as time passes, and every clock is looked at
        const left = new Float64Array(COUNT);
        const rate = new Float64Array(COUNT);
        let now = 100;
        for (const { wait, step } of course) {
          // time goes no further than the next ring, as in a play
          const passed = Math.min(wait, clocks.time() - now);
          for (let c = 0; c < COUNT; c++) left[c] = Math.max(0, left[c] - rate[c] * passed);
          now += passed;
          if (step.kind === "start") {
            clocks.start(step.clock, step.hazard, now);
            clocks.pace(step.clock, 0.25, now);
            left[step.clock] = step.hazard;
            rate[step.clock] = 0.25;
          } else if (step.kind === "pace") {
            clocks.pace(step.clock, step.rate, now);
            rate[step.clock] = step.rate;
          } else {
            clocks.paceAll(() => step.rate, now);
            rate.fill(step.rate);
          }
          const rings = Array.from(rate, (r, c) => (r > 0 ? now + left[c] / r : Number.POSITIVE_INFINITY));
          const first = Math.min(...rings);
          if (first === Number.POSITIVE_INFINITY) expect(clocks.time()).toBe(first);
          else {
            expect(Math.abs(clocks.time() - first)).toBeLessThan(1e-9);
            expect(Math.abs(rings[clocks.first()] - first)).toBeLessThan(1e-9);
          }
        }
      }),
      { numRuns: 200, examples: [[apart]] },
    );
  });

  it("let the first of two go on that ring at once", () => {
    const clocks = clocksOf(6);
    for (let c = 0; c < 6; c++) clocks.start(c, c < 2 ? 5 : 1, 0);
    clocks.paceAll(() => 1, 0);
    expect(clocks.first()).toBe(2);
    expect(clocks.time()).toBe(1);
  });

  it("never ring where there are none", () => {
    expect(clocksOf(0).time()).toBe(Number.POSITIVE_INFINITY);
  });
});

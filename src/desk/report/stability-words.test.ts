import { describe, expect, it } from "vitest";
import { whoever } from "./stability.ts";

/** A ruler under whom so much less of the months is quiet, told from chance or not. */
const ruled = (difference: number, spread: number) =>
  ({
    effect: {
      with: 0.6,
      without: 0.6 - difference,
      difference,
      low: difference - spread,
      high: difference + spread,
    },
  }) as Parameters<typeof whoever>[0][number];

describe("what other rulers would change, in words", () => {
  it("says none rather than 0", () => {
    expect(whoever([ruled(0.1, 0.02), ruled(0.01, 0.05)])).toContain(
      "Under none of the others it is detectably more than now, under 1 detectably less, by up to 10.0 points.",
    );
  });
});

import { describe, expect, it } from "vitest";
import { seatPlan } from "./seat-plan.ts";

describe("places for seats", () => {
  it("are as many as asked, from left to right, for 1 to 700", () => {
    for (let total = 1; total <= 700; total += total < 40 ? 1 : 13) {
      const { seats } = seatPlan(total, 0.4);
      expect(seats).toHaveLength(total);
      seats.forEach((seat, i) => {
        if (i > 0) expect(seat.t).toBeGreaterThanOrEqual(seats[i - 1].t);
      });
    }
  });

  it("never touch each other, nor leave the ring", () => {
    for (const total of [2, 7, 35, 120, 325, 480, 700]) {
      const { seats, size } = seatPlan(total, 0.4);
      seats.forEach((a, i) => {
        const far = Math.hypot(a.x, a.y);
        expect(far).toBeGreaterThan(0.4 - 1e-9);
        expect(far).toBeLessThan(1 + 1e-9);
        for (const b of seats.slice(0, i)) {
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(2 * size);
        }
      });
    }
  });

  it("are the same seen in a mirror", () => {
    const { seats } = seatPlan(325, 0.4);
    const places = (flip: number): string[] =>
      seats
        .map((seat) =>
          `${(flip * seat.x + 0).toFixed(9)} ${seat.y.toFixed(9)}`.replace("-0.000000000", "0.000000000"),
        )
        .sort();
    expect(places(-1)).toEqual(places(1));
  });
});

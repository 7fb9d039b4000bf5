import { describe, expect, it } from "vitest";
import { halfTurn } from "./turn.ts";

describe("directions on a half circle", () => {
  it("agree with the machine's cosine and sine to 14 places", () => {
    for (let k = -40; k <= 80; k++) {
      const part = k / 40;
      const { x, y } = halfTurn(part);
      expect(Math.abs(x - Math.cos(part * Math.PI))).toBeLessThan(1e-14);
      expect(Math.abs(y - Math.sin(part * Math.PI))).toBeLessThan(1e-14);
    }
  });
});

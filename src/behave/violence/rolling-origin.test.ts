import { expect, it } from "vitest";
import { rollingOrigin } from "./rolling-origin.ts";

const first = { year: 2004, month: 3 };
/** Forty months at one level, then thirty at a tenth of it. */
const fallen = Array.from({ length: 70 }, (_, t) => (t < 40 ? 1000 + 37 * (t % 5) : 100 + 3 * (t % 5)));

it("with a window as long as the series says the same as without one", () => {
  expect(rollingOrigin(fallen, first, { from: 60, window: 70 })).toEqual(
    rollingOrigin(fallen, first, { from: 60 }),
  );
});

it("forgets an old level with a window, and the regression and the rules are as they were", () => {
  const [all, ...rules] = rollingOrigin(fallen, first, { from: 64 });
  const [late, ...same] = rollingOrigin(fallen, first, { from: 64, window: 24 });
  expect(late.crps).toBeLessThan(all.crps);
  expect(same).toEqual(rules);
});

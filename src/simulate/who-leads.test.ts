import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { troubledCase } from "../../test/worlds/small-case.ts";
import { takeOver } from "./who-leads.ts";
import { worldOf } from "./world.ts";

describe("who leads whom", () => {
  it("is told in one order, however often leaders changed before: sums over it are the same to the last bit", () => {
    const world = worldOf(troubledCase());
    const movers = world.movers;
    const others = world.actors.map((_, a) => a).filter((a) => !movers.includes(a));
    expect(others.length).toBeGreaterThan(1);
    const turn = fc.tuple(fc.constantFrom(...others), fc.constantFrom(...movers));
    fc.assert(
      fc.property(
        fc.array(turn, { maxLength: 12 }),
        fc.array(fc.constantFrom(...movers), { minLength: others.length, maxLength: others.length }),
        (before, last) => {
          for (const [actor, to] of before) takeOver(world, actor, to);
          for (const [i, actor] of others.entries()) takeOver(world, actor, last[i]);
          for (const mover of movers) {
            const led = others.filter((_, i) => last[i] === mover);
            expect(world.led[mover]).toEqual([mover, ...led]);
          }
        },
      ),
    );
  });
});

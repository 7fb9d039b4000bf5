import { describe, expect, it } from "vitest";
import { seeded } from "../base/index.ts";
import {
  bargainingModels,
  compromiseMean,
  plainMean,
  plainMedian,
  salienceMean,
  salienceMedian,
  weightedMedian,
} from "./index.ts";

const luck = seeded("none needed");
const actor = (id: string, position: number, salience: number, capability: number) => ({
  id,
  position,
  salience,
  capability,
});
// by hand: weights c × s are 2, 1, 4 of 7
const three = {
  actors: [actor("a", 0, 0.5, 4), actor("b", 40, 1, 1), actor("c", 100, 0.8, 5)],
  range: [0, 100] as const,
};

describe("means and medians", () => {
  it.each([
    [compromiseMean, (40 * 1 + 100 * 4) / 7],
    [salienceMean, (40 * 1 + 100 * 0.8) / 2.3],
    [plainMean, 140 / 3],
    [weightedMedian, 100],
    [salienceMedian, 40],
    [plainMedian, 40],
  ])("$id weighs as it says", (model, position) => {
    expect(model.settle(three, luck).position).toBeCloseTo(position, 12);
  });

  it("settles halfway between two medians, and names both", () => {
    const actors = [actor("a", 0, 1, 3), actor("b", 20, 1, 1), actor("c", 80, 1, 1), actor("d", 90, 1, 3)];
    const { position, account } = weightedMedian.settle({ actors, range: [0, 100] }, luck);
    expect(position).toBe(50);
    expect(account.figures).toEqual({ "lower median": 20, "upper median": 80 });
  });

  it("halves an even number of actors too", () => {
    const actors = [actor("a", 0, 1, 3), actor("b", 20, 1, 1), actor("c", 80, 1, 1), actor("d", 90, 1, 3)];
    expect(plainMedian.settle({ actors, range: [0, 100] }, luck).position).toBe(50);
  });

  it("tells what each actor pulled", () => {
    expect(compromiseMean.settle(three, luck).account.pulls).toEqual([
      { actor: "a", position: 0, share: 2 / 7 },
      { actor: "b", position: 40, share: 1 / 7 },
      { actor: "c", position: 100, share: 4 / 7 },
    ]);
  });

  it("is the default because it is first", () => {
    expect(bargainingModels[0]).toBe(compromiseMean);
  });
});

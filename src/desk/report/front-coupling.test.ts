import { describe, expect, it } from "vitest";
import type { Deed } from "./events-of.ts";
import { frontCouplings } from "./front-coupling.ts";

const deed = (day: number, front: number, by = 0, of = 1): Deed => ({
  event: { id: `e${day}`, date: "2012-01-01", by: "a", type: "ACCUSE", text: "" },
  day,
  precision: "day",
  intensity: -5,
  tone: "hostile",
  by,
  of,
  front,
});

const row = (deeds: readonly Deed[], first: "met" | "done", from: number, to: number) =>
  frontCouplings(deeds, 0, 2).find((one) => one.first === first && one.from === from && one.to === to);

describe("the coupling of fronts", () => {
  it("counts by hand: two deeds on one front, each followed by one on the other", () => {
    const deeds = [deed(0, 0), deed(10, 1), deed(100, 0), deed(110, 1)];
    // rotated by one or three, the deeds on the first front lie at 10 and 110: none follows within 60 days
    expect(row(deeds, "done", 0, 1)).toMatchObject({
      begun: 2,
      answers: 2,
      followed: 2,
      expected: 1,
      chance: 0.5,
    });
    expect(row(deeds, "done", 1, 0)).toMatchObject({ followed: 0, expected: 1, chance: 1 });
  });

  it("counts what an actor meets apart from what it does", () => {
    const deeds = [deed(0, 0, 1, 0), deed(59, 1), deed(200, 0, 1, 0), deed(261, 1)];
    expect(row(deeds, "met", 0, 1)).toMatchObject({ begun: 2, followed: 1 });
  });

  it("finds nothing where all deeds are on one front, and does not call it enough", () => {
    const deeds = [deed(0, 0), deed(10, 0), deed(20, 0)];
    expect(row(deeds, "done", 0, 1)).toMatchObject({ followed: 0, expected: 0, enough: false });
  });

  it("is not moved by when the record begins", () => {
    const deeds = [deed(0, 0), deed(10, 1), deed(25, 0), deed(110, 1), deed(130, 0)];
    const later = deeds.map((one) => ({ ...one, day: one.day + 5000 }));
    expect(frontCouplings(later, 0, 2)).toEqual(frontCouplings(deeds, 0, 2));
  });
});

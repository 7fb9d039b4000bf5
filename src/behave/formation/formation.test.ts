import { describe, expect, it } from "vitest";
import { TawazunError } from "../../base/index.ts";
import { fittedFormation } from "./fitted-formation.ts";
import { type Formed, fitFormation, foretellFormation } from "./formation-model.ts";
import type { Occasion, PastCabinet, SeatedParty } from "./occasion.ts";
import { experience, habits } from "./past.ts";
import { governmentOf, potentialGovernments } from "./potential-governments.ts";
import { formationTerms } from "./terms.ts";

const party = (
  id: string,
  seats: number,
  leftRight: number,
  more: Partial<SeatedParty> = {},
): SeatedParty => ({
  id,
  seats,
  leftRight,
  family: "other",
  ...more,
});
const cabinet = (
  start: number,
  parties: readonly string[],
  more: Partial<PastCabinet> = {},
): PastCabinet => ({
  start,
  parliament: "one",
  caretaker: false,
  total: 100,
  seats: new Map([
    ["left", 40],
    ["middle", 20],
    ["right", 35],
    ["edge", 5],
  ]),
  parties: new Set(parties),
  ...more,
});
const parties = [party("left", 40, 3), party("middle", 20, 5), party("right", 35, 7), party("edge", 5, 9)];
const occasion: Occasion = {
  day: 10_000,
  parliament: "two",
  total: 100,
  parties,
  past: [cabinet(10_000 - 1461, ["left", "middle"], { head: "left" })],
};
function valuesOf(given: Occasion, names: readonly string[]): { readonly [term: string]: number } {
  const k = governmentOf(given, new Set(names)) ?? 0;
  const { rows } = potentialGovernments(given);
  return Object.fromEntries(formationTerms.map(({ id }, p) => [id, rows[k * formationTerms.length + p]]));
}

describe("potential governments", () => {
  it("are all sets of parties that are not empty", () => {
    expect(potentialGovernments(occasion).count).toBe(15);
    expect(governmentOf(occasion, new Set(["left", "right"]))).toBe(0b101 - 1);
    expect(governmentOf(occasion, new Set(["nobody"]))).toBeUndefined();
  });

  it("have the properties that a reader would count by hand", () => {
    expect(valuesOf(occasion, ["left", "right"])).toMatchObject({
      majority: 1,
      "minimal-winning": 1,
      "both-largest": 1,
      range: 0.4,
      between: 0.2,
      connected: 0,
      same: 0,
      single: 0,
      "small-parties": 0,
    });
    expect(valuesOf(occasion, ["left", "middle"])).toMatchObject({
      same: 1,
      "same-after-election": 1,
      connected: 1,
    });
    expect(valuesOf(occasion, ["left"])).toMatchObject({ subset: 1, single: 1, majority: 0, largest: 1 });
    expect(valuesOf(occasion, ["left"]).deficit).toBeCloseTo(0.1, 12);
    expect(valuesOf(occasion, ["right", "edge"])).toMatchObject({
      "no-kept": 1,
      deficit: expect.closeTo(0.1, 12),
    });
    expect(valuesOf(occasion, ["left", "middle", "right"])).toMatchObject({
      superset: 1,
      "surplus-parties": 3,
    });
  });

  it("measure distance from the median party, which is the one that the middle seat belongs to", () => {
    // by left and right: 40, then 60 of 100 seats
    expect(valuesOf(occasion, ["left", "edge"])["from-median"]).toBeCloseTo(0.2 + 0.4, 12);
  });

  it("are refused where one party has a majority, or where there are too many", () => {
    const code = (given: Occasion): string | undefined => {
      try {
        potentialGovernments(given);
      } catch (error) {
        if (error instanceof TawazunError) return error.code;
      }
      return undefined;
    };
    expect(code({ ...occasion, parties: [party("one", 51, 1), party("two", 49, 2)] })).toBe(
      "formation/majority",
    );
    const many = Array.from({ length: 17 }, (_, i) => party(`p${i}`, 5, 5));
    expect(code({ ...occasion, parties: many })).toBe("formation/parties");
    expect(code({ ...occasion, parties: [] })).toBe("formation/parties");
  });
});

describe("what the past teaches", () => {
  it("counts years in government with a half-life", () => {
    // one government, four years long, that ends on the day: nothing has faded
    const { governed, opposed, together, apart, led } = experience(occasion, 5);
    expect([...governed].map((years) => Number(years.toFixed(3)))).toEqual([4, 4, 0, 0]);
    expect([...opposed].map((years) => Number(years.toFixed(3)))).toEqual([0, 0, 4, 4]);
    expect(together[1]).toBeCloseTo(4, 2);
    expect(apart[2]).toBeCloseTo(4, 2);
    expect(led[0]).toBeCloseTo(4, 2);
    const before = { ...occasion, past: [occasion.past[0], cabinet(10_000 - 365, ["right"])] };
    // three years that ended a year ago, half-life one year: half of three
    expect(experience(before, 1).governed[0]).toBeCloseTo(1.5, 1);
  });

  it("passes over caretakers", () => {
    const stopgap = cabinet(9_900, ["edge"], { caretaker: true });
    expect(experience({ ...occasion, past: [...occasion.past, stopgap] }, 5)).toEqual(
      experience(occasion, 5),
    );
  });

  it("says nothing of a country without a past", () => {
    const none = habits({ ...occasion, past: [] });
    expect(none.parties).toBe(2.5);
    for (const odds of [none.minority, none.single, none.surplus]) expect(odds).toBeCloseTo(0, 12);
  });
});

describe("the forecast", () => {
  it("gives chances that sum to 1, and each party the sum of those that hold it", () => {
    const { chances, parties: inside } = foretellFormation(occasion, fittedFormation);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    const left = chances.reduce((sum, chance, k) => sum + ((k + 1) & 1 ? chance : 0), 0);
    expect(inside[0]).toBeCloseTo(left, 12);
  });

  it("is the same whatever parties are called and in which order they stand", () => {
    const turned: Occasion = {
      ...occasion,
      parties: [...parties].reverse(),
    };
    const a = foretellFormation(occasion, fittedFormation);
    const b = foretellFormation(turned, fittedFormation);
    a.parties.forEach((chance, i) => {
      expect(b.parties[3 - i]).toBeCloseTo(chance, 10);
    });
  });

  it("knows each of its coefficients by the name of a property", () => {
    expect(fittedFormation.map(({ term }) => term)).toEqual(formationTerms.map(({ id }) => id));
  });
});

describe("the fit", () => {
  it("learns that largest parties govern where they always do, and the more so the weaker the prior", () => {
    const formations: Formed[] = [0, 1, 2, 3, 4, 5].map((k) => ({
      ...occasion,
      day: 10_000 + k,
      past: [],
      parties: [party("left", 38 + k, 3), party("middle", 22 - k, 5), party("right", 35, 7)],
      formed: new Set(["left", "middle"]),
    }));
    const chance = (deviation: number): number => {
      const fit = fitFormation(formations, deviation);
      const found = foretellFormation(formations[0], fit.coefficients);
      return found.chances[governmentOf(formations[0], formations[0].formed) ?? 0];
    };
    expect(chance(0.1)).toBeGreaterThan(1 / 7);
    expect(chance(1)).toBeGreaterThan(chance(0.1));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Case, newCase, readCase } from "../../case/index.ts";
import { type Frame, frameOf, inLayout, inPicture, PICTURE, within } from "./map-frame.ts";
import { blocNode, pinsIn, pinsOut, placesIn, placesOut } from "./map-pins.ts";

const made = readCase(
  newCase({ id: "small", title: "Small", asOf: "2020-03-01", horizon: "2021-02-28" }),
).world;
if (made === undefined) throw new Error("the new case does not read");
const small: Case = made;

// Five digits are kept: these have no more.
const place = fc.tuple(
  fc.integer({ min: -99_999, max: 99_999 }).map((n) => n / 100),
  fc.integer({ min: -99_999, max: 99_999 }).map((n) => n / 100),
);
const pins = fc
  .dictionary(fc.constantFrom("vale", "ridge", "bloc:Two words"), place)
  .map((some) => new Map(Object.entries(some)));

describe("where nodes were put by hand", () => {
  it("comes out of the address as it went in, whatever a view keeps", () => {
    fc.assert(
      fc.property(pins, pins, (kept, now) => {
        expect(new Map(pinsIn(pinsOut(now, kept), kept))).toEqual(now);
      }),
    );
  });

  it("takes no room in the address where it is what the view keeps, and tells of each that was let go", () => {
    const kept = new Map([["vale", [1, 2] as const]]);
    expect(pinsOut(kept, kept)).toBe("");
    expect(pinsOut(new Map(), kept)).toBe("vale~~");
    expect(pinsOut(new Map([["ridge", [1.23456, -4] as const]]), new Map())).toBe("ridge~1.2346~-4");
  });

  it("passes over what is no place", () => {
    expect(pinsIn("vale~left~2~ridge~1~2~x", new Map())).toEqual(new Map([["ridge", [1, 2]]]));
  });

  it("is kept in a view by the ids of actors and blocs, and found again", () => {
    const [actor, bloc] = [small.actors[0], small.blocs[0]];
    const standing = new Map([
      [actor.id, [1, 2] as const],
      [blocNode(bloc.name), [3, 4] as const],
      ["nobody", [5, 6] as const],
    ]);
    const kept = placesOut(standing, small);
    expect(kept).toEqual([
      { actor: actor.id, x: 1, y: 2 },
      { actor: bloc.id, x: 3, y: 4 },
    ]);
    expect([...placesIn(kept, small).keys()]).toEqual([actor.id, blocNode(bloc.name)]);
  });
});

describe("the frame of a picture", () => {
  it("has all that it is made of within the picture, and leads back from the picture", () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 1 }), (places) => {
        const frame = frameOf(places);
        for (const one of places) {
          const at = inPicture(frame, one);
          expect(at[0]).toBeGreaterThanOrEqual(PICTURE.edge - 1e-6);
          expect(at[0]).toBeLessThanOrEqual(PICTURE.width - PICTURE.edge + 1e-6);
          expect(at[1]).toBeLessThanOrEqual(PICTURE.height - PICTURE.edge + 1e-6);
          const back = inLayout(frame, at);
          expect(back[0]).toBeCloseTo(one[0], 6);
          expect(back[1]).toBeCloseTo(one[1], 6);
        }
      }),
    );
  });

  it("lets nobody be put outside of it, so that it stays as it is", () => {
    const frame: Frame = { x: [0, 10], y: [-5, 5] };
    expect(within(frame, [12, -9])).toEqual([10, -5]);
    expect(frameOf([[0, -5], [10, 5], within(frame, [12, -9])])).toEqual(frame);
  });
});

import { describe, expect, it } from "vitest";
import { troubledCase } from "../../test/worlds/small-case.ts";
import type { Intervention } from "../case/index.ts";
import { interventionFaults, rulesOf } from "./interventions.ts";
import { worldOf } from "./world.ts";

const world = worldOf(troubledCase());
const [issue] = world.issues.map(({ id }) => id);
const seats = world.source.resources[world.resourceOf.get("seats") ?? -1].id;
const held = Number(
  world.source.holdings.find(({ actor, resource }) => actor === "ruling-party" && resource === seats)?.amount,
);

describe("seats that are dealt out anew", () => {
  const seat = (actor: string, to: number): Intervention => ({ holding: { actor, resource: seats, to } });

  it("may not be more in all than the house has, and it does not matter who is named first", () => {
    expect(() => rulesOf(world, [seat("ruling-party", held + 10)])).toThrow(
      `With these changes ${world.seats + 10} seats are held, and the house has ${world.seats}.`,
    );
    const fewer = seat("partner-party", 6);
    expect(() => rulesOf(world, [seat("ruling-party", held + 10), fewer])).not.toThrow();
    expect(interventionFaults(world, [seat("ruling-party", held + 10), fewer])).toEqual([]);
    expect(interventionFaults(world, [fewer, seat("ruling-party", held + 11)])).toMatchObject([
      { at: 1, code: "intervention/seats" },
    ]);
  });
});

describe("a value that an intervention sets", () => {
  it.each<[string, Intervention, string]>([
    [
      "a tie",
      { relation: { from: "ruler", to: "rival", value: 3 } },
      "The tie of ruler to rival is set to 3; it must be from -1 to 1.",
    ],
    [
      "a tie given as a range",
      { relation: { from: "ruler", to: "rival", value: [-2, 0, 1] } },
      "The tie of ruler to rival is set to [-2, 0, 1]; it must be from -1 to 1.",
    ],
    [
      "a tie of one to himself",
      { relation: { from: "ruler", to: "ruler", value: 1 } },
      "A tie is between two; this one is of ruler to ruler.",
    ],
    [
      "a position",
      { position: { actor: "ruler", issue, to: 300 } },
      `The position of ruler on ${issue} is set to 300; it must be from 0 to 100.`,
    ],
    [
      "a salience",
      { salience: { actor: "ruler", issue, to: 5 } },
      `The salience of ${issue} to ruler is set to 5; it must be from 0 to 1.`,
    ],
    [
      "what holds",
      { status_quo: { issue, to: -20 } },
      `What holds on ${issue} is set to -20; it must be from 0 to 100.`,
    ],
    [
      "less than nothing",
      { holding: { actor: "ruler", resource: seats, to: -5 } },
      `What ruler holds of ${seats} is set to -5; it must be from 0 to ${world.seats}.`,
    ],
    [
      "more seats than the house has",
      { holding: { actor: "ruler", resource: seats, to: world.seats + 1 } },
      `What ruler holds of ${seats} is set to ${world.seats + 1}; it must be from 0 to ${world.seats}.`,
    ],
    [
      "a range whose middle is outside",
      { relation: { from: "ruler", to: "rival", value: [-1, 5, 1] } },
      "The tie of ruler to rival is set to [-1, 5, 1]; a range [low, mode, high] rises.",
    ],
    [
      "so many times its seats that the house has not so many",
      { holding: { actor: "ruling-party", resource: seats, times: 9 } },
      `What ruling-party holds of ${seats}, ${held} before, is set to ${9 * held}; it must be from 0 to ${world.seats}.`,
    ],
  ])("must be one that a case could say: %s", (_, change, message) => {
    expect(() => rulesOf(world, [change])).toThrow(message);
  });
});

import { describe, expect, it } from "vitest";
import { readMarked as read } from "../../../test/worlds/marked.ts";

const house = (rest: string) => `fronts: [{ id: f, name: F }]
resources: [{ id: seats, name: Seats, unit: seats, kind: seats }]
actors: [{ id: a, name: A, kind: party }, { id: b, name: B, kind: party }]
posts: [{ id: pm, name: PM, arena: par, role: head-of-government, value: 3 }]
arenas:
  - { id: par, name: Parliament, front: f, kind: assembly, weight: 1, resource: seats, ${rest} }
`;
const held = (a: string, b: string) =>
  `holdings:\n  - { actor: a, resource: seats, amount: ${a} }\n  - { actor: b, resource: seats, amount: ${b} }\n`;

describe("counts of seats", () => {
  it.each<[string, string, string, string]>([
    ["case/seats-range", "highs that are more than there are", "▸225", held("[60, 89, 120]", "136")],
    ["case/seats-range", "lows that are fewer, in a full house", "▸225", held("[60, 89, 89]", "136")],
    ["case/seats-whole", "half a seat", "225", held("▸88.5", "136")],
    ["case/seats-whole", "a range with half a seat in it", "225", held("▸[88, 88.5, 89]", "136")],
  ])("%s: %s", (code, _, seats, holdings) => {
    const { found, expected } = read(code, { "w.yaml": house(`seats: ${seats}`), "x.yaml": holdings });
    const others = ["case/seats-missing", "case/seats-range"].filter((other) => other !== code);
    expect(found.filter((one) => !others.some((other) => one.startsWith(other)))).toEqual(expected);
  });

  it("say nothing of seats that are whole and sure, of ranges of nothing, and of what was once held", () => {
    const past = "  - { actor: a, resource: seats, amount: 88.5, as_of: 2010 }\n";
    const now =
      "  - { actor: a, resource: seats, amount: [89, 89, 89], as_of: 2011 }\n  - { actor: b, resource: seats, amount: 136 }\n";
    const { found } = read("", { "w.yaml": house("seats: 225"), "x.yaml": `holdings:\n${past}${now}` });
    expect(found).toEqual([]);
  });

  it("say nothing of weights in a house that does not count seats", () => {
    const files = { "w.yaml": house("quota: 70"), "x.yaml": held("[60.5, 70, 80]", "40.25") };
    expect(read("", files).found).toEqual([]);
  });

  it("say the lowest, the likeliest and the highest number of seats", () => {
    const { findings } = read("", {
      "w.yaml": house("seats: 225"),
      "x.yaml": held("[60, 89, 120]", "136"),
    });
    expect(findings).toMatchObject([
      {
        severity: "warning",
        message:
          'The arena "par" has 225 seats, but the ranges of seats add up to 196 at the lowest, 225 at the likeliest and 256 at the highest: futures are played in houses of other sizes. Write how many each holds as one whole number; doubt about how its members vote is the `discipline` of its bloc.',
        given: "196 … 256",
        expected: "225",
      },
    ]);
  });
});

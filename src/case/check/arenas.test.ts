import { describe, expect, it } from "vitest";
import { readMarked as read } from "../../../test/worlds/marked.ts";

const WORLD = `fronts: [{ id: f, name: F }]
resources:
  - { id: men, name: Men, unit: men, kind: arms }
  - { id: crowd, name: Crowd, unit: heads, kind: street }
actors: [{ id: a, name: A, kind: party }]
posts: [{ id: pm, name: PM, arena: cab, role: head-of-government, value: 3, holder: a }]
`;
const SEATS = WORLD.replace(
  "resources:\n",
  "resources:\n  - { id: seats, name: Seats, unit: seats, kind: seats }\n",
);
const arenas = (...lines: readonly string[]) =>
  `arenas:\n  - { id: cab, name: Cab, front: f, kind: cabinet, weight: 0.5 }\n${lines.map((line) => `  - { name: X, front: f, ${line} }\n`).join("")}`;

describe("arenas of a case", () => {
  it.each(["street", "force", "diplomacy", "other"])(
    "case/no-resource: power in a %s is counted by what is held",
    (kind) => {
      const text = arenas(`id: x, kind: ▸${kind}, weight: 0.5`);
      const { found, expected, findings } = read("case/no-resource", { "w.yaml": WORLD, "x.yaml": text });
      expect(found).toEqual(expected);
      expect(findings[0].severity).toBe("warning");
    },
  );

  it("case/no-resource: votes are of a resource of kind seats", () => {
    const text = arenas("id: par, kind: ▸assembly, weight: 0.5, resource: crowd");
    const { found, expected } = read("case/no-resource", { "w.yaml": WORLD, "x.yaml": text });
    expect(found).toEqual(expected);
  });

  it("case/no-resource: a second assembly is counted by what is held", () => {
    const text = arenas("id: par, kind: assembly, weight: 0.5", "id: sen, kind: ▸assembly, weight: 0.5");
    const { found, expected } = read("case/no-resource", { "w.yaml": SEATS, "x.yaml": text });
    expect(found.filter((one) => !one.startsWith("case/second-assembly"))).toEqual(expected);
  });

  it("need no resource in a cabinet, in a house that votes by seats, and where they do not count", () => {
    const text = arenas(
      "id: par, kind: assembly, weight: 0.5",
      "id: x, kind: street, weight: 0",
      "id: y, kind: force, weight: 0.5, resource: men",
    );
    expect(read("", { "w.yaml": SEATS, "x.yaml": text }).found).toEqual([]);
  });

  it("case/no-assembly: seats without a house are noted", () => {
    const holdings = "holdings:\n  - { actor: a, resource: seats, amount: 5 }\n";
    const without = read("case/no-assembly", {
      "w.yaml": SEATS.replace("unit: seats, kind: ", "unit: seats, kind: ▸"),
      "x.yaml": arenas() + holdings,
    });
    expect(without.found).toEqual(without.expected);
    expect(without.findings[0].severity).toBe("note");
    for (const text of [
      arenas("id: par, kind: assembly, weight: 0.5, resource: seats, seats: 5") + holdings,
      arenas() + holdings.replace("amount: 5", "amount: 0"),
      arenas(),
    ]) {
      expect(read("", { "w.yaml": SEATS, "x.yaml": text }).found).toEqual([]);
    }
  });
});

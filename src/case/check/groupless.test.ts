import { expect, it } from "vitest";
import { readMarked as read } from "../../../test/worlds/marked.ts";

const WORLD = `fronts: [{ id: home, name: Home }, { id: abroad, name: Abroad }]
groups: [{ id: coast, name: Coast, size: 0.5 }]
actors:
  - { id: anna, name: Anna, kind: person }
  - { id: reds, name: Reds, kind: party, leader: anna }
  - { id: bela, name: Bela, kind: person }
  - { id: blues, name: Blues, kind: party, leader: bela }
  - ▸{ id: cora, name: Cora, kind: person }
  - { id: greens, name: Greens, kind: party, leader: cora }
  - { id: dora, name: Dora, kind: person, front: abroad }
  - { id: fund, name: Fund, kind: organisation, leader: dora }
  - { id: emil, name: Emil, kind: person }
memberships:
  - { actor: reds, in: coast }
  - { actor: bela, in: coast }
`;

it("case/groupless: a person who leads has a group, where most who lead have one", () => {
  const { found, expected, findings } = read("case/groupless", { "w.yaml": WORLD });
  expect(found).toEqual(expected);
  expect(findings[0]).toMatchObject({
    severity: "note",
    message:
      'The actor "cora" leads, and neither it nor what it leads belongs to a group: how groups fare does not touch it. Most who lead belong to one; give it a membership in its own.',
  });
});

it.each<[string, string]>([
  ["those who lead belong to one", `${WORLD}  - { actor: greens, in: coast }\n`],
  ["there are no groups", WORLD.replace(/groups: .*\n/, "").split("memberships:")[0]],
  ["half of those who lead belong to none", WORLD.replace("  - { actor: bela, in: coast }\n", "")],
])("nothing is said where %s", (_, text) => {
  expect(read("", { "w.yaml": text.replace("▸", "") }).found).toEqual([]);
});

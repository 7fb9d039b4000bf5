import { describe, expect, it } from "vitest";
import type { Lent } from "../verb.ts";
import { measure } from "./measure.ts";

/** Two chambers with other majorities, two leaders who are enemies, and a party each that has no tie of its own. */
const text = [
  "case: { id: two, title: Two chambers, polity: Somewhere, summary: Two., as_of: 2018-06-06, horizon: 2019-06-06, format: 1, default_source: s }",
  "sources: [{ id: s, title: Invented }]",
  "fronts: [{ id: home, name: At home }]",
  "resources: [{ id: deputies, name: Deputies, unit: seats, kind: seats }, { id: senators, name: Senators, unit: seats, kind: seats }]",
  "arenas:",
  "  - { id: chamber, name: Chamber, front: home, kind: assembly, resource: deputies, weight: 0.5, seats: 100, quota: 51 }",
  "  - { id: senate, name: Senate, front: home, kind: assembly, resource: senators, weight: 0.5, seats: 50, quota: 30 }",
  "actors:",
  "  - { id: anna, name: Anna, kind: person }",
  "  - { id: a, name: Party A, kind: party, leader: anna }",
  "  - { id: bela, name: Bela, kind: person }",
  "  - { id: b, name: Party B, kind: party, leader: bela }",
  "holdings:",
  "  - { actor: a, resource: deputies, amount: 60 }",
  "  - { actor: b, resource: deputies, amount: 40 }",
  "  - { actor: a, resource: senators, amount: 25 }",
  "  - { actor: b, resource: senators, amount: 25 }",
  "relations: [{ from: anna, to: bela, value: -0.5, mutual: true }]",
].join("\n");

const lent = {
  readFolder: () =>
    Promise.resolve({ folder: new Map([["case.yaml", new TextEncoder().encode(text)]]), findings: [] }),
} as unknown as Lent;

describe("tawazun measure", () => {
  it("gives the voting power in each assembly, by its own seats and quota", async () => {
    const { text: said } = await measure.run(lent, ["two"], measure.options.parse({}));
    expect(said).toContain("Voting power in Chamber (quota 51 of 100)");
    expect(said).toMatch(/Party A +60 +1\.0000/);
    expect(said).toContain("Voting power in Senate (quota 30 of 50)");
    expect(said).toMatch(/Party A +25 +0\.5000/);
  });

  it("puts into a faction only those who have a tie", async () => {
    const { text: said } = await measure.run(lent, ["two"], measure.options.parse({}));
    expect(said).toMatch(/Two factions that attain it: (anna {2}\| {2}bela|bela {2}\| {2}anna)\./);
    expect(said).toMatch(/actors with a tie +2\n/);
  });
});

import { describe, expect, it } from "vitest";
import { readCase } from "../case/index.ts";
import { firstScene } from "./candidates.ts";
import { interventionFaults } from "./interventions.ts";
import { takeOut } from "./interventions-effects.ts";
import { sharesOf } from "./shares.ts";
import { refresh } from "./weekly.ts";
import { worldOf } from "./world.ts";

/** Two chambers: A has a majority of the lower one, B of the upper one. The upper one's seats are listed first. */
const text = [
  "case: { id: two, title: Two chambers, polity: Somewhere, summary: Two chambers., as_of: 2018-06-06, horizon: 2019-06-06, format: 1, default_source: s }",
  "sources: [{ id: s, title: Invented }]",
  "fronts: [{ id: home, name: At home }]",
  "resources: [{ id: senators, name: Senators, unit: seats, kind: seats }, { id: deputies, name: Deputies, unit: seats, kind: seats }]",
  "arenas:",
  "  - { id: chamber, name: Chamber, front: home, kind: assembly, resource: deputies, weight: 0.5, seats: 100, quota: 51 }",
  "  - { id: senate, name: Senate, front: home, kind: assembly, resource: senators, weight: 0.5, seats: 50, quota: 26 }",
  "actors: [{ id: a, name: A, kind: party }, { id: b, name: B, kind: party }]",
  "holdings:",
  "  - { actor: a, resource: deputies, amount: 60 }",
  "  - { actor: b, resource: deputies, amount: 40 }",
  "  - { actor: a, resource: senators, amount: 10 }",
  "  - { actor: b, resource: senators, amount: 40 }",
].join("\n");

describe("two assemblies", () => {
  const { world: source, findings } = readCase(new Map([["case.yaml", new TextEncoder().encode(text)]]));
  if (source === undefined) throw new Error(JSON.stringify(findings));
  const world = worldOf(source);

  it("votes in the first, with the seats that its arena names", () => {
    expect(world.arenas[world.assembly].id).toBe("chamber");
    expect(world.quota).toBe(51);
    expect(world.source.resources[world.resourceOf.get("seats") ?? -1].id).toBe("deputies");
  });

  it("counts the second by its seats, and not by the votes of the first", () => {
    // A decides the chamber alone: all of 0.5; in the senate it has 10 of 50: 0.2 of 0.5.
    const { weight } = firstScene(world);
    expect(weight[0]).toBeCloseTo(0.5 * 1 + 0.5 * 0.2, 12);
    expect(weight[1]).toBeCloseTo(0.5 * 0 + 0.5 * 0.8, 12);
  });

  it("has a majority of the seats that are held where it says neither how many nor how many decide", () => {
    const bare = { ...source, arenas: source.arenas.map(({ seats: _, quota: __, ...arena }) => arena) };
    expect([worldOf(bare).seats, worldOf(bare).quota]).toEqual([100, 51]);
  });

  it("takes a quota for the first alone: the second's would change nothing", () => {
    const faults = interventionFaults(world, [{ quota: { arena: "senate", to: 40 } }]);
    expect(faults.map(({ message }) => message)).toEqual([
      "The quota of senate is set, but votes are cast in chamber alone: it would change nothing.",
    ]);
    expect(interventionFaults(world, [{ quota: { arena: "chamber", to: 60 } }])).toEqual([]);
  });

  it("takes whoever is removed out of the second, whose seats are power there", () => {
    const scene = firstScene(world);
    takeOut(world, scene.state, 1);
    refresh(scene, sharesOf(world, scene.inputs));
    expect(scene.weight[0]).toBeCloseTo(0.5 * 1 + 0.5 * 1, 12);
  });

  it("says so when the case is checked", () => {
    const finding = findings.find(({ code }) => code === "case/second-assembly");
    expect(finding?.severity).toBe("warning");
    expect(finding?.message).toBe(
      'The arena "senate" is a second assembly. Votes are cast, governments formed and elections held in "chamber" alone; here power is counted by seats. Write `kind: other` for it, to say that this is meant.',
    );
  });
});

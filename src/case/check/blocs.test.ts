import { describe, expect, it } from "vitest";
import { readMarked as read } from "../../../test/worlds/marked.ts";

const WORLD = `fronts: [{ id: f, name: F }]
actors:
  - { id: a, name: A, kind: party, founded: 2005-06 }
  - { id: b, name: B, kind: party }
  - { id: gone, name: Gone, kind: party, status: dissolved }
  - { id: part, name: Part, kind: party, splitFrom: b, founded: 2011 }
arenas: [{ id: cab, name: Cab, front: f, kind: cabinet, weight: 1 }]
resources: [{ id: arms, name: Arms, unit: men, kind: arms }]
blocs:
  - { id: l1, name: L1, kind: list }
  - { id: l2, name: L2, kind: list }
  - { id: l3, name: L3, kind: list, parent: l2 }
  - { id: camp, name: Camp, kind: camp }
issues: [{ id: oil, name: Oil, low: a, high: b, front: f, status_quo: 5 }]
`;
describe("blocs, posts and ties of a case", () => {
  it.each<[string, string, string]>([
    [
      "case/circle",
      "a bloc within itself",
      "blocs:\n  - { id: x, name: X, kind: camp, parent: ▸y }\n  - { id: y, name: Y, kind: camp, parent: z }\n  - { id: z, name: Z, kind: camp, parent: x }\n",
    ],
    ["case/circle", "a leader of himself", "actors:\n  - { id: x, name: X, kind: person, leader: ▸x }\n"],
    [
      "case/circle",
      "leaders of each other, and one below them",
      "actors:\n  - { id: x, name: X, kind: person, leader: y }\n  - { id: y, name: Y, kind: person, leader: ▸z }\n  - { id: z, name: Z, kind: person, leader: y }\n",
    ],
    [
      "case/circle",
      "a post whose holder is led by it",
      "actors:\n  - { id: x, name: X, kind: person, led_by_post: ▸p }\nposts:\n  - { id: p, name: P, arena: cab, role: minister, value: 1, holder: x }\n",
    ],
    [
      "case/two-leaders",
      "an actor led by another and by a post",
      "actors:\n  - { id: x, name: X, kind: person, leader: a, led_by_post: ▸p }\nposts:\n  - { id: p, name: P, arena: cab, role: minister, value: 1 }\n",
    ],
    [
      "case/circle",
      "outside events that wait for each other",
      "outside:\n  - { id: x, name: X, date: 2012-06, given: ▸y }\n  - { id: y, name: Y, date: 2012-06, given: x }\n",
    ],
    [
      "case/two-lists",
      "an actor on two lists at once",
      "memberships:\n  - { actor: b, in: l1, from: 2010 }\n  - { actor: b, in: ▸l2, from: 2011-05 }\n",
    ],
    [
      "case/repeated",
      "a membership that stands twice",
      "memberships:\n  - { actor: b, in: camp, from: 2010 }\n  - ▸{ actor: b, in: camp, from: 2011-05 }\n",
    ],
    [
      "case/repeated",
      "a stake that stands twice",
      "stakes:\n  - { actor: b, issue: oil, position: 1, salience: 1 }\n  - ▸{ actor: b, issue: oil, position: 2, salience: 1 }\n",
    ],
    [
      "case/repeated",
      "a relation and its mutual twin",
      "relations:\n  - { from: a, to: b, value: 1, mutual: true }\n  - ▸{ from: b, to: a, value: 1 }\n",
    ],
    [
      "case/repeated",
      "an amount that stands twice",
      "holdings:\n  - { actor: a, resource: arms, amount: 1 }\n  - ▸{ actor: a, resource: arms, amount: 2 }\n",
    ],
    [
      "case/repeated",
      "a perception that stands twice",
      "perceptions:\n  - { by: a, of: b, issue: oil, position: 1 }\n  - ▸{ by: a, of: b, issue: oil, position: 1 }\n",
    ],
    ["case/self", "a relation to oneself", "relations:\n  - { from: a, to: ▸a, value: 1 }\n"],
    [
      "case/two-heads",
      "two heads of government",
      "posts:\n  - { id: p, name: P, arena: cab, role: head-of-government, value: 1 }\n  - { id: q, name: Q, arena: cab, role: ▸head-of-government, value: 1 }\n",
    ],
    [
      "case/acting",
      "nobody acting",
      "posts:\n  - { id: p, name: P, arena: cab, role: minister, value: 1, acting: ▸true }\n",
    ],
    ["case/standing", "a boycott of nothing", "standing:\n  - ▸{ kind: boycott, by: a, of: b }\n"],
    ["case/standing", "a warrant against nobody", "standing:\n  - ▸{ kind: warrant, by: a, in: cab }\n"],
    [
      "case/group-weights",
      "parts of a following above 1",
      "groups: [{ id: g, name: G, size: 0.5 }, { id: h, name: H, size: 0.5 }]\nmemberships:\n  - { actor: a, in: g, weight: 0.75 }\n  - { actor: a, in: h, weight: ▸0.5 }\n",
    ],
    [
      "case/group-weights",
      "a population above 1",
      "groups: [{ id: g, name: G, size: 0.5 }, { id: h, name: H, size: 0.5 }]\nterritories:\n  - { id: t, name: T, holder: a, groups: ▸{ g: 0.75, h: 0.5 } }\n",
    ],
    [
      "case/group-sizes",
      "groups above the population",
      "groups:\n  - { id: g, name: G, size: 0.75 }\n  - { id: h, name: H, size: ▸[0.25, 0.5, 0.75] }\n",
    ],
    ["case/arena-weights", "no arena that counts", "arenas: []\n"],
  ])("%s: %s", (code, _, text) => {
    const world = code === "case/arena-weights" ? WORLD.replace("weight: 1", "weight: ▸0") : WORLD;
    const { found, expected } = read(code, { "w.yaml": world, "x.yaml": text });
    expect(found).toEqual(
      code === "case/arena-weights" ? [expect.stringMatching(/^case\/arena-weights w\.yaml:7:/)] : expected,
    );
  });

  it.each<[string, string]>([
    [
      "two lists one after the other",
      "memberships:\n  - { actor: b, in: l1, to: 2011-05 }\n  - { actor: b, in: l2, from: 2011-05 }\n",
    ],
    [
      "a list and the list it is part of",
      "memberships:\n  - { actor: b, in: l2 }\n  - { actor: b, in: l3 }\n",
    ],
    ["a list and a camp", "memberships:\n  - { actor: b, in: l1 }\n  - { actor: b, in: camp }\n"],
    [
      "two relations of a pair",
      "relations:\n  - { from: a, to: b, value: 1 }\n  - { from: b, to: a, value: -1 }\n",
    ],
    [
      "amounts of two dates",
      "holdings:\n  - { actor: a, resource: arms, amount: 1, as_of: 2010 }\n  - { actor: a, resource: arms, amount: 2, as_of: 2011 }\n",
    ],
  ])("are right for %s", (_, text) => {
    expect(read("", { "w.yaml": WORLD, "x.yaml": text }).found).toEqual([]);
  });
});

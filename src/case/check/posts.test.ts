import { describe, expect, it } from "vitest";
import { readMarked as read } from "../../../test/worlds/marked.ts";

const WORLD = `fronts: [{ id: home, name: Home }, { id: abroad, name: Abroad }]
actors:
  - { id: anna, name: Anna, kind: person }
  - { id: bela, name: Bela, kind: person }
  - { id: reds, name: Reds, kind: party, leader: anna }
  - { id: blues, name: Blues, kind: party, leader: bela }
  - { id: orland, name: Orland, kind: state, front: abroad }
arenas:
  - { id: cab, name: Cabinet, front: home, kind: cabinet, weight: 1 }
  - { id: union, name: The union, front: abroad, kind: cabinet, weight: 1 }
blocs:
  - { id: alliance, name: Alliance, kind: alliance }
  - { id: red-list, name: Red list, kind: list, parent: alliance }
  - { id: blue-list, name: Blue list, kind: list, leader: bela }
memberships:
  - { actor: reds, in: red-list }
`;
const post = (rest: string) => `posts:\n  - { id: p, name: P, arena: cab, value: 1, ${rest} }\n`;
const pact = (id: string, date: string, owed: string) =>
  `  - { id: ${id}, name: P, date: ${date}, parties: [reds, blues], terms: [{ owed_to: ${owed}, text: The post, post: p }] }\n`;

describe("posts of a case", () => {
  it.each<[string, string, string]>([
    [
      "case/named-head",
      "a head of government whom somebody names",
      post("role: head-of-government, holder: anna, named_by: ▸bela"),
    ],
    ["case/state-holder", "a minister who is a state", post("role: minister, holder: ▸orland")],
    [
      "case/owed",
      "a post that a pact owes and that is owed to nobody",
      `${post("role: minister")}pacts:\n${pact("x", "2010", "reds").replace("post: p", "post: ▸p")}`,
    ],
    [
      "case/owed",
      "a post that a pact owes to one and the post to another",
      `${post("role: minister, entitled: blue-list")}pacts:\n${pact("x", "2010", "reds").replace("post: p", "post: ▸p")}`,
    ],
  ])("%s: %s", (code, _, text) => {
    const { found, expected } = read(code, { "w.yaml": WORLD, "x.yaml": text });
    expect(found).toEqual(expected);
  });

  it.each<[string, string]>([
    ["a minister whom somebody names", post("role: minister, holder: anna, named_by: bela")],
    [
      "a post abroad held by a state",
      post("role: other, holder: orland").replace("arena: cab", "arena: union"),
    ],
    [
      "a pact that owes a post to a party, and a post owed to its list",
      `${post("role: minister, entitled: red-list")}pacts:\n${pact("x", "2010", "reds")}`,
    ],
    [
      "a pact that owes a post to a leader, and a post owed to the alliance of his party",
      `${post("role: minister, entitled: alliance")}pacts:\n${pact("x", "2010", "anna")}`,
    ],
    [
      "a pact that owes a post to a list, and a post owed to its leader's party",
      `${post("role: minister, entitled: blues")}pacts:\n${pact("x", "2010", "blue-list")}`,
    ],
    [
      "a pact that a later one has replaced",
      `${post("role: minister, entitled: blues")}pacts:\n${pact("x", "2010", "reds")}${pact("y", "2011", "blues")}`,
    ],
  ])("are right for %s", (_, text) => {
    expect(read("", { "w.yaml": WORLD, "x.yaml": text }).found).toEqual([]);
  });

  it("say to whom a post is owed, and what to write where", () => {
    const owed = (entitled: string) =>
      read("", {
        "w.yaml": WORLD,
        "x.yaml": `${post(`role: minister${entitled}`)}pacts:\n${pact("x", "2010", "reds")}`,
      }).findings[0].message;
    expect(owed("")).toBe(
      'In the pact "x", the post "p" is owed to "reds", but the post has no "entitled": in play, and among the posts of the report, it is owed to nobody. Write `entitled: reds` in the post.',
    );
    expect(owed(", entitled: blues")).toBe(
      'In the pact "x", the post "p" is owed to "reds", but by its "entitled" to "blues", who has nothing to do with "reds": play goes by "entitled". Mend one of the two.',
    );
  });
});

import { describe, expect, it } from "vitest";
import { readMarked as read } from "../../../test/worlds/marked.ts";

const WORLD = `fronts: [{ id: f, name: F }]
actors:
  - { id: maliki, name: Nuri al-Maliki, kind: person, aliases: [the premier] }
  - { id: allawi, name: Ayad Allawi, kind: person }
blocs: [{ id: iraqiya, name: Iraqiya, kind: list }]
issues: [{ id: oil, name: Oil, low: a, high: b, front: f, status_quo: 5 }]
series: []
`;

describe("a value that does not fit the format is found where it stands", () => {
  it.each<[string, string, string]>([
    [
      "case/missing-key",
      "a key that is missing",
      "stakes:\n  - ▸actor: maliki\n    issue: oil\n    position: 50\n",
    ],
    ["case/empty", "a key without a value", "actors:\n  - { id: a, name: A, kind: ▸}\n"],
    [
      "case/unknown-key",
      "a key that is not known",
      "actors:\n  - { id: a, name: A, kind: party, ▸leder: maliki }\n",
    ],
    [
      "case/unknown-key",
      "a rule that is not known",
      "questions:\n  - { id: q, text: q, asked: 2012-01-10, by: 2012-12-31, resolution: r, rule: { ▸hold: {} } }\n",
    ],
    [
      "case/unknown-key",
      "a key inside a rule",
      "questions:\n  - id: q\n    text: q\n    asked: 2012-01-10\n    by: 2012-12-31\n    resolution: r\n    rule: { status: { actor: maliki, is: dead, ▸was: active }, by: 2012-12-31 }\n",
    ],
    [
      "case/empty",
      "an empty rule",
      "questions:\n  - { id: q, text: q, asked: 2012-01-10, by: 2012-12-31, resolution: r, rule: ▸{} }\n",
    ],
    ["case/choice", "a word that is none of those", "actors:\n  - { id: a, name: A, kind: ▸persn }\n"],
    [
      "case/choice",
      "a comparison that is none",
      "questions:\n  - { id: q, text: q, asked: 2012-01-10, by: 2012-12-31, resolution: r, rule: { compare: [1, ▸'=>', 2] } }\n",
    ],
    ["case/type", "a number for a text", "actors:\n  - { id: a, name: ▸2012, kind: party }\n"],
    ["case/type", "a text for a number", "actors:\n  - { id: a, name: A, kind: party, pace: ▸'0,5' }\n"],
    ["case/type", "a word for true or false", "actors:\n  - { id: a, name: A, kind: party, acts: ▸yes }\n"],
    [
      "case/type",
      "a list for an id",
      "posts: []\nactors:\n  - { id: a, name: A, kind: party, leader: ▸[maliki, allawi] }\n",
    ],
    ["case/type", "a range of two", "actors:\n  - { id: a, name: A, kind: party, pace: ▸[1, 2] }\n"],
    ["case/type", "an item that is a word", "actors:\n  - ▸maliki\n"],
    ["case/type", "no number at all", "actors:\n  - { id: a, name: A, kind: party, pace: ▸.nan }\n"],
    ["case/form", "an id that is none", "actors:\n  - { id: ▸State of Law, name: A, kind: party }\n"],
    [
      "case/form",
      "a Wikidata id that is none",
      "actors:\n  - { id: a, name: A, kind: party, wikidata: ▸12 }\n".replace("12 ", '"12" '),
    ],
    [
      "case/bounds",
      "a number above its bounds",
      "stakes:\n  - { actor: maliki, issue: oil, position: 50, salience: ▸1.4 }\n",
    ],
    [
      "case/bounds",
      "the end of a range above its bounds",
      "stakes:\n  - { actor: maliki, issue: oil, position: [50, 90, ▸101], salience: 1 }\n",
    ],
    [
      "case/range",
      "a range upside down",
      "stakes:\n  - { actor: maliki, issue: oil, position: ▸[60, 50, 40], salience: 1 }\n",
    ],
    [
      "case/date",
      "a date that does not exist",
      "actors:\n  - { id: a, name: A, kind: party, founded: ▸2012-02-30 }\n",
    ],
    [
      "case/date",
      "a date in another order",
      "actors:\n  - { id: a, name: A, kind: party, founded: ▸30.1.2012 }\n",
    ],
    ["case/reference", "a relation to nobody", "relations:\n  - { from: maliki, to: ▸alawi, value: 0.5 }\n"],
    [
      "case/reference",
      "the wrong kind of thing",
      "relations:\n  - { from: maliki, to: ▸iraqiya, value: 0.5 }\n",
    ],
    [
      "case/reference",
      "a name for an id",
      "relations:\n  - { from: maliki, to: ▸The Premier, value: 0.5 }\n".replace("maliki", "allawi"),
    ],
    [
      "case/reference",
      "a source that is not listed",
      "actors:\n  - { id: a, name: A, kind: party, source: [s, ▸reuters] }\n",
    ],
    [
      "case/reference",
      "evidence that is not listed",
      "actors:\n  - { id: a, name: A, kind: party, evidence: ▸q7 }\n",
    ],
    [
      "case/reference",
      "a group in a territory",
      "territories:\n  - { id: t, name: T, holder: maliki, groups: { ▸kurds: 0.5 } }\n",
    ],
    [
      "case/reference",
      "an actor in a pact's terms",
      "pacts:\n  - { id: p, name: P, date: 2010-11-10, parties: [maliki, allawi], terms: [{ owed_to: ▸alawi, text: t }] }\n",
    ],
    [
      "case/reference",
      "a post in a rule inside a rule",
      "questions:\n  - { id: q, text: q, asked: 2012-01-10, by: 2012-12-31, resolution: r, rule: { all: [{ not: { filled: { post: ▸interior }, by: 2012-12-31 } }] } }\n",
    ],
    [
      "case/reference",
      "a series in a measure inside a comparison",
      "questions:\n  - { id: q, text: q, asked: 2012-01-10, by: 2012-12-31, resolution: r, rule: { compare: [{ times: [2, { sum: { series: ▸deaths, from: 2012-02, to: 2012-12 } }] }, '<', 3] } }\n",
    ],
    [
      "case/reference",
      "an actor in an intervention",
      "claims:\n  - { id: c, text: c, audit: { verdict: doubtful, text: t }, experiment: { without: [{ forbid: { move: co-opt, by: ▸malikki } }], outcome: { measure: 1 }, effect: raises } }\n",
    ],
    [
      "case/reference",
      "an issue in an outside effect",
      "outside:\n  - { id: o, name: O, date: 2012-06-01, effects: [{ status_quo: { issue: ▸gas, to: 5 } }] }\n",
    ],
    [
      "case/reference",
      "an arena in a standing",
      "standing:\n  - { kind: boycott, by: allawi, in: ▸parliament }\n",
    ],
    ["case/duplicate-id", "an id that stands twice", "actors:\n  - { id: ▸maliki, name: B, kind: party }\n"],
    [
      "case/shared-id",
      "a bloc with the id of an actor",
      "blocs:\n  - { id: ▸allawi, name: B, kind: list }\n",
    ],
    [
      "case/two-holders",
      "a post with two holders",
      "arenas: [{ id: cab, name: C, front: f, kind: cabinet, weight: 1 }]\nposts:\n  - { id: p, name: P, arena: cab, role: minister, value: 1, holder: allawi }\n  - { id: ▸p, name: P, arena: cab, role: minister, value: 1, holder: maliki }\n",
    ],
    [
      "case/same-name",
      "two actors with one name",
      "actors:\n  - { id: a, name: ▸AYAD Allawi, kind: person }\n",
    ],
    [
      "case/shared-alias",
      "an alias that another bears",
      "actors:\n  - { id: a, name: A, kind: person, aliases: [b, ▸Ayad Allawi] }\n",
    ],
  ])("%s: %s", (code, _, text) => {
    const { found, expected } = read(code, { "w.yaml": WORLD, "x.yaml": text });
    expect(found).toEqual(expected);
  });

  it.each<[string, string, string | undefined, string | undefined]>([
    [
      "actors:\n  - { id: a, name: A, kind: persn }\n",
      'In the actor "a", "kind" is "persn"; it must be person, party, movement, armed-group, state, organisation or institution. Did you mean "person"?',
      "persn",
      "person",
    ],
    [
      "actors:\n  - { id: a, name: A, kind: party, leder: maliki }\n",
      'In the actor "a", "leder" is not a key of this. Did you mean "leader"?',
      "leder",
      "leader",
    ],
    [
      "stakes:\n  - { actor: maliki, issue: oil, position: 50, salience: 1.4 }\n",
      'In the stake of maliki on oil, "salience" is 1.4; it must lie between 0 and 1.',
      "1.4",
      "between 0 and 1",
    ],
    [
      "holdings: [{ actor: maliki, resource: r, amount: -1 }]\nresources: [{ id: r, name: R, unit: u, kind: arms }]\n",
      'In the holding of r by maliki, "amount" is -1; it must be at least 0.',
      "-1",
      "at least 0",
    ],
    [
      "holdings: [{ actor: maliki, resource: r, amount: 1.0e+308 }]\nresources: [{ id: r, name: R, unit: u, kind: arms }]\n",
      'In the holding of r by maliki, "amount" is 1e+308; it must lie between 0 and 1000000000000000.',
      "1e+308",
      "between 0 and 1000000000000000",
    ],
    [
      "actors:\n  - { id: a, name: A, kind: party, pace: '0,5' }\n",
      'In the actor "a", "pace" is "0,5"; it must be a number or a range [low, mode, high]. Write 0.5 with a point.',
      '"0,5"',
      "a number or a range [low, mode, high]",
    ],
    [
      "actors:\n  - { id: a, name: 2012, kind: party }\n",
      'In the actor "a", "name" is 2012; it must be a text. Put it in quotation marks: "2012".',
      "2012",
      "a text",
    ],
    [
      "relations:\n  - { from: maliki, to: alawi, value: 0.5 }\n",
      'In the relation from maliki to alawi, "to" names "alawi"; there is no such actor. Did you mean "allawi"?',
      "alawi",
      "allawi",
    ],
    [
      "relations:\n  - { from: maliki, to: iraqiya, value: 0.5 }\n",
      'In the relation from maliki to iraqiya, "to" names "iraqiya"; there is no such actor. "iraqiya" is a bloc.',
      "iraqiya",
      "an actor",
    ],
    [
      "relations:\n  - { from: allawi, to: The Premier, value: 0.5 }\n",
      'In the relation from allawi to The Premier, "to" names "The Premier"; there is no such actor. Write its id: "maliki".',
      "The Premier",
      "maliki",
    ],
    [
      "actors:\n  - { id: a, name: A, kind: party, founded: 2012-02-30 }\n",
      'In the actor "a", "founded" is "2012-02-30"; a date is written 2012-01-10, 2012-01 or 2012, and must exist.',
      '"2012-02-30"',
      undefined,
    ],
  ])("in words: %s", (text, message, given, expected) => {
    expect(read("", { "w.yaml": WORLD, "x.yaml": text }).findings).toMatchObject([
      { message, given, expected },
    ]);
  });
});

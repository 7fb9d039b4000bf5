import { describe, expect, it } from "vitest";
import { HEAD, readMarked as read } from "../../../test/worlds/marked.ts";

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
const rule = (text: string) =>
  `questions:\n  - id: q\n    text: q\n    asked: 2012-01-10\n    by: 2012-12-31\n    resolution: r\n    rule: ${text}\n`;

const lateQuestion = (asked: string) => rule("{ taken: {}, by: 2012-12-31 }").replace("2012-01-10", asked);

describe("dates of a case", () => {
  it.each<[string, string, string]>([
    [
      "case/span",
      "a membership that ends before it begins",
      "memberships:\n  - { actor: a, in: l1, from: 2010-03, to: ▸2010-02 }\n",
    ],
    [
      "case/span",
      "a demand",
      "demands:\n  - { id: d, by: a, of: b, text: t, since: 2011-02-01, until: ▸2011-01 }\n",
    ],
    [
      "case/span",
      "a standing",
      "standing:\n  - { kind: warrant, by: a, of: b, since: 2011-12-19, to: ▸2011-12-18 }\n",
    ],
    ["case/span", "an outside event", "outside:\n  - { id: o, name: O, from: 2012-06, to: ▸2012-05 }\n"],
    [
      "case/span",
      "a question",
      "questions:\n  - { id: q, text: q, asked: 2011-12-01, by: ▸2011-06-30, resolution: r, rule: { taken: {}, by: 2011-06-30 } }\n",
    ],
    [
      "case/span",
      "a span in a rule",
      rule("{ compare: [{ count: { move: accuse, from: 2012-12, to: ▸2012-11-30 } }, '>', 1] }"),
    ],
    [
      "case/hindsight",
      "an event after the as-of date",
      "events:\n  - { id: e, date: ▸2012-01-11, by: a, type: ACCUSE, text: t }\n",
    ],
    [
      "case/hindsight",
      "an amount of later",
      "holdings:\n  - { actor: a, resource: arms, amount: 1, as_of: ▸2012-02 }\n",
    ],
    [
      "case/hindsight",
      "a membership of later",
      "memberships:\n  - { actor: a, in: l1, from: ▸2012-02-01 }\n",
    ],
    ["case/hindsight", "a pact of later", "pacts:\n  - { id: p, name: P, date: ▸2013, parties: [a, b] }\n"],
    [
      "case/hindsight",
      "a warrant of later",
      "standing:\n  - { kind: warrant, by: a, of: b, since: ▸2012-03 }\n",
    ],
    [
      "case/hindsight",
      "a former holder who left later",
      "posts:\n  - { id: p, name: P, arena: cab, role: minister, value: 1, former: [{ holder: a, to: ▸2012-03 }] }\n",
    ],
    ["case/late-question", "a question of later", lateQuestion("▸2012-02-01")],
    [
      "case/lifetime",
      "a membership before the founding",
      "memberships:\n  - { actor: a, in: l1, from: ▸2005-05 }\n",
    ],
    [
      "case/lifetime",
      "an event before the founding",
      "events:\n  - { id: e, date: ▸2004, by: b, of: a, type: ACCUSE, text: t }\n",
    ],
    ["case/lifetime", "a membership of what is dissolved", "memberships:\n  - ▸{ actor: gone, in: l1 }\n"],
    [
      "case/lifetime",
      "a post held by what is dissolved",
      "posts:\n  - { id: p, name: P, arena: cab, role: minister, value: 1, holder: ▸gone }\n",
    ],
    ["case/outside-date", "an outside event without a day", "outside:\n  - ▸{ id: o, name: O }\n"],
    [
      "case/outside-date",
      "an outside event with half a span",
      "outside:\n  - ▸{ id: o, name: O, from: 2012-06 }\n",
    ],
    [
      "case/outside-date",
      "an outside event with a day and a span",
      "outside:\n  - ▸{ id: o, name: O, date: 2012-06-01, from: 2012-06, to: 2012-07 }\n",
    ],
    [
      "case/outside-rate",
      "an outside event with a rate and a day",
      "outside:\n  - { id: o, name: O, rate: 2, date: ▸2012-06-01 }\n",
    ],
    [
      "case/outside-rate",
      "an outside event with a rate and a probability",
      "outside:\n  - { id: o, name: O, rate: 2, probability: ▸0.5 }\n",
    ],
    [
      "case/outside-rate",
      "an outside event that comes again without a rate",
      "outside:\n  - { id: o, name: O, date: 2012-06-01, repeats: ▸true }\n",
    ],
    [
      "case/outside-play",
      "an outside event that comes by hazard after the horizon",
      "outside:\n  - { id: o, name: O, rate: 2, from: ▸2013-01 }\n",
    ],
    [
      "case/outside-play",
      "an outside event that came by hazard in the past",
      "outside:\n  - { id: o, name: O, rate: 2, to: ▸2011-12 }\n",
    ],
    [
      "case/outside-play",
      "an outside event that comes never a year",
      "outside:\n  - { id: o, name: O, rate: ▸0 }\n",
    ],
    [
      "case/bounds",
      "an outside event that comes less than never",
      "outside:\n  - { id: o, name: O, rate: ▸-1 }\n",
    ],
    [
      "case/bounds",
      "an outside event whose rate explodes",
      "outside:\n  - { id: o, name: O, rate: ▸1000 }\n",
    ],
    [
      "case/outside-play",
      "an outside event that is past",
      "outside:\n  - { id: o, name: O, date: ▸2011-12-31 }\n",
    ],
    [
      "case/outside-play",
      "an outside event after the horizon",
      "outside:\n  - { id: o, name: O, from: ▸2013-01, to: 2013-02 }\n",
    ],
    [
      "case/beyond-horizon",
      "an experiment about a day that is not played",
      "claims:\n  - { id: c, text: c, audit: { verdict: doubtful, text: t }, experiment: { without: [{ remove: { actor: a } }], outcome: { measure: { stability: { to: ▸2013 } } }, effect: raises } }\n",
    ],
    [
      "case/question-by",
      "a question about another day than its rule",
      rule("{ taken: {}, by: ▸2012-06-30 }"),
    ],
  ])("%s: %s", (code, _, text) => {
    const { found, expected } = read(code, { "w.yaml": WORLD, "x.yaml": text });
    expect(found).toEqual(expected);
  });

  it.each<[string, string]>([
    [
      "a month that may lie before the as-of date",
      "events:\n  - { id: e, date: 2012-01, by: a, type: ACCUSE, text: t }\n",
    ],
    ["a span within one month", "memberships:\n  - { actor: a, in: l1, from: 2010-03-07, to: 2010-03 }\n"],
    [
      "a part that belonged to a bloc before it split off",
      "memberships:\n  - { actor: part, in: l2, from: 2010-03, to: 2010-12 }\n",
    ],
    ["what is dissolved and has left", "memberships:\n  - { actor: gone, in: l1, to: 2011 }\n"],
    [
      "a rule until the month that ends on the day",
      rule("{ compare: [{ count: { move: accuse, to: 2012-12 } }, '>', 1] }"),
    ],
    ["a question asked some time before", lateQuestion("2011-11")],
    ["a question asked in the month of the as-of date", lateQuestion("2012-01")],
    ["an outside event on the as-of date", "outside:\n  - { id: o, name: O, date: 2012-01-10 }\n"],
  ])("are right for %s", (_, text) => {
    expect(read("", { "w.yaml": WORLD, "x.yaml": text }).found).toEqual([]);
  });

  it("say so if the horizon does not lie after the as-of date", () => {
    for (const horizon of ["2012-01-10", "2012-01", "2011"]) {
      const text = HEAD.replace("horizon: 2012-12-31", `horizon: ▸${horizon}`);
      const { found, expected } = read("case/horizon", { "case.yaml": text });
      expect(found).toEqual(horizon === "2012-01" ? [] : expected);
    }
  });

  it("say so if the horizon lies more than a hundred years off", () => {
    for (const [horizon, far] of [
      ["2112-01-09", false],
      ["2112-12-31", false],
      ["2113-01-31", true],
      ["2999-12-31", true],
    ] as const) {
      const text = HEAD.replace("horizon: 2012-12-31", `horizon: ▸${horizon}`);
      const { found, expected } = read("case/far-horizon", { "case.yaml": text });
      expect(found).toEqual(far ? expected : []);
    }
  });

  it("say so if a document was written after the as-of date, but not of a source", () => {
    const text = (day: string) =>
      `documents:\n  - { id: d, file: documents/d.md, title: D, date: ${day} }\nstatements:\n  - { id: s1, document: d, quote: Words }\n`;
    const files = (day: string) => ({ "x.yaml": text(day), "documents/d.md": "Words\n" });
    const { found, expected, findings } = read("case/late-document", files("▸2012-03"));
    expect(found).toEqual(expected);
    expect(findings[0]).toMatchObject({
      severity: "warning",
      message:
        'The document "d" has the date 2012-03, after the as-of date 2012-01-10. What came later would leak into the forecast; take it out.',
    });
    expect(read("", files("2012-01")).found).toEqual([]);
    const source = HEAD.replace("title: S }", "title: S, date: 2020 }");
    expect(read("", { ...files("2012-01-10"), "case.yaml": source }).found).toEqual([]);
  });

  it("say so if a question asks about a day after the horizon", () => {
    const text = rule("{ holds: { post: p, actor: a }, on: ▸2014-12-31 }").replace(
      "by: 2012-12-31",
      "by: 2014-12-31",
    );
    const posts = "posts: [{ id: p, name: P, arena: cab, role: minister, value: 1 }]\n";
    const { found, expected, findings, world } = read("case/beyond-horizon", {
      "w.yaml": WORLD + posts,
      "x.yaml": text,
    });
    expect(found).toEqual(expected);
    expect(findings[0].message).toBe(
      'In the question "q", the rule asks about 2014-12-31; play ends at the horizon, 2012-12-31. Move the horizon, or ask about an earlier day.',
    );
    expect(world?.questions.length).toBe(1);
  });
});

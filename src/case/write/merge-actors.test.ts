import { describe, expect, it } from "vitest";
import { textIn } from "../../../test/worlds/edited.ts";
import type { Folder } from "../folder.ts";
import { newCase } from "../new/new-case.ts";
import { readCase } from "../read/read-case.ts";
import { readScenarios } from "../read/read-scenarios.ts";
import { editable, files } from "./editable.ts";
import { mergeActors } from "./merge-actors.ts";

const utf8 = new TextEncoder();
const folderOf = (texts: { readonly [file: string]: string }): Folder =>
  new Map(Object.entries(texts).map(([file, text]) => [file, utf8.encode(text)]));

const CASE = `# The case
actors:
  - id: vale        # stays
    name: Anna Vale
    aliases: [A. Vale]
    leader: doctor
  - { id: ridge, name: Tomas Ridge, kind: person, successor: doctor }
  - id: doctor      # goes: the same person
    name: Dr Vale
    script: فالي
    aliases: [the doctor]
    codes: [MERVAL]
    wikidata: Q42
    pace: 12
posts:
  - { id: premier, name: Premier, holder: doctor, former: [ { holder: ridge, to: 2020 } ] }
relations:
  - { from: vale, to: ridge, value: 0.5 }    # hers
  - { from: ridge, to: doctor, value: -0.2 } # moves
  - { from: doctor, to: ridge, value: 0.9 }  # is there already
  - { from: doctor, to: vale, value: 1 }     # of herself
pacts:
  - { id: deal, name: Deal, date: 2020, parties: [vale, doctor, ridge] }
events:
  - { id: e1, date: 2020, by: ridge, of: doctor, type: ACCUSE, text: "He said so." }
  - { id: e2, date: 2020, by: doctor, of: vale, type: CONSULT, text: "They met." }
statements:
  - { id: s1, document: d, quote: "so", speaker: Dr Vale }
questions:
  - id: q1
    rule: "holds(premier, actor: doctor) on 2021-01-01"   # a text
  - id: q2
    rule: { all: [ { holds: { post: premier, actor: doctor }, on: 2021 }, "occurs(accuse, by: doctor) by 2021" ] }
`;
const STAKES = `actor,issue,position
vale,tax,10
doctor,tax,90
doctor,war,50
ridge,war,20
`;
const SCENARIO = `name: Without her # or him
changes:
  - { remove: { actor: doctor } }
  - { replace: { post: premier, by: ridge } }
`;
const VIEW = `name: Around her
page: map
chosen: { focus: doctor, open: "ridge~doctor~the-doctor" }
`;

describe("two actors made one", () => {
  const before = editable(
    folderOf({
      "case.yaml": CASE,
      "stakes.csv": STAKES,
      "scenarios/without.yaml": SCENARIO,
      "views/around.yaml": VIEW,
    }),
  );
  const { document, data, aliases, lost } = mergeActors(before, "vale", "doctor");

  it("leave one, to whom all that named the other belongs, and every other line as it was", () => {
    expect(textIn(document)).toBe(`# The case
actors:
  - id: vale        # stays
    name: Anna Vale
    aliases: [A. Vale, Dr Vale, فالي, the doctor, doctor]
    codes: [MERVAL]
    script: فالي
    wikidata: Q42
  - { id: ridge, name: Tomas Ridge, kind: person, successor: vale }
posts:
  - { id: premier, name: Premier, holder: vale, former: [ { holder: ridge, to: 2020 } ] }
relations:
  - { from: vale, to: ridge, value: 0.5 }    # hers
  - { from: ridge, to: vale, value: -0.2 } # moves
pacts:
  - { id: deal, name: Deal, date: 2020, parties: [vale, ridge] }
events:
  - { id: e1, date: 2020, by: ridge, of: vale, type: ACCUSE, text: "He said so." }
  - { id: e2, date: 2020, by: vale, type: CONSULT, text: "They met." }
statements:
  - { id: s1, document: d, quote: "so", speaker: Anna Vale }
questions:
  - id: q1
    rule: "holds(premier, actor: vale) on 2021-01-01"   # a text
  - id: q2
    rule: { all: [ { holds: { post: premier, actor: vale }, on: 2021 }, "occurs(accuse, by: vale) by 2021" ] }
`);
    expect(textIn(document, "stakes.csv")).toBe(
      "actor,issue,position\nvale,tax,10\nvale,war,50\nridge,war,20\n",
    );
  });

  it("are one in scenarios and views too", () => {
    expect(textIn(document, "scenarios/without.yaml")).toBe(SCENARIO.replace("doctor", "vale"));
    expect(textIn(document, "views/around.yaml")).toBe(
      VIEW.replace("focus: doctor", "focus: vale").replace("~doctor~", "~vale~"),
    );
  });

  it("tell what moved, what stands already, and what would be of one toward herself", () => {
    const of = (becomes: string): readonly string[] =>
      data.filter((one) => one.becomes === becomes).map(({ what }) => what);
    expect(of("standing")).toEqual(["the stake of doctor on tax", "the relation from doctor to ridge"]);
    expect(of("itself")).toEqual(["the relation from doctor to vale"]);
    expect(of("moved")).toContain("the relation from ridge to doctor");
    expect(of("moved")).toContain('the question "q2"');
    expect(aliases).toEqual(["Dr Vale", "فالي", "the doctor", "doctor"]);
    expect(lost).toEqual(["pace"]);
  });

  it("must be two, and both be there", () => {
    expect(() => mergeActors(before, "vale", "vale")).toThrow(
      expect.objectContaining({ code: "merge/same" }),
    );
    expect(() => mergeActors(before, "vale", "nobody")).toThrow(
      expect.objectContaining({ code: "edit/none" }),
    );
  });
});

describe("of what both have", () => {
  const merged = (text: string) =>
    mergeActors(
      editable(
        folderOf({
          "case.yaml": `actors:\n  - { id: vale, name: Vale }\n  - { id: doctor, name: Doctor }\n  - { id: ridge, name: Ridge }\n${text}`,
        }),
      ),
      "vale",
      "doctor",
    );
  const below = (text: string): string => textIn(merged(text).document).split("ridge, name: Ridge }\n")[1];

  it("the amount of the one kept stays, of whatever day the other's is", () => {
    expect(
      below(
        "holdings:\n  - { actor: vale, resource: r, amount: 10 }\n  - { actor: doctor, resource: r, amount: 3, as_of: 2010 }\n  - { actor: doctor, resource: s, amount: 1, as_of: 2009 }\n  - { actor: doctor, resource: s, amount: 2, as_of: 2010 }\n",
      ),
    ).toBe(
      "holdings:\n  - { actor: vale, resource: r, amount: 10 }\n  - { actor: vale, resource: s, amount: 1, as_of: 2009 }\n  - { actor: vale, resource: s, amount: 2, as_of: 2010 }\n",
    );
    expect(
      below(
        "standing:\n  - { kind: bar, by: vale, of: ridge, since: 2009 }\n  - { kind: bar, by: doctor, of: ridge }\n",
      ),
    ).toBe("standing:\n  - { kind: bar, by: vale, of: ridge, since: 2009 }\n");
  });

  it("a mutual tie of which one direction stands keeps the other", () => {
    expect(
      below(
        "relations:\n  - { from: vale, to: ridge, value: 0.5 }\n  - { from: doctor, to: ridge, value: -0.9, mutual: true }\n",
      ),
    ).toBe(
      "relations:\n  - { from: vale, to: ridge, value: 0.5 }\n  - { from: ridge, to: vale, value: -0.9 }\n",
    );
    expect(
      below(
        "relations:\n  - { from: ridge, to: vale, value: 0.5 }\n  - { from: ridge, to: doctor, value: -0.9, mutual: true }\n",
      ),
    ).toBe(
      "relations:\n  - { from: ridge, to: vale, value: 0.5 }\n  - { from: vale, to: ridge, value: -0.9 }\n",
    );
    const both = merged(
      "relations:\n  - { from: ridge, to: vale, value: 0.5, mutual: true }\n  - { from: ridge, to: doctor, value: -0.9 }\n",
    );
    expect(both.data.map(({ becomes }) => becomes)).toEqual(["standing"]);
  });
});

describe("any two actors of a new case", () => {
  const folder = new Map(newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }));
  folder.set("scenarios/a.yaml", utf8.encode("name: A\nchanges:\n  - { remove: { actor: moss } }\n"));
  const ids = readCase(folder).world?.actors.map(({ id }) => id) ?? [];

  it("can be made one: the other is named nowhere but among the aliases, and no name leads nowhere", () => {
    expect(ids.length).toBeGreaterThan(4);
    for (const [at, keep] of ids.entries()) {
      // Each once as the one that stays, and once as the one that goes.
      const gone = ids[(at + 1) % ids.length];
      const { document } = mergeActors(editable(folder), keep, gone);
      const after = files(document);
      const read = readCase(after);
      const dangling = [...read.findings, ...(read.world ? readScenarios(after, read.world).findings : [])];
      expect(
        dangling.filter(({ code }) => /^case\/(reference|repeated|self|duplicate-id)$/.test(code)),
        `${gone} becomes ${keep}`,
      ).toEqual([]);
      const id = new RegExp(`(?<![\\w-])${gone}(?![\\w-])`);
      const named = [...after]
        .filter(([file]) => !/\.(md|json)$/.test(file))
        .flatMap(([, bytes]) => new TextDecoder().decode(bytes).split("\n"))
        // Comments speak of the example; texts and ids of other things may hold the same word.
        .map((line) => line.replace(/#.*$/, "").replace(/"[^"]*"|'[^']*'/g, ""))
        .filter((line) => id.test(line) && !/aliases:|name:|text:|title:|id:|summary:|evidence/.test(line));
      expect(named, `${gone} becomes ${keep}`).toEqual([]);
    }
  });
});

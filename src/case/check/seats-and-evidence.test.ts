import { describe, expect, it } from "vitest";
import { HEAD, readMarked as read } from "../../../test/worlds/marked.ts";

const arena = (rest: string) =>
  `fronts: [{ id: f, name: F }]\nresources: [{ id: seats, name: Seats, unit: seats, kind: seats }]\nactors: [{ id: a, name: A, kind: party }, { id: b, name: B, kind: party }]\nposts: [{ id: pm, name: PM, arena: par, role: head-of-government, value: 3 }]\narenas:\n  - { id: par, name: Parliament, front: f, kind: assembly, weight: 1, ${rest} }\n`;
const held = (a: string, b: string) =>
  `holdings:\n  - { actor: a, resource: seats, amount: ${a} }\n  - { actor: b, resource: seats, amount: ${b} }\n`;

describe("seats of an assembly", () => {
  it.each<[string, string, string, string]>([
    ["case/seats", "more held than there are", "resource: seats, seats: ▸100", held("60", "41")],
    [
      "case/seats",
      "ranges whose modes are too many",
      "resource: seats, seats: ▸100",
      held("[50, 60, 60]", "[30, 50, 50]"),
    ],
    ["case/seats-missing", "fewer held than there are", "resource: seats, seats: ▸100", held("60", "20")],
    ["case/quota", "a quota above all seats", "resource: seats, seats: 100, quota: ▸101", held("60", "40")],
    ["case/quota", "a quota above all votes", "resource: seats, quota: ▸101", held("60", "40")],
    ["case/quota-low", "a quota of half", "resource: seats, seats: 100, quota: ▸50", held("60", "40")],
  ])("%s: %s", (code, _, rest, holdings) => {
    const { found, expected } = read(code, { "w.yaml": arena(rest), "x.yaml": holdings });
    expect(found).toEqual(expected);
  });

  it("case/second-assembly: votes are cast in one", () => {
    const second =
      "  - { id: senate, name: Senate, front: f, kind: ▸assembly, weight: 1, resource: seats, seats: 100 }\n";
    const text = arena("resource: seats, seats: 100") + second;
    const { found, expected } = read("case/second-assembly", { "w.yaml": text, "x.yaml": held("60", "40") });
    expect(found).toEqual(expected);
  });

  it("case/no-head: an assembly without a head of government forms none", () => {
    const text = arena("resource: seats, seats: 100").replace("kind: assembly", "kind: ▸assembly");
    const ministry = text.replace("head-of-government", "minister");
    const { found, expected, findings } = read("case/no-head", {
      "w.yaml": ministry,
      "x.yaml": held("60", "40"),
    });
    expect(found).toEqual(expected);
    expect(findings[0].severity).toBe("warning");
    const headed = { "w.yaml": text.replace("▸", ""), "x.yaml": held("60", "40") };
    expect(read("", headed).findings).toEqual([]);
  });

  it("count the latest amount of each", () => {
    const text = `holdings:
  - { actor: a, resource: seats, amount: 70, as_of: 2010 }
  - { actor: a, resource: seats, amount: 60, as_of: 2011 }
  - { actor: b, resource: seats, amount: 30 }
  - { actor: b, resource: seats, amount: 40, as_of: 2011 }
`;
    const { findings } = read("", {
      "w.yaml": arena("resource: seats, seats: 100, quota: 51"),
      "x.yaml": text,
    });
    expect(findings).toEqual([]);
  });

  it("say nothing of seats won where the house that votes does not say how many it has", () => {
    const second = "  - { id: senate, name: Senate, front: f, kind: assembly, weight: 0, seats: 10 }\n";
    const blocs = "blocs: [{ id: l, name: L, kind: list, elected: 60 }]\n";
    const { findings } = read("", {
      "w.yaml": arena("resource: seats, quota: 51") + second,
      "x.yaml": held("60", "40") + blocs,
    });
    expect(findings.map(({ code }) => code)).toEqual(["case/second-assembly"]);
  });

  it("say what they add up to", () => {
    const files = { "w.yaml": arena("resource: seats, seats: 100"), "x.yaml": held("60", "20.5") };
    expect(read("", files).findings[0]).toMatchObject({
      message:
        'The arena "par" has 100 seats, but the holdings of seats add up to 80.5. The rest belongs to nobody: list who holds it.',
      given: "80.5",
      expected: "100",
    });
  });

  it.each<[string, string, string]>([
    [
      "case/elected",
      "more elected than there are",
      "  - { id: l, name: L, kind: list, elected: 60 }\n  - { id: m, name: M, kind: list, elected: ▸41 }\n",
    ],
    [
      "case/elected",
      "more elected in the parts of a bloc",
      "  - { id: l, name: L, kind: alliance, elected: ▸99 }\n  - { id: m, name: M, kind: list, parent: l, elected: 60 }\n  - { id: n, name: N, kind: list, parent: l, elected: 40 }\n",
    ],
    [
      "case/elected-fewer",
      "fewer elected than there are",
      "  - { id: l, name: L, kind: list, elected: 60 }\n  - { id: m, name: M, kind: list, elected: ▸39 }\n",
    ],
  ])("%s: %s", (code, _, blocs) => {
    const files = {
      "w.yaml": arena("resource: seats, seats: 100") + held("60", "40"),
      "x.yaml": `blocs:\n${blocs}`,
    };
    const { found, expected } = read(code, files);
    expect(found).toEqual(expected);
  });

  it("elected are counted once where a bloc and its parts both say them", () => {
    const blocs = `blocs:
  - { id: l, name: L, kind: alliance, elected: 60 }
  - { id: m, name: M, kind: list, parent: l, elected: 60 }
  - { id: n, name: N, kind: list, elected: 40 }
`;
    const files = { "w.yaml": arena("resource: seats, seats: 100") + held("60", "40"), "x.yaml": blocs };
    expect(read("", files).found).toEqual([]);
  });
});

describe("evidence", () => {
  const text =
    "# A report\n\nThe premier “dwarfs” a partner.\nHe courts those who split,\nand those who wait.\nThe premier “dwarfs” a partner.\n";
  const documents = "documents:\n  - { id: d, file: documents/d.md, title: D }\n";
  const statement = (rest: string) => `${documents}statements:\n  - { id: s1, document: d, ${rest} }\n`;

  it.each<[string, string, string]>([
    ["case/quote", "words that are not there", "quote: ▸The premier fears a partner."],
    ["case/quote", "other quotation marks", "quote: ▸The premier 'dwarfs' a partner."],
    ["case/quote", "a line break made a space", "quote: ▸'split, and those'"],
    ["case/quote-line", "another line", "quote: a partner., line: ▸4"],
    ["case/quote-line", "the line of a quote's end", 'quote: "split,\\nand", line: ▸5'],
    ["case/reference", "a document that is not listed", "quote: a partner."],
  ])("%s: %s", (code, _, rest) => {
    const files = {
      "x.yaml":
        code === "case/reference" ? statement(rest).replace("document: d", "document: ▸dd") : statement(rest),
      "documents/d.md": text,
    };
    const { found, expected } = read(code, files);
    expect(found.filter((finding) => !finding.startsWith("case/document-unused"))).toEqual(expected);
  });

  it.each([
    "quote: a partner., line: 3",
    "quote: a partner., line: 6",
    'quote: "split,\\nand", line: 4',
    "quote: '# A report', line: 1",
  ])("is right for %s, with either line end", (rest) => {
    for (const words of [text, text.replaceAll("\n", "\r\n"), text.replaceAll("\n", "\r")]) {
      expect(read("", { "x.yaml": statement(rest), "documents/d.md": words }).found).toEqual([]);
    }
  });

  it("names the nearest line, and what differs if only marks do", () => {
    const messages = (rest: string) =>
      read("", { "x.yaml": statement(rest), "documents/d.md": text }).findings.map(({ message }) => message);
    expect(messages("quote: The premier fears a partner.")).toEqual([
      'The quote of the statement "s1" does not stand in "d". The nearest line is 3: "The premier “dwarfs” a partner.".',
    ]);
    expect(messages("quote: \"The premier 'dwarfs' a partner.\"")[0]).toContain(
      'does not stand in "d". The nearest',
    );
    expect(messages("quote: 'The premier \"dwarfs\" a partner.'")[0]).toContain(
      "The words are there, but with other spaces",
    );
    expect(messages("quote: nothing of the kind")).toEqual([
      'The quote of the statement "s1" does not stand in "d".',
    ]);
  });

  it("keeps the text of a document as it stands, with plain line ends", () => {
    const { world } = read("", {
      "x.yaml": statement("quote: a partner."),
      "documents/d.md": `\uFEFFa partner.\r\nx\ry`,
    });
    expect(world?.texts).toEqual({ d: "a partner.\nx\ny" });
  });

  it("notes a document that nothing quotes, and misses one that is not there", () => {
    const unused = read("case/document-unused", {
      "x.yaml": documents.replace("{", "▸{"),
      "documents/d.md": text,
    });
    expect(unused.found).toEqual(unused.expected);
    const missing = read("", { "x.yaml": documents, "documents/D.md": text });
    expect(missing.findings).toMatchObject([
      { code: "case/document-unused" },
      { code: "file/missing", given: "documents/d.md", expected: "documents/D.md" },
    ]);
    expect(missing.world).toBeUndefined();
  });

  it("is wanted of every datum, unless the case has a source for those that name none", () => {
    const files = {
      "case.yaml": HEAD.replace(", default_source: s", ""),
      "x.yaml":
        "fronts: [{ id: f, name: F }]\nactors: [{ id: a, name: A, kind: state }]\ngroups:\n  - { id: g, name: G, size: 1, source: s }\n  - ▸{ id: h, name: H, size: 0 }\n",
    };
    const { found, expected } = read("case/no-source", files);
    expect(found).toEqual(expected);
    expect(
      read("", { ...files, "case.yaml": HEAD, "x.yaml": files["x.yaml"].replace("▸", "") }).found,
    ).toEqual([]);
  });
});

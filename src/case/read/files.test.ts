import { describe, expect, it } from "vitest";
import { readMarked as read } from "../../../test/worlds/marked.ts";
import { readCase } from "./read-case.ts";

describe("a YAML file that cannot be read as it stands", () => {
  it.each<[string, string, string]>([
    ["yaml/tab", "a tab in the indentation", "actors:\n▸\t- id: a\n"],
    ["yaml/syntax", "a bracket that is not closed", "actors:\n  - { id: a, name: A\n▸fronts: []\n"],
    [
      "yaml/duplicate-key",
      "a key that stands twice",
      "actors:\n  - id: a\n    name: A\n    kind: party\n    ▸name: B\n",
    ],
    ["yaml/alias", "an alias of nothing", "actors:\n  - { id: a, name: ▸*b, kind: party }\n"],
    ["yaml/alias", "an alias within what it repeats", "actors:\n  - &a ▸{ id: a, name: *a, kind: party }\n"],
    ["yaml/tag", "a tag", "actors:\n  - { id: a, name: ▸!!set x, kind: party }\n"],
    ["yaml/root", "a list instead of sections", "▸- id: a\n"],
    ["yaml/root", "a word instead of sections", "▸actors\n"],
    ["yaml/syntax", "a second document", "fronts: []\n▸---\nactors: []\n"],
    ["case/section", "a section that is no list", "actors:\n  ▸a: 1\n"],
    ["case/unknown-key", "a section that is not known", "▸actor: []\n"],
    ["case/head", "a second head", "▸case: { id: y }\n"],
  ])("yields %s for %s", (code, _, text) => {
    const { found, expected } = read(code, { "x.yaml": text });
    expect(found.filter((finding) => finding.startsWith(code))).toEqual(expected);
  });

  it("names the tab, and what was meant by a section", () => {
    expect(read("", { "x.yaml": "actors:\n\t- id: a\n" }).findings[0]).toMatchObject({
      message: "This line is indented with a tab. Indent with spaces.",
    });
    expect(read("", { "x.yaml": "actor: []\n" }).findings[0]).toMatchObject({
      given: "actor",
      expected: "actors",
    });
  });

  it("still checks the other files, and what stands before the broken line", () => {
    const { found } = read("", {
      "a.yaml": "actors:\n  - { id: a, name: A, kind: x }\n  - { id: b\n  - { id: c, name: C, kind: x }\n",
      "b.yaml": "groups:\n  - { id: g, name: G, size: 2 }\n",
    });
    expect(found.map((finding) => finding.replace(/:\d+$/, ""))).toEqual([
      "case/choice a.yaml:2",
      expect.stringMatching(/^yaml\/syntax a.yaml:[34]$/),
      "case/bounds b.yaml:2",
    ]);
  });

  it("does not let aliases multiply", () => {
    const bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 9; i++) bomb.push(`a${i}: &a${i} [${`*a${i - 1},`.repeat(10)}]`);
    const { found } = read("", { "x.yaml": bomb.join("\n") });
    expect(found).toContainEqual(expect.stringMatching(/^yaml\/alias x\.yaml/));
  });

  it("does not follow values into any depth", () => {
    const { found } = read("", { "x.yaml": `claims: ${"[".repeat(60)}${"]".repeat(60)}\n` });
    expect(found).toContain("yaml/depth x.yaml:1:59");
    expect(read("", { "x.yaml": "[".repeat(10_000) }).found[0]).toMatch(/^yaml\//);
    expect(read("", { "x.yaml": "a: ".repeat(1000) }).found[0]).toMatch(/^yaml\//);
  });
});

describe("the bytes of a file", () => {
  const actor = "actors:\n  - { id: a, name: Ä, kind: party }\n";

  it("may begin with a byte order mark, which is noted", () => {
    const { found, world } = read("", { "x.yaml": `\uFEFF${actor}` });
    expect(found).toEqual(["file/bom x.yaml:1:1"]);
    expect(world?.actors[0].name).toBe("Ä");
  });

  it("may end lines with CR LF", () => {
    const { found, world } = read("", { "x.yaml": actor.replaceAll("\n", "\r\n") });
    expect(found).toEqual([]);
    expect(world?.actors[0].name).toBe("Ä");
  });

  it("must be UTF-8", () => {
    const latin = Uint8Array.from(actor, (letter) => letter.charCodeAt(0));
    const { findings } = readCase(new Map([["x.yaml", latin]]));
    expect(findings[0]).toMatchObject({
      code: "file/encoding",
      place: { file: "x.yaml", line: 2, column: 20 },
    });
    const utf16 = new Uint8Array([0xff, 0xfe, 0x61, 0x00]);
    expect(readCase(new Map([["x.yaml", utf16]])).findings[0].message).toContain("UTF-16");
    const replaced = "actors:\n  - { id: a, name: \uFFFD, kind: party }\n";
    expect(read("", { "x.yaml": replaced }).found).toEqual([]);
  });

  it("may not be more than are read", () => {
    const { findings } = readCase(new Map([["x.yaml", new Uint8Array(8_000_001)]]));
    expect(findings[0]).toMatchObject({ code: "file/size", place: { file: "x.yaml" }, given: "8 MB" });
    const folder = new Map(
      Array.from({ length: 5 }, (_, i) => [`${i}.md`, new Uint8Array(30_000_000)] as const),
    );
    expect(readCase(folder).findings).toMatchObject([{ code: "file/size", given: "150 MB" }]);
  });
});

describe("a folder", () => {
  it("without a YAML file is no case", () => {
    expect(readCase(new Map()).findings).toMatchObject([
      { code: "file/none", severity: "error", message: expect.stringContaining("it is empty") },
    ]);
    const text = new Map([
      ["notes.md", new Uint8Array()],
      ["sub/case.yaml", new Uint8Array()],
    ]);
    expect(readCase(text).findings[0]).toMatchObject({
      code: "file/none",
      message: expect.stringContaining("it holds notes.md, sub/case.yaml"),
    });
  });

  it("without a head is no case, and says what a head gives", () => {
    const { findings, world } = readCase(new Map([["x.yaml", new Uint8Array()]]));
    const place = { file: "x.yaml", line: 1, column: 1 };
    expect(findings).toMatchObject([
      { code: "case/head", place },
      { code: "file/empty", place },
    ]);
    expect(world).toBeUndefined();
  });

  it("joins sections that are split over files, in the order of their names", () => {
    const actor = (id: string) => `actors:\n  - { id: ${id}, name: ${id}, kind: party }\n`;
    const { world } = read("", { "z.yaml": actor("z"), "b.yml": actor("b"), "m.yaml": actor("m") });
    expect(world?.actors.map(({ id }) => id)).toEqual(["b", "m", "z"]);
  });

  it("may leave a section empty", () => {
    expect(read("", { "x.yaml": "actors:\nfronts: []\n" }).found).toEqual([]);
  });

  it("warns of a CSV file that nothing reads", () => {
    const { found, findings } = read("", { "event.csv": "date,by\n", "sub/other.csv": "a\n" });
    expect(found).toEqual(["file/unknown event.csv:undefined:undefined"]);
    expect(findings[0].expected).toBe("events.csv");
  });

  it("does not read outcomes, and its hash does not see them, nor what nothing reads", () => {
    const outcomes = {
      "outcomes.yaml": "\t!!",
      "README.md": "x",
      "expected.json": "{}",
      "notes/a.yaml": "\t",
    };
    const { found, world } = read("", outcomes);
    expect(found).toEqual([]);
    expect(world?.hash).toBe(read("", {}).world?.hash);
    expect(world?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(read("", { "x.yaml": "fronts: []\n" }).world?.hash).not.toBe(world?.hash);
  });
});

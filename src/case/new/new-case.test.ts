import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCase } from "../read/read-case.ts";
import { newCase } from "./new-case.ts";

const ASKED = { id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" };

describe("newCase", () => {
  it("makes a case without a single finding, whatever it is called and whenever it is", () => {
    const day = fc.integer({ min: 0, max: 9_000_000 }).map((n) => {
      const [year, rest] = [100 + (n % 9000), Math.floor(n / 9000)];
      return `${String(year).padStart(4, "0")}-${String(1 + (rest % 12)).padStart(2, "0")}-${String(1 + (rest % 28)).padStart(2, "0")}`;
    });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), day, day, (title, one, other) => {
        fc.pre(/\S/.test(title) && !/[^\P{Cc}\t\n\r]|[\u202d\u202e]/u.test(title));
        fc.pre(one !== other && one > "0100-01-02" && other > "0100-01-02");
        const [asOf, later] = [one, other].sort();
        // no more than a hundred years later
        const last = `${String(Number(asOf.slice(0, 4)) + 100).padStart(4, "0")}-01-01`;
        const horizon = later < last ? later : last;
        const { world, findings } = readCase(newCase({ id: "x-1", title, asOf, horizon }), {
          moves: ["co-opt"],
          eventTypes: ["AGREE", "CONSULT", "REJECT", "REQUEST"], // of PLOVER
        });
        expect(findings).toEqual([]);
        expect(world?.head).toMatchObject({ id: "x-1", title, as_of: asOf, horizon });
      }),
      { numRuns: 10 },
    );
  });

  it("refuses a title that nobody could read", () => {
    for (const title of ["", "  ", "Mine\u001b[2J"]) {
      expect(() => newCase({ ...ASKED, title })).toThrow("A title is printed at the head of every page");
    }
  });

  it("has two lists, a splinter, a withheld post, three issues, a question and a claim with an experiment", () => {
    const { world } = readCase(newCase(ASKED));
    expect(world?.blocs.filter(({ kind }) => kind === "list").length).toBeGreaterThanOrEqual(2);
    expect(world?.actors.some(({ splitFrom }) => splitFrom !== undefined)).toBe(true);
    expect(world?.posts.some(({ acting, entitled }) => acting === true && entitled === "harvest-list")).toBe(
      true,
    );
    expect(world?.posts.some(({ role }) => role === "head-of-government")).toBe(true);
    expect(world?.issues.length).toBe(3);
    expect(world?.events.length).toBeGreaterThan(0);
    expect(world?.statements.length).toBeGreaterThan(0);
    expect(world?.questions.length).toBe(1);
    expect(world?.claims[0].experiment).toBeDefined();
  });

  it("tells editors of its schema, which lies beside it", () => {
    const files = newCase(ASKED);
    for (const [file, bytes] of files) {
      if (!file.endsWith(".yaml")) continue;
      const [first] = new TextDecoder().decode(bytes).split("\n");
      expect(first).toBe("# yaml-language-server: $schema=.tawazun/case.schema.json");
    }
    const schema = new TextDecoder().decode(files.get(".tawazun/case.schema.json"));
    expect(JSON.parse(schema).$schema).toBe("https://json-schema.org/draft/2020-12/schema");
  });

  it.each<[string, Partial<typeof ASKED>]>([
    ["case/id", { id: "My case" }],
    ["case/date", { asOf: "2024-02-30" }],
    ["case/date", { asOf: "2024-02" }],
    ["case/date", { horizon: "soon" }],
    ["case/date", { asOf: "0050-01-01" }],
    ["case/horizon", { horizon: "2024-05-01" }],
    ["case/far-horizon", { horizon: "2125-01-01" }],
  ])("refuses with %s what is %j", (code, wrong) => {
    expect(() => newCase({ ...ASKED, ...wrong })).toThrow(expect.objectContaining({ code }));
  });
});

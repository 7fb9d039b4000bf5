import { describe, expect, it } from "vitest";
import type { Lent, QueryAnswer, QueryAsked } from "../verb.ts";
import { query } from "./query.ts";

const answer: QueryAnswer = {
  columns: ["tie", "n", "n"],
  rows: [
    [0.5, 3, null],
    ["=x", 4, 1],
  ],
  more: false,
  stopped: false,
};

async function ask(words: readonly string[], flags: object = {}, given = answer) {
  let asked: readonly [readonly string[], QueryAsked] | undefined;
  const lent = {
    query: async (paths: readonly string[], what: QueryAsked) => {
      asked = [paths, what];
      return given;
    },
  } as unknown as Lent;
  return { outcome: await query.run(lent, words, query.options.parse(flags)), asked };
}

describe("tawazun query", () => {
  it("takes the last word for the question where it is one, and not where it is a file or a folder", async () => {
    const sql = "select 1 from rows";
    expect((await ask(["out", "b.csv", sql])).asked).toEqual([["out", "b.csv"], { sql }]);
    expect((await ask(["out", "my table.csv"])).asked).toEqual([["out", "my table.csv"], {}]);
    expect((await ask(["out", "my results/"])).asked?.[0]).toEqual(["out", "my results/"]);
    expect((await ask(["out"], { columns: "a, b", where: ["a > 1"], group: "c" })).asked).toEqual([
      ["out"],
      { columns: ["a", "b"], where: ["a > 1"], group: ["c"] },
    ]);
  });

  it("refuses SQL and flags at once", async () => {
    await expect(ask(["out", "select 1"], { columns: "a" })).rejects.toMatchObject({ code: "query/both" });
  });

  it("gives a table, CSV and data; what is missing is left out, and columns of one name are told apart", async () => {
    expect((await ask(["out"])).outcome.text).toMatch(/tie +n +n_2/);
    expect((await ask(["out"], { csv: true })).outcome.text).toBe("tie,n,n_2\r\n0.5,3,\r\n'=x,4,1");
    expect((await ask(["out"])).outcome.json).toMatchObject({
      rows: [
        { tie: 0.5, n: 3, n_2: null },
        { tie: "=x", n: 4, n_2: 1 },
      ],
    });
  });

  it("shows a person the first rows of a long answer, and says how the rest is had", async () => {
    const rows = Array.from({ length: 50 }, (_, k) => [k, k, k]);
    const { text } = (await ask(["out"], {}, { ...answer, rows })).outcome;
    expect(text).toContain("The first 40 of 50 rows; --csv prints all.");
  });
});

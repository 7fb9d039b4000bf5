import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import type { Case } from "../../src/case/index.ts";
import { caseTables, csvOf, jsonOf } from "../../src/web/parts/case-tables.ts";
import { type Command, commandsFor } from "../../src/web/parts/command-search.ts";
import { parquetOf } from "../../src/web/parts/parquet.ts";

const source = {
  head: { id: "made" },
  actors: [
    { id: "a", name: 'A "quoted", name', kind: "party", aliases: ["Alif", "ألف"] },
    { id: "b", name: "=b", kind: "party" },
  ],
  holdings: [
    { actor: "a", resource: "seats", amount: 39 },
    { actor: "b", resource: "arms", amount: [1, 2.5, 4] },
  ],
  relations: [{ from: "a", to: "b", value: -0.5, mutual: true }],
  posts: [],
  values: { deaths: { id: "deaths", months: ["2012-01", "2012-02"], values: [3, 5] } },
} as unknown as Case;

describe("the tables of a case", () => {
  const tables = caseTables(source);
  const named = (name: string) => {
    const found = tables.find((table) => table.name === name);
    if (found === undefined) throw new Error(`there is no table ${name}`);
    return found;
  };

  it("are its sections that hold something, and the months of its series", () => {
    expect(tables.map(({ name }) => name)).toEqual(["actors", "holdings", "relations", "values"]);
    expect(named("values").rows[1]).toEqual({ series: "deaths", month: "2012-02", value: 5 });
  });

  it("give what is uncertain three columns, and what has parts as JSON", () => {
    expect(named("holdings").rows).toEqual([
      { actor: "a", resource: "seats", amount: 39, amount_low: 39, amount_high: 39 },
      { actor: "b", resource: "arms", amount: 2.5, amount_low: 1, amount_high: 4 },
    ]);
    expect(named("actors").rows[0].aliases).toBe('["Alif","ألف"]');
  });

  it("are written for spreadsheets: quoted, and no formula", () => {
    expect(csvOf(named("actors"))).toBe(
      'id,name,kind,aliases\r\na,"A ""quoted"", name",party,"[""Alif"",""ألف""]"\r\nb,\'=b,party,\r\n',
    );
    expect(csvOf(named("relations"))).toBe("from,to,value,mutual\r\na,b,-0.5,yes\r\n");
    expect(JSON.parse(jsonOf(named("relations")))).toEqual([
      { from: "a", to: "b", value: -0.5, mutual: true },
    ]);
  });

  it("keep their types in Parquet, and what is unknown as nothing", async () => {
    const read = async (name: string) =>
      parquetReadObjects({ file: parquetOf(named(name)).buffer as ArrayBuffer });
    expect(await read("relations")).toEqual([{ from: "a", to: "b", value: -0.5, mutual: true }]);
    const [, second] = await read("actors");
    expect(second).toEqual({ id: "b", name: "=b", kind: "party", aliases: null });
  });
});

describe("the command palette", () => {
  const command = (kind: Command["kind"], name: string, also?: string): Command => ({
    id: `${kind} ${name}`,
    kind,
    name,
    ...(also === undefined ? {} : { also }),
    act: () => undefined,
  });
  const all = [
    command("page", "Power"),
    command("action", "Undo the last edit of the case"),
    command("actor", "Nouri al-Maliki", "maliki"),
    command("actor", "Osama al-Nujaifi", "nujaifi"),
    command("document", "The power of the purse"),
  ];
  const found = (typed: string) => commandsFor(all, typed).map(({ name }) => name);

  it("shows pages and actions before anything is typed", () => {
    expect(found("")).toEqual(["Power", "Undo the last edit of the case"]);
  });
  it("finds by letters within words, names that begin with them first", () => {
    expect(found("power")).toEqual(["Power", "The power of the purse"]);
    expect(found("LAST und")).toEqual(["Undo the last edit of the case"]);
    expect(found("mālikī")).toEqual(["Nouri al-Maliki"]);
    expect(found("zzz")).toEqual([]);
  });
  it("finds a name that is typed in another script", () => {
    expect(found("المالكي")).toEqual(["Nouri al-Maliki"]);
    expect(found("النجيفي")).toEqual(["Osama al-Nujaifi"]);
  });
});

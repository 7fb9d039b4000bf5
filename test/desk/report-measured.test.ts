import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Case, newCase, readCase } from "../../src/case/index.ts";
import { coalitions } from "../../src/desk/report/coalitions.ts";
import { fronts } from "../../src/desk/report/fronts.ts";
import { network } from "../../src/desk/report/network.ts";
import { polity } from "../../src/desk/report/polity.ts";
import { positions } from "../../src/desk/report/positions.ts";
import { power } from "../../src/desk/report/power.ts";
import { record } from "../../src/desk/report/record.ts";
import { routes } from "../../src/desk/report/routes.ts";
import { type Study, study, studyDefaults } from "../../src/desk/study.ts";
import { inProcess } from "../../src/forecast/index.ts";
import { readFolder } from "../../src/run/index.ts";
import { type NumberFact, type Part, report, type Section, type Table } from "../../src/show/index.ts";

const makers = { polity, fronts, power, coalitions, network, routes, positions, record };

/** What these sections show is measured on the first day: a single short future will do. */
function studied(world: Case): Promise<Study> {
  const lean = { ...world, claims: [], questions: [] };
  return study(lean, { ...studyDefaults, runs: 1, farRuns: 1, pairs: 1, months: 1 }, inProcess());
}

const sectionsOf = (found: Study): readonly Section[] => Object.values(makers).map((make) => make(found));

const written = (world: Case, sections: readonly Section[]) =>
  report({
    head: {
      title: world.head.title,
      polity: world.head.polity,
      asOf: world.head.as_of,
      summary: world.head.summary,
      engine: "test",
      caseHash: world.hash,
      seed: "test",
      runs: 1,
      command: "test",
    },
    sections,
  });

const tables = (parts: readonly Part[]): readonly Table[] =>
  parts.flatMap((part) => (part.kind === "table" ? [part] : part.kind === "picture" ? [part.table] : []));
const numbers = (parts: readonly Part[]): readonly NumberFact[] =>
  parts.flatMap((part) => (part.kind === "number" ? [part] : []));

function captioned(section: Section, start: string): Table {
  const found = tables(section.parts).find((table) => table.caption.startsWith(start));
  if (found === undefined) throw new Error(`no table "${start}" in ${section.id}`);
  return found;
}

function worldOf(read: ReturnType<typeof readCase>): Case {
  if (read.world === undefined) throw new Error(JSON.stringify(read.findings.slice(0, 3)));
  return read.world;
}

interface Expected {
  readonly parliament_as_elected: {
    readonly lists: {
      readonly [list: string]: {
        readonly seats: number;
        readonly shapley_shubik: string;
        readonly banzhaf: string;
        readonly owen_with_national_alliance: string;
      };
    };
  };
  readonly seats_now: { readonly [list: string]: number };
}

let iraq: Case;
let sections: readonly Section[];
const section = (id: string): Section => {
  const found = sections.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
};

beforeAll(async () => {
  const { folder } = await readFolder("cases/iraq-2012");
  if (folder === undefined) throw new Error("no case");
  iraq = worldOf(readCase(folder));
  sections = sectionsOf(await studied(iraq));
}, 60_000);

describe("the measured half of the report on Iraq, January 2012", () => {
  it("has every section, none of them empty", () => {
    expect(sections.map((one) => one.id)).toEqual(Object.keys(makers));
    for (const one of sections) {
      expect(`${one.lead}`.length, one.id).toBeGreaterThan(80);
      expect(one.parts.length, one.id).toBeGreaterThan(3);
      for (const table of tables(one.parts)) expect(table.rows.length, table.caption).toBeGreaterThan(0);
    }
  });

  it("says of each number how it was made and from what", () => {
    const facts = sections.flatMap((one) => numbers(one.parts));
    expect(facts.length).toBeGreaterThan(12);
    for (const fact of facts) {
      expect(Number.isFinite(fact.value), fact.label).toBe(true);
      expect(fact.assumptions.length, fact.label).toBeGreaterThan(0);
      expect(fact.sources.length, fact.label).toBeGreaterThan(0);
    }
  });

  it("is written as a page in which every inner link leads somewhere", () => {
    const { html, markdown } = written(iraq, sections);
    expect(markdown).not.toMatch(/NaN|undefined|Infinity/);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(74);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });

  it("gives the published fractions of the power of the elected lists", () => {
    const expected: Expected = JSON.parse(readFileSync("cases/iraq-2012/expected.json", "utf8"));
    const { rows } = captioned(section("power"), "Votes against power: as elected");
    const lists = Object.entries(expected.parliament_as_elected.lists);
    expect(rows.length).toBe(lists.length);
    for (const [id, list] of lists) {
      const name = iraq.blocs.find((bloc) => bloc.id === id)?.name ?? "";
      const row = rows.find((one) => typeof one.unit === "string" && name.startsWith(one.unit));
      expect(row, id).toMatchObject({
        seats: list.seats,
        orders: list.shapley_shubik,
        swings: list.banzhaf,
        inUnion: list.owen_with_national_alliance,
      });
    }
  });

  it("counts the seats of today, and the votes that come one short", () => {
    const { seats_now: now }: Expected = JSON.parse(readFileSync("cases/iraq-2012/expected.json", "utf8"));
    const { rows } = captioned(section("power"), "Votes against power: as of");
    expect(rows.find((row) => row.unit === "Iraqiya")?.seats).toBe(now.iraqiya);
    const alone = captioned(section("power"), "Votes against power: as of 10 January 2012, every alliance");
    expect(alone.rows.find((row) => row.unit === "National Alliance")?.seats).toBe(now["national-alliance"]);
    // Iraqiya, the Kurdistan Alliance and the Sadrists lean against the prime minister: by hand 162 of 163
    const byLines = numbers(section("coalitions").parts).find((fact) => fact.id === "coalitions-slack");
    expect(byLines?.value).toBe(now.iraqiya_and_kurdistan_alliance_and_sadrists);
  });

  it("counts as many minimal majorities as trying all 4,096 coalitions finds", () => {
    const seats = captioned(section("power"), "Votes against power: as of 10 January 2012, list").rows.map(
      (row) => Number(row.seats),
    );
    let minimal = 0;
    for (let set = 0; set < 1 << seats.length; set++) {
      const members = seats.filter((_, i) => (set >> i) & 1);
      const sum = members.reduce((total, own) => total + own, 0);
      if (sum >= 163 && members.every((own) => sum - own < 163)) minimal += 1;
    }
    const fact = numbers(section("coalitions").parts).find((one) => one.id === "coalitions-minimal");
    expect(fact?.value).toBe(minimal);
  });

  it("finds the withheld ministries, the splinters and the open route", () => {
    const posts = captioned(section("polity"), "Posts").rows;
    const withheld = posts.filter((row) => `${row.standing}`.startsWith("withheld")).map((row) => row.post);
    expect(withheld).toContain("Minister of Defence");
    expect(withheld).toContain("Minister of the Interior");
    expect(posts.find((row) => row.post === "Prime minister")?.standing).toBe("as owed");
    const splinters = captioned(section("polity"), "Who broke away").rows.map((row) => row.actor);
    expect(splinters).toContain("Asaib Ahl al-Haq");
    expect(section("routes").lead).toMatch(/Tehran – Baghdad – Damascus – Beirut is open/);
  });

  it("puts a perception beside the position it differs from", () => {
    const row = captioned(section("fronts"), "Who sees whom").rows.find(
      (one) => one.by === "Saudi Arabia" && `${one.issue}`.includes("Iran"),
    );
    expect(row).toMatchObject({ seen: 90, stands: 60, gap: 30 });
  });

  it("counts no tie of 0 among the friendly and the hostile ones", async () => {
    const folder = newCase({ id: "mine", title: "Mine", asOf: "2025-01-15", horizon: "2026-12-31" });
    const own = worldOf(readCase(folder));
    const relation = { from: "orland", to: "vale", value: 0 };
    const neutral = { ...own, relations: [...own.relations, relation] } as Case;
    for (const world of [own, neutral]) {
      const made = network(await studied(world));
      expect(made.lead).toContain("2 pairs of actors are on friendly terms, 2 on hostile ones");
      const note = numbers(made.parts).find(({ id }) => id === "network-frustration")?.note;
      expect([made.lead, note].join(" ")).toMatch(/of 4 ties|without a tie that breaks them\. .* of 4 ties/);
    }
  });

  it("proves the frustration of the network", () => {
    const fact = numbers(section("network").parts).find((one) => one.id === "network-frustration");
    expect(fact).toMatchObject({ method: "exact" });
    expect(fact?.note).toMatch(/certificate of .* proves/);
    expect(captioned(section("network"), "Ties that break").rows.length).toBe(fact?.value);
  });
});

describe("the measured half of the report on any case", () => {
  const withNothing = (world: Case): Case => ({
    ...world,
    arenas: [],
    resources: [],
    groups: [],
    blocs: [],
    memberships: [],
    holdings: [],
    posts: [],
    standing: [],
    issues: [],
    stakes: [],
    perceptions: [],
    demands: [],
    pacts: [],
    relations: [],
    territories: [],
    routes: [],
    outside: [],
    documents: [],
    statements: [],
    events: [],
    series: [],
    claims: [],
    questions: [],
  });
  const small = (): Case =>
    worldOf(readCase(newCase({ id: "small", title: "Small", asOf: "2012-01-10", horizon: "2013-12-31" })));

  const strips: readonly [string, (world: Case) => Case][] = [
    ["the small case made to begin from", () => small()],
    [
      "Iraq without blocs, relations, routes and events",
      (world) => ({ ...world, blocs: [], memberships: [], relations: [], routes: [], events: [] }),
    ],
    ["Iraq without holdings", (world) => ({ ...world, holdings: [] })],
    ["Iraq with nobody in office", (world) => ({ ...world, posts: [] })],
    [
      "Iraq without an assembly",
      (world) => ({ ...world, arenas: world.arenas.filter((arena) => arena.kind !== "assembly") }),
    ],
    [
      "Iraq with one front",
      (world) => ({
        ...world,
        fronts: world.fronts.slice(0, 1),
        arenas: [],
        issues: [],
        stakes: [],
        perceptions: [],
      }),
    ],
    ["actors and nothing else", withNothing],
    ["one actor", (world) => ({ ...withNothing(world), actors: world.actors.slice(0, 1) })],
    ["nobody at all", (world) => ({ ...withNothing(world), actors: [], fronts: [], sources: [] })],
  ];

  it.each(strips)("has an honest sentence for %s", async (_, strip) => {
    const world = strip(iraq);
    const made = sectionsOf(await studied(world));
    for (const one of made) expect(`${one.lead}`, one.id).toMatch(/^.{10,}[.!?]/s);
    expect(written(world, made).markdown).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("names nobody of the founding case in its source", () => {
    const folder = "src/desk/report";
    const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      expect(readFileSync(`${folder}/${file}`, "utf8"), file).not.toMatch(
        /Iraq|Maliki|Sadr|Kurd|Sunni|Shia|Allawi/,
      );
    }
  });
});

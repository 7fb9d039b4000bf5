import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCase, readOutcomes } from "../../src/case/index.ts";
import { eventTypes } from "../../src/events/index.ts";
import { banzhaf, minimalWinning, shapleyShubik, winningCount } from "../../src/measure/index.ts";
import { readFolder } from "../../src/run/index.ts";
import { moveKinds } from "../../src/simulate/index.ts";
import { isThere, tableOf } from "./row-map.ts";

const directory = new URL("../../cases/iraq-2012/", import.meta.url);
const shared = new URL("../../../shared/data/iraq/", import.meta.url);
const text = (file: string): string => readFileSync(new URL(file, directory), "utf8");
const { folder } = await readFolder(directory.pathname);
if (folder === undefined) throw new Error("cases/iraq-2012 cannot be read");
const { world, findings } = readCase(folder, {
  moves: moveKinds.map((kind) => kind.id),
  eventTypes: eventTypes.map((type) => type.id),
});
if (world === undefined) throw new Error(findings.map((finding) => finding.message).join("\n"));
const rows = Array.from({ length: 23 }, (_, i) => `S${i + 1}`);
const expected = JSON.parse(text("expected.json"));
const seatsOf = (actor: string): number =>
  world.holdings
    .filter((holding) => holding.actor === actor && holding.resource === "seats")
    .reduce((sum, holding) => sum + Number(holding.amount), 0);
/** Actors on a list, or in a bloc below it, on the as-of date. */
function membersOf(bloc: string): string[] {
  const below = world?.blocs.filter(({ parent }) => parent === bloc).flatMap(({ id }) => membersOf(id)) ?? [];
  const own = world?.memberships.filter((link) => link.in === bloc && link.to === undefined) ?? [];
  return [...own.map(({ actor }) => actor), ...below];
}
const seatsOfBloc = (bloc: string): number => membersOf(bloc).reduce((sum, actor) => sum + seatsOf(actor), 0);
const quotient = (fraction: string): number => {
  const [over, under = "1"] = fraction.split("/");
  return Number(over) / Number(under);
};

describe("the case of Iraq, January 2012", () => {
  it("reads without a finding", () => {
    expect(findings).toEqual([]);
    expect(world.head.as_of).toBe("2012-01-10");
    expect(world.head.horizon).toBe("2014-12-31");
  });

  it("has the actors, lists, events, statements, claims and questions that it promises", () => {
    expect(world.actors.length).toBeGreaterThanOrEqual(40);
    expect(world.blocs.filter((bloc) => bloc.elected !== undefined)).toHaveLength(10);
    expect(world.blocs.filter((bloc) => bloc.kind === "list" && bloc.elected === undefined)).toHaveLength(2);
    expect(world.groups).toHaveLength(5);
    expect(world.events.length).toBeGreaterThanOrEqual(31);
    expect(world.relations.length).toBeGreaterThanOrEqual(120);
    expect(world.statements.length).toBeGreaterThanOrEqual(60);
    expect(world.questions).toHaveLength(32);
    expect(world.claims.filter((claim) => claim.experiment !== undefined).length).toBeGreaterThanOrEqual(8);
  });

  it("gives every seat of the 325 to somebody, as elected and as they are held now", () => {
    const elected = world.blocs.map((bloc) => bloc.elected ?? 0);
    expect(elected.reduce((sum, seats) => sum + seats, 0)).toBe(325);
    expect(world.actors.reduce((sum, actor) => sum + seatsOf(actor.id), 0)).toBe(325);
    expect(seatsOfBloc("iraqiya")).toBe(expected.seats_now.iraqiya);
    expect(seatsOfBloc("iraqi-national-alliance")).toBe(expected.seats_now["iraqi-national-alliance"]);
    expect(seatsOfBloc("national-alliance")).toBe(expected.seats_now["national-alliance"]);
    const three = seatsOfBloc("iraqiya") + seatsOfBloc("kurdistan-alliance") + seatsOfBloc("sadrists");
    expect(three).toBe(expected.seats_now.iraqiya_and_kurdistan_alliance_and_sadrists);
  });

  it("leaves the confirmed ministry of defence to nobody and owes it to Iraqiya", () => {
    const defence = world.posts.find((post) => post.id === "defence");
    expect(defence).toMatchObject({ holder: "dulaimi", acting: true, entitled: "iraqiya", security: true });
    expect(world.posts.find((post) => post.id === "interior")).toMatchObject({
      holder: "maliki",
      acting: true,
      entitled: "national-alliance",
    });
  });

  it("reproduces the published power of the ten lists as elected", () => {
    const lists = expected.parliament_as_elected.lists;
    const ids = Object.keys(lists);
    const weights = ids.map((id) => world.blocs.find((bloc) => bloc.id === id)?.elected ?? Number.NaN);
    expect(weights).toEqual(ids.map((id) => lists[id].seats));
    const game = { quota: expected.parliament_as_elected.quota, weights };
    const shares = shapleyShubik(game);
    const banzhafShares = banzhaf(game);
    ids.forEach((id, i) => {
      expect(shares[i]).toBeCloseTo(quotient(lists[id].shapley_shubik), 12);
      expect(banzhafShares[i]).toBeCloseTo(quotient(lists[id].banzhaf), 12);
    });
    expect(Number(winningCount(game))).toBe(expected.parliament_as_elected.winning);
    expect(minimalWinning(game)).toHaveLength(expected.parliament_as_elected.minimal_winning);
  });
});

describe("what was known on the day", () => {
  it("rests on no source of a later date but data sets coded later and the audits marked as hindsight", () => {
    const codedLater = ["ucdp-ged", "epr-2019"];
    const late = new Set(
      world.sources
        .filter(({ id, date }) => date !== undefined && date > "2012-01-10" && !codedLater.includes(id))
        .map(({ id }) => id),
    );
    expect(late.size).toBeGreaterThan(0);
    const { sources: _, claims, ...inputs } = world;
    const named = new Set<string>();
    JSON.stringify(inputs, (key, value) => {
      if (key === "source") for (const id of [value].flat()) named.add(id);
      return value;
    });
    expect([...named].filter((id) => late.has(id))).toEqual([]);
    for (const { audit } of claims) {
      const usesLate = [audit.source ?? []].flat().some((id) => late.has(id));
      // true, or said to be false: the verdict is the same without the later source
      if (usesLate) expect(audit.hindsight, audit.text).toBeDefined();
    }
  });

  it("does without the codings that were made later", () => {
    const ids = world.sources.map(({ id, title }) => `${id} ${title}`).join("\n");
    expect(ids).not.toMatch(/V-Party|ideal point|General Assembly/i);
    expect(world.groups.find((group) => group.id === "sunni-arabs")?.access).toBe("junior-partner");
  });

  it("gives its judgements of ties and positions as ranges", () => {
    for (const relation of world.relations)
      expect(relation.value, `${relation.from} → ${relation.to}`).toHaveLength(3);
    const points = world.stakes.filter((stake) => typeof stake.position === "number");
    expect(points.every(({ position }) => position === 0 || position === 100)).toBe(true);
    expect(world.stakes.every((stake) => stake.source !== undefined)).toBe(true);
  });

  it("reads the same with and without what came true", () => {
    const blind = new Map([...folder].filter(([file]) => !file.startsWith("outcomes")));
    expect(blind.size).toBeLessThan(folder.size);
    expect(readCase(blind)).toMatchObject({ world: { hash: world.hash }, findings: [] });
  });

  it("has an outcome for each question, each with its source", () => {
    const judged = readOutcomes(folder, world);
    expect(judged.findings).toEqual([]);
    expect(judged.outcomes?.map(({ question }) => question)).toEqual(world.questions.map(({ id }) => id));
    expect(judged.outcomes?.every(({ source }) => source !== undefined)).toBe(true);
  });

  it("ends its series of deaths in December 2011", () => {
    const { months, values } = world.values["iraq-deaths"];
    expect(months[0]).toBe("2004-01");
    expect(months.at(-1)).toBe("2011-12");
    const sum = (from: string, to: string): number =>
      values.reduce((total, value, i) => total + (months[i] >= from && months[i] <= to ? value : 0), 0);
    expect(sum("2011-10", "2011-12")).toBe(expected.deaths["2011-10..2011-12"]);
    expect(sum("2011-11", "2011-12")).toBe(expected.deaths["2011-11..2011-12"]);
  });
});

describe("its documents", () => {
  it("hold a briefing of 900 to 1,500 words", () => {
    const words = world.texts.briefing.split(/\s+/).filter((word) => word !== "");
    expect(words.length).toBeGreaterThanOrEqual(900);
    expect(words.length).toBeLessThanOrEqual(1500);
  });

  it("are quoted letter by letter, on the line that is given", () => {
    for (const { id, document, quote, line } of world.statements) {
      const lines = world.texts[document].split("\n");
      expect(lines[(line ?? 0) - 1], id).toContain(quote.split("\n")[0]);
    }
  });

  it.each(rows)("say at least two things about %s", (row) => {
    const about = world.statements.filter((statement) => statement.rows?.includes(row));
    expect(about.length).toBeGreaterThanOrEqual(2);
    expect(about.some((statement) => statement.document === "briefing")).toBe(true);
  });

  it("are all used as evidence", () => {
    const { statements, texts: _, ...rest } = world;
    const used = JSON.stringify(rest);
    expect(statements.filter(({ id }) => !used.includes(`"${id}"`))).toEqual([]);
  });
});

describe("the map from the system's rows to the data", () => {
  const table = tableOf(text("README.md"));

  it("has a line for each of the 23 rows", () => {
    expect(table.map(({ row }) => row)).toEqual(rows);
  });

  it.each(table)("$row resolves to data that are there", ({ data, seen }) => {
    expect(data.length).toBeGreaterThan(0);
    expect(data.filter((name) => !isThere(world, name))).toEqual([]);
    expect(seen.length).toBeGreaterThan(0);
  });

  it("would be caught naming what is not there", () => {
    expect(isThere(world, "actors/nobody")).toBe(false);
    expect(isThere(world, "stakes/maliki/nothing")).toBe(false);
    expect(isThere(world, "nowhere/maliki")).toBe(false);
  });
});

const haveShared = existsSync(shared);
if (!haveShared)
  console.warn(
    "Skipped: ../shared/data/iraq is absent, so the case is not compared with the record it was made from.",
  );

describe.skipIf(!haveShared)("beside the record it was made from", () => {
  const record = (file: string) => JSON.parse(readFileSync(new URL(file, shared), "utf8"));

  it("asks the questions in the words and for the days they were set", () => {
    const set: { id: string; question: string; asked_on: string; horizon: string }[] =
      record("questions.json").questions;
    expect(world.questions.map(({ id, text: asked, asked: day, by }) => [id, asked, day, by])).toEqual(
      set.map(({ id, question, asked_on, horizon }) => [id, question, asked_on, horizon]),
    );
  });

  it("takes over what came true", () => {
    const came: { id: string; outcome: boolean }[] = record("outcomes.json").outcomes;
    const judged = readOutcomes(folder, world).outcomes ?? [];
    expect(judged.map(({ question, outcome }) => [question, outcome])).toEqual(
      came.map(({ id, outcome }) => [id, outcome]),
    );
  });

  it("counts deaths as UCDP does", () => {
    const lines = readFileSync(
      new URL("violence/ucdp_ged231_iraq_country_month_1989-2023.csv", shared),
      "utf8",
    );
    const published = new Map(
      lines.split("\n").map((line) => [line.split(",")[0], Number(line.split(",")[1])]),
    );
    const { months, values } = world.values["iraq-deaths"];
    expect(values).toEqual(months.map((month) => published.get(month)));
    for (const line of text("outcomes/iraq-deaths.csv").trim().split("\n").slice(1)) {
      expect(Number(line.split(",")[1])).toBe(published.get(line.split(",")[0]));
    }
  });

  it("cites every source of the audited claims", () => {
    const urls = new Set(world.sources.map(({ url }) => url));
    const audited: { sources: { url: string }[] }[] = record("claims-audit.json");
    const missing = audited.flatMap(({ sources }) => sources).filter(({ url }) => !urls.has(url));
    expect(missing.filter(({ url }) => !url.includes("shapefinder_live"))).toEqual([]);
  });
});

// What is true of every case that comes with the program.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCase, readOutcomes } from "../../src/case/index.ts";
import { eventTypes } from "../../src/events/index.ts";
import { testOf } from "../../src/forecast/index.ts";
import { minimalWinning, winningCount } from "../../src/measure/index.ts";
import { readFolder } from "../../src/run/index.ts";
import { moveKinds, worldOf } from "../../src/simulate/index.ts";

const ROOT = join(import.meta.dirname, "../../cases");
const names = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const known = { moves: moveKinds.map(({ id }) => id), eventTypes: eventTypes.map(({ id }) => id) };
const expectedOf = (name: string) => JSON.parse(readFileSync(join(ROOT, name, "expected.json"), "utf8"));

async function read(name: string) {
  const { folder } = await readFolder(join(ROOT, name));
  if (folder === undefined) throw new Error(`${name} cannot be read`);
  const { world, findings } = readCase(folder, known);
  if (world === undefined) throw new Error(findings.map(({ message }) => message).join("\n"));
  return { folder, world, findings };
}

it("there are three cases or more", () => {
  expect(names).toEqual(expect.arrayContaining(["belgium-2010", "iraq-2012", "lebanon-2006"]));
});

describe.each(names)("the case %s", (name) => {
  it("reads without a finding, and has a README, and what it must reproduce", async () => {
    const { world, findings } = await read(name);
    expect(findings).toEqual([]);
    expect(world.head.id).toBe(name);
    expect(readFileSync(join(ROOT, name, "README.md"), "utf8").length).toBeGreaterThan(1000);
    expect(expectedOf(name).about).toBeDefined();
  });

  it("names a source for each datum", async () => {
    const { world } = await read(name);
    expect(world.head.default_source).toBeUndefined();
    const { sources, head, ...data } = world;
    expect(sources.length).toBeGreaterThan(2);
    expect(JSON.stringify(data)).not.toContain('"source":[]');
  });

  it("is the same with and without what came true, and has an outcome for each question", async () => {
    const { folder, world } = await read(name);
    const blind = new Map([...folder].filter(([file]) => !file.startsWith("outcomes")));
    expect(readCase(blind, known).world?.hash).toBe(world.hash);
    const judged = readOutcomes(folder, world);
    expect(judged.findings).toEqual([]);
    expect(judged.outcomes?.map(({ question }) => question)).toEqual(world.questions.map(({ id }) => id));
  });

  it("asks nothing that the engine cannot read", async () => {
    const { world } = await read(name);
    const play = worldOf(world);
    for (const { rule } of world.questions) expect(typeof testOf(play, rule)).toBe("function");
  });
});

describe("published results", () => {
  const seatsIn = (world: Awaited<ReturnType<typeof read>>["world"], bloc: string): number =>
    world.memberships
      .filter((link) => link.in === bloc && link.to === undefined)
      .flatMap(({ actor }) =>
        world.holdings.filter((held) => held.actor === actor && held.resource === "seats"),
      )
      .reduce((sum, { amount }) => sum + Number(amount), 0);

  it("of Belgium's Chamber are met", async () => {
    const { world } = await read("belgium-2010");
    const expected = expectedOf("belgium-2010");
    const weights = world.holdings
      .filter(({ resource }) => resource === "seats")
      .map(({ amount }) => Number(amount));
    expect(weights.reduce((sum, own) => sum + own, 0)).toBe(expected.seats.chamber);
    for (const bloc of ["government", "dutch-speaking", "french-speaking"])
      expect(seatsIn(world, bloc), bloc).toBe(expected.seats[bloc]);
    const game = { quota: expected.chamber.quota, weights };
    expect(Number(winningCount(game))).toBe(expected.chamber.winning);
    expect(minimalWinning(game)).toHaveLength(expected.chamber.minimal_winning);
  });

  it("of Lebanon's parliament and of the deaths of 2006 are met", async () => {
    const { world } = await read("lebanon-2006");
    const expected = expectedOf("lebanon-2006");
    const blocs = ["march-14", "resistance-bloc", "aoun-bloc"];
    const weights = blocs.map((bloc) => seatsIn(world, bloc));
    expect(weights).toEqual(blocs.map((bloc) => expected.seats[bloc]));
    const game = { quota: expected.blocs.quota, weights };
    expect(Number(winningCount(game))).toBe(expected.blocs.winning);
    expect(minimalWinning(game)).toHaveLength(expected.blocs.minimal_winning);
    const { months, values } = world.values["lebanon-deaths"];
    const summer = values.filter((_, i) => months[i] === "2006-07" || months[i] === "2006-08");
    expect(summer.reduce((sum, deaths) => sum + deaths, 0)).toBe(expected.deaths["2006-07..2006-08"]);
  });
});

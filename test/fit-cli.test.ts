import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../scripts/root.ts";
import { newCase } from "../src/case/index.ts";
import { notWellFormed } from "./browser/xml.ts";
import { here } from "./cli-here.ts";
import type { Ended } from "./cli-run.ts";

const folder = mkdtempSync(join(tmpdir(), "tawazun-fit-"));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Seven hostile and two friendly events in 24 days among six actors, and a row that is none. */
const EVENTS = `date,source,target,type,intensity,front
2011-12-13,parliament,maliki,ACCUSE,-2,domestic
2011-12-17,iraqiya,maliki,PROTEST,-6.5,domestic
2011-12-19,maliki,hashimi,COERCE,-5,domestic
2011-12-20,hashimi,maliki,REJECT,-4,domestic
2011-12-21,barzani,maliki,REQUEST,-1,domestic
2011-12-26,maliki,iraqiya,THREATEN,-6,domestic
2012-01-02,iraqiya,maliki,ACCUSE,-2,domestic
2012-01-05,usa,maliki,CONSULT,1,foreign
2012-01-06,maliki,usa,CONSULT,1,foreign
not a date,a,b,AID,7,foreign
`;

beforeAll(() => {
  writeFileSync(at("events.csv"), EVENTS);
  const asked = { id: "good", title: "Meridia", asOf: "2025-01-15", horizon: "2026-12-31" };
  for (const [file, bytes] of newCase(asked)) {
    mkdirSync(join(at("good"), file, ".."), { recursive: true });
    writeFileSync(join(at("good"), file), bytes);
  }
});

const run = (...words: readonly string[]): Promise<Ended> => here(words);

const fitting = (...words: readonly string[]): Promise<Ended> => run("fit", at("events.csv"), ...words);

async function json(...words: readonly string[]) {
  const { code, out, err } = await fitting(...words, "--json");
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(out);
}

const HABITS = "inertia(h=60, transform=muchness) + recip(h=60, transform=muchness)";

describe("tawazun fit, by hand", () => {
  it("estimates the log odds of a hostile act: ln(7/2)", async () => {
    const { models } = await json("--type", "1", "--prior", "none");
    expect(models[0].coefficients[0].estimate).toBeCloseTo(Math.log(7 / 2), 9);
    // √(1/7 + 1/2), and its interval by 1.96
    const error = Math.sqrt(1 / 7 + 1 / 2);
    expect(models[0].coefficients[0].error).toBeCloseTo(error, 6);
    expect(models[0].coefficients[0].high).toBeCloseTo(Math.log(3.5) + 1.959964 * error, 5);
    expect(models[0].coefficients[0].low).toBeCloseTo(Math.log(3.5) - 1.959964 * error, 5);
  });

  it("estimates the pace: nine events in 24 days of six actors", async () => {
    const { models } = await json("--rate", "1", "--prior", "none");
    expect(models[0].kind).toBe("rate-timed");
    expect(models[0].coefficients[0].estimate).toBeCloseTo(Math.log(9 / (24 * 6)), 9);
  });

  it("holds a choice against all alike: nine events with five others each", async () => {
    const { models } = await json("--choice", HABITS);
    expect(models[0].baseline.logLikelihood).toBeCloseTo(-9 * Math.log(5), 9);
    expect(models[0].likelihoodRatio.statistic).toBeCloseTo(
      2 * (models[0].logLikelihood + 9 * Math.log(5)),
      9,
    );
  });

  it("explains events from a day on, with the earlier ones as their past", async () => {
    const { made } = await json("--choice", HABITS, "--from", "2012-01");
    expect(made).toMatchObject({ events: 3, first: "2012-01-02", last: "2012-01-06" });
    const { made: early } = await json("--choice", HABITS, "--to", "2011-12-19");
    expect(early).toMatchObject({ events: 3, last: "2011-12-19" });
  });

  it("gives the same estimates whatever the actors are called", async () => {
    writeFileSync(at("renamed.csv"), EVENTS.replaceAll("maliki", "zz").replaceAll("usa", "aa"));
    const { models } = await json("--choice", HABITS);
    const { out } = await run("fit", at("renamed.csv"), "--choice", HABITS, "--json");
    const other = JSON.parse(out).models[0].coefficients;
    models[0].coefficients.forEach((each: { estimate: number }, p: number) => {
      expect(other[p].estimate).toBeCloseTo(each.estimate, 9);
    });
  });
});

describe("what tawazun fit prints", () => {
  it("says what could not be read, what is clear, and what each coefficient rests on", async () => {
    const { code, out } = await fitting("--choice", HABITS);
    expect(code).toBe(0);
    expect(out).toContain("9 events explained, 2011-12-13 to 2012-01-06, among 6 actors");
    expect(out).toMatch(/events\.csv:11:1: warning/);
    expect(out).toContain("fewer than the ten that a rule of thumb asks for");
    expect(out).toMatch(/mostly the prior: \d+% from events/);
    expect(out).toMatch(/baseline, everybody is chosen alike: −14\.48\./);
    expect(out).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("fits the statistics of the play where no formula is given", async () => {
    const { models } = await json();
    expect(models.map(({ kind }: { kind: string }) => kind)).toEqual(["rate", "choice", "type"]);
    for (const model of models) {
      for (const { term, played, fromData } of model.coefficients) {
        if (term.endsWith("intercept")) continue;
        expect(played).toMatch(/^(rate|choice|type)\//);
        expect(fromData).toBeGreaterThanOrEqual(0);
        expect(fromData).toBeLessThan(1);
      }
    }
  });

  it("is CSV, Markdown and LaTeX that others can read", async () => {
    const { out: csv } = await fitting("--choice", HABITS, "--format", "csv");
    const rows: readonly Record<string, string>[] = parse(csv, { columns: true });
    expect(rows.map((row) => row.term)).toEqual(HABITS.split(" + "));
    const { out: latex } = await fitting("--choice", HABITS, "--format", "latex");
    expect(latex).toContain("\\begin{tabular}{lrrrrrrr}");
    expect(latex.match(/^\\(toprule|midrule|bottomrule)$/gm)).toHaveLength(3);
    expect(latex.replaceAll(/\\[%&$#_{}]/g, "").replaceAll(/^%.*$/gm, "")).not.toMatch(/[%#]/);
    const { out: markdown } = await fitting("--choice", HABITS, "--format", "md");
    expect(markdown).toMatch(/^\| Term \| Estimate \|/m);
    const { out: data } = await fitting("--choice", HABITS, "--format", "json");
    expect(JSON.parse(data).models).toHaveLength(1);
  });

  it("takes the time before the first day explained for past, not for time without events", async () => {
    // Three events in the four days from 2 to 6 January, among six actors.
    const { models } = await json("--rate", "1", "--prior", "none", "--from", "2012-01-02");
    expect(models[0].coefficients[0].estimate).toBeCloseTo(Math.log(3 / (4 * 6)), 9);
  });

  it("draws pairs by the seed", async () => {
    const of = async (seed: string) =>
      (await json("--rem", "inertia + recip", "--controls", "3", "--seed", seed)).models[0];
    const [a, again, b] = [await of("a"), await of("a"), await of("b")];
    expect(a.method).toBe("sampled");
    expect(again).toEqual(a);
    expect(b.coefficients[0].estimate).not.toBe(a.coefficients[0].estimate);
  });
});

describe("what tawazun fit cannot estimate", () => {
  it("is left out with the reason", async () => {
    // Nobody ever answers: reciprocity is 0 for all.
    writeFileSync(
      at("one-way.csv"),
      "date,source,target,type\n2020-01-01,a,b,ACCUSE\n2020-01-02,a,c,ACCUSE\n2020-01-03,a,b,ACCUSE\n2020-01-04,d,b,ACCUSE\n2020-01-05,a,c,ACCUSE\n",
    );
    const words = ["fit", at("one-way.csv"), "--choice", "inertia(h=30) + recip(h=30)", "--prior", "none"];
    const { out } = await run(...words, "--json");
    const [model] = JSON.parse(out).models;
    expect(model.leftOut).toMatchObject([{ term: "recip(h=30)", code: "fit/constant" }]);
    expect(model.coefficients).toHaveLength(1);
    expect((await run(...words)).out).toMatch(/Left out: recip\(h=30\)\. recip\(h=30\) cannot be estimated/);
  });

  it("is refused where nothing is left", async () => {
    writeFileSync(
      at("sure.csv"),
      "date,source,target,type\n2020-01-01,c,a,ACCUSE\n2020-01-02,a,b,ACCUSE\n2020-01-03,a,b,ACCUSE\n2020-01-04,a,b,ACCUSE\n",
    );
    const { code, err } = await run("fit", at("sure.csv"), "--choice", "inertia", "--prior", "none");
    expect(code).toBe(2);
    expect(err).toMatch(/inertia separates/);
  });

  it.each([
    ["--choice", "inertia(h=30) + recipp(h=30)", 'Column 17 .*Did you mean "recip"', 16],
    ["--choice", "inertia(h=30) + recip(half=30)", 'no option "half"', 22],
    ["--rem", "inertia(conflictuall)", 'Did you mean "conflictual"', 8],
    ["--type", "recip(h=30", '"\\)" is expected', 10],
    ["--rate", "inertia(h=30)", "belongs to a pair", 0],
  ])("in %s %s is pointed at", async (flag, formula, complaint, column) => {
    const { code, out, err } = await fitting(flag, formula);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(new RegExp(complaint));
    const lines = err.split("\n");
    const shown = lines.indexOf(`  ${formula}`);
    expect(lines[shown + 1].indexOf("^") - 2).toBe(column);
  });

  it.each([
    ["a prior that is none", ["--prior", "strong"], /prior is "strong"/],
    ["a day that does not exist", ["--from", "2012-02-30"], /--from 2012-02-30/],
    ["no event after a day", ["--from", "2020"], /No event of the log/],
  ])("%s is refused", async (_what, words, complaint) => {
    const { code, err } = await fitting(...words);
    expect(code).toBe(2);
    expect(err).toMatch(complaint);
  });

  it.each([
    ["a file that is not there", "nowhere.csv", /no folder|no file/],
    ["a file that is no event data", "prose.txt", /none of the known forms/],
    ["an empty file", "empty.csv", /holds no events|known forms/],
  ])("%s is refused", async (_what, name, complaint) => {
    if (name === "prose.txt") writeFileSync(at(name), "Once upon a time.\nThe end.\n");
    if (name === "empty.csv") writeFileSync(at(name), "");
    const { code, out, err } = await run("fit", at(name));
    expect(code).toBe(2);
    expect(out + err).toMatch(complaint);
    expect(err).not.toContain("    at ");
  });
});

describe("a saved fit", () => {
  it("keeps how it was made, draws its coefficients, and is taken up by the play", async () => {
    const { code, out } = await fitting(
      "--choice",
      HABITS,
      "--save",
      at("fits/habits.json"),
      "--plot",
      at("c.svg"),
    );
    expect(code).toBe(0);
    expect(out).toContain("Written: ");
    const saved = JSON.parse(readFileSync(at("fits/habits.json"), "utf8"));
    expect(saved.made).toMatchObject({ events: 9, prior: "auto" });
    expect(saved.made.command).toContain(`--choice "${HABITS}"`);
    expect(saved.models[0].priors).toEqual([
      { mean: 0, deviation: 1.5 },
      { mean: 0, deviation: 1.5 },
    ]);
    expect(notWellFormed(readFileSync(at("c.svg"), "utf8"))).toBeUndefined();

    const play = (...words: readonly string[]) =>
      run("play", at("good"), "--runs", "4", "--months", "6", "--workers", "1", ...words);
    const plain = await play();
    const fitted = await play("--fit", at("fits/habits.json"));
    expect(plain.out).not.toContain("coefficients of behaviour");
    expect(fitted.out).toMatch(/2 coefficients of behaviour are from .*habits\.json, fitted to 9 events/);
    expect(fitted.out).toContain("events of no case");
    expect((await play("--fit", at("fits/habits.json"))).out).toBe(fitted.out);
    expect((await play("--fit", at("fits/habits.json"), "--fit-draws")).out).toContain("drawn around");
  });

  it("is registered with the forecasts that were made with it, and taken up by backtest", async () => {
    await fitting("--choice", HABITS, "--save", at("fits/again.json"));
    const size = ["--runs", "2", "--months", "2", "--workers", "1"];
    const fit = ["--fit", at("fits/again.json")];
    const registered = await run("register", at("good"), "--to", at("forecasts.jsonl"), ...size, ...fit);
    expect([registered.code, registered.err]).toEqual([0, ""]);
    const entry = JSON.parse(readFileSync(at("forecasts.jsonl"), "utf8"));
    expect(entry.behaviour).toMatch(/^2 coefficients of behaviour are from .*again\.json/);
    expect(registered.out).toContain(entry.behaviour);
    expect((await run("register", "--verify", "--to", at("forecasts.jsonl"))).code).toBe(0);
    const tested = await run("backtest", join(root, "cases/lebanon-2006"), ...size, ...fit, "--fit-draws");
    expect([tested.code, tested.err]).toEqual([0, ""]);
    expect(tested.out).toMatch(/lebanon-2006: 2 coefficients of behaviour are from .*drawn around/);
  }, 60_000);

  it("is held by the play's own defaults with --prior engine: 0.8 to 2.4 around 1.6 is 1.6 ± 0.4", async () => {
    await fitting("--choice", HABITS, "--prior", "engine", "--save", at("engine.json"));
    const [{ priors }] = JSON.parse(readFileSync(at("engine.json"), "utf8")).models;
    expect(priors[0].mean).toBeCloseTo(1.6, 9);
    expect(priors[0].deviation).toBeCloseTo(0.4, 9);
  });

  it.each([
    ["is no JSON", "events.csv", /is not JSON/],
    ["is no fit", "other.json", /is not a fit saved by tawazun fit/],
    ["says nothing that the play weighs", "useless.json", /None of the fitted terms/],
    ["is not there", "nowhere.json", /no file/],
  ])("that %s is refused", async (_what, name, complaint) => {
    if (name === "other.json") writeFileSync(at(name), '{"format": "tawazun-fit/2"}');
    if (name === "useless.json") await fitting("--choice", "inertia(h=30)", "--save", at(name));
    const { code, err } = await run("play", at("good"), "--runs", "1", "--workers", "1", "--fit", at(name));
    expect(code).toBe(2);
    expect(err).toMatch(complaint);
  });

  it("cannot be drawn around where there is none", async () => {
    const { code, err } = await run("play", at("good"), "--runs", "1", "--workers", "1", "--fit-draws");
    expect(code).toBe(2);
    expect(err).toContain("give --fit FILE.json");
  });
});

describe("the founding case", () => {
  it("is fitted to its own events, with its own attributes and ties, and says how few they are", async () => {
    const iraq = join(root, "cases/iraq-2012");
    const { code, out } = await run("fit", iraq, "--json");
    expect(code).toBe(0);
    const { made, models } = JSON.parse(out);
    expect(made.caseId).toBe("iraq-2012");
    expect(models).toHaveLength(3);
    const terms = models.flatMap((model: { coefficients: unknown[] }) => model.coefficients);
    expect(terms.every(({ fromData }: { fromData?: number }) => fromData === undefined || fromData < 1)).toBe(
      true,
    );
    const rich = await run(
      "fit",
      iraq,
      "--choice",
      "inertia(h=60) + same(group) + tie(friends) + tie(foes) + alter(power)",
    );
    expect(rich.code).toBe(0);
    expect(rich.out).toContain("alter(power)");
  });
});

describe("events of a feed in a case's names", () => {
  it("count for who decides in the case; those of strangers are left out, and counted", async () => {
    const iraq = join(root, "cases/iraq-2012");
    writeFileSync(
      at("feed.csv"),
      "date,source,target,type\n2012-01-02,Nuri al-Maliki,Tariq al-Hashimi,ACCUSE\n2012-01-03,Dawa,Iyad Allawi,ACCUSE\n2012-01-04,Atlantis,Dawa,ACCUSE\n2012-01-05,Iyad Allawi,Maliki,ACCUSE\n2013-01-05,Iyad Allawi,Maliki,ACCUSE\n",
    );
    const words = ["fit", at("feed.csv"), "--case", iraq, "--choice", "inertia(h=60)"];
    const { out } = await run(...words, "--json");
    // Dawa is led by Maliki; the event of 2013 comes after the case's day, that of Atlantis is nobody's.
    expect(JSON.parse(out).made).toMatchObject({
      events: 3,
      actors: 3,
      caseId: "iraq-2012",
      last: "2012-01-05",
    });
    expect((await run(...words)).out).toContain("1 event is of somebody whom the case does not know");
  });
});

describe("tawazun types", () => {
  it("lists the sixteen types, tells one with its codes, and says where it departs from PLOVER", async () => {
    expect(JSON.parse((await run("types", "--json")).out)).toHaveLength(16);
    const { out } = await run("types", "sanction");
    // Goldstein's −8 for embargoes, in GDELT's conversion table.
    expect(out).toMatch(/^163 .*SANCTION.*restrict.*−8\.0$/m);
    expect(out).toContain("CAMEO 163 (embargo, boycott, sanctions) is SANCTION here and COERCE there");
    expect((await run("types", "163")).out).toContain("is SANCTION");
    expect(JSON.parse((await run("types", "--cameo", "--json")).out).length).toBeGreaterThan(100);
  });

  it("refuses what it does not know, with the near miss", async () => {
    expect((await run("types", "SANCTIONS")).err).toContain('Did you mean "SANCTION"');
    expect((await run("types", "999")).err).toContain("no CAMEO code 999");
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { type Case, newCase, readCase } from "../../src/case/index.ts";
import { knownNames, openOutcomes } from "../../src/desk/open.ts";
import { type Judging, judgingOf } from "../../src/desk/report/judging.ts";
import { reportContents } from "../../src/desk/report/report-contents.ts";
import { violentPart } from "../../src/desk/report/stability.ts";
import { type Study, study, studyDefaults } from "../../src/desk/study.ts";
import { caseScenarios } from "../../src/desk/whatif/case-scenarios.ts";
import { inProcess, narrative, typicalFutures } from "../../src/forecast/index.ts";
import { readFolder } from "../../src/run/index.ts";
import {
  type NumberFact,
  type ReportContents,
  report,
  SECTIONS,
  type SectionId,
  type Table,
} from "../../src/show/index.ts";
import { moveKinds } from "../../src/simulate/index.ts";

const SIZE = { ...studyDefaults, runs: 52, farRuns: 2, pairs: 2 };
const MADE = { version: "0.0.0", command: "tawazun report somewhere" };

let iraq: Case;
let made: Study;
let judged: Judging;
let contents: ReportContents;

beforeAll(async () => {
  const { folder } = await readFolder("cases/iraq-2012");
  if (folder === undefined) throw new Error("The founding case is not there.");
  const { world } = readCase(folder, knownNames);
  if (world === undefined) throw new Error("The founding case cannot be read.");
  iraq = world;
  made = await study(iraq, SIZE, inProcess());
  const resolved = openOutcomes(folder, iraq);
  judged = judgingOf(made, resolved.outcomes, resolved.later);
  contents = reportContents(made, judged, MADE);
}, 240_000);

/** What-ifs are in the report of a case with scenarios; here they are played by the test that asks for them. */
const REPORTED = SECTIONS.filter((id) => id !== "whatif");

function section(id: SectionId, of: ReportContents = contents) {
  const found = of.sections.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no section ${id}.`);
  return found;
}

function fact(id: SectionId, label: string): NumberFact {
  const found = section(id).parts.find(
    (part): part is NumberFact => part.kind === "number" && part.label.startsWith(label),
  );
  if (found === undefined) throw new Error(`There is no number "${label}" in ${id}.`);
  return found;
}

function tableOf(id: SectionId, caption: string): Table {
  const found = section(id).parts.find(
    (part): part is Table => part.kind === "table" && part.caption.startsWith(caption),
  );
  if (found === undefined) throw new Error(`There is no table "${caption}" in ${id}.`);
  return found;
}

describe("the report on the founding case", () => {
  it("has all its sections in order, each with a lead, and with parts or the reason why there are none", () => {
    expect(contents.sections.map((one) => one.id)).toEqual(REPORTED);
    for (const one of contents.sections) expect([one.id, one.lead.length > 0]).toEqual([one.id, true]);
    const bare = contents.sections.filter((one) => one.parts.length === 0);
    expect(bare.map((one) => [one.id, one.lead])).toEqual([
      ["sensitivity", expect.stringContaining("that takes at least 8, so 400 futures")],
    ]);
  });

  it("says nothing that is no number, in any of its forms", () => {
    const { html, markdown, json } = report(contents);
    for (const text of [markdown, html.replace(/<style>.*?<\/style>/s, ""), json]) {
      expect(text.match(/.{0,40}\b(NaN|Infinity|undefined|null)\b.{0,40}/g) ?? []).toEqual([]);
    }
  });

  it("names every number's method, assumptions and sources", () => {
    const facts = contents.sections.flatMap((one) =>
      one.parts.filter((part): part is NumberFact => part.kind === "number"),
    );
    expect(facts.length).toBeGreaterThan(15);
    for (const one of facts) {
      expect([one.label, one.assumptions.length > 0, one.sources.length > 0]).toEqual([
        one.label,
        true,
        true,
      ]);
    }
  });

  it("first says what it found, and first of that who holds most power", () => {
    const [first] = contents.head.findings ?? [];
    expect(JSON.stringify(first)).toMatch(/holds \d+% of power/);
  });
});

describe("its numbers, counted again from the futures themselves", () => {
  it("stability, kinds of moves, signatures, and shares of power at the end", () => {
    let quiet = 0;
    let months = 0;
    let splits = 0;
    let reached = 0;
    const ends: number[] = [];
    const { actors, belongs, groupIds, quota } = made.stage.world;
    const split = moveKinds.findIndex((kind) => kind.id === "split");
    made.stage.play(made.scenario, 0, SIZE.runs, (_, chronicle) => {
      for (let m = 0; m < made.near.months; m++) {
        months += 1;
        if (chronicle.trouble[m] === 0) quiet += 1;
      }
      splits += chronicle.move.kind.filter((kind, e) => kind === split && chronicle.move.success[e]).length;
      if (Math.max(0, ...chronicle.signatures.total) >= quota) reached += 1;
      ends.push(
        actors.reduce(
          (sum, _actor, a) =>
            sum + chronicle.share[(made.near.months - 1) * actors.length + a] * belongs[a * groupIds.length],
          0,
        ),
      );
    });
    expect(fact("stability", "Quiet months").value).toBeCloseTo(quiet / months, 12);
    expect(fact("futures", "Probability that the signatures").value).toBeCloseTo(reached / SIZE.runs, 12);
    // 357 days: 10 January to 31 December of a leap year, both counted
    const row = tableOf("behaviour", "The ").rows.find(({ kind }) => kind === "Split");
    expect(row?.year).toBeCloseTo(splits / SIZE.runs / (357 / 365.25), 9);
    ends.sort((a, b) => a - b);
    const shares = tableOf("futures", "Shares of power now").rows;
    expect(shares.find(({ name }) => name === iraq.groups[0].name)?.median).toBeCloseTo(
      (ends[SIZE.runs / 2 - 1] + ends[SIZE.runs / 2]) / 2,
      6,
    );
  });

  it("answers, with their Brier scores", () => {
    for (const row of tableOf("questions", "Answers").rows) {
      expect(row.probability).toBe(made.answers.find((one) => one.question === row.id)?.probability);
    }
    const scores = tableOf("questions", "Question by question").rows;
    expect(scores.length).toBe(judged.outcomes.size);
    for (const row of scores) {
      const answer = made.answers.find((one) => one.question === row.id);
      if (answer === undefined) throw new Error(`There is no answer to ${String(row.id)}.`);
      const forecast = (answer.probability * answer.runs + 0.5) / (answer.runs + 1);
      const came = judged.outcomes.get(answer.question)?.outcome;
      expect(row.brier).toBeCloseTo((forecast - Number(came)) ** 2, 12);
    }
  });

  it("the part of violent months on the record, by hand", () => {
    const months = Array.from({ length: 14 }, (_, m) => `2019-${m + 1}`);
    const quiet = new Array<number>(12).fill(10);
    // 15 is not above 1.5 × 10; then the mean is 10 5/12, and 16 is above 1.5 times it
    expect(violentPart({ id: "x", months, values: [...quiet, 15, 16] }, 12)).toEqual({
      part: 0.5,
      months: 2,
    });
    expect(violentPart({ id: "x", months, values: quiet }, 12)).toBeUndefined();
  });

  it("months that came true are those of the file for judging, and none of the case's own", () => {
    const later = judged.later["iraq-deaths"];
    expect(later.months[0]).toBe("2012-01");
    expect(later.values.slice(0, 3)).toEqual([219, 100, 103]);
    expect(later.months.some((month) => iraq.values["iraq-deaths"].months.includes(month))).toBe(false);
    expect(tableOf("violence", "What came true").rows).toHaveLength(13);
  });
});

describe("what if, in the report of a case with scenarios", () => {
  it("sets the case's own scenarios beside it: one column each, with differences that add up, before the method", async () => {
    const { folder } = await readFolder("cases/iraq-2012");
    if (folder === undefined) throw new Error("The founding case is not there.");
    const { comparison, leftOut } = await caseScenarios(
      iraq,
      folder,
      { ...SIZE, months: 2, pairs: 4 },
      inProcess(),
      {},
      undefined,
    );
    expect(leftOut).toEqual([]);
    const whole = reportContents(made, judged, MADE, comparison);
    expect(whole.sections.map(({ id }) => id)).toEqual([...SECTIONS]);
    expect(whole.head.runs).toBe(made.runs + 4 * 4);
    const [changed, stable] = section("whatif", whole).parts.filter(
      (part): part is Table => part.kind === "table",
    );
    expect(changed.rows.map((row) => row.name)).toEqual(
      (comparison?.compared ?? []).map(({ alternative }, k) => `${"ABC"[k]}: ${alternative.name}`),
    );
    const [quiet] = stable.rows;
    for (const k of [0, 1, 2]) {
      const difference = 100 * (Number(quiet[`with${k}`]) - Number(quiet.base));
      const said = String(quiet[`difference${k}`]).replace("−", "-").split(" ")[0];
      expect(Number(said)).toBeCloseTo(difference, 1);
    }
    expect(report(whole).html).toContain('id="whatif"');
  }, 120_000);

  it("leaves out what has a fault, and says why", async () => {
    const bytes = new Map([
      [
        "scenarios/same.yaml",
        new TextEncoder().encode(
          "name: As ever\nchanges:\n  - replace: { post: prime-minister, by: maliki }\n",
        ),
      ],
    ]);
    const { comparison, leftOut } = await caseScenarios(iraq, bytes, SIZE, inProcess(), {}, undefined);
    expect(comparison).toBeUndefined();
    expect(leftOut.join(" ")).toContain("changes nothing");
  });
});

describe("typical futures", () => {
  it("are runs of the study, whose parts sum to 1, the same whenever they are sought", () => {
    const found = typicalFutures(made.stage.world, made.near, { count: 3, seed: SIZE.seed });
    expect(found.futures.reduce((sum, future) => sum + future.part, 0)).toBeCloseTo(1, 12);
    expect(found.futures.map((future) => future.part)).toEqual(
      found.futures.map((future) => future.part).sort((a, b) => b - a),
    );
    found.futures.forEach((future, k) => {
      expect(found.like[future.run - made.near.from]).toBe(k);
      expect([...found.like].filter((cluster) => cluster === k).length / SIZE.runs).toBeCloseTo(
        future.part,
        12,
      );
    });
    const again = typicalFutures(made.stage.world, made.near, { count: 3, seed: SIZE.seed });
    expect(again.futures.map(({ run }) => run)).toEqual(found.futures.map(({ run }) => run));
    expect(() => typicalFutures(made.stage.world, made.near, { count: 0, seed: "x" })).toThrow(
      "from 1 to 255",
    );
  });

  it("are told by the moves of the run itself, replayed", () => {
    const run = 51;
    const decided: string[] = [];
    made.stage.play(
      made.scenario,
      run,
      run + 1,
      () => {},
      ({ time, actor, options, chosen, success }) => {
        const { kind, target, object } = options[chosen];
        decided.push([time, kind, actor, target, object, success].join(" "));
      },
    );
    const happened: string[] = [];
    const times = new Set<number>();
    made.stage.play(made.scenario, run, run + 1, (_, { move, post, status, outside, elections, falls }) => {
      move.kind.forEach((kind, e) => {
        happened.push(
          [move.time[e], kind, move.actor[e], move.target[e], move.object[e], move.success[e]].join(" "),
        );
      });
      for (const time of [...move.time, ...post.time, ...status.time, ...outside, ...elections, ...falls])
        times.add(time);
    });
    expect(decided).toEqual(happened);
    const story = narrative(made.stage, made.scenario, run, { most: 10 });
    expect(story.moves).toBe(happened.length);
    expect(story.steps.length).toBe(10);
    for (const step of story.steps) expect(times.has(step.time)).toBe(true);
    expect(story.steps.map(({ time }) => time)).toEqual(
      story.steps.map(({ time }) => time).sort((a, b) => a - b),
    );
    expect(narrative(made.stage, made.scenario, run, { most: 10 })).toEqual(story);
  });
});

describe("any case", () => {
  const invented = (): Case => {
    const { world } = readCase(
      newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }),
      knownNames,
    );
    if (world === undefined) throw new Error("The new case cannot be read.");
    return world;
  };
  const bare = (source: Case): Case => ({
    ...source,
    questions: [],
    claims: [],
    series: [],
    values: {},
    events: [],
    arenas: source.arenas.filter((arena) => arena.kind !== "assembly"),
    blocs: [],
    memberships: [],
    groups: [],
    posts: [],
    holdings: [],
    standing: [],
    issues: [],
    stakes: [],
    perceptions: [],
    demands: [],
    pacts: [],
    routes: [],
    territories: [],
    outside: [],
    statements: [],
    documents: [],
    texts: {},
  });

  it("that cannot move says so before any number is used", async () => {
    const world = invented();
    const mute = { ...world, actors: world.actors.map((actor) => ({ ...actor, acts: false })) };
    const said = async (source: Case) =>
      report(
        reportContents(
          await study(source, { ...SIZE, runs: 3, farRuns: 2, pairs: 2, months: 3 }, inProcess()),
          undefined,
          MADE,
        ),
      ).markdown.includes("No move came off in any future");
    expect(await said(mute)).toBe(true);
    expect(await said(world)).toBe(false);
  });

  it.each([
    ["a new case", invented, 52],
    ["a new case in one future", invented, 1],
    ["a case with nothing but actors and ties", () => bare(invented()), 3],
    ["a case with nothing but actors", () => ({ ...bare(invented()), relations: [], arenas: [] }), 1],
  ] as const)("%s has a whole report", async (_, source, runs) => {
    const small = await study(source(), { ...SIZE, runs, farRuns: 2, pairs: 2, months: 6 }, inProcess());
    for (const judging of [undefined, judgingOf(small, [])]) {
      const whole = reportContents(small, judging, MADE);
      expect(whole.sections.map((one) => one.id)).toEqual(REPORTED);
      const { html, markdown } = report(whole);
      expect(html.length).toBeGreaterThan(1000);
      expect(markdown.match(/.{0,40}\b(NaN|Infinity|undefined)\b.{0,40}/g) ?? []).toEqual([]);
    }
  });
});

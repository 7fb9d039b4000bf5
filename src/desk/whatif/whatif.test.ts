import { describe, expect, it } from "vitest";
import { askedCase } from "../../../test/worlds/asked-case.ts";
import type { Intervention } from "../../case/index.ts";
import { inProcess } from "../../forecast/index.ts";
import { report } from "../../show/index.ts";
import { chainOf } from "./chain.ts";
import { compareScenarios, spreadShards } from "./compare.ts";
import { scenarioFaults } from "./faults.ts";
import { whatIfPage } from "./page.ts";

const size = { seed: "what if", runs: 60, months: 8 };
const source = askedCase();

describe("a scenario that changes nothing", () => {
  const place = { file: "the command line" };
  const faults = (...changes: readonly Intervention[]) =>
    scenarioFaults(source, [{ id: "asked", name: "as asked", changes, places: changes.map(() => place) }]);
  const same: Intervention = { replace: { post: "premier", by: "ruler" } };

  it("is refused, in words that say what is so already", () => {
    expect(faults(same)).toMatchObject([{ code: "intervention/idle", severity: "error" }]);
    expect(faults(same)[0].message).toContain("changes nothing: it is so already");
  });

  it("is a warning where another change of it does something", () => {
    expect(faults(same, { forbid: { move: "accuse" } })).toMatchObject([
      { code: "intervention/idle", severity: "warning" },
    ]);
    expect(faults({ forbid: { move: "accuse" } })).toEqual([]);
  });

  it("is not told beside what is wrong", () => {
    expect(faults(same, { replace: { post: "premier", by: "nobody" } })).toMatchObject([
      { code: "intervention/unknown", severity: "error" },
    ]);
  });
});

describe("scenarios side by side", async () => {
  const comparison = await compareScenarios(
    source,
    [
      { id: "same", name: "nothing but its name", changes: [{ forbid: { move: "seize-territory" } }] },
      { id: "rival", name: "the rival rules", changes: [{ replace: { post: "premier", by: "rival" } }] },
      { id: "quiet", name: "no accusations", changes: [{ forbid: { move: "accuse" } }] },
    ],
    size,
    inProcess(),
  );
  const [same, rival, quiet] = comparison.compared;

  it("do not differ by anything where the change changes nothing", () => {
    expect(same.parting.part).toBe(0);
    expect(same.shifts).toEqual([]);
    expect([same.questions[0].difference, same.questions[0].low, same.questions[0].high]).toEqual([0, 0, 0]);
    expect(chainOf(comparison, same).links.map(({ kind }) => kind)).toEqual(["change"]);
  });

  it("let a question see who was put into a post", () => {
    expect(rival.questions[0].with).toBeLessThan(rival.questions[0].without);
    expect(rival.questions[0].high).toBeLessThan(0);
  });

  it("differ by no more than probabilities and parts of the months can", async () => {
    const few = { ...size, runs: 2 * 4 };
    const changes: readonly Intervention[] = [{ replace: { post: "premier", by: "rival" } }];
    const [one] = (await compareScenarios(source, [{ id: "r", name: "r", changes }], few, inProcess()))
      .compared;
    const all = [...one.questions, ...Object.values(one.stability), ...one.shares];
    const known = all.filter(({ low }) => Number.isFinite(low));
    expect(known.length).toBeGreaterThan(3);
    for (const { low, high } of known) expect([low >= -1, high <= 1]).toEqual([true, true]);
  });

  it("say on how many futures they rest, and to which day", () => {
    const { markdown } = report(whatIfPage(comparison, "0", "tawazun whatif small"));
    expect(markdown).toContain("rests here on 60 futures on 15 draws of the inputs");
    expect(markdown).toMatch(
      /Played to \d{4}-\d\d-\d\d\. The case's horizon is \d{4}-\d\d-\d\d: --months \d+ plays to it\./,
    );
  });

  it("have a chain of causes that begins with the change, in order of time", () => {
    const { links } = chainOf(comparison, quiet);
    expect(links[0].kind).toBe("change");
    expect(links.some(({ kind }) => kind === "direct")).toBe(true);
    expect(links.map(({ date }) => date)).toEqual([...links.map(({ date }) => date)].sort());
  });

  it("are written as a page, as text and as data", () => {
    const page = report(whatIfPage(comparison, "0", "tawazun whatif small"));
    expect(page.html).toContain("Chain of causes: the rival rules");
    expect(page.markdown).toContain("no accusations");
  });

  it("cannot be none", async () => {
    await expect(compareScenarios(source, [], size, inProcess())).rejects.toThrow("nothing to compare");
  });
});

describe("spread shards", () => {
  it.each([1, 7, 50, 60, 400, 3000])("hold %i runs, each once, no draw with more than it has", (runs) => {
    const scenario = { seed: "s", months: 1, policy: "strategic", interventions: [] };
    const shards = spreadShards(scenario, { questions: [], outcomes: [], detail: false }, runs);
    expect(shards.reduce((sum, shard) => sum + shard.to - shard.from, 0)).toBe(runs);
    for (const shard of shards) {
      expect(shard.to).toBeGreaterThan(shard.from);
      expect(Math.floor(shard.from / 50)).toBe(Math.floor((shard.to - 1) / 50));
    }
  });
});

import { describe, expect, it } from "vitest";
import { askedCase } from "../../../test/worlds/asked-case.ts";
import { inProcess } from "../../forecast/index.ts";
import { compareScenarios } from "./compare.ts";
import { type LiveAnswer, livePlayer } from "./live.ts";

const source = askedCase();
const asked = { changes: {}, seed: "live", runs: 24, months: 8 };

describe("futures played at once", async () => {
  const player = livePlayer(source);
  const base = await player.play(asked);
  const rival = await player.play({ ...asked, changes: { replace: ["premier=rival"] } });

  it("are those of a what-if: the same answers on the same luck", async () => {
    const { compared } = await compareScenarios(
      source,
      [{ id: "rival", name: "rival", changes: [{ replace: { post: "premier", by: "rival" } }] }],
      asked,
      inProcess(),
    );
    const [{ questions, stability }] = compared;
    expect(base?.questions[0].share).toBeCloseTo(questions[0].without, 12);
    expect(rival?.questions[0].share).toBeCloseTo(questions[0].with, 12);
    const quiet = (answer: LiveAnswer | undefined): number =>
      (answer?.quiet ?? []).reduce((sum, { share }) => sum + share, 0) / asked.months;
    expect(quiet(base)).toBeCloseTo(stability.quiet.without, 12);
    expect(quiet(rival)).toBeCloseTo(stability.quiet.with, 12);
  });

  it("have the same bytes whenever they are played, and others with another seed or change", async () => {
    expect(await livePlayer(JSON.parse(JSON.stringify(source))).play(asked)).toEqual(base);
    expect((await player.play({ ...asked, seed: "other" }))?.digest).not.toBe(base?.digest);
    expect(rival?.digest).not.toBe(base?.digest);
  });

  it("are told part by part, more each time, the last being the result", async () => {
    const parts: LiveAnswer[] = [];
    const result = await player.play(asked, (answer) => parts.push(answer));
    const runs = parts.map((part) => part.runs);
    expect(runs).toEqual([...new Set(runs)].sort((a, b) => a - b));
    expect(parts.at(-1)).toEqual(result);
    expect(result?.runs).toBe(24);
  });

  it("have bands that lie in order about their median, a month for a month", () => {
    for (const { months } of base?.power ?? []) {
      expect(months).toHaveLength(8);
      for (const band of months) expect([...band].sort((a, b) => a - b)).toEqual([...band]);
    }
    expect(base?.quiet.map(({ at }) => at).at(-1)).toBe("2020-08-31");
  });

  it("end without a result when they are stopped, and say why a change cannot be made", async () => {
    const stop = new AbortController();
    const stopped = player.play(asked, () => stop.abort(), stop.signal);
    expect(await stopped).toBeUndefined();
    await expect(player.play({ ...asked, changes: { remove: ["nobody"] } })).rejects.toThrow("nobody");
  });
});

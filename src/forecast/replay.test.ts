import { describe, expect, it } from "vitest";
import { troubledCase } from "../../test/worlds/small-case.ts";
import { type Chronicle, moveKinds, type Scenario, stageOf } from "../simulate/index.ts";
import { replayRun } from "./replay.ts";

const stage = stageOf(troubledCase());
const scenario: Scenario = { seed: "replay", months: 12, policy: "strategic", interventions: [] };
const replay = replayRun(stage, scenario, 7);
const turns = replay.steps.filter((step) => step.actor !== undefined);

describe("a run replayed", () => {
  it("is the run that an ensemble plays, move by move", () => {
    let moves: readonly string[] = [];
    stage.play(scenario, 5, 8, (run, { move }: Chronicle) => {
      if (run === 7)
        moves = move.kind.map(
          (kind, e) =>
            `${move.time[e]} ${stage.world.actors[move.actor[e]].id} ${moveKinds[kind].id} ${move.success[e]}`,
        );
    });
    const replayed = turns.map(({ time, actor, options, success }) => {
      const chosen = options.find((option) => option.chosen);
      return `${time} ${actor} ${chosen?.move} ${success}`;
    });
    expect(replayed.length).toBeGreaterThan(20);
    expect(replayed).toEqual(moves);
  });

  it("gives chances that add up to 1 and follow from the values, by the logit", () => {
    for (const { options } of turns) {
      expect(options.reduce((sum, option) => sum + option.probability, 0)).toBeCloseTo(1, 12);
      const [best] = options;
      for (const option of options)
        expect(option.probability).toBeCloseTo(best.probability * Math.exp(option.value - best.value), 12);
    }
  });

  it("says why: each value is habit, and κ times gain less price", () => {
    for (const { options } of turns) {
      const slopes = options
        .filter(({ gain, price }) => Math.abs(gain - price) > 0.01)
        .map(({ value, habit, gain, price }) => (value - habit) / (gain - price));
      for (const slope of slopes) expect(slope).toBeCloseTo(slopes[0], 9);
    }
  });

  it("says what changed: a talk that came off brings the two nearer", () => {
    const talk = turns.find(
      ({ options, success }) => success && options.find((option) => option.chosen)?.move === "consult",
    );
    const target = talk?.options.find((option) => option.chosen)?.target ?? "";
    const tie = talk?.changes.find(
      ({ what, of }) => what === "tie" && of[0] === target && of[1] === talk.actor,
    );
    expect(Number(tie?.to)).toBeGreaterThan(Number(tie?.from));
  });

  it("changes nothing in the runs that follow", () => {
    const again: number[] = [];
    const alone: number[] = [];
    stage.play(scenario, 8, 9, (_, { share }) => again.push(...share));
    stageOf(troubledCase()).play(scenario, 8, 9, (_, { share }) => alone.push(...share));
    expect(again).toEqual(alone);
  });

  it("refuses a run that has no number", () => {
    expect(() => replayRun(stage, scenario, -1)).toThrow(/numbered from 0/);
    expect(() => replayRun(stage, scenario, 1.5)).toThrow(/numbered from 0/);
  });
});

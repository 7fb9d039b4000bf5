import { describe, expect, it } from "vitest";
import type { NumberFact } from "../../show/index.ts";
import type { Study, Tried } from "../study.ts";
import { experiments, fewerInWords, triedInWords } from "./alleged-causes.ts";

const trial = (verdict: Tried["verdict"], more: Partial<Tried> = {}): Tried => ({
  experiment: {
    claim: {
      id: "c",
      text: "The quarrel brings him back.",
      audit: { verdict: "doubtful", text: "Nobody knows." },
      experiment: { without: [], outcome: {}, effect: "raises", unit: "chance to be back" },
    },
    without: [],
    says: "raises",
    outcome: { rule: {} },
  } as unknown as Tried["experiment"],
  effect: { with: 0, without: 0, difference: 0, low: 0, high: 0, runs: 100 },
  verdict,
  parted: 0,
  ...more,
});

function studyOf(...tried: readonly Tried[]): Study {
  const near = { from: 0, to: 2000, months: 12 };
  const source = { head: {}, sources: [], statements: [], claims: [] };
  return { tried, near, source, size: { seed: "s", runs: 2000 }, behaviour: undefined } as unknown as Study;
}

const fact = (tried: Tried): NumberFact =>
  experiments(studyOf(tried)).find((part): part is NumberFact => part.kind === "number") as NumberFact;

describe("alleged causes in words", () => {
  it("are counted by verdict, those that were not reached apart", () => {
    const [yes, none, out] = [trial("supported"), trial("no-detectable-effect"), trial("not-reached")];
    expect(triedInWords(studyOf(yes, none, none))).toBe(
      "Of 3 alleged causes taken away in an experiment, 1 does what the text says, none do the opposite, and 2 have no detectable effect in this model.",
    );
    expect(triedInWords(studyOf(yes, none, out))).toBe(
      "Of 3 alleged causes taken away in an experiment, 1 does what the text says, none do the opposite, 1 has no detectable effect in this model, and 1 is not reached, as the outcome is the same in every pair of futures.",
    );
  });

  it("say of one that was not reached whether it never came into play or never came so far", () => {
    expect(fact(trial("not-reached")).note).toBe(
      "Chance to be back: 0.0% with the cause and without it, in every pair of futures. Not reached: the cause never came into play, so nothing is learned of it.",
    );
    expect(fact(trial("not-reached", { parted: 1 })).note).toContain(
      "the futures differ in 100% of the pairs, but nothing of that came as far as this outcome",
    );
  });

  it("are printed finely enough for an interval that does not reach 0 to be seen not to", () => {
    const effect = { with: 0.5, without: 0.4994, difference: 0.0006, low: 0.0003, high: 0.0009, runs: 100 };
    expect(fact(trial("supported", { effect })).digits).toBe(3);
    expect(fact(trial("supported", { effect: { ...effect, low: 0.01 } })).digits).toBe(1);
  });

  it("rest on pairs of futures, and say where the answers rest on more", () => {
    expect(fact(trial("supported"))).toMatchObject({ pairs: 100 });
    expect(fact(trial("supported")).runs).toBeUndefined();
    expect(fewerInWords(studyOf(trial("supported")))).toContain(
      "rests on 100 pairs of futures on 20 draws of the inputs, the answers to the questions on 2,000 futures on 40",
    );
    const all = trial("supported", { effect: { ...trial("supported").effect, runs: 2000 } });
    expect(fewerInWords(studyOf(all))).toBe("");
  });
});

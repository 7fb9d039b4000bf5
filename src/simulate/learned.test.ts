import { describe, expect, it } from "vitest";
import { troubledCase } from "../../test/worlds/small-case.ts";
import { seeded } from "../base/index.ts";
import { behaviourDefaults, type DefaultName, type EventFit, type ModelKind } from "../behave/index.ts";
import { inputsOf } from "./inputs.ts";
import { coefficientsOf, type LearnedBehaviour, learnable, learnedFrom, playedAs } from "./learned.ts";
import { moveKinds } from "./moves/index.ts";
import { type Scenario, stageOf } from "./scenario.ts";
import { worldOf } from "./world.ts";

/** A fit as it would be saved: only what the play reads of it is more than a placeholder. */
function fitted(kind: ModelKind, terms: { readonly [name: string]: number }, error = 0.1): EventFit {
  const names = Object.keys(terms);
  return {
    kind,
    formula: names.join(" + "),
    terms: names.map((name) => ({ name, coefficient: terms[name], standardError: error })),
    covariance: names.map((_, p) => names.map((__, q) => (p === q ? error * error : 0))),
    logLikelihood: -10,
    nullLogLikelihood: -12,
    count: 10,
    events: 10,
    aic: 24,
    bic: 25,
    steps: 3,
    priors: names.map(() => undefined),
  };
}

const scenario = (behaviour?: LearnedBehaviour): Scenario => ({
  seed: "test",
  months: 12,
  policy: "strategic",
  interventions: [],
  ...(behaviour === undefined ? {} : { behaviour }),
});

/** All moves of some runs, as text. */
function moves(what: Scenario, runs = 10): readonly string[] {
  const told: string[] = [];
  stageOf(troubledCase()).play(what, 0, runs, (run, { move }) => {
    move.kind.forEach((k, e) => {
      told.push(`${run} ${move.time[e]} ${moveKinds[k].id} ${move.actor[e]} ${move.target[e]}`);
    });
  });
  return told;
}

describe("learned behaviour", () => {
  it("knows the term for every coefficient of the play", () => {
    for (const name of Object.keys(behaviourDefaults) as DefaultName[]) {
      const [factor] = name.split("/");
      const [statistic, network] = learnable[name].split(/[()]/);
      const text = `${statistic}(${network === undefined ? "" : `${network}, `}h=30, transform=muchness)`;
      const term = factor === "type" ? `conflictual: ${text}` : text;
      expect(playedAs(fitted(factor as ModelKind, { [term]: 1 }), term)).toBe(name);
    }
  });

  it.each([
    ["choice", "inertia(h=30)"],
    ["choice", "inertia(transform=muchness)"],
    ["choice", "inertia(conflictual, h=30, transform=muchness)"],
    ["choice", "inertia(h=30, transform=muchness, ignore_repetitions=true)"],
    ["rem", "inertia(h=30, transform=muchness)"],
    ["type", "conflictual: intercept"],
    ["type", "assault: recip(conflictual, h=30, transform=muchness)"],
    ["rate-timed", "intercept"],
  ] as const)("takes nothing from %s %s, which the play does not weigh", (kind, term) => {
    expect(playedAs(fitted(kind, { [term]: 1 }), term)).toBeUndefined();
  });

  it("refuses fits that say nothing of the play, or two things, or remember differently", () => {
    expect(() => learnedFrom([fitted("choice", { inertia: 1 })])).toThrow(/None of the fitted terms/);
    const inertia = fitted("choice", { "inertia(h=30, transform=muchness)": 1 });
    expect(() => learnedFrom([inertia, inertia])).toThrow(/both stand for choice\/inertia/);
    const longer = fitted("rate", { "sent(h=60, transform=muchness)": 1 });
    expect(() => learnedFrom([inertia, longer])).toThrow(/one memory/);
  });

  it("takes the place of a default and sets the memory, and leaves every other input as it was", () => {
    const world = worldOf(troubledCase());
    const learned = learnedFrom([fitted("choice", { "recip(h=45, transform=muchness)": 2.5 })]);
    const before = inputsOf(world, seeded("a"));
    const after = inputsOf(world, seeded("a"), learned);
    expect(after.behaviour).toEqual({ ...before.behaviour, "choice/reciprocity": 2.5 });
    expect(after.parameters).toEqual({ ...before.parameters, "habit.halfLife": 45 });
    expect(after.tie).toEqual(before.tie);
    expect(after.pace).toEqual(before.pace);
  });

  it("is drawn around the estimate when asked, with its standard error, the same for the same seed", () => {
    const learned = learnedFrom([fitted("choice", { "inertia(h=60, transform=muchness)": 1 }, 0.5)], true);
    const one = (seed: string): number => coefficientsOf(learned, seeded(seed))["choice/inertia"] ?? 0;
    expect(one("x")).toBe(one("x"));
    const draws = Array.from({ length: 400 }, (_, k) => one(`${k}`));
    const mean = draws.reduce((sum, value) => sum + value, 0) / 400;
    const spread = Math.sqrt(draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 399);
    // four standard errors of a mean and of a standard deviation of 400 draws
    expect(Math.abs(mean - 1)).toBeLessThan((4 * 0.5) / 20);
    expect(Math.abs(spread - 0.5)).toBeLessThan((4 * 0.5) / Math.sqrt(800));
    expect(coefficientsOf(learned)["choice/inertia"]).toBe(1);
  });

  it("changes play: who turns to those who turned to it answers more often, and less where it shuns them", () => {
    const answers = (coefficient: number): number => {
      const told = moves(
        scenario(learnedFrom([fitted("choice", { "recip(h=60, transform=muchness)": coefficient })])),
        15,
      );
      let count = 0;
      const last = new Map<string, string>();
      let targeted = 0;
      for (const line of told) {
        const [run, , , actor, target] = line.split(" ");
        if (Number(target) < 0) continue;
        targeted += 1;
        // an answer: toward whoever was the last to turn to the actor
        if (last.get(`${run} ${actor}`) === target) count += 1;
        last.set(`${run} ${target}`, actor);
      }
      return count / targeted;
    };
    const [shunned, answered] = [answers(-8), answers(8)];
    expect(answered).toBeGreaterThan(shunned + 0.1);
  });

  it("changes play: hostility grows where hostility is answered in kind", () => {
    const hostile = (coefficient: number): number => {
      const told = moves(
        scenario(
          learnedFrom([
            fitted("type", { "conflictual: recip(conflictual, h=60, transform=muchness)": coefficient }),
          ]),
        ),
        15,
      );
      const tones = new Map(moveKinds.map((kind) => [kind.id, kind.tone]));
      return told.filter((line) => (tones.get(line.split(" ")[2]) ?? 0) < 0).length / told.length;
    };
    expect(hostile(6)).toBeGreaterThan(hostile(-6));
  });

  it("changes nothing where there is none, and the same seed gives the same moves", () => {
    const plain = moves(scenario());
    const none: Scenario = { ...scenario(), behaviour: undefined };
    expect(moves(none)).toEqual(plain);
    const learned = learnedFrom([fitted("choice", { "inertia(h=60, transform=muchness)": 4 })], true);
    const changed = moves(scenario(learned));
    expect(changed).not.toEqual(plain);
    expect(moves(scenario(structuredClone(learned)))).toEqual(changed);
  });

  it("is kept apart in one stage: a scenario with it does not touch one without", () => {
    const stage = stageOf(troubledCase());
    const told = (what: Scenario): readonly number[] => {
      const times: number[] = [];
      stage.play(what, 0, 3, (_, { move }) => times.push(...move.time));
      return times;
    };
    const before = told(scenario());
    told(scenario(learnedFrom([fitted("rate", { "sent(h=60, transform=muchness)": 3 })])));
    expect(told(scenario())).toEqual(before);
  });
});

import { describe, expect, it } from "vitest";
import { type Case, newCase } from "../../case/index.ts";
import { replayRun } from "../../forecast/index.ts";
import { stageOf } from "../../simulate/index.ts";
import { checkFolder } from "../open.ts";
import { seatsThatMove, sit } from "./sit.ts";

function small(): Case {
  const { source } = checkFolder(
    newCase({ id: "small", title: "A small case", asOf: "2020-03-01", horizon: "2021-02-28" }),
  );
  if (source === undefined) throw new Error("the new case cannot be read");
  return source;
}

const SEED = "a fork";
const MONTHS = 6;
const scenario = { seed: SEED, months: MONTHS, policy: "strategic", interventions: [] };

describe("a future taken up in its midst", () => {
  const source = small();
  const replay = replayRun(stageOf(source), scenario, 7);
  const own = replay.steps.filter((step) => step.actor !== undefined);
  const step = own[Math.floor(own.length / 2)];
  const fork = {
    as: [step.actor ?? ""],
    seed: SEED,
    months: MONTHS,
    policy: "strategic",
    choices: [],
    run: 7,
    from: step.time,
  };

  it("asks first at the step that was named, with the options that the replay showed", () => {
    const { turns, next } = sit(source, fork);
    expect(turns).toEqual([]);
    expect(next?.date).toBe(step.at);
    expect(next?.actor).toBe(step.actor);
    const chances = (options: readonly { readonly probability: number }[] = []) =>
      options.map(({ probability }) => probability).sort((a, b) => b - a);
    expect(chances(next?.options)).toEqual(chances(step.options));
  });

  it("goes on as the replay did where the same is chosen", () => {
    const choices: number[] = [];
    const later = own.filter((one) => one.actor === step.actor && one.time >= step.time);
    for (const { options } of later) {
      const { next } = sit(source, { ...fork, choices });
      const chosen = options.find((option) => option.chosen);
      const same = next?.options.find((option) => option.probability === chosen?.probability);
      choices.push(same?.option ?? -1);
    }
    const { turns, end } = sit(source, { ...fork, choices });
    expect(turns.map(({ move }) => move)).toEqual(later.map(({ text }) => text));
    expect(end?.shares[0].share).toBe(end?.shares[0].engine);
  });

  it("is another future where something else is chosen, and remembers what the engine would have come to", () => {
    // who never moves again ends as the engine would have: so from one step after another until one does not
    const parts = own.some((taken) => {
      const begin = { ...fork, as: [taken.actor ?? ""], from: taken.time };
      let game = { ...begin, choices: [] as number[] };
      for (let turn = 0; sit(source, game).end === undefined && turn < 200; turn++)
        game = { ...game, choices: [...game.choices, -1] };
      const { end } = sit(source, game);
      const asPlayed = sit(source, { ...begin, from: 1e9 }).end;
      expect(end?.shares[0].engine).toBe(asPlayed?.shares[0].share);
      return end?.shares[0].share !== end?.shares[0].engine;
    });
    expect(parts).toBe(true);
  });

  it("is refused where the actor decides by another rule, for its past would be another", () => {
    const other: Case = {
      ...source,
      actors: source.actors.map((actor) => (actor.id === step.actor ? { ...actor, policy: "bold" } : actor)),
    };
    expect(() => sit(other, fork)).toThrow(/does not decide strategically/);
    expect(() => sit(source, { ...fork, policy: "bold" })).toThrow(/only where actors decide strategically/);
  });
});

it("names the seats that can be taken", () => {
  expect(seatsThatMove(small()).length).toBeGreaterThan(1);
});

import { describe, expect, it } from "vitest";
import { seeded } from "../../base/index.ts";
import type { EventData, Network } from "../event-data.ts";
import { fitEvents } from "../fit-events.ts";
import type { BehaviourModel } from "./model.ts";
import { dataOfSimulation, simulateEvents } from "./simulate-events.ts";

const none = { time: [], sender: [], receiver: [], value: [] };
const empty: Network = { directed: true, changes: "increment", list: none };
const n = 40;
const data: EventData = {
  actors: Array.from({ length: n }, (_, i) => `a${i}`),
  networks: { all: empty, coop: empty, conf: empty },
  attributes: {
    size: { initial: Array.from({ length: n }, (_, i) => (i % 7) / 7) },
    bloc: { initial: Array.from({ length: n }, (_, i) => i % 4) },
  },
  dependent: { ...none, type: [], types: ["coop", "conf"] },
  network: "all",
  signed: ["coop", "conf"],
};

function model(
  kind: BehaviourModel["kind"],
  formula: string,
  coefficients: readonly number[],
): BehaviourModel {
  const names = formula.split(" + ").map((text) => (text === "1" ? "intercept" : text));
  return {
    kind,
    formula,
    terms: names.map((name, p) => ({
      name: kind === "type" ? `conf: ${name}` : name,
      coefficient: coefficients[p],
    })),
  };
}

const choice = model(
  "choice",
  "inertia(window=20) + recip(window=20) + same(bloc) + trans(window=10, transform=muchness)",
  [1.2, 0.9, 0.5, 0.7],
);
const type = model("type", "1 + recip(conf, window=20) + inertia(conf, window=20)", [-0.8, 1, 0.8]);

/** Sets of models from which events are drawn, and the number of events. */
const cases: readonly { readonly name: string; readonly models: readonly BehaviourModel[]; readonly step?: number }[] = [
  { name: "rate, choice and type", models: [model("rate-timed", "1 + outdeg(window=20) + ego(size)", [-3, 0.1, 0.6]), choice, type] },
  { name: "a slowly fading rate", models: [model("rate-timed", "1 + sent(h=40, transform=muchness)", [-3, 1.2]), choice] },
  {
    name: "a rate that fades between any two events",
    models: [model("rate-timed", "1 + sent(h=0.05, transform=muchness)", [-3, 1.5]), choice],
  },
  { name: "an ordered rate", models: [model("rate", "outdeg(window=200) + ego(size)", [0.3, 0.6]), choice] },
  { name: "pairs, ordered", models: [model("rem", "inertia(h=300) + recip(window=300) + same(bloc)", [0.5, 1, 0.4])] },
  { name: "pairs, timed", models: [model("rem-timed", "1 + inertia(window=20) + recip(window=20) + alter(size)", [-6, 0.8, 1.2, 0.5])] },
  { name: "pairs that agree", models: [model("coordination", "inertia(window=300) + alter(size)", [0.9, 0.7])] },
]; // biome-ignore format: a table

describe("coefficients from which events were drawn", () => {
  it.each(cases)(
    "are found again within three errors: $name",
    ({ models }) => {
      const events = models[0].kind === "coordination" ? 1500 : 12_000;
      const drawn = simulateEvents(models, data, { seed: "recovery", events });
      expect(drawn.count).toBe(events);
      const again = dataOfSimulation(drawn, data);
      for (const { kind, formula, terms } of models) {
        const sampled = kind === "rem" ? "rem-sampled" : kind;
        const fit = fitEvents(again, { kind: sampled, formula, controls: 60, random: seeded("controls") });
        fit.terms.forEach(({ name, coefficient, standardError }, p) => {
          const z = (coefficient - terms[p].coefficient) / standardError;
          expect([name, Math.abs(z) < 3, z]).toEqual([name, true, z]);
        });
      }
    },
    120_000,
  );
});

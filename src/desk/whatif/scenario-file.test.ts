import { describe, expect, it } from "vitest";
import { newCase, readCase, readScenario } from "../../case/index.ts";
import { knownNames } from "../open.ts";
import { changeOptions, changesOf } from "./flags.ts";
import { scenarioFile } from "./scenario-file.ts";

const { world } = readCase(
  newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }),
  knownNames,
);
const none = Object.fromEntries(Object.keys(changeOptions).map((flag) => [flag, []]));

describe("the file of a scenario", () => {
  it("is read back as the changes that were asked for, whatever its name", () => {
    if (world === undefined) throw new Error("the case does not read");
    const [one, other] = world.actors;
    const flags = {
      remove: [one.id],
      forbid: [`accuse:${other.id}`],
      set: [`relation:${one.id}/${other.id}=-0.25`],
    };
    for (const name of ["Without her", 'a: "quoted" # name', "ماذا لو", "- list", "yes"]) {
      const text = scenarioFile(name, flags);
      const bytes = new TextEncoder().encode(text);
      const { scenarios, findings } = readScenario("scenarios/kept.yaml", bytes, world, knownNames);
      expect(findings).toEqual([]);
      expect(scenarios.map((scenario) => [scenario.id, scenario.name])).toEqual([["kept", name]]);
      expect(scenarios[0].changes).toEqual(changesOf({ ...none, ...flags } as never));
    }
  });
  it("is not made of what cannot be read", () => {
    expect(() => scenarioFile("x", { replace: ["premier"] })).toThrow("POST=ACTOR");
  });
});

import { describe, expect, it } from "vitest";
import { testCase } from "../../../test/worlds/small-case.ts";
import { inProcess } from "../../forecast/index.ts";
import { report } from "../../show/index.ts";
import { sensitivityPage } from "./page.ts";
import { sensitivity } from "./sensitivity.ts";

/** A world in which nobody acts: an outside event happens with an uncertain probability, and nothing else counts. */
const source = testCase({
  actors: [{ id: "bystander", name: "A bystander", kind: "person", acts: false }],
  outside: [
    { id: "summit", name: "A summit", date: "2020-03-01", probability: [0.05, 0.5, 0.95] },
    { id: "fair", name: "A fair", date: "2020-03-01", probability: [0.1, 0.5, 0.9] },
  ],
  questions: [
    {
      id: "q",
      text: "Will the summit be held?",
      asked: "2020-01-15",
      by: "2020-03-31",
      resolution: "As it stands.",
      rule: { occurs: { event: "summit" }, by: "2020-03-31" },
    },
  ],
});
const size = { seed: "drive", runs: 4000, months: 3, questions: ["q"] };

describe("the sensitivity of an answer", async () => {
  const found = await sensitivity(source, size, inProcess());
  const [one] = found.questions;
  const name = "probability of summit";

  it("puts the one input first that the answer is made of, and tells it from chance", () => {
    const [first, second] = one.screened.effects;
    expect(first).toMatchObject({ name, told: true });
    expect(second.told).toBe(false);
    expect(first.atLow).toBeLessThan(first.atHigh);
  });

  it("finds the ends where the event hardly ever and nearly always happens", () => {
    const [widest] = one.ends;
    const futures = 40; // at least; four standard errors of a coin of 0.05
    const tolerance = 4 * Math.sqrt((0.05 * 0.95) / futures);
    expect(widest.name).toBe(name);
    expect(Math.abs(widest.atLow - 0.05)).toBeLessThan(tolerance);
    expect(Math.abs(widest.atHigh - 0.95)).toBeLessThan(tolerance);
  });

  it("gives all of the variance to that input by design, and none to another", () => {
    const at = found.designed.inputs.indexOf(name);
    const index = one.indices?.[at];
    expect(Math.abs((index?.total ?? 0) - 1)).toBeLessThan(4 * (index?.totalError ?? 0) + 0.05);
    found.designed.inputs.forEach((other, i) => {
      if (other !== name) expect(one.indices?.[i].total).toBe(0);
    });
  });

  it("finds a change that turns the answer, in the direction that the base asks for", () => {
    for (const flip of one.flips) {
      expect(flip.name).toBe(name);
      expect(flip.before >= 0.5).not.toBe(flip.probability >= 0.5);
    }
    expect(one.flips.length).toBeGreaterThan(0);
  });

  it("is written as a page", () => {
    const page = report(sensitivityPage(found, "0", "tawazun sensitivity"));
    expect(page.html).toContain("probability of A summit");
  });

  it("is refused for a question that is not there, and for too few futures", async () => {
    await expect(sensitivity(source, { ...size, questions: ["nope"] }, inProcess())).rejects.toThrow(
      /no question "nope"/,
    );
    await expect(sensitivity(source, { ...size, runs: 10 }, inProcess())).rejects.toThrow(/too few/);
  });
});

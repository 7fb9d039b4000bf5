import { expect, it } from "vitest";
import { smallCase } from "../../test/worlds/small-case.ts";
import type { Case } from "../case/index.ts";
import { parameters } from "./parameters.ts";
import { stageOf } from "./scenario.ts";

/** The case with a head of government who only acts, or with nobody in the office. */
function without(source: Case, how: "acting" | "vacant"): Case {
  return {
    ...source,
    posts: source.posts.map((post) => {
      if (post.role !== "head-of-government") return post;
      const { holder, ...rest } = post;
      return how === "vacant" ? rest : { ...rest, holder: holder ?? "", acting: true };
    }),
  };
}

/** The part of runs in which the head's office has been filled in full within so many days, by a play of two months. */
function filledWithin(source: Case, days: number, runs: number): number {
  const stage = stageOf(source);
  const head = stage.world.headPost;
  let filled = 0;
  stage.play(
    { seed: "forming", months: 2, policy: "strategic", interventions: [] },
    0,
    runs,
    (_, { post }) => {
      const last = stage.world.start + days;
      if (
        post.time.some(
          (time, e) => time < last && post.post[e] === head && post.holder[e] >= 0 && !post.acting[e],
        )
      )
        filled += 1;
    },
  );
  return filled / runs;
}

it.each(["acting", "vacant"] as const)(
  "a head who is %s is followed by a full one at the pace of the default",
  (how) => {
    const runs = 400;
    const [low, , high] = parameters["formation.pace"].value as readonly number[];
    // four weeks of trials, each as likely as 1 − exp(−pace × 7 days)
    const part = filledWithin(without(smallCase(), how), 29, runs);
    const error = 4 * Math.sqrt(0.25 / runs);
    expect(part).toBeGreaterThan(1 - Math.exp((-low * 28) / 365.25) - error);
    expect(part).toBeLessThan(1 - Math.exp((-high * 28) / 365.25) + error);
  },
);

it("a full head stays where nothing moves him", () => {
  expect(filledWithin(smallCase(), 29, 50)).toBeLessThan(0.2);
});

import { describe, expect, it } from "vitest";
import { smallCase } from "../../test/worlds/small-case.ts";
import { dayOf } from "../base/index.ts";
import type { Case } from "../case/index.ts";
import type { Chronicle } from "./chronicle.ts";
import { type Scenario, type Stage, stageOf } from "./scenario.ts";

const DAY = "2020-02-03";
/** Nothing moves by itself: what is seen is the event's doing. */
const still: Scenario = { seed: "posts", months: 3, policy: "scripted", interventions: [] };

function struck(source: Case, effect: object): Case {
  const outside = [{ id: "decree", name: "The decree", date: DAY, effects: [{ post: effect }] }];
  return { ...source, outside: outside as unknown as Case["outside"] };
}

/** Who came into which post on the day, run by run: `premier: rival`. */
function changes(source: Case, scenario = still): readonly (readonly string[])[] {
  const stage: Stage = stageOf(source);
  const found: string[][] = [];
  stage.play(scenario, 0, 4, (_run: number, { post }: Chronicle) => {
    found.push(
      [...post.holder.keys()].flatMap((k) =>
        Math.floor(post.time[k]) === dayOf(DAY)
          ? [
              `${stage.world.posts[post.post[k]].id}: ${stage.world.actors[post.holder[k]]?.id ?? "nobody"}${post.acting[k] ? ", acting" : ""}`,
            ]
          : [],
      ),
    );
  });
  return found;
}

describe("an outside event that touches a post", () => {
  it("gives it to whom it names", () => {
    for (const seen of changes(struck(smallCase(), { post: "defence", to: "deputy" }))) {
      expect(seen).toEqual(["defence: deputy"]);
    }
    for (const seen of changes(struck(smallCase(), { post: "defence", to: "deputy", acting: true }))) {
      expect(seen).toEqual(["defence: deputy, acting"]);
    }
  });

  it("leaves it vacant where it names nobody", () => {
    const held = { ...smallCase(), posts: smallCase().posts.map((post) => ({ ...post, holder: "ruler" })) };
    for (const seen of changes(struck(held as Case, { post: "defence" })))
      expect(seen).toEqual(["defence: nobody"]);
  });

  it("changes the government with its head, and what the old head acted in goes with it", () => {
    const acted = {
      ...smallCase(),
      posts: smallCase().posts.map((post) =>
        post.id === "defence" ? { ...post, holder: "ruler", acting: true } : post,
      ),
    } as Case;
    for (const seen of changes(struck(acted, { post: "premier", to: "rival" }))) {
      expect(seen.slice(0, 2)).toEqual(["premier: rival", "defence: rival, acting"]);
    }
  });

  it("gives nothing to the dead", () => {
    const dead = {
      ...smallCase(),
      actors: smallCase().actors.map((one) => (one.id === "deputy" ? { ...one, status: "dead" } : one)),
    } as Case;
    for (const seen of changes(struck(dead, { post: "defence", to: "deputy" }))) expect(seen).toEqual([]);
  });

  it("lets a government form in time where the head's post fell vacant", () => {
    const source = struck(smallCase(), { post: "premier" });
    const plan: Scenario = { ...still, policy: "strategic", months: 12 };
    const stage = stageOf(source);
    const heads: boolean[] = [];
    stage.play(plan, 0, 20, (_run: number, { post }: Chronicle) => {
      const last = post.post.lastIndexOf(stage.world.headPost);
      heads.push(post.holder[last] >= 0 && post.time[last] > dayOf(DAY));
    });
    expect(heads.filter((is) => is).length).toBeGreaterThan(10);
  });
});

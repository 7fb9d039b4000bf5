import { describe, expect, it } from "vitest";
import { at, dayOne, tied } from "../../test/worlds/moving.ts";
import { smallCase } from "../../test/worlds/small-case.ts";
import type { Case } from "../case/index.ts";
import { applied } from "./apply.ts";
import { chronicleOf } from "./chronicle.ts";
import { coalitionOf, takeOffice } from "./coalition.ts";
import type { Scene } from "./index.ts";

/** No pact owes anybody a post. */
const unbound = (source: Case): Case => ({
  ...source,
  posts: source.posts.map(({ entitled: _, ...post }) => post),
});

const members = (scene: Scene, head: string): readonly string[] => {
  const inside = coalitionOf(scene, at(scene, head));
  return scene.world.movers.filter((i) => inside[i] === 1).map((i) => scene.world.actors[i].id);
};

describe("the parties of a new government", () => {
  it("are the head's list and those on the best terms with him, until the quota is reached", () => {
    // 45 of the ruler, quota 51: the splinter's 4 at a tie of 0.4 each way, then the partner's 16 at 0.3
    const outside: Case = {
      ...smallCase(),
      memberships: smallCase().memberships.filter((membership) => membership.in !== "government"),
    };
    expect(members(dayOne(unbound(outside)), "ruler")).toEqual(["ruler", "partner", "splinter"]);
    // a partner of the outgoing government comes before a somewhat better friend, and is enough: 61
    expect(members(dayOne(unbound(smallCase())), "ruler")).toEqual(["ruler", "partner"]);
  });

  it("are joined by whoever a pact owes a post, unless the two are enemies", () => {
    const cool = tied(smallCase(), ["ruler", "rival", -0.3], ["rival", "ruler", -0.3]);
    expect(members(dayOne(cool), "ruler")).toContain("rival");
    const enemies = tied(smallCase(), ["ruler", "rival", -0.8], ["rival", "ruler", -0.8]);
    expect(members(dayOne(enemies), "ruler")).not.toContain("rival");
  });

  it("share the government when it takes office; those left out give up their posts in the cabinet", () => {
    const scene = dayOne(unbound(smallCase()));
    const chronicle = chronicleOf({ months: 1, actors: 0, arenas: 0, issues: 0, routes: 0, outside: 0 });
    const change = applied(scene.world, scene.state, chronicle, {
      election: () => undefined,
      formation: () => undefined,
    });
    takeOffice(scene, at(scene, "ruler"), change);
    expect(scene.state.government[at(scene, "rival-party")]).toBe(0);
    expect(scene.state.government[at(scene, "partner-party")]).toBe(1);
    expect(scene.state.holder[scene.world.postIndex.get("vice") as number]).toBe(-1);
    expect(scene.state.holder[scene.world.postIndex.get("works") as number]).toBe(at(scene, "partner"));
  });
});

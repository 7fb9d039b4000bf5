import { expect, it } from "vitest";
import { smallCase } from "../../../test/worlds/small-case.ts";
import { firstScene } from "../candidates.ts";
import type { Scene } from "../scene.ts";
import { worldOf } from "../world.ts";
import { appoint } from "./appoint.ts";
import { nextMinister } from "./next-minister.ts";

/** A government of 45, 16 and 22 seats, some of whose posts are vacant. */
function vacant(...posts: readonly string[]): Scene {
  const scene = firstScene(worldOf(smallCase()));
  scene.world.posts.forEach(({ id }, p) => {
    if (posts.includes(id)) scene.state.holder[p] = -1;
  });
  return scene;
}
const who = (scene: Scene, index: number): string | undefined => scene.world.actors[index]?.id;
function offers(scene: Scene): readonly (readonly [post: string, to: string | undefined])[] {
  const found: (readonly [string, string | undefined])[] = [];
  appoint.options(scene, scene.world.actorIndex.get("ruler") ?? -1, (target, post = -1) => {
    found.push([scene.world.posts[post].id, who(scene, target)]);
  });
  return found;
}

it("gives a vacant post to the party furthest short of the three-quarter power of its seats", () => {
  // 45, 16 and 22 to the power of 3/4: 17.4, 8 and 10.2; the ruler leads and acts in another post, the rival has one:
  // 17.4 / 5, 8 / 1, 10.2 / 3
  const scene = vacant("works");
  expect(who(scene, nextMinister(scene))).toBe("partner");
  expect(offers(scene)).toEqual([
    ["defence", "rival"],
    ["works", "partner"],
  ]);
  // 17.4 / 5, 8 / 1, 10.2 / 1
  const both = vacant("works", "vice");
  expect(who(both, nextMinister(both))).toBe("rival");
});

it("counts the seats of a small party for more than their number", () => {
  const scene = vacant();
  const index = (id: string): number => scene.world.actorIndex.get(id) ?? -1;
  for (const a of scene.world.led[index("rival")]) scene.state.government[a] = 0;
  scene.state.holder[scene.world.posts.findIndex(({ id }) => id === "vice")] = index("ruler");
  // 17.4 / 7 and 8 / 3; in proportion it would be 45 / 7 and 16 / 3
  expect(who(scene, nextMinister(scene))).toBe("partner");
});

it("leaves out who is not in government, and posts that are held", () => {
  const scene = vacant("works");
  const partner = scene.world.actorIndex.get("partner") ?? -1;
  for (const a of scene.world.led[partner]) scene.state.government[a] = 0;
  expect(who(scene, nextMinister(scene))).toBe("ruler");
  expect(offers(vacant())).toEqual([["defence", "rival"]]);
});

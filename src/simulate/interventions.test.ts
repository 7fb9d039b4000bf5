import { describe, expect, it } from "vitest";
import { smallCase, troubledCase } from "../../test/worlds/small-case.ts";
import type { Intervention } from "../case/index.ts";
import { inputsOf } from "./inputs.ts";
import { rulesOf } from "./interventions.ts";
import { initialState } from "./state.ts";
import { worldOf } from "./world.ts";

function prepared(interventions: readonly Intervention[], source = troubledCase()) {
  const world = worldOf(source);
  const inputs = inputsOf(world);
  const state = initialState(world, inputs);
  rulesOf(world, interventions).prepare(inputs, state);
  return { world, inputs, state };
}

describe("an intervention", () => {
  it("puts another in a post, with the posts in which the old holder only acted", () => {
    const { world, state } = prepared([{ replace: { post: "premier", by: "partner" } }]);
    const partner = world.actorIndex.get("partner");
    expect(state.holder[world.postIndex.get("premier") as number]).toBe(partner);
    expect(state.holder[world.postIndex.get("defence") as number]).toBe(partner);
    expect(state.acting[world.postIndex.get("defence") as number]).toBe(1);
  });

  it("fills a post for good, and empties one", () => {
    const { world, state } = prepared([
      { fill: { post: "defence", with: "rival" } },
      { vacate: { post: "works" } },
    ]);
    expect(state.holder[world.postIndex.get("defence") as number]).toBe(world.actorIndex.get("rival"));
    expect(state.acting[world.postIndex.get("defence") as number]).toBe(0);
    expect(state.holder[world.postIndex.get("works") as number]).toBe(-1);
  });

  it("lifts a warrant and restores a fugitive", () => {
    const { world, state } = prepared([
      { lift: { kind: "warrant", of: "deputy" } },
      { restore: { actor: "deputy" } },
    ]);
    const deputy = world.actorIndex.get("deputy") as number;
    expect([state.warrant[deputy], state.status[deputy]]).toEqual([0, 0]);
  });

  it("moves others' ties by half of the change in distance, weighted by what they care", () => {
    // foe: ideal 0, salience 0.9, tie −0.5; the ruler goes from 80 to 20: nearer by 0.6
    const { world, inputs } = prepared(
      [{ position: { actor: "ruler", issue: "alignment", to: 20 } }],
      smallCase(),
    );
    const n = world.actors.length;
    const foe = world.actorIndex.get("foe") as number;
    const ruler = world.actorIndex.get("ruler") as number;
    expect(inputs.tie[foe * n + ruler]).toBeCloseTo(-0.5 + 0.5 * 0.9 * 0.6, 12);
    const friend = world.actorIndex.get("friend") as number;
    expect(inputs.tie[friend * n + ruler]).toBeCloseTo(0.6 - 0.5 * 0.9 * 0.6, 12);
  });

  it("takes an actor out: no status, no arms, no post", () => {
    const { world, state } = prepared([{ remove: { actor: "rival" } }]);
    const rival = world.actorIndex.get("rival") as number;
    expect(state.status[rival]).toBeGreaterThan(2);
    expect(state.holder[world.postIndex.get("vice") as number]).toBe(-1);
  });

  it("is refused if it names nothing, with what was probably meant", () => {
    const world = worldOf(smallCase());
    const refuse =
      (intervention: Intervention): (() => unknown) =>
      () =>
        rulesOf(world, [intervention]);
    expect(refuse({ forbid: { move: "co-opp" } })).toThrow(/no kind of move "co-opp".*Did you mean "co-opt"/);
    expect(refuse({ replace: { post: "premier", by: "rivall" } })).toThrow(
      /no actor "rivall".*Did you mean "rival"/,
    );
    expect(refuse({ outside: { event: "war", happens: true } })).toThrow(/no outside event "war"/);
    expect(refuse({ holding: { actor: "rival", resource: "gold", times: 2 } })).toThrow(/no resource "gold"/);
  });

  it("is refused if it contradicts another", () => {
    const world = worldOf(smallCase());
    expect(() =>
      rulesOf(world, [
        { replace: { post: "premier", by: "rival" } },
        { replace: { post: "premier", by: "partner" } },
      ]),
    ).toThrow(/contradict each other/);
  });
});

import { describe, expect, it } from "vitest";
import { smallCase, troubledCase } from "../../test/worlds/small-case.ts";
import type { Case, Intervention } from "../case/index.ts";
import { inputsOf } from "./inputs.ts";
import { interventionFaults } from "./interventions.ts";
import { changedCase } from "./interventions-case.ts";
import { idleInterventions } from "./interventions-idle.ts";
import { moveKinds } from "./moves/index.ts";
import { stageOf } from "./scenario.ts";
import { flag, initialState } from "./state.ts";
import { worldOf } from "./world.ts";

const routed = (): Case => ({
  ...smallCase(),
  territories: [
    { id: "pass", name: "The Pass", holder: "ruler" },
    { id: "coast", name: "The Coast", holder: "rival" },
  ] as unknown as Case["territories"],
  routes: [
    {
      id: "road",
      name: "The Road",
      stages: [
        { territory: "pass", passes: true },
        { territory: "coast", passes: false },
      ],
      value: [{ actor: "ruler", value: 0.5 }],
    },
  ] as unknown as Case["routes"],
});
const opening = (source: Case, changes: readonly Intervention[]) => {
  const world = worldOf(changedCase(source, changes));
  return { world, state: initialState(world, inputsOf(world)) };
};
const codes = (source: Case, changes: readonly Intervention[]) =>
  interventionFaults(worldOf(source), changes).map(({ code }) => code);
const messages = (source: Case, changes: readonly Intervention[]) =>
  interventionFaults(worldOf(source), changes).map(({ message }) => message);
const idle = (source: Case, changes: readonly Intervention[]) => idleInterventions(worldOf(source), changes);

describe("who is owed a post", () => {
  /** The post has been owed and withheld for a year. */
  const withheld = (): Case => {
    const base = troubledCase();
    return {
      ...base,
      posts: base.posts.map((item) => (item.id === "defence" ? { ...item, since: "2019-01-15" } : item)),
    };
  };
  const post = (source: Case) => source.posts.find(({ id }) => id === "defence");

  it("can be another, or nobody: the grievance of the one who was owed it is gone from the first day", () => {
    const source = withheld();
    const world = worldOf(source);
    const before = initialState(world, inputsOf(world));
    const p = world.postIndex.get("defence") as number;
    const owed = world.decider[world.entitled[p]];
    expect(before.grievance[owed]).toBeGreaterThan(0);
    const nobody = opening(source, [{ entitle: { post: "defence" } }]);
    expect(nobody.world.entitled[p]).toBe(-1);
    expect(nobody.state.grievance[owed]).toBeLessThan(before.grievance[owed]);
    const partner = opening(source, [{ entitle: { post: "defence", to: "partner" } }]);
    expect(partner.world.entitled[p]).toBe(world.actorIndex.get("partner"));
  });

  it("is refused where it names nothing or two, and told where it is so already", () => {
    const source = troubledCase();
    expect(messages(source, [{ entitle: { post: "defense", to: "partner" } }])[0]).toContain("defence");
    expect(messages(source, [{ entitle: { post: "defence", to: "partne" } }])[0]).toContain("partner");
    expect(
      codes(source, [{ entitle: { post: "defence", to: "partner" } }, { entitle: { post: "defence" } }]),
    ).toEqual(["intervention/contradiction"]);
    const entitled = post(source)?.entitled as string;
    expect(idle(source, [{ entitle: { post: "defence", to: entitled } }])).toEqual([
      { at: 0, why: "it is so already" },
    ]);
    expect(idle(source, [{ entitle: { post: "defence", to: "partner" } }])).toEqual([]);
  });
});

describe("a demand", () => {
  const source: Case = { ...smallCase(), demands: [] };
  const put: Intervention = { demand: { by: "rival", of: "ruler" } };
  const stands = ({ world, state }: ReturnType<typeof opening>): boolean => {
    const [i, j] = ["rival", "ruler"].map((id) => world.decider[world.actorIndex.get(id) as number]);
    return (state.flags[i * world.actors.length + j] & flag.demand) !== 0;
  };

  it("stands from the first day, or has never stood", () => {
    expect(stands(opening(source, []))).toBe(false);
    const with_ = opening(source, [put]);
    expect(stands(with_)).toBe(true);
    // just put, so nothing has gathered yet
    expect([...with_.state.grievance]).toEqual([...opening(source, []).state.grievance]);
    const old: Case = {
      ...source,
      demands: [
        { id: "d", by: "rival", of: "ruler", text: "t", since: "2019-01-15" },
      ] as unknown as Case["demands"],
    };
    expect(stands(opening(old, []))).toBe(true);
    const gone = opening(old, [{ demand: { by: "rival", of: "ruler", stands: false } }]);
    expect(stands(gone)).toBe(false);
    expect([...gone.state.grievance]).toEqual([...opening(source, []).state.grievance]);
    expect(idle(old, [put])).toEqual([{ at: 0, why: "it is so already" }]);
  });

  it("lets the one of whom it is demanded refuse, which cannot be done without it", () => {
    const refused = (changes: readonly Intervention[]): number => {
      let count = 0;
      const refuse = moveKinds.findIndex(({ id }) => id === "refuse");
      stageOf(source).play(
        { seed: "demand", months: 3, policy: "random", interventions: changes },
        0,
        40,
        (_run, { move }) => {
          if (move.kind.includes(refuse)) count += 1;
        },
      );
      return count;
    };
    const never: Intervention = { forbid: { move: "demand" } };
    expect(refused([never])).toBe(0);
    expect(refused([never, put])).toBeGreaterThan(0);
  });

  it("is refused where it names nothing, is put and taken away, or is on oneself", () => {
    expect(codes(source, [{ demand: { by: "rivall", of: "ruler" } }])).toEqual(["intervention/unknown"]);
    expect(codes(source, [{ demand: { by: "rival", of: "rival" } }])).toEqual(["intervention/demand"]);
    expect(codes(source, [put, { demand: { by: "rival", of: "ruler", stands: false } }])).toEqual([
      "intervention/contradiction",
    ]);
    expect(codes(source, [put, { lift: { kind: "demand", by: "rival" } }])).toEqual([
      "intervention/contradiction",
    ]);
    expect(codes(source, [put, { lift: { kind: "demand", by: "partner" } }])).toEqual([]);
  });
});

describe("a route", () => {
  const source = routed();

  it("is opened in all that it crosses, or shut in one territory", () => {
    expect([...opening(source, []).state.passes]).toEqual([1, 0]);
    expect([...opening(source, [{ route: { route: "road", open: true } }]).state.passes]).toEqual([1, 1]);
    const shut: Intervention = { route: { route: "road", territory: "pass", open: false } };
    expect([...opening(source, [shut]).state.passes]).toEqual([0, 0]);
  });

  it("is refused where it names nothing, crosses no such territory, or is opened and shut at once", () => {
    expect(messages(source, [{ route: { route: "roads", open: true } }])[0]).toContain('Did you mean "road"');
    const elsewhere: Case = {
      ...source,
      territories: [
        ...source.territories,
        { id: "desert", name: "D", holder: "ruler" },
      ] as unknown as Case["territories"],
    };
    expect(messages(elsewhere, [{ route: { route: "road", territory: "desert", open: true } }])[0]).toContain(
      "it crosses pass, coast",
    );
    expect(
      codes(source, [
        { route: { route: "road", open: true } },
        { route: { route: "road", territory: "pass", open: false } },
      ]),
    ).toEqual(["intervention/contradiction"]);
  });

  it("is told where it is so already", () => {
    expect(idle(source, [{ route: { route: "road", territory: "pass", open: true } }])).toHaveLength(1);
    expect(idle(source, [{ route: { route: "road", open: true } }])).toHaveLength(0);
  });
});

describe("an intervention that changes nothing", () => {
  const source = troubledCase();

  it.each<[string, Intervention, boolean]>([
    ["the present holder as the new one", { replace: { post: "premier", by: "ruler" } }, true],
    ["another holder", { replace: { post: "premier", by: "partner" } }, false],
    ["a full holder who only acted", { fill: { post: "defence", with: "ruler" } }, false],
    ["a boycott lifted that nobody holds", { lift: { kind: "boycott", by: "foe" } }, true],
    ["the quota as it is", { quota: { arena: "house", to: 51 } }, true],
    ["another quota", { quota: { arena: "house", to: 60 } }, false],
    ["a holding multiplied by 1", { holding: { actor: "rival-party", resource: "seats", times: 1 } }, true],
    ["a holding halved", { holding: { actor: "rival-party", resource: "seats", times: 0.5 } }, false],
    ["a move forbidden that somebody might make", { forbid: { move: "accuse", by: "rival" } }, false],
  ])("is told: %s", (_, change, changesNothing) => {
    expect(idle(source, [change])).toHaveLength(changesNothing ? 1 : 0);
  });

  it("is held against what those before it leave: to put the old holder back is no change of nothing", () => {
    const there: Intervention = { replace: { post: "premier", by: "partner" } };
    expect(idle(source, [there, { restore: { actor: "partner" } }])).toHaveLength(1);
    expect(idle(source, [{ remove: { actor: "rival" } }, { remove: { actor: "rival" } }])).toEqual([
      { at: 1, why: "it is so already" },
    ]);
  });

  it("is told of whoever makes no moves", () => {
    const mute: Case = {
      ...source,
      actors: source.actors.map((actor) => (actor.id === "foe" ? { ...actor, acts: false } : actor)),
    };
    const [found] = idle(mute, [{ forbid: { move: "accuse", by: "foe" } }]);
    expect(found.why).toContain("makes no moves");
  });
});

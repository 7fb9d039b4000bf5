import { describe, expect, it } from "vitest";
import { smallCase, troubledCase } from "../../test/worlds/small-case.ts";
import type { Case, Intervention } from "../case/index.ts";
import type { Chronicle } from "./chronicle.ts";
import { type Scenario, type Stage, stageOf } from "./scenario.ts";
import { worldOf } from "./world.ts";

type Actor = Case["actors"][number];

/** An actor dies, or is banned, on a day. */
function loses(source: Case, actor: string, to = "dead", changed: Partial<Actor> = {}): Case {
  return {
    ...source,
    actors: source.actors.map((one) => (one.id === actor ? ({ ...one, ...changed } as Actor) : one)),
    outside: [
      { id: "end", name: "It comes to him", date: "2020-03-01", effects: [{ status: { actor, to } }] },
    ] as unknown as Case["outside"],
  };
}
const scenario: Scenario = { seed: "heirs", months: 6, policy: "strategic", interventions: [] };
const NOTHING_SPLITS: readonly Intervention[] = ["split", "defect", "join", "co-opt", "merge"].map(
  (move) => ({
    forbid: { move },
  }),
);

/** What a visitor sees of each run: heirs by id, and who decides for whom. */
function seen(source: Case, see: (stage: Stage, chronicle: Chronicle) => unknown, runs = 4, plan = scenario) {
  const stage = stageOf(source);
  const found: unknown[] = [];
  stage.play(plan, 0, runs, (_run, chronicle) => found.push(see(stage, chronicle)));
  return found;
}
const heirs = (stage: Stage, { heir }: Chronicle): readonly string[] =>
  heir.heir.map((a, k) => `${stage.world.actors[heir.gone[k]].id} > ${stage.world.actors[a].id}`);
const deciderOf = (stage: Stage, id: string): string => {
  const { world } = stage;
  return world.actors[world.decider[world.actorIndex.get(id) as number]].id;
};

describe("a leader who is gone", () => {
  it("leaves his party, his list and himself to the most powerful of those who lead a party on his list", () => {
    const plan = { ...scenario, interventions: NOTHING_SPLITS };
    const who = (stage: Stage, chronicle: Chronicle) => [
      ...heirs(stage, chronicle),
      deciderOf(stage, "rival-party"),
      deciderOf(stage, "rival"),
    ];
    expect(seen(loses(smallCase(), "rival"), who, 4, plan)).toEqual(
      Array.from({ length: 4 }, () => ["rival > deputy", "deputy", "deputy"]),
    );
  });

  it("leaves them to the successor whom the case names, whatever his list", () => {
    const source = loses(smallCase(), "rival", "dead", { successor: "partner" });
    for (const found of seen(source, heirs)) expect(found).toEqual(["rival > partner"]);
  });

  it("leaves them to the list where the successor is not at large", () => {
    const source = loses(smallCase(), "rival", "dead", { successor: "partner" });
    const dead: Case = {
      ...source,
      actors: source.actors.map((one) => (one.id === "partner" ? { ...one, status: "dead" } : one)),
    };
    const plan = { ...scenario, interventions: NOTHING_SPLITS };
    for (const found of seen(dead, heirs, 4, plan)) expect(found).toEqual(["rival > deputy"]);
  });

  it("leaves them to nobody where there is nobody: the group lies still", () => {
    const source = loses(troubledCase(), "captain");
    const still = (stage: Stage, chronicle: Chronicle) => {
      const captain = stage.world.actorIndex.get("captain") as number;
      const late = chronicle.move.actor.filter(
        (a, e) => a === captain && chronicle.move.time[e] > 18322, // 2020-03-01
      );
      return [...heirs(stage, chronicle), deciderOf(stage, "band"), late.length];
    };
    for (const found of seen(source, still)) expect(found).toEqual(["captain", 0]);
  });

  it("does so when banned as well, and not when detained, nor where it is no person", () => {
    for (const [actor, to, passes] of [
      ["rival", "banned", true],
      ["rival", "detained", false],
      ["splinter", "dissolved", false],
    ] as const) {
      for (const found of seen(loses(smallCase(), actor, to), heirs) as (readonly string[])[])
        expect(found.length > 0).toBe(passes);
    }
  });

  it("leaves no office: his posts fall vacant", () => {
    const source = loses(smallCase(), "ruler", "dead", { successor: "partner" });
    const after = (stage: Stage, { post }: Chronicle) => {
      const ruler = stage.world.actorIndex.get("ruler") as number;
      return post.time.some((time, e) => time > 18322 && post.holder[e] === ruler);
    };
    expect(seen(source, after)).toEqual([false, false, false, false]);
  });
});

describe("what has passed to heirs", () => {
  it("takes no seat from anybody", () => {
    const source = loses(smallCase(), "rival");
    const total = (stage: Stage, { seats }: Chronicle) => {
      const n = stage.world.actors.length;
      return [0, 5].map((month) => seats.subarray(month * n, (month + 1) * n).reduce((a, b) => a + b, 0));
    };
    const held = smallCase()
      .holdings.filter(({ resource }) => resource === "seats")
      .reduce((sum, { amount }) => sum + Number(amount), 0);
    for (const found of seen(source, total)) expect(found).toEqual([held, held]);
  });

  it("is back with whom it was before the next run, and after the last", () => {
    const source = loses(smallCase(), "rival");
    const moves = (stage: Stage, chronicle: Chronicle) => [
      ...heirs(stage, chronicle),
      ...chronicle.move.time,
      ...chronicle.move.actor,
    ];
    const whole = seen(source, moves, 6);
    const stage = stageOf(source);
    const alone: unknown[] = [];
    for (const run of [5, 2, 0, 2])
      stage.play(scenario, run, run + 1, (_r, c) => alone.push(moves(stage, c)));
    expect(alone).toEqual([whole[5], whole[2], whole[0], whole[2]]);
    const fresh = worldOf(source);
    expect([...stage.world.decider]).toEqual([...fresh.decider]);
    expect(stage.world.led).toEqual(fresh.led);
    expect(stage.world.passed).toEqual([]);
  });

  it("is seen by whoever looks at a run of a changed case, and gone from the case after it", () => {
    const source = loses(smallCase(), "rival");
    const plan = { ...scenario, interventions: [{ quota: { arena: "house", to: 60 } }] };
    const stage = stageOf(source);
    stage.play(plan, 0, 3, (_run, chronicle) => {
      expect(chronicle.heir.heir.length).toBe(1);
      expect(deciderOf(stage, "rival-party")).toBe(stage.world.actors[chronicle.heir.heir[0]].id);
    });
    expect(deciderOf(stage, "rival-party")).toBe("rival");
  });
});

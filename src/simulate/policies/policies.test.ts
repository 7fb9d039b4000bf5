import { describe, expect, it } from "vitest";
import { smallCase, troubledCase } from "../../../test/worlds/small-case.ts";
import type { Case, Intervention } from "../../case/index.ts";
import { type Decision, moveKinds, policies, type Scenario, stageOf } from "../index.ts";

interface Made {
  readonly kind: string;
  readonly by: string;
  readonly tone: number;
}

function played(
  source: Case,
  runs: number,
  over: Partial<Scenario> = {},
  ask?: (decision: Decision) => number,
): readonly Made[] {
  const stage = stageOf(source);
  const made: Made[] = [];
  const scenario: Scenario = {
    seed: "policies",
    months: 12,
    policy: "strategic",
    interventions: [],
    ...over,
  };
  stage.play(
    scenario,
    0,
    runs,
    (_run, { move }) => {
      move.kind.forEach((k, e) => {
        made.push({
          kind: moveKinds[k].id,
          by: stage.world.actors[move.actor[e]].id,
          tone: moveKinds[k].tone,
        });
      });
    },
    undefined,
    ask,
  );
  return made;
}

const hostile = (moves: readonly Made[], by: string): number => {
  const own = moves.filter((move) => move.by === by);
  return own.filter((move) => move.tone < 0).length / own.length;
};

describe("a hawk and a dove", () => {
  it("are the same actor with another liking for risk: the hawk does markedly more that is hostile", () => {
    const hawk = hostile(played(troubledCase(), 60, { policies: { rival: "bold" } }), "rival");
    const plain = hostile(played(troubledCase(), 60), "rival");
    const dove = hostile(played(troubledCase(), 60, { policies: { rival: "cautious" } }), "rival");
    expect(hawk).toBeGreaterThan(plain);
    expect(plain).toBeGreaterThan(dove);
    // stated effect: at least five points in a hundred between them
    expect(hawk - dove).toBeGreaterThan(0.05);
  });

  it("can be named by the case, and a scenario that names another overrides it", () => {
    const base = troubledCase();
    const named: Case = {
      ...base,
      actors: base.actors.map((actor) =>
        actor.id === "rival" ? { ...actor, policy: "bold" as const } : actor,
      ),
    };
    expect(played(named, 5)).toEqual(played(base, 5, { policies: { rival: "bold" } }));
    expect(played(named, 5, { policies: { rival: "strategic" } })).toEqual(played(base, 5));
  });

  it("value a sure thing alike, and differ by the aversion times the variance where it is not sure", () => {
    const value = (id: string, risk: number): number =>
      policies
        .find((policy) => policy.id === id)
        ?.value({
          habit: 0,
          gain: 1,
          price: 0,
          strategic: 0.5,
          risk,
          aversion: 2,
        }) ?? Number.NaN;
    for (const id of ["strategic", "cautious", "bold"]) expect(value(id, 0)).toBe(0.5);
    // ½ κ A σ² = ½ · 0.5 · 2 · 0.4 = 0.2
    expect(value("strategic", 0.4) - value("cautious", 0.4)).toBeCloseTo(0.2, 12);
    expect(value("bold", 0.4) - value("strategic", 0.4)).toBeCloseTo(0.2, 12);
  });
});

describe("an anticipating actor", () => {
  it("does something else than one that does not look ahead, and the same each time", () => {
    const ahead = played(troubledCase(), 6, { policies: { ruler: "anticipating" } });
    expect(ahead).not.toEqual(played(troubledCase(), 6));
    expect(ahead).toEqual(played(troubledCase(), 6, { policies: { ruler: "anticipating" } }));
  });

  it("leaves the world as it found it: until its first move all is as without it", () => {
    const ahead = played(troubledCase(), 1, { policies: { rival: "anticipating" } });
    const first = ahead.findIndex((move) => move.by === "rival");
    expect(first).toBeGreaterThan(0);
    expect(ahead.slice(0, first)).toEqual(played(troubledCase(), 1).slice(0, first));
  });
});

describe("a scripted actor", () => {
  it("makes the moves that are forced on it, and no other", () => {
    const interventions: readonly Intervention[] = [
      { force: { move: "accuse", by: "ruler", target: "rival", on: "2020-03-01" } },
    ];
    const moves = played(smallCase(), 3, { policies: { ruler: "scripted" }, interventions });
    expect(moves.filter((move) => move.by === "ruler").map((move) => move.kind)).toEqual([
      "accuse",
      "accuse",
      "accuse",
    ]);
    expect(moves.some((move) => move.by === "rival")).toBe(true);
  });
});

describe("a seat", () => {
  it("asks for its own turns alone, and does what it is told", () => {
    const asked: Decision[] = [];
    const seat = { policies: { rival: "human" } };
    const moves = played(smallCase(), 1, seat, (decision) => {
      asked.push(decision);
      return decision.options.findIndex((option) => moveKinds[option.kind].id === "consult");
    });
    expect(asked.length).toBeGreaterThan(3);
    expect(new Set(asked.map((decision) => decision.actor)).size).toBe(1);
    const own = moves.filter((move) => move.by === "rival");
    expect(new Set(own.map((move) => move.kind))).toEqual(new Set(["consult"]));
  });

  it("may pass", () => {
    const moves = played(smallCase(), 1, { policies: { rival: "human" } }, () => -1);
    expect(moves.some((move) => move.by === "rival")).toBe(false);
    expect(moves.length).toBeGreaterThan(10);
  });
});

describe("a policy that is not there", () => {
  it("is refused, and so is one for an actor that is not there", () => {
    expect(() => played(smallCase(), 1, { policies: { ruler: "bald" } })).toThrow(/no policy "bald".*bold/);
    expect(() => played(smallCase(), 1, { policies: { rulr: "bold" } })).toThrow(/no actor "rulr".*ruler/);
  });
});

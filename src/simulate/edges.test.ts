// What a play does at its edges: nobody can move, the world ends at once, somebody has died.
import { describe, expect, it } from "vitest";
import { smallCase, testCase } from "../../test/worlds/small-case.ts";
import type { Case } from "../case/index.ts";
import { type Chronicle, moveKinds, type Scenario, stageOf, type World } from "./index.ts";

function played(
  source: Case,
  runs: number,
  over: Partial<Scenario> = {},
): readonly (readonly [Chronicle, World])[] {
  const stage = stageOf(source);
  const found: (readonly [Chronicle, World])[] = [];
  const scenario: Scenario = { seed: "edges", months: 12, policy: "strategic", interventions: [], ...over };
  stage.play(scenario, 0, runs, (_run, chronicle) => found.push([structuredClone(chronicle), stage.world]));
  return found;
}

describe("a case in which nobody can move", () => {
  it("is played to its end without a move: time passes, and months are closed", () => {
    const alone = testCase({ actors: [{ id: "a", name: "A", kind: "person" }] });
    const [[chronicle]] = played(alone, 1);
    expect(chronicle.move.kind).toEqual([]);
    expect([...chronicle.share].every((share) => share === 0)).toBe(true);
    expect(chronicle.trouble[11]).toBe(0);
  });

  it("is still where every kind of move is forbidden to everybody", () => {
    const interventions = moveKinds.map((kind) => ({ forbid: { move: kind.id } }));
    const [[chronicle]] = played(smallCase(), 1, { interventions });
    expect(chronicle.move.kind).toEqual([]);
  });

  it("is played where there is no actor at all", () => {
    expect(played(testCase({}), 1)[0][0].move.kind).toEqual([]);
  });
});

describe("a world that ends early", () => {
  it("may end on the day it begins, and no move falls outside it", () => {
    const base = smallCase();
    const short: Case = { ...base, head: { ...base.head, horizon: base.head.as_of } };
    for (const [chronicle, world] of played(short, 20)) {
      expect(world.end).toBe(world.start);
      for (const time of chronicle.move.time) expect(time >= world.start && time < world.end + 1).toBe(true);
    }
  });

  it("ends at the horizon, however many months are asked for", () => {
    const base = smallCase();
    const short: Case = { ...base, head: { ...base.head, horizon: "2020-03-10" } };
    const asked = played(short, 3, { months: 240 });
    expect(asked.map(([chronicle]) => chronicle)).toEqual(
      played(short, 3, { months: 3 }).map(([chronicle]) => chronicle),
    );
  });
});

describe("somebody who has died", () => {
  const mourned: Case = {
    ...smallCase(),
    outside: [
      {
        id: "death",
        name: "A death",
        date: "2020-03-01",
        effects: [{ status: { actor: "ruler", to: "dead" } }],
      },
    ],
  };

  it("makes no more moves, is chosen for nothing, and holds no post: another governs", () => {
    for (const [chronicle, world] of played(mourned, 20)) {
      const ruler = world.actorIndex.get("ruler") as number;
      const day = chronicle.outside[0];
      expect(day).toBeGreaterThan(world.start);
      chronicle.move.actor.forEach((actor, e) => {
        if (actor === ruler) expect(chronicle.move.time[e]).toBeLessThan(day);
      });
      const holders = world.posts.map((post) => world.actorIndex.get(post.holder ?? "") ?? -1);
      chronicle.post.time.forEach((_, e) => {
        holders[chronicle.post.post[e]] = chronicle.post.holder[e];
      });
      expect(holders).not.toContain(ruler);
      expect(holders[world.headPost]).toBeGreaterThanOrEqual(0);
    }
  });

  it("holds them to the last where nobody dies", () => {
    const holders = played({ ...mourned, outside: [] }, 20).map(
      ([chronicle, world]) =>
        chronicle.post.holder.filter((_, e) => chronicle.post.post[e] === world.headPost).length,
    );
    expect(holders.filter((changes) => changes === 0).length).toBeGreaterThan(10);
  });
});

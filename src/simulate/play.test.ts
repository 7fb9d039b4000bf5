import { describe, expect, it } from "vitest";
import { smallCase, troubledCase } from "../../test/worlds/small-case.ts";
import type { Case, Intervention } from "../case/index.ts";
import type { Chronicle } from "./chronicle.ts";
import { moveKinds } from "./moves/index.ts";
import { policies } from "./policies/index.ts";
import { type Scenario, stageOf } from "./scenario.ts";
import type { Decision } from "./turn.ts";

const scenario = (interventions: readonly Intervention[] = [], policy = "strategic"): Scenario => ({
  seed: "test",
  months: 12,
  policy,
  interventions,
});

interface Told {
  readonly run: number;
  readonly moves: readonly string[];
  readonly times: readonly number[];
  readonly kinds: readonly string[];
  readonly share: readonly number[];
  readonly seats: readonly number[];
}

function told(run: number, chronicle: Chronicle): Told {
  const { move } = chronicle;
  return {
    run,
    moves: move.kind.map(
      (k, e) => `${moveKinds[k].id} ${move.actor[e]} ${move.target[e]} ${move.object[e]} ${move.success[e]}`,
    ),
    times: [...move.time],
    kinds: move.kind.map((k) => moveKinds[k].id),
    share: [...chronicle.share],
    seats: [...chronicle.seats],
  };
}

function playAll(source: Case, from: number, to: number, what: Scenario = scenario()): readonly Told[] {
  const runs: Told[] = [];
  stageOf(source).play(what, from, to, (run, chronicle) => runs.push(told(run, chronicle)));
  return runs;
}

describe("playing a case", () => {
  it("gives the same history for the same seed and run, alone or among others, before or after them", () => {
    const all = playAll(troubledCase(), 0, 60);
    expect(playAll(troubledCase(), 0, 60)).toEqual(all);
    expect(playAll(troubledCase(), 57, 58)[0]).toEqual(all[57]);
    const stage = stageOf(troubledCase());
    const late: Told[] = [];
    stage.play(scenario(), 55, 57, (run, chronicle) => late.push(told(run, chronicle)));
    stage.play(scenario(), 3, 4, (run, chronicle) => late.push(told(run, chronicle)));
    expect(late).toEqual([all[55], all[56], all[3]]);
  });

  it("gives other histories for other runs and other seeds", () => {
    const [a, b] = playAll(smallCase(), 0, 2);
    expect(a.moves).not.toEqual(b.moves);
    const [other] = playAll(smallCase(), 0, 1, { ...scenario(), seed: "another" });
    expect(other.times).not.toEqual(a.times);
  });

  it("does not look at names: with every actor renamed the same is done", () => {
    const renamed = JSON.parse(
      JSON.stringify(troubledCase()).replaceAll(
        /"(ruler|partner|rival|deputy|splinter|captain|spoilers)"/g,
        '"x-$1-x"',
      ),
    ) as Case;
    expect(playAll(renamed, 0, 10)).toEqual(playAll(troubledCase(), 0, 10));
  });

  it("keeps every seat, and shares that lie between 0 and 1 and add up to at most 1", () => {
    const world = stageOf(troubledCase()).world;
    const n = world.actors.length;
    for (const run of playAll(troubledCase(), 0, 20)) {
      for (let m = 0; m < 12; m++) {
        const seats = run.seats.slice(m * n, (m + 1) * n).reduce((sum, value) => sum + value, 0);
        expect(seats).toBe(101);
        const shares = run.share.slice(m * n, (m + 1) * n);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        expect(shares.reduce((sum, value) => sum + value, 0)).toBeLessThan(1 + 1e-9);
      }
    }
  });

  it("tells its moves in order of time, within the days played", () => {
    const { world } = stageOf(smallCase());
    for (const { times } of playAll(smallCase(), 0, 5)) {
      expect([...times].sort((a, b) => a - b)).toEqual(times);
      expect(times[0]).toBeGreaterThanOrEqual(world.start);
    }
  });

  it("never makes a move that is forbidden, and makes it elsewhere", () => {
    const without = playAll(troubledCase(), 0, 20, scenario([{ forbid: { move: "accuse", by: "ruler" } }]));
    const world = stageOf(troubledCase()).world;
    const ruler = world.actorIndex.get("ruler");
    const accusations = without.flatMap((run) => run.moves.filter((move) => move.startsWith("accuse ")));
    expect(accusations.length).toBeGreaterThan(0);
    expect(accusations.filter((move) => move.startsWith(`accuse ${ruler} `))).toEqual([]);
  });

  it("leaves the luck of all as it was until the change is felt", () => {
    const first = playAll(smallCase(), 0, 30);
    const changed = playAll(smallCase(), 0, 30, scenario([{ forbid: { move: "co-opt" } }]));
    const same = first.filter((run, r) => run.times[0] === changed[r].times[0]);
    expect(same.length).toBe(30);
    const never = first.filter(
      (run) => !run.kinds.includes("co-opt") && !run.kinds.includes("no-confidence"),
    );
    expect(never.length).toBeGreaterThan(0);
  });

  it("does the same in the first months, however long it goes on", () => {
    const year = playAll(smallCase(), 0, 5);
    const longer = playAll(smallCase(), 0, 5, { ...scenario(), months: 20 });
    year.forEach((run, r) => {
      expect(longer[r].moves.slice(0, run.moves.length)).toEqual(run.moves);
    });
  });

  it("ends at the case's horizon, and refuses a policy that is not there", () => {
    const end = Math.max(
      ...playAll(smallCase(), 0, 3, { ...scenario(), months: 200 }).flatMap((run) => run.times),
    );
    expect(end).toBeLessThan(stageOf(smallCase()).world.end + 1);
    expect(() => playAll(smallCase(), 0, 1, { ...scenario(), policy: "strategik" })).toThrow(
      /Did you mean "strategic"/,
    );
  });

  it("plays a world in which nobody can move", () => {
    const empty: Case = {
      ...smallCase(),
      actors: [],
      memberships: [],
      holdings: [],
      posts: [],
      relations: [],
      stakes: [],
      demands: [],
      events: [],
      standing: [],
      blocs: [],
    };
    const [run] = playAll(empty, 0, 1);
    expect(run.moves).toEqual([]);
  });

  it("lets its clocks ring as often as the pace says where nothing quickens them", () => {
    // one actor whose only option is to talk to another who never moves: a Poisson process by construction
    const base = smallCase();
    const lonely: Case = {
      ...base,
      actors: [
        { id: "a", name: "A", kind: "person", pace: 24 },
        { id: "b", name: "B", kind: "person", acts: false, leader: "b2" },
        { id: "b2", name: "B2", kind: "person", pace: 0.000001 },
      ],
      relations: [{ from: "a", to: "b2", value: 0.1 }],
      memberships: [],
      holdings: [],
      posts: [],
      stakes: [],
      demands: [],
      events: [],
      standing: [],
      blocs: [],
      arenas: [],
    };
    const runs = 200;
    const rates: number[] = [];
    stageOf(lonely).play(scenario([], "random"), 0, runs, (_run, chronicle) =>
      rates.push(chronicle.move.time.length),
    );
    const mean = rates.reduce((sum, value) => sum + value, 0) / runs;
    // activity quickens from −½ to +½ of a coefficient of 0.2…1.2: the mean lies within those factors of the pace
    expect(mean).toBeGreaterThan(24 * 0.55);
    expect(mean).toBeLessThan(24 * 1.9);
    const variance = rates.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (runs - 1);
    expect(variance).toBeGreaterThan(0.5 * mean);
  });
});

describe("the policies", () => {
  it("differ measurably in what they do", () => {
    const tally = (policy: string): number =>
      playAll(troubledCase(), 0, 40, scenario([], policy))
        .flatMap((run) => run.kinds)
        .filter((kind) => kind === "co-opt" || kind === "withhold-appointment").length;
    expect(tally("strategic")).not.toBe(tally("learned"));
    expect(tally("random")).toBeGreaterThan(tally("strategic"));
  });

  it("prefer an option with more gain the more strategic the actor is", () => {
    for (const policy of policies) {
      const better = policy.value({ habit: 0, gain: 2, price: 0, strategic: 1, risk: 0, aversion: 1 });
      const worse = policy.value({ habit: 0, gain: 0, price: 0, strategic: 1, risk: 0, aversion: 1 });
      expect(better).toBeGreaterThanOrEqual(worse);
    }
  });
});

describe("a replay", () => {
  it("shows each decision with what every option was worth, and the one that was made", () => {
    const seen: Decision[] = [];
    const moves: number[] = [];
    stageOf(smallCase()).play(
      scenario(),
      7,
      8,
      (_run, chronicle) => moves.push(...chronicle.move.kind),
      (decision) => seen.push(decision),
    );
    expect(seen.map((decision) => decision.options[decision.chosen].kind)).toEqual(moves);
    for (const decision of seen)
      for (const option of decision.options) expect(Number.isFinite(option.value)).toBe(true);
  });
});

describe("paces that explode", () => {
  const hasty = (pace: number): Case => ({
    ...troubledCase(),
    actors: troubledCase().actors.map((actor) => ({ ...actor, pace })),
  });

  it("are held down, and the chronicle says so", () => {
    let bounded = false;
    let moves = 0;
    stageOf(hasty(1e9)).play(scenario(), 0, 1, (_, chronicle) => {
      bounded = chronicle.bounded;
      moves = chronicle.move.kind.length;
    });
    expect(bounded).toBe(true);
    const { movers } = stageOf(hasty(1)).world;
    expect(moves).toBeLessThanOrEqual(2 * 200 * movers.length + 1);
  });

  it("are left alone where they are those of people", () => {
    stageOf(troubledCase()).play(scenario(), 0, 3, (_, chronicle) => expect(chronicle.bounded).toBe(false));
  });

  it("may be 0: nobody moves, and the months still pass", () => {
    stageOf(hasty(0)).play(scenario(), 0, 1, (_, chronicle) => {
      expect(chronicle.move.kind).toEqual([]);
      const n = troubledCase().actors.length;
      expect(Math.max(...chronicle.share.slice(11 * n, 12 * n))).toBeGreaterThan(0);
    });
  });
});

import { describe, expect, it } from "vitest";
import { smallCase, troubledCase } from "../../test/worlds/small-case.ts";
import { dayOf } from "../base/index.ts";
import type { Case, Intervention } from "../case/index.ts";
import type { Chronicle } from "./chronicle.ts";
import { interventionFaults, rulesOf } from "./interventions.ts";
import { uncertainInputs } from "./interventions-inputs.ts";
import { moveKinds } from "./moves/index.ts";
import { stageOf } from "./scenario.ts";
import { worldOf } from "./world.ts";

/** What is to be seen of each of a few runs. */
function played<Seen>(
  source: Case,
  interventions: readonly Intervention[],
  see: (chronicle: Chronicle, drawn: ReadonlyMap<string, number>) => Seen,
  runs = 6,
): readonly Seen[] {
  const seen: Seen[] = [];
  const scenario = { seed: "interventions", months: 12, policy: "strategic", interventions };
  stageOf(source).play(scenario, 0, runs, (_run, chronicle, drawn) => seen.push(see(chronicle, drawn)));
  return seen;
}

const at = (source: Case, id: string): number => source.actors.findIndex((actor) => actor.id === id);

const madeOn = (source: Case, move: string, by: string) => (chronicle: Chronicle) =>
  chronicle.move.time.filter(
    (_, e) => moveKinds[chronicle.move.kind[e]].id === move && chronicle.move.actor[e] === at(source, by),
  );

describe("a forced move", () => {
  const force: Intervention = {
    force: { move: "accuse", by: "rival", target: "ruler", on: "2020-03-01", success: true },
  };

  it("is made on its day in every run, and at no other moment by force", () => {
    const source = smallCase();
    for (const times of played(source, [force], madeOn(source, "accuse", "rival"))) {
      expect(times).toContain(dayOf("2020-03-01"));
    }
  });

  it("leaves everything before its day as it was", () => {
    const source = smallCase();
    const before = (chronicle: Chronicle) =>
      chronicle.move.time
        .map((time, e) => [time, chronicle.move.kind[e], chronicle.move.actor[e], chronicle.move.target[e]])
        .filter(([time]) => time < dayOf("2020-03-01"));
    expect(played(source, [force], before)).toEqual(played(source, [], before));
  });

  it("is tried again week by week until it is open, and not after its last day", () => {
    const source = smallCase();
    // nobody is away from the House, so a boycott cannot be ended until one has begun
    const begin: Intervention = {
      force: { move: "boycott", by: "rival", object: "house", on: "2020-02-10", until: "2020-05-01" },
    };
    const end = (until: string): Intervention => ({
      force: { move: "end-boycott", by: "rival", object: "house", on: "2020-02-01", until },
    });
    // moves by force fall on whole days, those of a clock in between
    const inEach = (interventions: readonly Intervention[], move: string): readonly (readonly number[])[] =>
      played(source, interventions, madeOn(source, move, "rival"), 20).map((days) =>
        days.filter(Number.isInteger),
      );
    const both = [begin, end("2020-06-01")];
    const begins = inEach(both, "boycott");
    const ends = inEach(both, "end-boycott");
    // the first future in which it comes to be open, and is not ended before that by its maker's own will
    const run = begins.findIndex((days, r) => days.length > 0 && ends[r].length > 0);
    const [begun] = begins[run];
    const [ended] = ends[run];
    expect((begun - dayOf("2020-02-10")) % 7).toBe(0);
    expect((ended - dayOf("2020-02-01")) % 7).toBe(0);
    expect(ended).toBeGreaterThan(begun);
    expect(inEach([begin, end("2020-02-08")], "end-boycott")[run]).toEqual([]);
  });
});

describe("a move forbidden for a time", () => {
  it("is not made then, and is made before or after", () => {
    const source = smallCase();
    const forbid: Intervention = { forbid: { move: "accuse", from: "2020-03", to: "2020-05" } };
    const times = played(source, [forbid], ({ move }) =>
      move.time.filter((_, e) => moveKinds[move.kind[e]].id === "accuse"),
    ).flat();
    expect(times.filter((time) => time >= dayOf("2020-03-01") && time < dayOf("2020-06-01"))).toEqual([]);
    expect(times.some((time) => time < dayOf("2020-03-01"))).toBe(true);
    expect(times.some((time) => time >= dayOf("2020-06-01"))).toBe(true);
  });

  it("may be named for a bloc, and then holds for each of its members", () => {
    const source = smallCase();
    const world = worldOf(source);
    const [bloc] = source.blocs;
    const members = source.memberships.filter((membership) => membership.in === bloc.id);
    const rules = rulesOf(world, [{ forbid: { move: "accuse", by: bloc.id } }]);
    expect(rules.forbidden.length).toBeGreaterThanOrEqual(members.length);
  });
});

describe("what an intervention changes on the first day", () => {
  it("stands at the beginning of the chronicle, so that questions see it", () => {
    const source = troubledCase();
    const [post] = played(source, [{ replace: { post: "premier", by: "partner" } }], ({ post }) => ({
      time: post.time[0],
      holder: post.holder[0],
    }));
    expect(post).toEqual({ time: dayOf("2020-01-15"), holder: at(source, "partner") });
  });
});

describe("a changed rule, date or input", () => {
  it("lets a motion pass by another quota", () => {
    const source = smallCase();
    const motions = (interventions: readonly Intervention[]): number =>
      played(
        source,
        interventions,
        ({ move }) =>
          move.kind.filter((kind, e) => moveKinds[kind].id === "no-confidence" && move.success[e]).length,
        40,
      ).reduce((sum, count) => sum + count, 0);
    expect(motions([{ quota: { arena: "house", to: 101 } }])).toBe(0);
    expect(motions([{ quota: { arena: "house", to: 20 } }])).toBeGreaterThan(motions([]));
  });

  it("lets an outside event fall on another day", () => {
    const source: Case = {
      ...smallCase(),
      outside: [{ id: "summit", name: "A summit", from: "2020-02-01", to: "2020-11-30", probability: 0.2 }],
    };
    const days = played(source, [{ outside: { event: "summit", on: "2020-07-04" } }], ({ outside }) =>
      Math.floor(outside[0]),
    );
    expect(new Set(days)).toEqual(new Set([dayOf("2020-07-04")]));
  });

  it("holds an input fast in every draw and leaves the draws of the others alone", () => {
    const source = smallCase();
    const [name, [low]] = [...uncertainInputs(worldOf(source))][0];
    const seen = (_: Chronicle, drawn: ReadonlyMap<string, number>) => [...drawn];
    const [free] = played(source, [], seen, 1);
    const [held] = played(source, [{ input: { name, to: low } }], seen, 1);
    expect(held.map(([key]) => key)).toEqual(free.map(([key]) => key).filter((key) => key !== name));
    expect(held).toEqual(free.filter(([key]) => key !== name));
  });
});

describe("interventions that cannot be", () => {
  const world = worldOf({
    ...smallCase(),
    outside: [{ id: "summit", name: "A summit", date: "2020-03-01" }],
  });

  it.each<[string, readonly Intervention[], string]>([
    [
      "forced and forbidden",
      [
        { force: { move: "accuse", by: "rival", on: "2020-03-01" } },
        { forbid: { move: "accuse", by: "rival" } },
      ],
      "intervention/contradiction",
    ],
    [
      "removed and put into a post",
      [{ remove: { actor: "rival" } }, { replace: { post: "premier", by: "rival" } }],
      "intervention/contradiction",
    ],
    [
      "removed and restored",
      [{ remove: { actor: "rival" } }, { restore: { actor: "rival" } }],
      "intervention/contradiction",
    ],
    [
      "happens and does not",
      [{ outside: { event: "summit", happens: true } }, { outside: { event: "summit", happens: false } }],
      "intervention/contradiction",
    ],
    [
      "does not happen, on a day",
      [{ outside: { event: "summit", happens: false, on: "2020-04-01" } }],
      "intervention/contradiction",
    ],
    [
      "two quotas",
      [{ quota: { arena: "house", to: 40 } }, { quota: { arena: "house", to: 50 } }],
      "intervention/contradiction",
    ],
    ["a quota above the seats", [{ quota: { arena: "house", to: 102 } }], "intervention/quota"],
    ["a quota of what is no assembly", [{ quota: { arena: "cabinet", to: 2 } }], "intervention/unknown"],
    [
      "a day that is not played",
      [{ force: { move: "accuse", by: "rival", on: "2031-01-01" } }],
      "intervention/date",
    ],
    [
      "a span that ends before it begins",
      [{ forbid: { move: "accuse", from: "2020-06", to: "2020-03" } }],
      "intervention/date",
    ],
    [
      "an object that the move has not",
      [{ forbid: { move: "consult", object: "house" } }],
      "intervention/object",
    ],
    ["an input outside its range", [{ input: { name: "default discipline", to: 7 } }], "intervention/range"],
  ])("%s: %j is refused with %s", (_, interventions, code) => {
    const faults = interventionFaults(world, interventions);
    expect(faults.map((fault) => fault.code)).toEqual([code]);
    expect(faults[0].at).toBe(interventions.length - 1);
  });

  it("are all told at once, each with its place and the near miss", () => {
    const faults = interventionFaults(world, [
      { remove: { actor: "rivall" } },
      { forbid: { move: "accuse" } },
      { input: { name: "default disciplin", to: 0.9 } },
    ]);
    expect(faults.map(({ at, message }) => [at, message])).toEqual([
      [0, 'There is no actor "rivall". Did you mean "rival"?'],
      [2, 'There is no uncertain input "default disciplin". Did you mean "default discipline"?'],
    ]);
  });
});

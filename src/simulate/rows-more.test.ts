// More rows of the founding case: the situation, the move and its effect, and its absence without its cause.
import { describe, expect, it } from "vitest";
import { at, dayOne, held, kind, make, options, tie, tied, toward } from "../../test/worlds/moving.ts";
import { smallCase, testCase, troubledCase } from "../../test/worlds/small-case.ts";
import { stirredCase } from "../../test/worlds/stirred.ts";
import type { Case } from "../case/index.ts";
import { applied } from "./apply.ts";
import { chronicleOf } from "./chronicle.ts";
import { type Decision, moveKinds, type Scene, stageOf } from "./index.ts";
import { luckOf } from "./luck.ts";
import { flag } from "./state.ts";
import { disciplineOf } from "./voting.ts";
import { week } from "./weekly.ts";
import { witness } from "./witness.ts";

function weeks(scene: Scene, count: number): void {
  const chronicle = chronicleOf({ months: 1, actors: 0, arenas: 0, issues: 0, routes: 0, outside: 0 });
  const change = applied(scene.world, scene.state, chronicle, {
    election: () => undefined,
    formation: () => undefined,
  });
  const luck = luckOf("weeks");
  for (let w = 0; w < count; w++) week(scene, change, luck, 0, 7 / 365.25);
}

function seen(scene: Scene, by: string, of: string, tone: number): void {
  const chronicle = chronicleOf({ months: 1, actors: 0, arenas: 0, issues: 0, routes: 0, outside: 0 });
  const change = applied(scene.world, scene.state, chronicle, {
    election: () => undefined,
    formation: () => undefined,
  });
  witness(scene, change, at(scene, by), at(scene, of), tone);
}

describe("S3: manoeuvre at times, confrontation at times", () => {
  it("is one catalogue from which actors choose for gain, and each choice is explained", () => {
    const chosen: Decision[] = [];
    stageOf(troubledCase()).play(
      { seed: "s3", months: 12, policy: "strategic", interventions: [] },
      0,
      4,
      () => undefined,
      (decision) => chosen.push(decision),
    );
    const tones = chosen.map((decision) => moveKinds[decision.options[decision.chosen].kind].tone);
    expect(tones.some((tone) => tone > 0.3)).toBe(true);
    expect(tones.some((tone) => tone < -0.3)).toBe(true);
    for (const { options: open } of chosen) {
      for (const option of open)
        expect([option.gain, option.price, option.value].every(Number.isFinite)).toBe(true);
    }
  });

  it("has nothing to offer toward anybody with whom an actor has nothing to do", () => {
    const scene = dayOne(
      testCase({
        actors: [
          { id: "a", name: "A", kind: "person" },
          { id: "b", name: "B", kind: "state" },
        ],
      }),
    );
    for (const { id } of moveKinds) expect(options(scene, id, "b"), id).toEqual([]);
  });
});

describe("S5: nested blocs with discipline, entitlements and exit", () => {
  const nested = (): Case => ({
    ...smallCase(),
    blocs: [
      ...smallCase().blocs.map((bloc) => (bloc.id === "list-b" ? { ...bloc, discipline: 0.6 } : bloc)),
      { id: "faction", name: "The faction", kind: "camp", parent: "list-b", discipline: 0.95 },
    ],
    memberships: smallCase().memberships.map((membership) =>
      membership.actor === "deputy-party" ? { ...membership, in: "faction" } : membership,
    ),
  });

  it("lets a faction of a loose list keep a discipline of its own", () => {
    const scene = dayOne(nested());
    expect(disciplineOf(scene, at(scene, "rival-party"))).toBe(0.6);
    expect(disciplineOf(scene, at(scene, "deputy-party"))).toBe(0.95);
    expect(scene.state.list[at(scene, "deputy-party")]).toBe(scene.state.list[at(scene, "rival-party")]);
  });

  it("lets an aggrieved partner leave the government, with its posts", () => {
    const scene = dayOne(smallCase());
    expect(options(scene, "leave-government", "partner")).toEqual([]);
    scene.state.grievance[at(scene, "partner")] = 1;
    const works = scene.world.postIndex.get("works") as number;
    make(scene, "leave-government", toward(scene, "leave-government", "partner", "ruler"));
    expect(scene.state.holder[works]).toBe(-1);
    expect(scene.state.government[at(scene, "partner-party")]).toBe(0);
    expect(options(scene, "leave-government", "partner")).toEqual([]);
  });

  it("collects pledges from those who are not well disposed, and asks nobody twice in a month", () => {
    const scene = dayOne(tied(smallCase(), ["partner", "ruler", 0]));
    expect(options(scene, "collect-pledges", "rival")).toEqual([]);
    scene.state.pledged[at(scene, "rival-party")] = 22;
    const ask = toward(scene, "collect-pledges", "rival", "partner");
    const signing = toward(scene, "pledge", "partner", "ruler");
    const before = kind("pledge").price?.(scene, signing as never) ?? Number.NaN;
    make(scene, "collect-pledges", ask);
    const after = kind("pledge").price?.(scene, signing as never) ?? Number.NaN;
    expect(before - after).toBeCloseTo(scene.inputs.parameters["confidence.asked"], 12);
    expect(toward(scene, "collect-pledges", "rival", "partner")).toBeUndefined();
  });

  it("makes signing cheaper with each signature in hand, and taking one back dearer", () => {
    const scene = dayOne(smallCase());
    const price = (id: string, by: string): number => {
      const move = { actor: at(scene, by), target: at(scene, "ruler"), object: -1, amount: 0 };
      return kind(id).price?.(scene, move) ?? Number.NaN;
    };
    const sign = price("pledge", "rival");
    const leave = price("withdraw-pledge", "rival");
    scene.state.pledged[at(scene, "deputy-party")] = 17;
    // a third of the quota of 51
    const momentum = scene.inputs.parameters["confidence.momentum"] / 3;
    expect(sign - price("pledge", "rival")).toBeCloseTo(momentum, 12);
    expect(price("withdraw-pledge", "rival") - leave).toBeCloseTo(momentum, 12);
  });

  it("tables a motion only past the head of state, and votes only after the waiting time", () => {
    const scene = dayOne(smallCase());
    for (const id of ["rival-party", "deputy-party", "partner-party"])
      scene.state.pledged[at(scene, id)] = 17;
    const motion = toward(scene, "table-motion", "rival", "ruler");
    make(scene, "table-motion", motion);
    expect(scene.state.motion).toBe(scene.state.time);
    expect(options(scene, "no-confidence", "rival")).toEqual([]);
    scene.state.time += 30;
    expect(make(scene, "no-confidence", toward(scene, "no-confidence", "rival", "ruler")).falls).toBe(1);
    expect(scene.state.motion).toBe(-1);
  });

  it("lets a head of state strike signatures, once most of a quota has signed", () => {
    const scene = dayOne(stirredCase());
    expect(options(scene, "strike-signatures", "president")).toEqual([]);
    scene.state.pledged[at(scene, "rival-party")] = 22;
    scene.state.pledged[at(scene, "partner-party")] = 16;
    const [strike] = options(scene, "strike-signatures", "president");
    make(scene, "strike-signatures", { ...strike, amount: 1 });
    // 2 × 0.07 of 22 is 3.08, of 16 is 2.24 with the parameter at its mode
    expect(scene.inputs.parameters["confidence.struck"]).toBeCloseTo(0.07, 12);
    expect(scene.state.pledged[at(scene, "rival-party")]).toBe(19);
    expect(scene.state.pledged[at(scene, "partner-party")]).toBe(14);
  });

  it("buys a waverer off only if the promise is believed", () => {
    for (const [luck, left] of [
      [0.01, 0],
      [0.99, 22],
    ] as const) {
      const scene = dayOne(smallCase());
      scene.state.pledged[at(scene, "rival-party")] = 22;
      make(scene, "concede", {
        ...(toward(scene, "concede", "ruler", "rival") as never as object),
        amount: luck,
      } as never);
      expect(scene.state.pledged[at(scene, "rival-party")]).toBe(left);
    }
  });
});

describe("S6: perceptions that differ from positions, and standing demands", () => {
  const watched = (): Case => ({
    ...smallCase(),
    perceptions: [{ by: "foe", of: "ruler", issue: "alignment", position: 95 }],
  });

  it("moves a neighbour's view toward what the ruler is seen to do, and the tie with it", () => {
    const closer = dayOne(watched());
    const before = tie(closer, "foe", "ruler");
    seen(closer, "ruler", "friend", 0.6);
    // 0.04 × 0.6 × salience 0.9 of the five points from 95 to the friend's 100
    expect(closer.state.perceived[0]).toBeCloseTo(95 + 0.04 * 0.6 * 0.9 * 5, 10);
    expect(tie(closer, "foe", "ruler")).toBeLessThan(before);
    const apart = dayOne(watched());
    seen(apart, "ruler", "friend", -0.6);
    expect(apart.state.perceived[0]).toBeLessThan(95);
    expect(tie(apart, "foe", "ruler")).toBeGreaterThan(before);
  });

  it("leaves ties alone where nobody holds a view", () => {
    const scene = dayOne(smallCase());
    const before = tie(scene, "foe", "ruler");
    seen(scene, "ruler", "friend", 0.6);
    expect(tie(scene, "foe", "ruler")).toBe(before);
  });

  it("gathers grievance while a demand stands, from before the first day too, and none without one", () => {
    const demanding = dayOne(smallCase());
    const first = demanding.state.grievance[at(demanding, "foe")];
    // a month and a half at 0.25 a year, hardly faded
    expect(first).toBeGreaterThan(0.02);
    expect(first).toBeLessThan(0.04);
    weeks(demanding, 10);
    expect(demanding.state.grievance[at(demanding, "foe")]).toBeGreaterThan(first);
    const quiet = dayOne({ ...smallCase(), demands: [] });
    weeks(quiet, 10);
    expect(quiet.state.grievance[at(quiet, "foe")]).toBe(0);
  });
});

describe("S8: bars on reunion", () => {
  it("keep a party off the list of whoever it bars, and of whoever bars it", () => {
    const loose: Case = {
      ...tied(smallCase(), ["deputy", "rival", 0.6], ["rival", "deputy", 0.6]),
      memberships: smallCase().memberships.filter((membership) => membership.actor !== "deputy-party"),
    };
    expect(toward(dayOne(loose), "join", "deputy", "rival")).toBeDefined();
    for (const [by, of] of [
      ["deputy", "rival"],
      ["rival", "deputy"],
    ]) {
      const scene = dayOne({ ...loose, standing: [{ kind: "bar", by, of }] });
      expect(toward(scene, "join", "deputy", "rival")).toBeUndefined();
    }
  });
});

describe("a list", () => {
  it("is joined by parties no larger than itself", () => {
    const friends = tied(smallCase(), ["deputy", "rival", 0.6], ["rival", "deputy", 0.6]);
    const withSeats = (amount: number): Case => ({
      ...friends,
      memberships: friends.memberships.filter((membership) => membership.actor !== "deputy-party"),
      holdings: friends.holdings.map((one) => (one.actor === "deputy-party" ? { ...one, amount } : one)),
    });
    // the rival's party has 22 seats, and nobody else is on its list
    expect(toward(dayOne(withSeats(22)), "join", "deputy", "rival")).toBeDefined();
    expect(toward(dayOne(withSeats(23)), "join", "deputy", "rival")).toBeUndefined();
  });
});

describe("S9: a public accusation", () => {
  it("costs the accused following, less the better he stands, and is not made against friends", () => {
    const scene = dayOne(smallCase());
    const before = held(scene, "rival", "street");
    make(scene, "accuse", toward(scene, "accuse", "ruler", "rival"));
    const lost = 0.02 * before * (1 - Math.max(0, scene.standing[at(scene, "rival")]));
    expect(before - held(scene, "rival", "street")).toBeCloseTo(lost, 2);
    expect(toward(scene, "accuse", "ruler", "partner")).toBeUndefined();
  });

  it("costs the accuser more, the better the accused is thought of", () => {
    const scene = dayOne(smallCase());
    const move = { actor: at(scene, "ruler"), target: at(scene, "rival"), object: -1, amount: 0 };
    scene.standing[move.target] = -0.5;
    expect(kind("accuse").price?.(scene, move)).toBe(0);
    scene.standing[move.target] = 0.5;
    expect(kind("accuse").price?.(scene, move)).toBe(1);
  });
});

describe("S10: a campaign broken off because the votes are needed", () => {
  it("is the more attractive to break off, the more the ruler needs the target", () => {
    const scene = dayOne(troubledCase());
    const n = scene.world.actors.length;
    expect(options(scene, "break-off-campaign", "ruler")).toEqual([]);
    scene.state.flags[at(scene, "ruler") * n + at(scene, "partner")] |= flag.campaign;
    scene.state.flags[at(scene, "ruler") * n + at(scene, "spoilers")] |= flag.campaign;
    const worth = (target: string): number =>
      kind("break-off-campaign").prospect?.(
        scene,
        toward(scene, "break-off-campaign", "ruler", target) as never,
      ) ?? 0;
    expect(worth("partner")).toBeGreaterThan(0);
    expect(worth("spoilers")).toBe(0);
  });
});

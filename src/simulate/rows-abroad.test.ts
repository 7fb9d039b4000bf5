// The rows on communities, offices, sponsors and the world abroad: the move, its effect, and its absence without its cause.
import { describe, expect, it } from "vitest";
import { at, dayOne, held, kind, make, options, tie, tied, toward } from "../../test/worlds/moving.ts";
import { smallCase, troubledCase } from "../../test/worlds/small-case.ts";
import { stirredCase } from "../../test/worlds/stirred.ts";
import type { Case } from "../case/index.ts";
import { applied } from "./apply.ts";
import { chronicleOf } from "./chronicle.ts";
import { type Scene, stageOf } from "./index.ts";
import { luckOf } from "./luck.ts";
import { DETAINED, flag } from "./state.ts";
import { week } from "./weekly.ts";
import { witness } from "./witness.ts";

const quiet = { election: () => undefined, formation: () => undefined };

function changeOf(scene: Scene) {
  const chronicle = chronicleOf({ months: 1, actors: 0, arenas: 0, issues: 0, routes: 0, outside: 0 });
  return applied(scene.world, scene.state, chronicle, quiet);
}

describe("S4: two fronts, separate yet connected", () => {
  const acts = (scene: Scene, by: string, of: string): void =>
    witness(scene, changeOf(scene), at(scene, by), at(scene, of), -1);

  it("lets an act from abroad bear on ties at home, and one at home on ties abroad", () => {
    const scene = dayOne(smallCase());
    const home = tie(scene, "ruler", "rival");
    acts(scene, "foe", "ruler");
    expect(tie(scene, "ruler", "rival")).toBeLessThan(home);
    const twoFoes = dayOne(tied(smallCase(), ["friend", "foe", -0.8], ["foe", "friend", 0.5]));
    const abroad = tie(twoFoes, "friend", "foe");
    acts(twoFoes, "ruler", "friend");
    expect(tie(twoFoes, "friend", "foe")).toBe(abroad);
    const friendly = dayOne(tied(smallCase(), ["foe", "ruler", 0.5]));
    const before = tie(friendly, "friend", "foe");
    acts(friendly, "ruler", "friend");
    expect(tie(friendly, "friend", "foe")).toBeLessThan(before);
  });

  it("lets acts on one front alone be", () => {
    const scene = dayOne(smallCase());
    const before = scene.state.relation.slice();
    acts(scene, "rival", "ruler");
    expect(scene.state.relation).toEqual(before);
  });
});

describe("S13: those of the other community are courted against the ruler's partners", () => {
  it("takes following across the line between communities, and brings the courted into the government", () => {
    const scene = dayOne(smallCase());
    const n = scene.world.actors.length;
    expect(scene.world.kinship[at(scene, "ruler") * n + at(scene, "splinter")]).toBe(0);
    const before = held(scene, "rival-party", "street");
    make(scene, "co-opt", toward(scene, "co-opt", "ruler", "splinter"));
    expect(held(scene, "rival-party", "street")).toBeLessThan(before);
    expect(scene.state.government[at(scene, "splinter")]).toBe(1);
  });

  it("opens the same door to a faction that splits during the play, and to nobody before", () => {
    const source = tied(smallCase(), ["ruler", "deputy", 0]);
    const scene = dayOne(source);
    expect(toward(scene, "co-opt", "ruler", "deputy")).toBeUndefined();
    make(scene, "split", toward(scene, "split", "deputy", "rival"));
    expect(toward(scene, "co-opt", "ruler", "deputy")).toBeDefined();
    expect(toward(scene, "bar-reunion", "deputy", "rival")).toBeUndefined();
  });
});

describe("S11, S17: splits divide what was held in common", () => {
  it("takes along the part of the leader's following that the seats have in the list, times what a splinter can claim", () => {
    const scene = dayOne(smallCase());
    const before = held(scene, "rival", "street");
    make(scene, "split", toward(scene, "split", "deputy", "rival"));
    const part = (scene.inputs.parameters["splinter.street"] * 14) / (22 + 14);
    expect(held(scene, "rival", "street")).toBeCloseTo(before * (1 - part), 10);
    expect(held(scene, "deputy-party", "street")).toBeCloseTo((30 + 10) * part, 10);
  });

  it("lets a party cross to the list of somebody it likes better, and not otherwise", () => {
    expect(options(dayOne(smallCase()), "defect", "deputy")).toEqual([]);
    const source = tied(
      smallCase(),
      ["deputy", "partner", 0.5],
      ["partner", "deputy", 0.3],
      ["deputy", "rival", -0.1],
    );
    const scene = dayOne(source);
    make(scene, "defect", toward(scene, "defect", "deputy", "partner"));
    expect(scene.state.list[at(scene, "deputy-party")]).toBe(scene.state.list[at(scene, "partner-party")]);
    expect(scene.state.government[at(scene, "deputy-party")]).toBe(1);
  });

  it("lets a client leave its sponsor for a better one, and leaves nothing with the old one", () => {
    const scene = dayOne(stirredCase());
    const n = scene.world.actors.length;
    make(scene, "switch-sponsor", toward(scene, "switch-sponsor", "captain", "host"));
    expect(scene.state.sponsorship[at(scene, "friend") * n + at(scene, "captain")]).toBe(0);
    expect(scene.state.sponsorship[at(scene, "host") * n + at(scene, "captain")]).toBeCloseTo(0.8 * 0.4, 12);
    expect(options(dayOne(troubledCase()), "switch-sponsor", "partner")).toEqual([]);
  });

  it("lets men be called to arms again where there is a grievance, and not without", () => {
    const scene = dayOne(troubledCase());
    expect(options(scene, "rearm", "partner")).toEqual([]);
    scene.state.grievance[at(scene, "partner")] = 1;
    const [move] = options(scene, "rearm", "partner");
    const arms = held(scene, "militia", "arms");
    make(scene, "rearm", move);
    expect(held(scene, "militia", "arms")).toBeGreaterThan(arms);
    expect(held(scene, "partner", "street")).toBeCloseTo(30 * 0.8, 12);
  });
});

describe("S14: partners punished at home for leaning to neighbours abroad", () => {
  const punished = (source: Case): number => {
    const scene = dayOne(source);
    for (let k = 0; k < 20; k++) witness(scene, changeOf(scene), at(scene, "foe"), at(scene, "ruler"), -0.6);
    return tie(scene, "ruler", "partner");
  };

  it("cools the ruler toward the partner with every blow from the neighbour, and not without the leaning", () => {
    expect(punished(smallCase())).toBe(0.3);
    // twenty times 0.03 × 0.6 × 0.9
    expect(punished(tied(smallCase(), ["partner", "foe", 0.9]))).toBeCloseTo(0.3 - 20 * 0.03 * 0.6 * 0.9, 10);
  });
});

describe("S15: a warrant, flight and custody", () => {
  it("holds whom the ruler's men find, the harder where armed friends shelter him", () => {
    const source = tied(smallCase(), ["ruler", "rival", -0.8]);
    const scene = dayOne(source);
    expect(toward(scene, "detain", "ruler", "rival")).toBeUndefined();
    scene.state.warrant[at(scene, "rival")] = 1;
    const move = toward(scene, "detain", "ruler", "rival");
    const open = kind("detain").odds?.(scene, move as never) ?? Number.NaN;
    make(scene, "detain", move);
    expect(scene.state.status[at(scene, "rival")]).toBe(DETAINED);
    expect(scene.state.holder[scene.world.postIndex.get("vice") as number]).toBe(-1);
    const sheltered = dayOne(
      tied({ ...troubledCase() }, ["ruler", "rival", -0.8], ["partner", "rival", 0.6]),
    );
    sheltered.state.warrant[at(sheltered, "rival")] = 1;
    const odds =
      kind("detain").odds?.(sheltered, toward(sheltered, "detain", "ruler", "rival") as never) ?? 1;
    expect(odds).toBeLessThan(open);
  });
});

describe("S16: whoever stays away is replaced", () => {
  it("puts a stand-in into the posts of those who boycott the cabinet, and of nobody else", () => {
    const scene = dayOne(smallCase());
    expect(options(scene, "replace-absent", "ruler")).toEqual([]);
    const cabinet = scene.world.arenaIndex.get("cabinet") as number;
    scene.state.boycott[at(scene, "rival") * scene.world.arenas.length + cabinet] = 1;
    const move = toward(scene, "replace-absent", "ruler", "rival");
    make(scene, "replace-absent", move);
    const vice = scene.world.postIndex.get("vice") as number;
    expect(scene.state.holder[vice]).toBe(at(scene, "ruler"));
    expect(scene.state.acting[vice]).toBe(1);
    expect(scene.state.grievance[at(scene, "rival")]).toBeGreaterThan(0.3);
  });
});

describe("S18: bases and immunity", () => {
  it("earns following at home to refuse, and costs it to grant", () => {
    const scene = dayOne(smallCase());
    make(scene, "refuse-basing", toward(scene, "refuse-basing", "ruler", "foe"));
    expect(held(scene, "ruler", "street")).toBeCloseTo(40 * 1.03, 12);
    const granted = dayOne(smallCase());
    make(granted, "grant-basing", toward(granted, "grant-basing", "ruler", "friend"));
    expect(held(granted, "ruler", "street")).toBeCloseTo(40 * 0.97, 12);
    make(granted, "withdraw-forces", toward(granted, "withdraw-forces", "friend", "ruler"));
    expect(options(granted, "withdraw-forces", "friend")).toEqual([]);
  });

  it("is not a matter where nobody asks and nobody is based, and for nobody but the ruler", () => {
    const scene = dayOne({ ...smallCase(), demands: [] });
    expect(options(scene, "refuse-basing", "ruler")).toEqual([]);
    expect(options(dayOne(smallCase()), "refuse-basing", "partner")).toEqual([]);
    expect(options(scene, "withdraw-forces", "friend")).toEqual([]);
  });
});

describe("S19: a corridor that depends on an issue", () => {
  const road = (statusQuo: number, issue?: string): number => {
    const base = troubledCase();
    const source: Case = {
      ...base,
      issues: base.issues.map((one) => (one.id === "alignment" ? { ...one, status_quo: 60 } : one)),
      stakes: base.stakes.filter((stake) => stake.issue !== "alignment"),
      routes: base.routes.map((route) => ({
        ...route,
        stages: route.stages.map((stage) => (issue === undefined ? stage : { ...stage, issue })),
      })),
    };
    let open = -1;
    stageOf(source).play(
      {
        seed: "road",
        months: 1,
        policy: "scripted",
        interventions: [{ status_quo: { issue: "alignment", to: statusQuo } }],
      },
      0,
      1,
      (_run, chronicle) => {
        open = chronicle.open[0];
      },
    );
    return open;
  };

  it("is shut when what holds on the issue crosses the middle, and not where it depends on none", () => {
    expect(road(70, "alignment")).toBe(1);
    expect(road(30, "alignment")).toBe(0);
    expect(road(30)).toBe(1);
  });
});

describe("S20: sanctions that are not applied", () => {
  it("gives a part of the loss back, to the anger of those who sanction; without sanctions there is nothing to evade", () => {
    const scene = dayOne(smallCase());
    expect(options(scene, "evade-sanction", "ruler")).toEqual([]);
    scene.state.flags[at(scene, "foe") * scene.world.actors.length + at(scene, "friend")] |= flag.sanction;
    const anger = tie(scene, "foe", "ruler");
    make(scene, "evade-sanction", toward(scene, "evade-sanction", "ruler", "friend"));
    expect(held(scene, "friend", "money")).toBeCloseTo(50 * 1.03, 12);
    expect(tie(scene, "foe", "ruler")).toBeCloseTo(anger - 0.05, 12);
  });
});

describe("S21: assassins, recruits and captured towns", () => {
  it("empties the posts of the dead, and brings a government down with its head", () => {
    const scene = dayOne(troubledCase());
    const { falls } = make(scene, "assassinate", toward(scene, "assassinate", "spoilers", "ruler"));
    expect(falls).toBe(1);
    expect(scene.state.status[at(scene, "ruler")]).toBe(6);
    expect(options(scene, "assassinate", "rival")).toEqual([]);
    expect(toward(scene, "assassinate", "spoilers", "ruler")).toBeUndefined();
  });

  it("grows a group under arms as its people are left out of power, and not as they share it", () => {
    const grown = (of: string): number => {
      const base = troubledCase();
      const scene = dayOne({ ...base, memberships: [...base.memberships, { actor: "spoilers", in: of }] });
      const luck = luckOf("weeks");
      // all power to the people of the hill
      scene.power.fill(0);
      scene.power[at(scene, "ruler")] = 1;
      for (let w = 0; w < 52; w++) week(scene, changeOf(scene), luck, 0, 7 / 365.25);
      return held(scene, "spoilers", "arms") / 10;
    };
    expect(grown("plain")).toBeGreaterThan(1.1);
    expect(grown("hill")).toBe(1);
  });

  it("takes a town the likelier, the thinner its holder is spread; a holder without arms in the case is out of reach", () => {
    const scene = dayOne(troubledCase());
    const [north] = options(scene, "seize-territory", "spoilers");
    const whole = kind("seize-territory").odds?.(scene, north) ?? Number.NaN;
    const spread = dayOne({
      ...troubledCase(),
      territories: [
        ...troubledCase().territories,
        ...["a", "b", "c"].map((id) => ({ id, name: id, holder: "ruler" })),
      ],
    });
    const [there] = options(spread, "seize-territory", "spoilers");
    expect(kind("seize-territory").odds?.(spread, there) ?? 0).toBeGreaterThan(whole);
    const foe = dayOne(tied(troubledCase(), ["spoilers", "friend", -0.9]));
    expect(options(foe, "seize-territory", "spoilers").map((move) => move.object)).toEqual([north.object]);
  });
});

describe("S22: the ring around: events from outside, and offices", () => {
  it("brings an armed group and its foe nearer by an office, where the host has the ear of both", () => {
    const scene = dayOne(stirredCase());
    const before = tie(scene, "foe", "movement");
    make(scene, "host-office", toward(scene, "host-office", "host", "movement"));
    expect(tie(scene, "foe", "movement")).toBeCloseTo(before + 0.1, 12);
    const deaf = dayOne(tied(stirredCase(), ["host", "foe", -0.4]));
    expect(toward(deaf, "host-office", "host", "movement")).toBeUndefined();
  });

  it("draws how much an outside event changes from the range that the case gives", () => {
    const ring: Case = {
      ...smallCase(),
      outside: [
        {
          id: "talks",
          name: "Talks",
          date: "2020-01-20",
          effects: [{ relation: { from: "foe", to: "friend", change: [0.1, 0.2, 0.6] } }],
        },
      ],
    };
    const seen = new Set<number>();
    stageOf(ring).play(
      { seed: "ring", months: 1, policy: "scripted", interventions: [] },
      0,
      200,
      (_run, _chronicle, drawn) => seen.add(drawn.get("effect 1 of talks") ?? Number.NaN),
    );
    // 200 runs are played on four draws
    expect(seen.size).toBe(4);
    for (const amount of seen) expect(amount > 0.1 && amount < 0.6).toBe(true);
  });
});

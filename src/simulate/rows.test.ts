// The rows of the founding case, each in the smallest world in which its situation arises.
import { describe, expect, it } from "vitest";
import { at, kind, make, options } from "../../test/worlds/moving.ts";
import { smallCase, testCase, troubledCase } from "../../test/worlds/small-case.ts";
import type { Case } from "../case/index.ts";
import { firstScene } from "./candidates.ts";
import type { Move } from "./moves/index.ts";
import type { Scene } from "./scene.ts";
import { sharesOf } from "./shares.ts";
import { flag } from "./state.ts";
import { driverOf, refresh } from "./weekly.ts";
import { worldOf } from "./world.ts";

const toward =
  (scene: Scene, id: string): ((move: Move) => boolean) =>
  (move) =>
    move.target === at(scene, id);

describe("S7, S12: courting those who split from a rival", () => {
  it("takes following from the rival and gives it to the splinter", () => {
    const scene = firstScene(worldOf(smallCase()));
    const move = options(scene, "co-opt", "ruler").find(toward(scene, "splinter")) as Move;
    const street = scene.world.resourceOf.get("street") as number;
    const n = scene.world.actors.length;
    const held = (id: string): number => scene.state.holding[street * n + at(scene, id)];
    const before = held("rival-party");
    make(scene, "co-opt", move);
    expect(held("rival-party")).toBeLessThan(before);
    expect(held("splinter")).toBeGreaterThan(0);
  });

  it("is not open where nobody has split", () => {
    const whole: Case = {
      ...smallCase(),
      actors: smallCase().actors.map(({ splitFrom: _, ...actor }) => actor),
    };
    expect(options(firstScene(worldOf(whole)), "co-opt", "ruler")).toEqual([]);
  });
});

describe("S8: arms turned into politics, bars on reunion, return", () => {
  it("turns a part of a group's arms into following", () => {
    const scene = firstScene(worldOf(troubledCase()));
    const arms = scene.world.resourceOf.get("arms") as number;
    const n = scene.world.actors.length;
    make(scene, "disarm", options(scene, "disarm", "captain")[0]);
    expect(scene.state.holding[arms * n + at(scene, "band")]).toBeCloseTo(8 * 0.7, 12);
    const street = scene.world.resourceOf.get("street") as number;
    expect(scene.state.holding[street * n + at(scene, "captain")]).toBeGreaterThan(0);
  });

  it("shuts the way back once reunion is barred", () => {
    const scene = firstScene(worldOf(troubledCase()));
    const n = scene.world.actors.length;
    expect(options(scene, "merge", "captain")).toHaveLength(1);
    scene.state.flags[at(scene, "captain") * n + at(scene, "partner")] |= flag.bar;
    expect(options(scene, "merge", "captain")).toEqual([]);
  });

  it("lets an exile come home who is not sought", () => {
    const scene = firstScene(worldOf(troubledCase()));
    expect(options(scene, "return", "exiled")).toHaveLength(1);
    scene.state.warrant[at(scene, "exiled")] = 1;
    expect(options(scene, "return", "exiled")).toEqual([]);
  });
});

describe("S10: confrontation limited by need", () => {
  it("costs the ruler more, the more he needs the rival's votes", () => {
    const armed = (seats: number): number => {
      const base = troubledCase();
      const source: Case = {
        ...base,
        holdings: base.holdings.map((item) =>
          item.resource !== "seats"
            ? item
            : item.actor === "partner-party"
              ? { ...item, amount: seats }
              : item.actor === "ruling-party"
                ? { ...item, amount: 61 - seats }
                : item,
        ),
        memberships: base.memberships.filter(
          (membership) => membership.in !== "government" || membership.actor !== "rival-party",
        ),
        relations: base.relations.map((tie) =>
          tie.from === "ruler" && tie.to === "partner" ? { ...tie, value: -0.6 } : tie,
        ),
      };
      const scene = firstScene(worldOf(source));
      const move = options(scene, "campaign", "ruler").find(toward(scene, "partner")) as Move;
      return kind("campaign").price?.(scene, move) ?? Number.NaN;
    };
    expect(armed(2)).toBeLessThan(armed(8));
    expect(armed(8)).toBeLessThan(armed(30));
  });
});

describe("S11, S17: splits, and leaders of another community", () => {
  it("is cheaper to leave a leader whose community is not that of his members", () => {
    const price = (community: string): number => {
      const base = smallCase();
      const source: Case = {
        ...base,
        memberships: base.memberships.map((membership) =>
          membership.actor === "rival" && membership.in === "plain"
            ? { ...membership, in: community }
            : membership,
        ),
      };
      const scene = firstScene(worldOf(source));
      const move = options(scene, "split", "deputy")[0];
      return kind("split").price?.(scene, move) ?? Number.NaN;
    };
    expect(price("hill")).toBeLessThan(price("plain"));
  });

  it("takes the party's seats out of the list", () => {
    const scene = firstScene(worldOf(smallCase()));
    make(scene, "split", options(scene, "split", "deputy")[0]);
    expect(scene.state.list[at(scene, "deputy-party")]).toBe(-1);
  });

  it("lets a sponsor abroad arm a client", () => {
    const scene = firstScene(worldOf(troubledCase()));
    const move = options(scene, "fund-client", "friend").find(toward(scene, "captain")) as Move;
    const arms = scene.world.resourceOf.get("arms") as number;
    make(scene, "fund-client", move);
    expect(scene.state.holding[arms * scene.world.actors.length + at(scene, "band")]).toBeCloseTo(
      8 * 1.04,
      12,
    );
  });
});

describe("S15: a warrant against a holder of office", () => {
  it("makes him a fugitive or a prisoner, and aggrieves his bloc", () => {
    for (const [luck, status] of [
      [0.01, 2],
      [0.99, 3],
    ] as const) {
      const scene = firstScene(worldOf(smallCase()));
      const move = options(scene, "arrest-warrant", "ruler").find(toward(scene, "rival")) as Move;
      make(scene, "arrest-warrant", { ...move, amount: luck });
      expect(scene.state.status[at(scene, "rival")]).toBe(status);
      expect(scene.state.warrant[at(scene, "rival")]).toBe(1);
      expect(scene.state.grievance[at(scene, "deputy")]).toBeGreaterThan(0);
    }
  });

  it("is open to nobody but the ruler, and to him only against those he is on bad terms with", () => {
    const scene = firstScene(worldOf(smallCase()));
    expect(options(scene, "arrest-warrant", "partner")).toEqual([]);
    expect(options(scene, "arrest-warrant", "ruler").some(toward(scene, "partner"))).toBe(false);
  });

  it("lets a court convict whoever is sought", () => {
    const scene = firstScene(worldOf(troubledCase()));
    make(scene, "convict", options(scene, "convict", "court").find(toward(scene, "deputy")) as Move);
    expect(scene.state.convicted[at(scene, "deputy")]).toBe(1);
    expect(options(firstScene(worldOf(smallCase())), "convict", "court")).toEqual([]);
  });
});

describe("S16: a post owed to another is withheld", () => {
  it("keeps the post with the ruler and feeds the grievance of whoever is owed it", () => {
    const scene = firstScene(worldOf(smallCase()));
    const move = options(scene, "withhold-appointment", "ruler").find(toward(scene, "rival")) as Move;
    make(scene, "withhold-appointment", move);
    expect(scene.state.grievance[at(scene, "rival")]).toBeGreaterThan(0);
    expect(scene.state.holder[move.object]).toBe(at(scene, "ruler"));
  });

  it("ends with an appointment, and is not open where no pact owes the post", () => {
    const scene = firstScene(worldOf(smallCase()));
    make(scene, "appoint", options(scene, "appoint", "ruler").find(toward(scene, "rival")) as Move);
    expect(options(scene, "withhold-appointment", "ruler")).toEqual([]);
    const free: Case = { ...smallCase(), posts: smallCase().posts.map(({ entitled: _, ...post }) => post) };
    expect(options(firstScene(worldOf(free)), "withhold-appointment", "ruler")).toEqual([]);
  });
});

describe("S18: a foreign demand refused", () => {
  it("earns following at home", () => {
    const scene = firstScene(worldOf(smallCase()));
    const street = scene.world.resourceOf.get("street") as number;
    make(scene, "refuse", options(scene, "refuse", "ruler").find(toward(scene, "foe")) as Move);
    expect(scene.state.holding[street * scene.world.actors.length + at(scene, "ruler")]).toBeCloseTo(
      40 * 1.03,
      12,
    );
  });
});

describe("S19: a corridor", () => {
  it("is shut by one holder on the way, and the loss is felt by whoever used it", () => {
    const scene = firstScene(worldOf(troubledCase()));
    const move = options(scene, "shut-route", "ruler").find(toward(scene, "foe")) as Move;
    make(scene, "shut-route", move);
    expect(scene.state.passes[move.object]).toBe(0);
  });
});

describe("S20: sanctions and the market that evades them", () => {
  it("takes money from a state and gives a part of it back, to the anger of those who sanction", () => {
    const scene = firstScene(worldOf(smallCase()));
    const n = scene.world.actors.length;
    const money = scene.world.resourceOf.get("money") as number;
    make(scene, "sanction", options(scene, "sanction", "foe").find(toward(scene, "friend")) as Move);
    expect(scene.state.holding[money * n + at(scene, "friend")]).toBeCloseTo(50 * 0.92, 12);
    const tie = scene.state.relation[at(scene, "foe") * n + at(scene, "ruler")];
    make(scene, "open-market", options(scene, "open-market", "ruler").find(toward(scene, "friend")) as Move);
    expect(scene.state.holding[money * n + at(scene, "friend")]).toBeGreaterThan(50 * 0.92);
    expect(scene.state.relation[at(scene, "foe") * n + at(scene, "ruler")]).toBeLessThan(tie);
  });
});

describe("S21: violence responds to politics", () => {
  it("has a driver that rises with grievance, with exclusion and with hostile neighbours", () => {
    const scene = firstScene(worldOf(smallCase()));
    const before = driverOf(scene);
    scene.state.grievance[at(scene, "rival")] = 1;
    const aggrieved = driverOf(scene);
    expect(aggrieved).toBeGreaterThan(before);
    scene.state.relation[at(scene, "foe") * scene.world.actors.length + at(scene, "ruler")] = -1;
    expect(driverOf(scene)).toBeGreaterThan(aggrieved);
  });
});

describe("S5: boycott, pledges and confidence", () => {
  it("gives up influence while away, and a leader brings his whole list back", () => {
    const scene = firstScene(worldOf(smallCase()));
    const arena = scene.world.arenaIndex.get("house") as number;
    const n = scene.world.actors.length;
    scene.state.boycott.fill(0);
    refresh(scene, sharesOf(scene.world, scene.inputs));
    const away = scene.arenaShare[arena * n + at(scene, "deputy-party")];
    scene.state.boycott[at(scene, "deputy-party") * scene.world.arenas.length + arena] = 1;
    refresh(scene, sharesOf(scene.world, scene.inputs));
    expect(scene.arenaShare[arena * n + at(scene, "deputy-party")]).toBeLessThan(away);
    scene.state.boycott[at(scene, "rival") * scene.world.arenas.length + arena] = 1;
    make(scene, "end-boycott", options(scene, "end-boycott", "rival")[0]);
    expect(scene.state.boycott[at(scene, "deputy-party") * scene.world.arenas.length + arena]).toBe(0);
  });

  it("tables a motion only with enough signatures in hand", () => {
    const scene = firstScene(worldOf(smallCase()));
    scene.state.pledged[at(scene, "rival-party")] = 22;
    expect(options(scene, "table-motion", "rival")).toEqual([]);
    scene.state.pledged[at(scene, "deputy-party")] = 14;
    scene.state.pledged[at(scene, "partner-party")] = 16;
    expect(options(scene, "table-motion", "rival")).toHaveLength(1);
  });

  it("has no assembly to ask where the case has none", () => {
    const scene = firstScene(worldOf(testCase({ actors: [{ id: "a", name: "A", kind: "person" }] })));
    for (const id of ["pledge", "no-confidence", "boycott", "call-election", "split"])
      expect(options(scene, id, "a")).toEqual([]);
  });
});

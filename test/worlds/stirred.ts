import type { Case } from "../../src/case/index.ts";
import { firstScene, type Scene, worldOf } from "../../src/simulate/index.ts";
import { flag } from "../../src/simulate/state.ts";
import { troubledCase } from "./small-case.ts";

/** The troubled case with a movement abroad, a state that may host it, a head of state, and an unhappy deputy. */
export function stirredCase(): Case {
  const base = troubledCase();
  return {
    ...base,
    actors: [
      ...base.actors.map((actor) =>
        actor.id === "deputy" ? { ...actor, status: "active" as const } : actor,
      ),
      { id: "president", name: "The president", kind: "person" },
      { id: "host", name: "The host", kind: "state", front: "abroad" },
      { id: "movement", name: "The movement abroad", kind: "armed-group", front: "abroad" },
      { id: "agitator", name: "The agitator", kind: "person" },
    ],
    posts: [
      ...base.posts,
      {
        id: "president",
        name: "president",
        arena: "cabinet",
        role: "head-of-state",
        value: 2,
        holder: "president",
        named_by: "deputy",
      },
    ],
    relations: [
      ...base.relations.filter(
        (tie) =>
          !(tie.from === "ruler" && tie.to === "deputy") && !(tie.from === "rival" && tie.to === "deputy"),
      ),
      { from: "ruler", to: "deputy", value: 0.4, mutual: true },
      { from: "rival", to: "deputy", value: -0.2, mutual: true },
      { from: "president", to: "ruler", value: 0.2, mutual: true },
      { from: "host", to: "movement", value: 0.2, mutual: true },
      { from: "host", to: "foe", value: 0.4, mutual: true },
      { from: "host", to: "captain", value: 0.8, mutual: true },
      { from: "foe", to: "movement", value: -0.7, mutual: true },
      { from: "ruler", to: "agitator", value: -0.7, mutual: true },
    ],
    standing: [
      ...base.standing,
      { kind: "basing", by: "ruler", of: "friend" },
      { kind: "sanction", by: "foe", of: "friend" },
      { kind: "campaign", by: "ruler", of: "spoilers" },
      { kind: "boycott", by: "rival", in: "cabinet" },
      { kind: "sponsorship", by: "friend", of: "captain", strength: 0.4 },
    ],
  };
}

/**
 * The first day of that case, moved on: everybody aggrieved, three parties signed, a route shut, somebody
 * abroad and somebody in hiding.
 *
 * @param tabled whether a motion against the head of government has been tabled, and the deputy has yet to sign.
 */
export function stirredScene(tabled: boolean): Scene {
  const scene = firstScene(worldOf(stirredCase()));
  const { state, world } = scene;
  const at = (id: string): number => world.actorIndex.get(id) ?? 0;
  const n = world.actors.length;
  state.grievance.fill(1);
  state.pledged[at("rival-party")] = 22;
  state.pledged[at("deputy-party")] = tabled ? 0 : 14;
  state.pledged[at("partner-party")] = 16;
  state.motion = tabled ? state.time - 30 : -1;
  if (tabled) state.relation[at("deputy") * n + at("ruler")] = 0;
  state.passes[0] = 0;
  state.status[at("captain")] = 2;
  state.flags[at("ruler") * n + at("spoilers")] |= flag.campaign;
  state.relation[at("ruler") * n + at("foe")] = 0.1;
  state.relation[at("partner") * n + at("captain")] = 0.3;
  return scene;
}

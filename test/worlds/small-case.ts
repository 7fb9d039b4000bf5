import type { Case } from "../../src/case/index.ts";

/** What a test world leaves out is empty. */
const EMPTY = {
  sources: [],
  fronts: [
    { id: "home", name: "Home" },
    { id: "abroad", name: "Abroad" },
  ],
  arenas: [],
  resources: [
    { id: "seats", name: "Seats", unit: "seats", kind: "seats" },
    { id: "arms", name: "Arms", unit: "fighters", kind: "arms" },
    { id: "street", name: "Following", unit: "followers", kind: "street" },
    { id: "money", name: "Money", unit: "units", kind: "money" },
  ],
  groups: [],
  actors: [],
  blocs: [],
  memberships: [],
  holdings: [],
  posts: [],
  standing: [],
  issues: [],
  stakes: [],
  perceptions: [],
  demands: [],
  pacts: [],
  relations: [],
  territories: [],
  routes: [],
  outside: [],
  documents: [],
  statements: [],
  events: [],
  series: [],
  claims: [],
  questions: [],
  texts: {},
  values: {},
  hash: "test",
} as const;

/** A case for a test: what is not given is empty. */
export function testCase(parts: Partial<Case>): Case {
  return {
    head: {
      id: "test",
      title: "Test",
      polity: "Nowhere",
      summary: "A world for a test.",
      as_of: "2020-01-15",
      horizon: "2021-12-31",
      format: 1,
    },
    ...(EMPTY as unknown as Omit<Case, "head">),
    ...parts,
  };
}

/** A ruler's list, a partner and a rival list in one assembly; a friendly and a hostile state. */
export function smallCase(): Case {
  return testCase({
    arenas: [
      {
        id: "house",
        name: "the House",
        front: "home",
        kind: "assembly",
        resource: "seats",
        weight: 0.5,
        seats: 101,
        quota: 51,
      },
      { id: "cabinet", name: "the Cabinet", front: "home", kind: "cabinet", weight: 0.3 },
      { id: "street", name: "the street", front: "home", kind: "street", resource: "street", weight: 0.2 },
    ],
    groups: [
      { id: "hill", name: "Hill people", size: 0.6 },
      { id: "plain", name: "Plain people", size: 0.4 },
    ],
    actors: [
      { id: "ruler", name: "The ruler", kind: "person" },
      { id: "ruling-party", name: "The ruling party", kind: "party", leader: "ruler" },
      { id: "partner", name: "The partner", kind: "person" },
      { id: "partner-party", name: "The partner's party", kind: "party", leader: "partner" },
      { id: "rival", name: "The rival", kind: "person" },
      { id: "rival-party", name: "The rival's party", kind: "party", leader: "rival" },
      { id: "deputy", name: "The deputy", kind: "person" },
      { id: "deputy-party", name: "The deputy's party", kind: "party", leader: "deputy" },
      { id: "splinter", name: "The splinter", kind: "party", splitFrom: "rival-party" },
      { id: "friend", name: "The friendly state", kind: "state", front: "abroad" },
      { id: "foe", name: "The hostile state", kind: "state", front: "abroad" },
      { id: "court", name: "The court", kind: "institution" },
    ],
    blocs: [
      { id: "list-a", name: "List A", kind: "list", leader: "ruler", elected: 45 },
      { id: "list-b", name: "List B", kind: "list", leader: "rival", elected: 40 },
      { id: "list-c", name: "List C", kind: "list", leader: "partner", elected: 16 },
      { id: "government", name: "The government", kind: "government" },
    ],
    memberships: [
      { actor: "ruling-party", in: "list-a" },
      { actor: "partner-party", in: "list-c" },
      { actor: "rival-party", in: "list-b" },
      { actor: "deputy-party", in: "list-b" },
      { actor: "ruling-party", in: "government" },
      { actor: "partner-party", in: "government" },
      { actor: "rival-party", in: "government" },
      { actor: "ruler", in: "hill" },
      { actor: "partner", in: "hill" },
      { actor: "rival", in: "plain" },
      { actor: "deputy", in: "plain" },
      { actor: "splinter", in: "plain" },
    ],
    holdings: [
      { actor: "ruling-party", resource: "seats", amount: 45 },
      { actor: "partner-party", resource: "seats", amount: 16 },
      { actor: "rival-party", resource: "seats", amount: 22 },
      { actor: "deputy-party", resource: "seats", amount: 14 },
      { actor: "splinter", resource: "seats", amount: 4 },
      { actor: "ruler", resource: "street", amount: 40 },
      { actor: "partner", resource: "street", amount: 30 },
      { actor: "rival", resource: "street", amount: 30 },
      { actor: "rival-party", resource: "street", amount: 10 },
      { actor: "friend", resource: "money", amount: 50 },
      { actor: "foe", resource: "money", amount: 50 },
    ],
    posts: [
      {
        id: "premier",
        name: "prime minister",
        arena: "cabinet",
        role: "head-of-government",
        value: 8,
        holder: "ruler",
      },
      {
        id: "defence",
        name: "minister of defence",
        arena: "cabinet",
        role: "minister",
        value: 3,
        security: true,
        holder: "ruler",
        acting: true,
        entitled: "list-b",
      },
      {
        id: "vice",
        name: "vice-president",
        arena: "cabinet",
        role: "vice-president",
        value: 2,
        holder: "rival",
      },
      {
        id: "works",
        name: "minister of works",
        arena: "cabinet",
        role: "minister",
        value: 1,
        holder: "partner",
      },
    ],
    standing: [{ kind: "boycott", by: "deputy", in: "house" }],
    issues: [
      {
        id: "power",
        name: "sharing of power",
        low: "one list rules",
        high: "all share",
        front: "home",
        status_quo: 30,
      },
      {
        id: "terms",
        name: "a limit of terms",
        low: "none",
        high: "two terms",
        front: "home",
        arena: "house",
        status_quo: 0,
        law: true,
      },
      {
        id: "alignment",
        name: "alignment abroad",
        low: "with the foe",
        high: "with the friend",
        front: "abroad",
        status_quo: 60,
      },
    ],
    stakes: [
      { actor: "ruler", issue: "power", position: 10, salience: 0.8 },
      { actor: "rival", issue: "power", position: 90, salience: 0.9 },
      { actor: "rival", issue: "terms", position: 100, salience: 0.6 },
      { actor: "partner", issue: "terms", position: 80, salience: 0.5 },
      { actor: "foe", issue: "alignment", position: 0, salience: 0.9 },
      { actor: "friend", issue: "alignment", position: 100, salience: 0.9 },
      { actor: "ruler", issue: "alignment", position: 80, salience: 0.6 },
    ],
    demands: [{ id: "d1", by: "foe", of: "ruler", text: "Change sides.", since: "2019-12" }],
    relations: [
      { from: "ruler", to: "partner", value: 0.3, mutual: true },
      { from: "ruler", to: "rival", value: -0.5, mutual: true },
      { from: "ruler", to: "deputy", value: -0.3, mutual: true },
      { from: "ruler", to: "splinter", value: 0.4, mutual: true },
      { from: "rival", to: "deputy", value: 0.4, mutual: true },
      { from: "rival", to: "splinter", value: -0.4, mutual: true },
      { from: "partner", to: "rival", value: 0.1, mutual: true },
      { from: "friend", to: "ruler", value: 0.6, mutual: true },
      { from: "foe", to: "ruler", value: -0.5, mutual: true },
      { from: "foe", to: "rival", value: 0.5, mutual: true },
      { from: "foe", to: "friend", value: -0.8, mutual: true },
      { from: "court", to: "ruler", value: 0.3, mutual: true },
    ],
    events: [
      {
        id: "e1",
        date: "2020-01-02",
        by: "ruler",
        of: "rival",
        type: "ACCUSE",
        text: "The ruler accused the rival.",
      },
      { id: "e2", date: "2020-01-09", by: "rival", of: "ruler", type: "REJECT", text: "The rival refused." },
    ],
  });
}

/** The same with arms, a splinter under arms, a fugitive, territories and a route. */
export function troubledCase(): Case {
  const base = smallCase();
  return {
    ...base,
    actors: [
      ...base.actors.map((actor) =>
        actor.id === "deputy" ? { ...actor, status: "fugitive" as const } : actor,
      ),
      { id: "militia", name: "The militia", kind: "armed-group", leader: "partner" },
      { id: "spoilers", name: "The spoilers", kind: "armed-group" },
      { id: "captain", name: "The captain", kind: "person" },
      {
        id: "band",
        name: "The captain's band",
        kind: "armed-group",
        leader: "captain",
        splitFrom: "militia",
      },
      { id: "exiled", name: "The exile", kind: "person", status: "in-exile" },
    ],
    arenas: [
      ...base.arenas,
      { id: "force", name: "armed force", front: "home", kind: "force", resource: "arms", weight: 0.2 },
    ],
    holdings: [
      ...base.holdings,
      { actor: "ruler", resource: "arms", amount: 100 },
      { actor: "militia", resource: "arms", amount: 30 },
      { actor: "spoilers", resource: "arms", amount: 10 },
      { actor: "band", resource: "arms", amount: 8 },
    ],
    standing: [
      ...base.standing,
      { kind: "warrant", by: "ruler", of: "deputy" },
      { kind: "sponsorship", by: "friend", of: "band", strength: 0.4 },
    ],
    relations: [
      ...base.relations,
      { from: "ruler", to: "spoilers", value: -0.9, mutual: true },
      { from: "ruler", to: "captain", value: 0.2, mutual: true },
      { from: "partner", to: "captain", value: 0.3, mutual: true },
      { from: "friend", to: "captain", value: 0.6, mutual: true },
      { from: "partner", to: "spoilers", value: -0.8, mutual: true },
      { from: "friend", to: "deputy", value: 0.3, mutual: true },
    ],
    territories: [
      { id: "north", name: "the North", holder: "ruler", capital: true },
      { id: "march", name: "the March", holder: "friend" },
    ],
    routes: [
      {
        id: "road",
        name: "the road",
        stages: [
          { territory: "north", passes: true },
          { territory: "march", passes: true },
        ],
        value: [
          { actor: "foe", value: 0.5 },
          { actor: "friend", value: 0.4 },
        ],
      },
    ],
  };
}

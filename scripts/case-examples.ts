import type { SectionName } from "../src/case/schema/case.ts";

/** An example of each section, for the reference page. Together they are a case that checks clean. */
export const examples: { readonly [Name in SectionName]: string } = {
  case: `case:
  id: example
  title: The coalition and its splinter
  polity: Meridia
  summary: The prime minister courts those who have left a rival list.
  as_of: 2012-01-10
  horizon: 2012-12-31
  format: 1
  default_source: judgement`,
  sources: `sources:
  - { id: judgement, title: Judgement of the author }
  - { id: gazette, title: Results of the general election, publisher: Official Gazette, date: 2010-03-26 }`,
  fronts: `fronts:
  - { id: domestic, name: At home }
  - { id: foreign, name: Abroad }`,
  arenas: `arenas:
  - id: parliament
    name: Parliament
    front: domestic
    kind: assembly
    resource: seats
    weight: [0.4, 0.5, 0.6]
    seats: 100
    quota: 51
    source: gazette
  - { id: cabinet, name: Cabinet, front: domestic, kind: cabinet, weight: 0.4 }`,
  resources: `resources:
  - { id: seats, name: Seats in parliament, unit: seats, kind: seats }
  - { id: fighters, name: Men under arms, unit: thousand, kind: arms }`,
  groups: `groups:
  - { id: coast, name: The coast, size: 0.6, access: senior-partner, source: gazette }
  - { id: hills, name: The hills, size: [0.3, 0.35, 0.4], access: junior-partner }`,
  actors: `actors:
  - id: vale
    name: Anna Vale
    kind: person
    aliases: [A. Vale]
    aims: { own: [0.9, 1.2, 1.6], group: 0.4 }
  - { id: civic-party, name: Civic Party, kind: party, leader: vale }
  - { id: ridge, name: Tomas Ridge, kind: person, front: domestic }
  - { id: new-harvest, name: New Harvest, kind: party, splitFrom: ridge, founded: 2011-11 }
  - { id: army, name: The army, kind: institution, led_by_post: prime-minister, acts: false }`,
  blocs: `blocs:
  - { id: government, name: The government, kind: government, leader: vale }
  - { id: civic-list, name: Civic List, kind: list, parent: government, elected: 58, discipline: [0.85, 0.95, 0.99] }
  - { id: harvest-list, name: Harvest List, kind: list, parent: government, leader: ridge, elected: 42 }`,
  memberships: `memberships:
  - { actor: civic-party, in: civic-list, source: gazette }
  - { actor: ridge, in: harvest-list, source: gazette }
  - { actor: new-harvest, in: harvest-list, to: 2011-11 }
  - { actor: ridge, in: hills, weight: 0.9 }`,
  holdings: `holdings:
  - { actor: civic-party, resource: seats, amount: 58, as_of: 2012-01-10, source: gazette }
  - { actor: ridge, resource: seats, amount: 35, as_of: 2012-01-10 }
  - { actor: new-harvest, resource: seats, amount: 7, as_of: 2012-01-10, evidence: leaves }
  - { actor: army, resource: fighters, amount: [80, 100, 130], confidence: low }`,
  posts: `posts:
  - { id: prime-minister, name: Prime minister, arena: cabinet, role: head-of-government, value: 3, holder: vale }
  - id: interior
    name: Minister of the interior
    arena: cabinet
    role: minister
    value: 2
    security: true
    holder: vale
    acting: true
    since: 2010-12-21
    entitled: harvest-list`,
  standing: `standing:
  - { kind: boycott, by: harvest-list, in: cabinet, since: 2011-12-17 }
  - { kind: bar, by: new-harvest, of: ridge, strength: 0.8 }`,
  issues: `issues:
  - id: autonomy
    name: Autonomy of the hills
    low: The hills are governed from the capital
    high: The hills govern themselves
    front: domestic
    arena: parliament
    status_quo: 30
    law: true`,
  stakes: `stakes:
  - { actor: vale, issue: autonomy, position: 20, salience: 0.5 }
  - { actor: ridge, issue: autonomy, position: [70, 80, 95], salience: 0.9, ideal: 100 }`,
  perceptions: `perceptions:
  - { by: vale, of: ridge, issue: autonomy, position: 100 }`,
  demands: `demands:
  - { id: interior-for-harvest, by: ridge, of: vale, text: Appoint a minister of the interior., post: interior, since: 2011-02 }`,
  pacts: `pacts:
  - id: coalition-pact
    name: Coalition agreement
    date: 2010-12-20
    parties: [civic-list, harvest-list]
    terms:
      - { owed_to: harvest-list, by: vale, text: The ministry of the interior, post: interior, kept: broken }`,
  relations: `relations:
  - { from: vale, to: ridge, value: -0.4 }
  - { from: ridge, to: new-harvest, value: [-0.9, -0.7, -0.4], mutual: true, since: 2011-11 }`,
  territories: `territories:
  - { id: harbour, name: The harbour province, holder: vale, capital: true, groups: { coast: 0.9, hills: 0.1 } }
  - { id: pass, name: The mountain pass, holder: ridge, at: [44.4, 36.2] }`,
  routes: `routes:
  - id: sea-road
    name: The road from the hills to the sea
    stages:
      - { territory: pass, passes: true, issue: autonomy }
      - { territory: harbour, passes: true }
    value:
      - { actor: ridge, value: 0.5 }`,
  outside: `outside:
  - { id: court-rules, name: The court rules on the budget, date: 2012-03-01 }
  - id: drought
    name: A drought in the hills
    from: 2012-05
    to: 2012-08
    probability: [0.1, 0.25, 0.4]
    effects:
      - grievance: { actor: ridge, change: 0.5 }`,
  documents: `documents:
  - { id: briefing, file: documents/briefing.md, title: Briefing on Meridia, author: The desk, date: 2012-01-10 }`,
  statements: `statements:
  - { id: leaves, document: briefing, quote: Seven deputies left the Harvest List, line: 1, kind: event }`,
  events: `events:
  - { id: warrant-asked, date: 2011-12-17, by: vale, type: ACCUSE, of: ridge, text: She calls him a criminal. }
  - { id: split, date: 2011-11, by: new-harvest, type: REJECT, of: ridge, move: split, text: Seven deputies leave., evidence: leaves }`,
  series: `series:
  - { id: deaths, name: Deaths by organised violence, file: series/deaths.csv, column: deaths, unit: deaths, kind: violence }`,
  claims: `claims:
  - id: courting-weakens
    text: Courting the splinter weakens the Harvest List.
    evidence: leaves
    audit: { verdict: doubtful, text: "The record shows the split, but no vote that turned on it." }
    experiment:
      without:
        - forbid: { move: co-opt, by: vale }
      outcome:
        measure: { share: { of: harvest-list, on: 2012-12-31 } }
      effect: lowers`,
  questions: `questions:
  - id: vale-in-office
    text: Is Anna Vale prime minister at the end of 2012?
    asked: 2012-01-10
    by: 2012-12-31
    resolution: Yes if she holds the post on that day, in full or acting.
    rule:
      holds: { post: prime-minister, actor: vale }
      on: 2012-12-31
    persistence: true`,
};

/** The files beside the YAML of the examples. */
export const exampleFiles = {
  "documents/briefing.md": "Seven deputies left the Harvest List in November.\n",
  "series/deaths.csv": "month,deaths\n2011-11,41\n2011-12,57\n",
};

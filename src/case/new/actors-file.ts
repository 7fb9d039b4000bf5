import type { ExampleDates } from "./new-case.ts";

/** `actors.yaml` of a new case: who acts, who belongs to whom, who holds what. */
export function actorsFile({ asOf, before }: ExampleDates): string {
  return `# Who can act. The \`leader\` of an actor decides for it and disposes of what it holds.
actors:
  - id: vale
    name: Anna Vale
    kind: person
    aliases: [the prime minister]
  - { id: civic-party, name: Civic Party, kind: party, leader: vale }
  - { id: ridge, name: Tomas Ridge, kind: person }
  - { id: harvest-party, name: Harvest Party, kind: party, leader: ridge }
  - { id: moss, name: Ida Moss, kind: person }
  - id: new-harvest
    name: New Harvest
    kind: party
    leader: moss
    splitFrom: harvest-party
    founded: ${before(60)}
  - { id: free-deputies, name: Free deputies, kind: movement }
  - { id: orland, name: Orland, kind: state, country: Orland, front: foreign }

# Blocs form a tree: lists are elected together, a government shares the cabinet.
blocs:
  - { id: government, name: Government of Meridia, kind: government, leader: vale }
  - { id: civic-list, name: Civic List, kind: list, parent: government, leader: vale, elected: 48 }
  - id: harvest-list
    name: Harvest List
    kind: list
    parent: government
    leader: ridge
    discipline: [0.7, 0.85, 0.95] # low, mode, high: drawn anew in each future
    elected: 42
  - { id: free-list, name: Free List, kind: list, elected: 10 }

# Who belongs to which bloc or group, since when and until when.
memberships:
  - { actor: civic-party, in: civic-list, source: electoral-commission }
  - { actor: harvest-party, in: harvest-list, source: electoral-commission }
  - { actor: new-harvest, in: harvest-list, to: ${before(61)}, evidence: moss-leaves }
  - { actor: free-deputies, in: free-list, source: electoral-commission }
  - { actor: civic-party, in: coast, weight: 0.9, source: judgement } # part of its following
  - { actor: harvest-party, in: hills, weight: 0.8, source: judgement }
  - { actor: new-harvest, in: hills, weight: 0.8, source: judgement }

# Seats add up to those of the arena.
holdings:
  - { actor: civic-party, resource: seats, amount: 48, as_of: ${asOf}, source: electoral-commission }
  - { actor: harvest-party, resource: seats, amount: 35, as_of: ${asOf}, evidence: moss-leaves }
  - { actor: new-harvest, resource: seats, amount: 7, as_of: ${asOf}, evidence: moss-leaves }
  - { actor: free-deputies, resource: seats, amount: 10, as_of: ${asOf}, source: electoral-commission }
  - { actor: orland, resource: money, amount: [80, 100, 130], source: judgement }

# Offices. The interior is owed to the Harvest List and withheld: the prime minister acts in it.
posts:
  - id: prime-minister
    name: Prime minister
    arena: cabinet
    role: head-of-government
    value: 3 # an average ministry is 1
    holder: vale
    entitled: civic-list
    source: invented
  - id: interior
    name: Minister of the interior
    arena: cabinet
    role: minister
    value: 2
    security: true # commands police
    holder: vale
    acting: true
    since: ${before(300)}
    entitled: harvest-list
    evidence: interior-withheld
  - id: farming
    name: Minister of farming
    arena: cabinet
    role: minister
    value: 1
    holder: ridge
    entitled: harvest-list
    source: invented

# Standing ties from −1 (hostile) to +1 (friendly). What is not listed is unknown; 0 is neutral.
relations:
  - { from: vale, to: ridge, value: -0.4, source: judgement }
  - { from: ridge, to: vale, value: [-0.8, -0.6, -0.3], source: judgement }
  - { from: vale, to: moss, value: 0.5, source: judgement }
  - { from: moss, to: ridge, value: -0.7, mutual: true, source: judgement }
  - { from: orland, to: ridge, value: 0.4, source: judgement }

# What one asks of another, and what they agreed on.
demands:
  - id: interior-for-harvest
    by: ridge
    of: vale
    text: Appoint a minister of the interior from the Harvest List.
    post: interior
    since: ${before(200)}
    evidence: interior-withheld

pacts:
  - id: coalition-pact
    name: Coalition agreement
    date: ${before(600)}
    parties: [civic-list, harvest-list]
    terms:
      - { owed_to: harvest-list, by: vale, text: The ministry of the interior, post: interior, kept: broken }
    evidence: interior-withheld
`;
}

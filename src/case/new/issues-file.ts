import type { ExampleDates } from "./new-case.ts";

/** `issues.yaml` of a new case: what is at stake, and what may come from outside. */
export function issuesFile({ asOf, between }: ExampleDates): string {
  return `# Questions with a scale from 0 to 100. Who stands where is in stakes.csv: any of the sections events, stakes,
# relations, holdings, memberships, perceptions and statements may be such a table, named after the section.
issues:
  - id: autonomy
    name: Autonomy of the hills
    low: The hills are governed from the capital
    high: The hills govern themselves
    front: domestic
    arena: parliament
    status_quo: 30
    law: true # changes only by a vote
    source: judgement
  - id: budget
    name: Share of the budget for farming
    low: None
    high: Half of it
    front: domestic
    arena: cabinet
    status_quo: 20
    source: judgement
  - id: orland-treaty
    name: Trade treaty with Orland
    low: No treaty
    high: The treaty as Orland wants it
    front: foreign
    arena: region
    status_quo: 40
    source: judgement

# What happens whatever the actors do: on a day, or some time in a span, for sure or with a probability.
outside:
  - id: drought
    name: A drought in the hills
    from: ${asOf}
    to: ${between}
    probability: [0.1, 0.25, 0.4]
    effects:
      - grievance: { actor: harvest-party, change: 0.5 }
    source: judgement
`;
}

/** `stakes.csv` of a new case. A range is written low|mode|high. */
export function stakesTable(): string {
  return `actor,issue,position,salience,source
vale,autonomy,20,0.5,judgement
ridge,autonomy,80,0.9,judgement
moss,autonomy,50|60|75,0.6,judgement
vale,budget,15,0.4,judgement
ridge,budget,60,0.8,judgement
moss,budget,40,0.5,judgement
vale,orland-treaty,30,0.3,judgement
ridge,orland-treaty,70,0.4,judgement
orland,orland-treaty,95,0.9,judgement
`;
}

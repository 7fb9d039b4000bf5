import type { ExampleDates } from "./new-case.ts";

/** `case.yaml` of a new case: head, sources, fronts, arenas, resources, groups. */
export function headFile(id: string, title: string, { asOf, horizon, before }: ExampleDates): string {
  return `# This case is an EXAMPLE. Meridia, its people and all figures are invented: put your own in their place.
#
# A case is this folder. Each file here may hold any of its sections, in any split; the names of the files
# do not matter, but that of outcomes.yaml: only judging reads it. Check as you write:
#
#   tawazun check .

case:
  id: ${id}
  title: ${JSON.stringify(title)}
  polity: Meridia
  summary: >-
    The prime minister governs with a rival list, keeps the ministry of the interior from it,
    and courts those who have left it.
  as_of: ${asOf} # what is known on this day; nothing later may stand in the case
  horizon: ${horizon} # the last day that is played
  format: 1

# Where data are from. Every datum names one of these as its \`source\`, or quotes a document as its \`evidence\`.
sources:
  - id: invented
    title: Invented for this example
  - id: electoral-commission
    title: Results of the general election
    publisher: Electoral Commission of Meridia (invented)
    date: ${before(640)}
  - id: judgement
    title: Judgement of the author
    note: Give judgements as ranges, so that you see what depends on them.

# Politics is played on fronts, and counted in arenas.
fronts:
  - { id: domestic, name: At home }
  - { id: foreign, name: Abroad }

arenas:
  - id: parliament
    name: Parliament
    front: domestic
    kind: assembly
    resource: seats # what decides here
    weight: 0.5 # its part in overall power; weights are scaled to sum to 1
    seats: 100
    quota: 51
  - { id: cabinet, name: Cabinet, front: domestic, kind: cabinet, weight: 0.4 } # decided by posts
  - { id: region, name: The region, front: foreign, kind: diplomacy, resource: money, weight: 0.1 }

resources:
  - { id: seats, name: Seats in parliament, unit: seats, kind: seats }
  - { id: money, name: State budget, unit: billion crowns, kind: money }

groups:
  - { id: coast, name: The coast, size: 0.55, access: senior-partner, source: invented }
  - { id: hills, name: The hills, size: [0.3, 0.35, 0.4], access: junior-partner, source: judgement }
`;
}

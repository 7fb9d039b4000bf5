import type { ExampleDates } from "./new-case.ts";

/** `record.yaml` of a new case: documents with what they say, events, a claim and a question. */
export function recordFile({ asOf, horizon, before }: ExampleDates): string {
  return `# Texts stand in documents/ and are never changed by the program.
documents:
  - id: briefing
    file: documents/briefing.md
    title: Briefing on Meridia
    date: ${asOf}
    source: invented

# What a text says, each tied to its words, letter by letter. Data name these as their \`evidence\`.
statements:
  - id: moss-leaves
    document: briefing
    quote: Ida Moss left the Harvest List with seven deputies
    kind: event
  - id: interior-withheld
    document: briefing
    quote: The ministry of the interior, promised to the Harvest List, has had no minister
    line: 5 # where the quote begins; may be left out
    kind: fact
  - id: moss-courted
    document: briefing
    quote: the prime minister courts the splinter, so as to need the Harvest List less
    kind: claim
    hedge: as many say
  - id: no-fall
    document: briefing
    quote: she will hardly be out of office
    kind: forecast

# Who did what to whom. Types are those of PLOVER; \`tawazun types\` lists them.
events:
  - id: pact-signed
    date: ${before(600)}
    by: vale
    type: AGREE
    of: ridge
    text: Anna Vale and Tomas Ridge sign the coalition agreement.
    source: invented
  - id: interior-demanded
    date: ${before(200)}
    by: ridge
    type: REQUEST
    of: vale
    text: Tomas Ridge demands that the interior be filled.
    evidence: interior-withheld
  - id: moss-splits
    date: ${before(60)}
    by: moss
    type: REJECT
    of: ridge
    text: Ida Moss leaves the Harvest List with seven deputies and founds New Harvest.
    evidence: moss-leaves
  - id: moss-received
    date: ${before(30)}
    by: vale
    type: CONSULT
    of: moss
    text: The prime minister receives Ida Moss.
    evidence: moss-courted

# What the text asserts, what the record says, and the experiment that would test it.
claims:
  - id: courting-weakens-ridge
    text: Courting the splinter weakens the Harvest List.
    evidence: moss-courted
    audit:
      verdict: unverifiable
      text: Meridia is invented; there is no record to hold this against.
    experiment:
      text: Take the courting away, and see what becomes of the rival's share of power.
      without:
        - forbid: { move: co-opt, by: vale }
      outcome:
        measure: { share: { of: harvest-list, on: ${horizon} } }
      effect: lowers # what the text says the courting does to the outcome

# What is to be answered with a probability. Outcomes go into outcomes.yaml, once they are known.
questions:
  - id: vale-in-office
    text: Is Anna Vale prime minister of Meridia on ${horizon}?
    asked: ${asOf}
    by: ${horizon}
    resolution: Yes if she holds the post on that day, in full or acting.
    rule:
      holds: { post: prime-minister, actor: vale }
      on: ${horizon}
    persistence: true # what would be answered if nothing changed
    text_says: she will hardly be out of office
    text_odds: 0.85
    evidence: no-fall
`;
}

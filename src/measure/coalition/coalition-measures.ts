import type { MeasureFacts } from "../../base/index.ts";

const page = "docs/reference/measure.md";
const SEATS = "It knows seats and the votes needed, and nothing of who would join whom.";

/** What a reader must know of the measures of coalitions and votes. */
export const coalitionMeasures: readonly MeasureFacts[] = [
  {
    id: "seat-share",
    name: "Share of seats",
    says: "The part of the house that a list holds.",
    range: "0 to 1, shown as per cent; all lists together have 1.",
    formula: "seats of the list / seats of the house",
    sure: "As sure as the seats that the case gives. It is not power: see how often the list turns a vote.",
    sources: [],
    page: "docs/reference/measures-power.md",
  },
  {
    id: "power-by-seats",
    name: "Power by seats",
    says: "Whether a list decides more, or less, than its seats would say.",
    range: "0 or more; 1 if its voting power is its share of seats.",
    formula: "Shapley–Shubik index / share of seats",
    sure: `Exact. ${SEATS}`,
    sources: [{ ref: "shapley1954" }],
    page: "docs/reference/measures-power.md",
  },
  {
    id: "power-change",
    name: "Change of voting power",
    says: "How much more or less the list would decide than as the case stands, after what you changed.",
    range: "−100 to +100 per cent points.",
    formula: "100 × (Shapley–Shubik index now − as the case stands)",
    sure: `Both exact. ${SEATS}`,
    sources: [{ ref: "shapley1954" }],
    page: "docs/reference/measures-power.md",
  },
  {
    id: "minimal-majorities",
    name: "Minimal majorities",
    says: "Winning coalitions in which everyone is needed: how many there are with a list, and without it.",
    range: "Counts, 0 or more.",
    formula: "number of S with votes(S) ≥ quota and votes(S) − votes(i) < quota for every i in S",
    sure: `Counted, exact. ${SEATS}`,
    sources: [{ ref: "riker1962" }],
    page,
  },
  {
    id: "votes-to-spare",
    name: "Votes to spare",
    says: "How many votes a coalition has beyond those that are needed.",
    range: "A count of votes, 0 or more for whoever wins.",
    formula: "votes of the coalition − quota",
    sure: "Counted, exact. If all members are there and vote as their lists do.",
    sources: [{ ref: "riker1962" }],
    page,
  },
  {
    id: "motion-passes",
    name: "Chance that the motion passes",
    says: "How likely a motion of no confidence passes if it is put now.",
    range: "0 to 1, shown as per cent.",
    formula:
      "P(votes for ≥ needed): each list takes its line by its probability, each member keeps to it by its discipline",
    sure: "The sum is exact. Lines and discipline are assumptions, from ties or as set here; lists decide one by one.",
    sources: [{ ref: "hong2013", at: "section 2" }],
    page,
  },
  {
    id: "motion-pivot",
    name: "Whose line decides",
    says: "How much likelier the motion passes if all of a list are for it than if all are against it.",
    range: "0 to 1, shown as per cent.",
    formula: "P(passes | the list for) − P(passes | the list against)",
    sure: "The sum is exact; the lines and discipline of the others are assumptions.",
    sources: [{ ref: "hong2013", at: "section 2" }],
    page,
  },
];

import type { Source } from "../../base/index.ts";

/** One property of a potential government that the model weighs. */
export interface FormationTerm {
  readonly id: string;
  readonly means: string;
  readonly sources: readonly Source[];
}

/** Properties that come from one line of thought. */
interface Group {
  readonly sources: readonly Source[];
  /** id → meaning. */
  readonly terms: { readonly [id: string]: string };
}

const size: Group = {
  sources: [{ ref: "riker1962" }, { ref: "martin2001" }],
  terms: {
    majority: "has more than half of the seats",
    deficit: "part of the seats it lacks to a half",
    excess: "part of the seats it has beyond a half",
    "minimal-winning": "wins, and loses without any one of its parties",
    "surplus-parties": "parties that it could lose and still win",
    parties: "number of parties",
    "tiny-parties": "parties with less than 2 per cent of the seats",
    "root-seats": "sum over its parties of the root of their parts of the seats",
    "log-smallest": "log of the smallest party's part of the seats",
    "both-largest": "holds the two largest parties",
    third: "holds the third largest party",
  },
};

const power: Group = {
  sources: [{ ref: "shapley1954" }],
  terms: {
    power: "sum of its parties' Shapley–Shubik indices",
    "power-beyond-seats": "the same less its part of the seats",
  },
};

const space: Group = {
  sources: [{ ref: "axelrod1970" }, { ref: "martin2001" }],
  terms: {
    range: "distance between its ends on left and right",
    "range-squared": "the same, squared",
    "range-europe": "distance between its ends on Europe",
    connected: "leaves out nobody who stands between its ends",
    between: "seats of parties left out that stand between its ends",
  },
};

const middle: Group = {
  sources: [{ ref: "laver1990" }],
  terms: {
    "from-median": "sum over its parties of the distance from the median party",
    "minority-one-sided":
      "has no majority: by how many seats the opposition on one side of it outweighs the other side",
    "christian-democrat": "Christian democratic parties in it",
  },
};

const past: Group = {
  sources: [{ ref: "franklin1983" }, { ref: "martin2001" }],
  terms: {
    same: "the same parties as in the last government",
    subset: "the last government less one party or more",
    "one-added": "the last government and one party",
    "one-swapped": "one party of the last government replaced by another",
    "one-dropped-mid-term": "the last government less one party, between elections",
    "added-mid-term": "parties added to the last government, between elections",
    "no-kept": "keeps no party of the last government",
    "no-kept-tenure": "the same: periods of five years that those parties have governed",
    "overlap-tenure": "after an election: seats it shares with the last government, times those periods",
    "overlap-elapsed":
      "between elections: seats it shares with the last government, times the part of the term gone",
    "majority-elapsed": "has a majority: the part of the term gone",
    "majority-caretaker": "has a majority, and a caretaker governs",
    "overlap-earlier": "after a lost election: seats it shares with the government before the last",
    "governed-gains": "seats gained by its parties that governed last, since then",
    "set-known": "the same set of parties has governed before",
    "strangers-5": "pairs in it that never governed together though one or the other did, half-life 5 years",
    "parted-5": "pairs with one in it and the other out that used to govern together, half-life 5 years",
    "led-5": "sum over its parties of the part of the years in which they led, half-life 5 years",
    "led-20": "the same with a half-life of 20 years",
    "never-governed": "parties long in parliament that have never governed",
    "never-governed-seats": "their part of the seats",
    "outsiders-extreme": "parties far left or right that have never governed",
  },
};

const country: Group = {
  sources: [{ ref: "martin2001" }],
  terms: {
    "country-minority": "has no majority: the log odds of that in the country",
    "country-single": "one party alone: the log odds of that in the country",
    "country-surplus": "a majority with parties to spare: the log odds of that in the country",
    "country-seats": "distance of its part of the seats from that of the country's governments",
    "country-overlap": "seats it shares with the last government, times how usual that is in the country",
    "country-same": "the same parties: how usual overlaps are in the country",
    "young-parties": "number of parties, where there have been governments for few years",
  },
};

/**
 * The properties, in the order of the rows of {@link potentialGovernments}. Seats are parts of all seats, 0…1; seats
 * shared, of those of either; positions are tenths of the scale.
 */
export const formationTerms: readonly FormationTerm[] = [size, power, space, middle, past, country].flatMap(
  ({ sources, terms }) => Object.entries(terms).map(([id, means]) => ({ id, means, sources })),
);

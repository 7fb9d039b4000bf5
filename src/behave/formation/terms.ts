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

const choice: readonly Source[] = [{ ref: "martin2001" }];
const size: readonly Source[] = [{ ref: "riker1962" }, { ref: "martin2001" }];
const space: readonly Source[] = [{ ref: "axelrod1970" }, { ref: "martin2001" }];
const median: readonly Source[] = [{ ref: "laver1990" }];
const past: readonly Source[] = [{ ref: "franklin1983" }, { ref: "martin2001" }];

const groups: readonly Group[] = [
  {
    sources: size,
    terms: {
      majority: "has more than half of the seats",
      deficit: "part of the seats it lacks to a half",
      "deficit-squared": "the same, squared, times 4",
      "minimal-winning": "wins, and loses without any one of its parties",
      "surplus-parties": "parties that it could lose and still win",
    },
  },
  {
    sources: choice,
    terms: {
      single: "one party alone",
      "small-parties": "parties with less than 5 per cent of the seats",
      "tiny-parties": "parties with less than 2 per cent of the seats",
      "log-seats": "sum over its parties of the log of their parts of the seats",
      largest: "holds the largest party",
      "largest-lead": "holds the largest party: by how much it is larger than the second",
      "both-largest": "holds the two largest parties",
      third: "holds the third largest party",
    },
  },
  {
    sources: space,
    terms: {
      range: "distance between its ends on left and right",
      "range-squared": "the same, squared",
      "range-authority": "distance between its ends on liberty and authority",
      "range-europe": "distance between its ends on Europe",
      connected: "leaves out nobody who stands between its ends",
      between: "seats of parties left out that stand between its ends",
    },
  },
  {
    sources: median,
    terms: {
      "from-median": "sum over its parties of the distance from the median party",
    },
  },
  {
    sources: choice,
    terms: {
      communist: "communist parties in it",
      "christian-democrat": "Christian democratic parties in it",
    },
  },
  {
    sources: past,
    terms: {
      same: "the same parties as in the last government",
      "same-after-election": "the same parties, and there has been an election",
      "no-kept": "keeps no party of the last government",
      subset: "the last government less one party or more",
      superset: "the last government and one party or more",
      "added-mid-term": "parties added to the last government, between elections",
      "dropped-mid-term": "parties dropped from it, between elections",
      "governed-gains": "seats gained by its parties that governed last, since then",
      "opposition-gains": "seats gained by its parties that did not",
      "set-known": "the same set of parties has governed before",
      "familiar-5": "pairs in it: part of the years in which they governed together, half-life 5 years",
      "familiar-20": "the same with a half-life of 20 years",
      "familiar-mean-20": "mean of the same over its pairs",
      "strangers-5":
        "pairs in it that never governed together though one or the other did, half-life 5 years",
      "strangers-20": "the same with a half-life of 20 years",
      "parted-5": "pairs with one in it and the other out that used to govern together, half-life 5 years",
      "led-5": "sum over its parties of the part of the years in which they led, half-life 5 years",
      "led-20": "the same with a half-life of 20 years",
      "never-governed": "parties long in parliament that have never governed",
      "country-minority": "has no majority: the log odds of that in the country",
      "country-single": "one party alone: the log odds of that in the country",
      "country-surplus": "a majority with parties to spare: the log odds of that in the country",
      "country-parties": "minus the distance of its number of parties from the usual one in the country",
    },
  },
];

/** The properties, in the order of the rows of {@link potentialGovernments}. Seats are parts of all seats, 0…1; positions are tenths of the scale. */
export const formationTerms: readonly FormationTerm[] = groups.flatMap(({ sources, terms }) =>
  Object.entries(terms).map(([id, means]) => ({ id, means, sources })),
);

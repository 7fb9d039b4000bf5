import type { Source } from "../../base/index.ts";

/** One property of a potential government that the model weighs. */
export interface FormationTerm {
  readonly id: string;
  readonly means: string;
  readonly sources: readonly Source[];
}

const choice: readonly Source[] = [{ ref: "martin2001" }];
const size: readonly Source[] = [{ ref: "riker1962" }, { ref: "martin2001" }];
const space: readonly Source[] = [{ ref: "axelrod1970" }, { ref: "martin2001" }];
const median: readonly Source[] = [{ ref: "laver1990" }];
const past: readonly Source[] = [{ ref: "franklin1983" }, { ref: "martin2001" }];

const term = (id: string, means: string, sources: readonly Source[] = choice): FormationTerm => ({
  id,
  means,
  sources,
});

/** The properties, in the order of the rows of {@link potentialGovernments}. Seats are parts of all seats, 0…1; positions are tenths of the scale. */
export const formationTerms: readonly FormationTerm[] = [
  term("majority", "has more than half of the seats", size),
  term("deficit", "part of the seats it lacks to a half", size),
  term("deficit-squared", "the same, squared, times 4", size),
  term("minimal-winning", "wins, and loses without any one of its parties", size),
  term("surplus-parties", "parties that it could lose and still win", size),
  term("single", "one party alone"),
  term("small-parties", "parties with less than 5 per cent of the seats"),
  term("tiny-parties", "parties with less than 2 per cent of the seats"),
  term("log-seats", "sum over its parties of the log of their parts of the seats"),
  term("largest", "holds the largest party"),
  term("largest-lead", "holds the largest party: by how much it is larger than the second"),
  term("both-largest", "holds the two largest parties"),
  term("third", "holds the third largest party"),
  term("range", "distance between its ends on left and right", space),
  term("range-squared", "the same, squared", space),
  term("range-authority", "distance between its ends on liberty and authority", space),
  term("range-europe", "distance between its ends on Europe", space),
  term("connected", "leaves out nobody who stands between its ends", space),
  term("between", "seats of parties left out that stand between its ends", space),
  term("from-median", "sum over its parties of the distance from the median party", median),
  term("communist", "communist parties in it"),
  term("christian-democrat", "Christian democratic parties in it"),
  term("same", "the same parties as in the last government", past),
  term("same-after-election", "the same parties, and there has been an election", past),
  term("no-kept", "keeps no party of the last government", past),
  term("subset", "the last government less one party or more", past),
  term("superset", "the last government and one party or more", past),
  term("added-mid-term", "parties added to the last government, between elections", past),
  term("dropped-mid-term", "parties dropped from it, between elections", past),
  term("governed-gains", "seats gained by its parties that governed last, since then", past),
  term("opposition-gains", "seats gained by its parties that did not", past),
  term("set-known", "the same set of parties has governed before", past),
  term(
    "familiar-5",
    "pairs in it: part of the years in which they governed together, half-life 5 years",
    past,
  ),
  term("familiar-20", "the same with a half-life of 20 years", past),
  term("familiar-mean-20", "mean of the same over its pairs", past),
  term(
    "strangers-5",
    "pairs in it that never governed together though one or the other did, half-life 5 years",
    past,
  ),
  term("strangers-20", "the same with a half-life of 20 years", past),
  term(
    "parted-5",
    "pairs with one in it and the other out that used to govern together, half-life 5 years",
    past,
  ),
  term("led-5", "sum over its parties of the part of the years in which they led, half-life 5 years", past),
  term("led-20", "the same with a half-life of 20 years", past),
  term("never-governed", "parties long in parliament that have never governed", past),
  term("country-minority", "has no majority: the log odds of that in the country", past),
  term("country-single", "one party alone: the log odds of that in the country", past),
  term("country-surplus", "a majority with parties to spare: the log odds of that in the country", past),
  term(
    "country-parties",
    "minus the distance of its number of parties from the usual one in the country",
    past,
  ),
];

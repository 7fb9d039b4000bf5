// What a candidate is judged by, in groups. A bin holds 1 if the candidate falls into it.

/** Upper ends, in days, of the bins of recency; the last bin is open. */
export const recencyBins = [1, 2, 3, 7, 14, 30, 60] as const;
/** Upper ends of the bins of rank by recency within a list; the last bin is open. */
export const rankBins = [1, 2, 3, 5, 10, 20] as const;

const bins = (what: string, ends: readonly number[], unit: string): string[] => [
  ...ends.map((end) => `${what} up to ${end}${unit}`),
  `${what} longer ago`,
];

const groups = {
  same: [
    "same act before",
    "same act, half-life 3 days",
    "same act, half-life 14 days",
    "same act, half-life 60 days",
    "same act, all",
    "share of the actor's acts of this type",
    "share of the actor's acts of this type, half-life 14 days",
    "one over rank among acts of this type",
  ],
  sameRecency: bins("same act", recencyBins, " days ago"),
  sameRank: bins("rank among acts of this type", rankBins, ""),
  pair: [
    "any act before",
    "any act, half-life 3 days",
    "any act, half-life 14 days",
    "any act, half-life 60 days",
    "any act, all",
    "share of all the actor's acts",
    "share of all the actor's acts, half-life 14 days",
    "one over rank among all",
  ],
  pairRecency: bins("any act", recencyBins, " days ago"),
  pairRank: bins("rank among all", rankBins, ""),
  answer: [
    "same act the other way",
    "same act the other way up to 3 days ago",
    "same act the other way up to 14 days ago",
  ],
  rules: ["surest implication of another act", "all implications together", "mean implication"],
  popularity: [
    "popular for this type, half-life 7 days",
    "popular for this type, half-life 45 days",
    "popular for this type, all",
    "popular for anything, half-life 2 days",
    "popular for anything, half-life 14 days",
    "popular for anything, all",
  ],
  stranger: [
    "never met: popular for this type",
    "never met: popular for anything",
    "never met: part of this type's answers",
  ],
  activity: ["active up to 1 day ago", "active up to 3 days ago", "active up to 7 days ago"],
  country: [
    "popular at home for this type, half-life 45 days",
    "popular at home for this type, all",
    "never met: popular at home for this type",
    "of the actor's own country",
    "never met: of the actor's own country",
    "countries have met, this type",
    "sectors have met, this type",
  ],
} as const;

type Group = keyof typeof groups;

/** The names of all statistics, in order. */
export const rankingStatistics: readonly string[] = Object.values(groups).flat();

/** Where each group begins. */
export const at: { readonly [group in Group]: number } = (() => {
  const begins = {} as { [group in Group]: number };
  let next = 0;
  for (const group of Object.keys(groups) as Group[]) {
    begins[group] = next;
    next += groups[group].length;
  }
  return begins;
})();

/** The number of the bin of a value. */
export function binOf(value: number, ends: readonly number[]): number {
  let bin = 0;
  while (bin < ends.length && value > ends[bin]) bin += 1;
  return bin;
}

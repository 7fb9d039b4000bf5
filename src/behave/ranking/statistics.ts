// What a candidate is judged by, in groups. A bin holds 1 if the candidate falls into it.

/** Upper ends, in days, of the bins of recency; the last bin is open. */
export const recencyBins = [1, 2, 3, 7, 14, 30, 60] as const;
/** The same where few bins suffice; beyond the last, nothing. */
export const fewRecencyBins = [1, 3, 7, 30] as const;
/** Upper ends of the bins of rank within an actor's own list; the last bin is open. */
export const rankBins = [1, 2, 3, 5, 10, 20] as const;
/** Upper ends of the bins of rank by popularity; the last bin is open. */
export const popularBins = [1, 2, 3, 5, 10, 20, 50, 100] as const;
/** Upper ends of the bins of rank among partners' partners; the last bin is open. */
export const nearBins = [1, 3, 10, 30] as const;

const bins = (what: string, ends: readonly number[], unit = ""): string[] => [
  ...ends.map((end) => `${what} up to ${end}${unit}`),
  `${what} beyond ${ends[ends.length - 1]}${unit}`,
];
const fewDays = (what: string): string[] => fewRecencyBins.map((end) => `${what} up to ${end} days ago`);

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
    "share of all this type that came to it",
  ],
  sameRecency: bins("same act, days ago,", recencyBins),
  sameRank: bins("rank by recency among acts of this type", rankBins),
  sameDays: bins("days with acts of this type since the same act", rankBins),
  sameStrength: bins("rank by number among acts of this type", rankBins),
  pair: [
    "any act before",
    "any act, half-life 3 days",
    "any act, half-life 14 days",
    "any act, half-life 60 days",
    "any act, all",
    "share of all the actor's acts",
    "share of all the actor's acts, half-life 14 days",
    "one over rank among all",
    "share of all the candidate's acts",
    "share of all the candidate's acts, half-life 14 days",
  ],
  pairRecency: bins("any act, days ago,", recencyBins),
  pairRank: bins("rank by recency among all", rankBins),
  pairDays: bins("active days since any act", rankBins),
  pairStrength: bins("rank by number among all", rankBins),
  direction: [
    "any act in this direction before",
    "any act in this direction, half-life 14 days",
    ...fewDays("any act in this direction"),
  ],
  answer: [
    "same act the other way before",
    "same act the other way up to 3 days ago",
    "same act the other way up to 14 days ago",
  ],
  rules: ["surest implication of another act", "all implications together", "mean implication"],
  popularity: [
    "popular for this type, half-life 2 days",
    "popular for this type, half-life 7 days",
    "popular for this type, half-life 45 days",
    "popular for this type, all",
    "part of this type's answers",
    "popular for anything, half-life 2 days",
    "popular for anything, half-life 14 days",
    "popular for anything, all",
  ],
  popularRank: bins("rank by popularity for this type", popularBins),
  popularLast: fewDays("with this type from anybody"),
  activity: fewDays("active"),
  country: [
    "popular at home for this type, half-life 7 days",
    "popular at home for this type, half-life 45 days",
    "popular at home for this type, all",
    "popular at home for anything, half-life 14 days",
    "popular at home for anything, all",
    "of the actor's own country",
    "countries have met, this type",
    "countries have met, this type, and the candidate's part there",
  ],
  sector: [
    "sectors have met, this type",
    "sectors have met at home, this type",
    "sectors have met abroad, this type",
    "popular in the sector for this type, half-life 45 days",
    "popular in the sector for this type, all",
  ],
  homeRank: bins("rank by popularity at home for this type", popularBins),
  near: [
    "partners' partner, half-life 60 days",
    "partners' partner, half-life 60 days, root",
    "partners' partner, half-life 3 days",
    "partners' partner, half-life 3 days, root",
    "partner of the actor's likes",
    "this type from the actor's likes",
    "this type from the actor's partners",
  ],
  nearRank: bins("rank among partners' partners", nearBins),
  stranger: [
    "never met",
    "never met: partners of the actor",
    "never met: share of new partners lately, the actor's",
    "never met: share of new partners lately, this type's",
  ],
  newAct: [
    "met, but not with this type",
    "met, but not with this type: how many were",
    "met, but not with this type: share of new types lately, the actor's",
    "met, but not with this type: share of newly met lately, this type's",
  ],
  among: ["same act before: among how many"],
} as const;

type Group = keyof typeof groups;

/** The names of all statistics, in order. */
export const rankingStatistics: readonly string[] = Object.values(groups).flat();

/** The groups of statistics: each a name, where it begins, and how many it has. */
export const statisticGroups: readonly {
  readonly id: string;
  readonly from: number;
  readonly size: number;
}[] = (() => {
  let from = 0;
  return Object.entries(groups).map(([id, names]) => {
    const group = { id, from, size: names.length };
    from += names.length;
    return group;
  });
})();

/** Where each group begins. */
export const at = Object.fromEntries(statisticGroups.map(({ id, from }) => [id, from])) as {
  readonly [group in Group]: number;
};

/** The number of the bin of a value. */
export function binOf(value: number, ends: readonly number[]): number {
  let bin = 0;
  while (bin < ends.length && value > ends[bin]) bin += 1;
  return bin;
}

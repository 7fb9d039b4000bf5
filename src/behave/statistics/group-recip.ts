import { groupTies } from "./group-ties.ts";
import type { Statistic } from "./statistic.ts";

/** Σₗ [z(l) = z(j)] x(l, i) over l other than i and j: what others of the receiver's group did to i */
export const groupReciprocity: Statistic = {
  id: "group_recip",
  name: "Answer to the group",
  says: "Whether deeds are answered by, or to, others of the same group.",
  means: "Σₗ [z(l) = z(j)] x(l, i) over l other than i and j: what others of the receiver's group did to i",
  sources: [{ ref: "lerner2013" }],
  networks: 1,
  attributes: 1,
  level: "pair",
  scales: (weighted) => weighted,
  start: (setting) =>
    groupTies(setting, (a, b, group, count) => {
      for (let j = 0; j < group.length; j++) if (j !== a && j !== b && group[j] === group[a]) count(b, j);
    }),
};

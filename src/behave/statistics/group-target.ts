import { groupTies } from "./group-ties.ts";
import type { Statistic } from "./statistic.ts";

/** Σₗ [z(l) = z(j)] x(i, l) over l other than i and j: what i did to others of the receiver's group */
export const groupTarget: Statistic = {
  id: "group_target",
  name: "Spread over the group",
  says: "Whether deeds toward one of a group spread to the others of it.",
  means: "Σₗ [z(l) = z(j)] x(i, l) over l other than i and j: what i did to others of the receiver's group",
  sources: [{ ref: "lerner2013" }],
  networks: 1,
  attributes: 1,
  level: "pair",
  scales: (weighted) => weighted,
  start: (setting) =>
    groupTies(setting, (a, b, group, count) => {
      for (let j = 0; j < group.length; j++) if (j !== a && j !== b && group[j] === group[b]) count(a, j);
    }),
};

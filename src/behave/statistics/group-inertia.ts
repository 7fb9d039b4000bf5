import { groupTies } from "./group-ties.ts";
import type { Statistic } from "./statistic.ts";

/** Σₖ [z(k) = z(i)] x(k, j) over k other than i and j: what others of the sender's group did to j */
export const groupInertia: Statistic = {
  id: "group_inertia",
  name: "Inertia of the group",
  says: "Whether an actor does what others of its group did to the same one before.",
  means: "Σₖ [z(k) = z(i)] x(k, j) over k other than i and j: what others of the sender's group did to j",
  sources: [{ ref: "lerner2013" }],
  networks: 1,
  attributes: 1,
  level: "pair",
  scales: (weighted) => weighted,
  start: (setting) =>
    groupTies(setting, (a, b, group, count) => {
      for (let i = 0; i < group.length; i++) if (i !== a && i !== b && group[i] === group[a]) count(i, b);
    }),
};

import { groupTies } from "./group-ties.ts";
import type { Statistic } from "./statistic.ts";

/** Σₖ Σₗ [z(k) = z(i)] [z(l) = z(j)] x(k, l) over all but (i, j) itself: what the sender's bloc did to the receiver's */
export const groupCoupling: Statistic = {
  id: "group_coupling",
  name: "Coupling of blocs",
  says: "Whether the deeds of one bloc toward another draw in the rest of both.",
  means:
    "Σₖ Σₗ [z(k) = z(i)] [z(l) = z(j)] x(k, l) over all but (i, j) itself: what the sender's bloc did to the receiver's",
  sources: [{ ref: "lerner2013" }],
  networks: 1,
  attributes: 1,
  level: "pair",
  scales: (weighted) => weighted,
  start: (setting) =>
    groupTies(setting, (a, b, group, count) => {
      for (let i = 0; i < group.length; i++) {
        if (group[i] !== group[a]) continue;
        for (let j = 0; j < group.length; j++) if (group[j] === group[b] && (i !== a || j !== b)) count(i, j);
      }
    }),
};

import { degreeDifference } from "./degree-difference.ts";
import type { Statistic } from "./statistic.ts";

/** |Σₖ x(k, i) − Σₖ x(k, j)|: how unequally much, or by how many, the two were acted upon */
export const indegreeDifference: Statistic = {
  id: "indeg_diff",
  name: "Indegree difference",
  says: "Whether those who were acted upon unequally much agree.",
  means: "|Σₖ x(k, i) − Σₖ x(k, j)|: how unequally much, or by how many, the two were acted upon",
  sources: [{ ref: "butts2008" }],
  networks: 1,
  attributes: 0,
  level: "pair",
  scales: (weighted) => weighted,
  start: (setting) => degreeDifference(setting, "in"),
};

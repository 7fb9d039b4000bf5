import { degreeDifference } from "./degree-difference.ts";
import type { Statistic } from "./statistic.ts";

/** |Σₖ x(i, k) − Σₖ x(j, k)|: how unequally active the two were */
export const outdegreeDifference: Statistic = {
  id: "outdeg_diff",
  name: "Outdegree difference",
  says: "Whether the unequally active agree.",
  means: "|Σₖ x(i, k) − Σₖ x(j, k)|: how unequally active the two were",
  sources: [{ ref: "butts2008" }],
  networks: 1,
  attributes: 0,
  level: "pair",
  scales: (weighted) => weighted,
  start: (setting) => degreeDifference(setting, "out"),
};

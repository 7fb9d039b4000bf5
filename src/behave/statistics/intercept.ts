import { goldfish, type Statistic } from "./statistic.ts";

/** 1 */
export const intercept: Statistic = {
  id: "intercept",
  name: "Intercept",
  says: "The level of everything else: how soon, or how likely, without any past.",
  means: "1",
  sources: [goldfish],
  networks: 0,
  attributes: 0,
  level: "actor",
  scales: () => false,
  start({ n }) {
    return { values: new Float64Array(n).fill(1) };
  },
};

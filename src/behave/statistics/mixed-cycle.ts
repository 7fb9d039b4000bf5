import { goldfish, type Statistic } from "./statistic.ts";
import { both, twoPaths } from "./two-paths.ts";

/** Σₖ [x(j, k) > 0] [y(k, i) > 0], over two networks. */
export const mixedCycle: Statistic = {
  id: "mixed_cycle",
  name: "Mixed cycle",
  says: "Whether ties of one kind come back around by ties of another.",
  means: "Σₖ [x(j, k) > 0] [y(k, i) > 0], over two networks",
  sources: [goldfish],
  networks: 2,
  attributes: 0,
  level: "pair",
  scales: () => false,
  start: (setting) =>
    twoPaths(setting, { first: [1, "backward"], second: [0, "backward"], worth: both, signs: true }),
};

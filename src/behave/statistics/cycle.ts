import { goldfish, type Statistic } from "./statistic.ts";
import { both, orderedPaths, twoPaths } from "./two-paths.ts";

/** Σₖ [x(j, k) > 0] [x(k, i) > 0]: two-paths from j back to i */
export const cycle: Statistic = {
  id: "cycle",
  name: "Cycle",
  says: "Whether deeds come back around: j acted toward somebody who acted toward i.",
  means: "Σₖ [x(j, k) > 0] [x(k, i) > 0]: two-paths from j back to i",
  sources: [goldfish],
  networks: 1,
  attributes: 0,
  level: "pair",
  scales: () => false,
  ordered: true,
  start(setting) {
    if (setting.order !== "any") return orderedPaths(setting, true);
    return twoPaths(setting, { first: [0, "backward"], second: [0, "backward"], worth: both, signs: true });
  },
};

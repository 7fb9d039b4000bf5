import { goldfish, type Statistic } from "./statistic.ts";
import { both, orderedPaths, twoPaths } from "./two-paths.ts";

/** Σₖ [x(i, k) > 0] [x(k, j) > 0]: two-paths from i to j */
export const transitivity: Statistic = {
  id: "trans",
  name: "Transitivity",
  says: "Whether the friend of a friend becomes a friend: deeds follow where a two-path leads.",
  means: "Σₖ [x(i, k) > 0] [x(k, j) > 0]: two-paths from i to j",
  sources: [goldfish],
  networks: 1,
  attributes: 0,
  level: "pair",
  scales: () => false,
  ordered: true,
  start(setting) {
    if (setting.order !== "any") return orderedPaths(setting, false);
    return twoPaths(setting, { first: [0, "forward"], second: [0, "forward"], worth: both, signs: true });
  },
};

import { goldfish, type Statistic } from "./statistic.ts";
import { both, twoPaths } from "./two-paths.ts";

/** Σₖ [x(i, k) > 0] [y(j, k) > 0], over two networks */
export const mixedCommonReceiver: Statistic = {
  id: "mixed_common_receiver",
  name: "Mixed common receiver",
  says: "Whether a common target in two kinds of tie brings two together.",
  means: "Σₖ [x(i, k) > 0] [y(j, k) > 0], over two networks",
  sources: [goldfish],
  networks: 2,
  attributes: 0,
  level: "pair",
  scales: () => false,
  start: (setting) =>
    twoPaths(setting, { first: [0, "forward"], second: [1, "backward"], worth: both, signs: true }),
};

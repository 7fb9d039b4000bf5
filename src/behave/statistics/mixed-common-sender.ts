import { goldfish, type Statistic } from "./statistic.ts";
import { both, twoPaths } from "./two-paths.ts";

/** Σₖ [x(k, i) > 0] [y(k, j) > 0], over two networks */
export const mixedCommonSender: Statistic = {
  id: "mixed_common_sender",
  name: "Mixed common sender",
  says: "Whether being acted upon by the same one, in two kinds of tie, brings two together.",
  means: "Σₖ [x(k, i) > 0] [y(k, j) > 0], over two networks",
  sources: [goldfish],
  networks: 2,
  attributes: 0,
  level: "pair",
  scales: () => false,
  start: (setting) =>
    twoPaths(setting, { first: [0, "backward"], second: [1, "forward"], worth: both, signs: true }),
};

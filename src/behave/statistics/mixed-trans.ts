import { goldfish, type Statistic } from "./statistic.ts";
import { both, twoPaths } from "./two-paths.ts";

/** Σₖ [x(i, k) > 0] [y(k, j) > 0], over two networks */
export const mixedTransitivity: Statistic = {
  id: "mixed_trans",
  name: "Mixed transitivity",
  says: "Whether ties of one kind follow where a tie of another leads on.",
  means: "Σₖ [x(i, k) > 0] [y(k, j) > 0], over two networks",
  sources: [goldfish],
  networks: 2,
  attributes: 0,
  level: "pair",
  scales: () => false,
  start: (setting) =>
    twoPaths(setting, { first: [0, "forward"], second: [1, "forward"], worth: both, signs: true }),
};

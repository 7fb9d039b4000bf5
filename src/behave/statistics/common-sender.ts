import { goldfish, type Statistic } from "./statistic.ts";
import { both, twoPaths } from "./two-paths.ts";

/** Σₖ [x(k, i) > 0] [x(k, j) > 0]: who acted toward both */
export const commonSender: Statistic = {
  id: "common_sender",
  name: "Common sender",
  says: "Whether those toward whom the same others acted act toward each other.",
  means: "Σₖ [x(k, i) > 0] [x(k, j) > 0]: who acted toward both",
  sources: [goldfish],
  networks: 1,
  attributes: 0,
  level: "pair",
  scales: () => false,
  start: (setting) =>
    twoPaths(setting, { first: [0, "backward"], second: [0, "forward"], worth: both, signs: true }),
};

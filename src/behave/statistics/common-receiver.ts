import { goldfish, type Statistic } from "./statistic.ts";
import { both, twoPaths } from "./two-paths.ts";

/** Σₖ [x(i, k) > 0] [x(j, k) > 0]: toward whom both acted */
export const commonReceiver: Statistic = {
  id: "common_receiver",
  name: "Common receiver",
  says: "Whether those who acted toward the same others act toward each other.",
  means: "Σₖ [x(i, k) > 0] [x(j, k) > 0]: toward whom both acted",
  sources: [goldfish],
  networks: 1,
  attributes: 0,
  level: "pair",
  scales: () => false,
  start: (setting) =>
    twoPaths(setting, { first: [0, "forward"], second: [0, "backward"], worth: both, signs: true }),
};

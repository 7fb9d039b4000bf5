import type { Statistic } from "./statistic.ts";
import { twoPaths } from "./two-paths.ts";

/** Σₖ min(conf(i, k), coop(j, k)), ties in both directions together */
export const friendOfEnemy: Statistic = {
  id: "friend_of_enemy",
  name: "Friend of enemy",
  says: "Whether the friend of my enemy is treated otherwise.",
  means: "Σₖ min(conf(i, k), coop(j, k)), ties in both directions together",
  sources: [{ ref: "lerner2013" }, { ref: "brandes2009" }],
  networks: 2,
  attributes: 0,
  level: "pair",
  scales: () => true,
  start: (setting) => twoPaths(setting, { first: [1, "either"], second: [0, "either"], worth: Math.min }),
};

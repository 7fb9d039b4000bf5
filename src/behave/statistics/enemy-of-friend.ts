import type { Statistic } from "./statistic.ts";
import { twoPaths } from "./two-paths.ts";

/** Σₖ min(coop(i, k), conf(j, k)), ties in both directions together */
export const enemyOfFriend: Statistic = {
  id: "enemy_of_friend",
  name: "Enemy of friend",
  says: "Whether the enemy of my friend is treated otherwise.",
  means: "Σₖ min(coop(i, k), conf(j, k)), ties in both directions together",
  sources: [{ ref: "lerner2013" }, { ref: "brandes2009" }],
  networks: 2,
  attributes: 0,
  level: "pair",
  scales: () => true,
  start: (setting) => twoPaths(setting, { first: [0, "either"], second: [1, "either"], worth: Math.min }),
};

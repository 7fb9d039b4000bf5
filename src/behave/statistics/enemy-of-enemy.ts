import type { Statistic } from "./statistic.ts";
import { twoPaths } from "./two-paths.ts";

/** Σₖ min(conf(i, k), conf(j, k)), ties in both directions together */
export const enemyOfEnemy: Statistic = {
  id: "enemy_of_enemy",
  name: "Enemy of enemy",
  says: "Whether the enemy of my enemy is treated otherwise.",
  means: "Σₖ min(conf(i, k), conf(j, k)), ties in both directions together",
  sources: [{ ref: "lerner2013" }, { ref: "brandes2009" }],
  networks: 2,
  attributes: 0,
  level: "pair",
  scales: () => true,
  start: (setting) => twoPaths(setting, { first: [1, "either"], second: [1, "either"], worth: Math.min }),
};

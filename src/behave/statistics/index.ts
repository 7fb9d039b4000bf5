import { didYouMean, TawazunError } from "../../base/index.ts";
import { alter } from "./alter.ts";
import { commonReceiver } from "./common-receiver.ts";
import { commonSender } from "./common-sender.ts";
import { cycle } from "./cycle.ts";
import { different } from "./diff.ts";
import { ego } from "./ego.ts";
import { egoAlterInteraction } from "./ego-alter-interaction.ts";
import { enemyOfEnemy } from "./enemy-of-enemy.ts";
import { enemyOfFriend } from "./enemy-of-friend.ts";
import { four } from "./four.ts";
import { friendOfEnemy } from "./friend-of-enemy.ts";
import { friendOfFriend } from "./friend-of-friend.ts";
import { frontCoupling } from "./front-coupling.ts";
import { groupCoupling } from "./group-coupling.ts";
import { groupInertia } from "./group-inertia.ts";
import { groupReciprocity } from "./group-recip.ts";
import { groupTarget } from "./group-target.ts";
import { indegree } from "./indeg.ts";
import { indegreeDifference } from "./indeg-diff.ts";
import { inertia } from "./inertia.ts";
import { intercept } from "./intercept.ts";
import { mixedCommonReceiver } from "./mixed-common-receiver.ts";
import { mixedCommonSender } from "./mixed-common-sender.ts";
import { mixedCycle } from "./mixed-cycle.ts";
import { mixedTransitivity } from "./mixed-trans.ts";
import { nodeTransitivity } from "./node-trans.ts";
import { outdegree } from "./outdeg.ts";
import { outdegreeDifference } from "./outdeg-diff.ts";
import { received } from "./received.ts";
import { recency } from "./recency.ts";
import { reciprocity } from "./recip.ts";
import { same } from "./same.ts";
import { sent } from "./sent.ts";
import { similar } from "./sim.ts";
import type { Statistic } from "./statistic.ts";
import { tertius } from "./tertius.ts";
import { tertiusDifference } from "./tertius-diff.ts";
import { tie } from "./tie.ts";
import { transitivity } from "./trans.ts";

export type { Running, Setting, Statistic } from "./statistic.ts";

/** Every statistic there is, in the order in which they are shown. */
export const statistics: readonly Statistic[] = [
  intercept,
  inertia,
  tie,
  reciprocity,
  indegree,
  outdegree,
  indegreeDifference,
  outdegreeDifference,
  sent,
  received,
  recency,
  transitivity,
  cycle,
  commonSender,
  commonReceiver,
  four,
  nodeTransitivity,
  mixedTransitivity,
  mixedCycle,
  mixedCommonSender,
  mixedCommonReceiver,
  friendOfFriend,
  friendOfEnemy,
  enemyOfFriend,
  enemyOfEnemy,
  groupInertia,
  groupReciprocity,
  groupTarget,
  groupCoupling,
  frontCoupling,
  ego,
  alter,
  same,
  different,
  similar,
  egoAlterInteraction,
  tertius,
  tertiusDifference,
];

/** Other names under which a statistic is known. */
const aliases: { readonly [name: string]: string } = {
  reciprocity: "recip",
  indegree: "indeg",
  outdegree: "outdeg",
  transitivity: "trans",
  different: "diff",
  similar: "sim",
  popularity: "indeg",
  activity: "outdeg",
};

/**
 * The statistic of that name.
 *
 * @throws {TawazunError} `statistic/name`; a near miss is suggested.
 * @example
 * ```ts
 * import { statisticOf } from "tawazun/behave";
 * statisticOf("recip").means; //=> "x(j, i): what j did to i before"
 * ```
 */
export function statisticOf(name: string): Statistic {
  const id = aliases[name] ?? name;
  const found = statistics.find((statistic) => statistic.id === id);
  if (found === undefined) {
    const known = statistics.map((statistic) => statistic.id);
    throw new TawazunError(
      "statistic/name",
      `There is no statistic "${name}".${didYouMean(name, known)} Known are ${known.join(", ")}.`,
    );
  }
  return found;
}

import { type History, muchness, type PairStatistics } from "../behave/index.ts";
import type { Inputs } from "./inputs.ts";
import type { Scene } from "./scene.ts";

/** What one actor's past says about whom it turns to, and how: one value per target. */
export interface Habits {
  /** Log-odds to be chosen as a target. */
  readonly choice: Float64Array;
  /** Log-odds that an act toward the target is hostile. */
  readonly hostile: Float64Array;
}

/** Statistics of the choice and of the manner, in the order in which {@link habitsOf} adds them up. */
const choiceNames = [
  "choice/inertia",
  "choice/reciprocity",
  "choice/friend-of-friend",
  "choice/friend-of-enemy",
  "choice/enemy-of-friend",
  "choice/enemy-of-enemy",
] as const;
const mannerNames = [
  "type/hostile-inertia",
  "type/friendly-inertia",
  "type/hostile-reciprocity",
  "type/friendly-reciprocity",
  "type/friend-of-friend",
  "type/friend-of-enemy",
  "type/enemy-of-friend",
  "type/enemy-of-enemy",
] as const;

/** The coefficients of choice and manner as arrays: reading them by name in every decision would take longer than using them. */
export interface HabitWeights {
  readonly choice: Float64Array;
  readonly manner: Float64Array;
}

export function habitWeights(inputs: Inputs): HabitWeights {
  return {
    choice: Float64Array.from(choiceNames, (name) => inputs.behaviour[name]),
    manner: Float64Array.from(mannerNames, (name) => inputs.behaviour[name]),
  };
}

/** Fills in the habits of an actor at a time from the history of events. */
export function habitsOf(
  scene: Scene,
  past: History,
  actor: number,
  weights: HabitWeights,
  pairs: PairStatistics,
  out: Habits,
): void {
  const { world, inputs, state } = scene;
  const { choice, manner } = weights;
  const row = actor * world.actors.length;
  const targets = world.acquainted[actor];
  // whoever an actor has nothing to do with is no habit of its own: what stands here is of the turn before
  out.choice.fill(0);
  out.hostile.fill(0);
  past.toward(state.time, actor, targets, pairs);
  const twiceTie = 2 * inputs.parameters["habit.tie"];
  for (let t = 0; t < targets.length; t++) {
    const j = targets[t];
    const did = pairs.did[j];
    const harmed = pairs.harmed[j];
    const met = pairs.met[j];
    const suffered = pairs.suffered[j];
    const ties =
      pairs.friendOfFriend[j] + pairs.friendOfEnemy[j] + pairs.enemyOfFriend[j] + pairs.enemyOfEnemy[j];
    if (did + harmed + met + suffered + ties === 0) {
      // nothing has passed between the two, nor between them and anybody else
      out.hostile[j] = -twiceTie * state.relation[row + j];
      continue;
    }
    const ff = muchness(pairs.friendOfFriend[j]);
    const fe = muchness(pairs.friendOfEnemy[j]);
    const ef = muchness(pairs.enemyOfFriend[j]);
    const ee = muchness(pairs.enemyOfEnemy[j]);
    out.choice[j] =
      choice[0] * muchness(did + harmed) +
      choice[1] * muchness(met + suffered) +
      choice[2] * ff +
      choice[3] * fe +
      choice[4] * ef +
      choice[5] * ee;
    out.hostile[j] =
      manner[0] * muchness(harmed) +
      manner[1] * muchness(did) +
      manner[2] * muchness(suffered) +
      manner[3] * muchness(met) +
      manner[4] * ff +
      manner[5] * fe +
      manner[6] * ef +
      manner[7] * ee -
      twiceTie * state.relation[row + j];
  }
}

import { exp, log } from "../base/index.ts";
import { type History, muchness, type PairStatistics } from "../behave/index.ts";
import type { Inputs } from "./inputs.ts";
import type { Move, MoveKind } from "./moves/index.ts";
import { moveAt, type OptionTable } from "./options.ts";
import type { OptionView, Policy } from "./policies/index.ts";
import type { Scene } from "./scene.ts";
import type { Worth } from "./worth.ts";

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
  past.toward(state.time, actor, targets, pairs);
  const twiceTie = 2 * inputs.parameters["habit.tie"];
  for (let t = 0; t < targets.length; t++) {
    const j = targets[t];
    const did = pairs.did[j];
    const harmed = pairs.harmed[j];
    const met = pairs.met[j];
    const suffered = pairs.suffered[j];
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

/** Logs of small whole numbers: how many options a kind has. */
const logs = Float64Array.from({ length: 64 }, (_, count) => log(count));

/**
 * Values every option of an actor:
 * V = choice + type + κ · gain − κ · price, each kind's weight shared among its options.
 *
 * @remarks The log of the number of options of a kind is taken off, so that a kind does not become
 * likelier because a case has more actors; within a kind the choice among targets is a logit.
 */
export function valueOptions(
  scene: Scene,
  actor: number,
  kinds: readonly MoveKind[],
  habits: Habits,
  policy: Policy,
  worth: Worth,
  table: OptionTable,
  move: Move,
  view: OptionView,
): void {
  const { world, inputs, weight, standing } = scene;
  const { decider } = world;
  const { choice, hostile } = habits;
  const { count } = table;
  view.strategic = inputs.aims[actor * 6 + 5];
  view.aversion = inputs.parameters["risk.aversion"];
  worth.of(actor);
  const reply = inputs.parameters["relation.reply"];
  const bystander = inputs.parameters["relation.bystander"];
  const security = 50 * inputs.aims[actor * 6 + 4];
  move.actor = actor;
  let first = 0;
  while (first < count) {
    const k = table.kind[first];
    let last = first;
    while (last < count && table.kind[last] === k) last++;
    const kind = kinds[k];
    const { tone, commonness } = kind;
    const shared = last - first < logs.length ? logs[last - first] : log(last - first);
    const safe = security * tone;
    for (let o = first; o < last; o++) {
      moveAt(table, o, actor, move);
      const target = move.target < 0 ? -1 : decider[move.target];
      const toward = target < 0 ? 0 : choice[target];
      const manner = target < 0 ? 0 : tone < 0 ? hostile[target] / 2 : -hostile[target] / 2;
      const odds = kind.odds === undefined ? 1 : kind.odds(scene, move);
      worth.begin();
      kind.succeed(scene, move, worth);
      const won = worth.points();
      let lost = 0;
      if (odds < 1 && kind.fail !== undefined) {
        worth.begin();
        kind.fail(scene, move, worth);
        lost = worth.points();
      }
      let gain = odds * won + (1 - odds) * lost;
      view.risk = odds * (1 - odds) * (won - lost) * (won - lost);
      if (kind.prospect !== undefined) gain += kind.prospect(scene, move);
      if (target >= 0) {
        gain += safe * (reply * weight[target] + bystander * standing[target]);
        // how a hostile act is answered is not known beforehand: the spread is taken as large as the ill will
        const answer = tone < 0 ? safe * reply * weight[target] : 0;
        view.risk += answer * answer;
      }
      view.habit = commonness + toward + manner - shared;
      view.gain = gain;
      view.price = kind.price === undefined ? 0 : kind.price(scene, move);
      table.habit[o] = view.habit;
      table.gain[o] = gain;
      table.price[o] = view.price;
      table.value[o] = policy.value(view);
    }
    first = last;
  }
}

/** Sets the odds of each option, the best at 1; returns their sum. */
export function fillOdds({ count, value, odds }: OptionTable): number {
  let most = count === 0 ? 0 : value[0];
  for (let o = 1; o < count; o++) if (value[o] > most) most = value[o];
  let sum = 0;
  for (let o = 0; o < count; o++) {
    odds[o] = exp(value[o] - most);
    sum += odds[o];
  }
  return sum;
}

/** Draws an option by multinomial logit; −1 if there is none. */
export function drawOption(table: OptionTable, uniform: number): number {
  const { count, odds } = table;
  if (count === 0) return -1;
  let mark = uniform * fillOdds(table);
  for (let o = 0; o < count; o++) {
    mark -= odds[o];
    if (mark < 0) return o;
  }
  return count - 1;
}

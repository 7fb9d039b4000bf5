import { exp, log } from "../base/index.ts";
import { type History, muchness, type TriadStatistics } from "../behave/index.ts";
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

/** Fills in the habits of an actor at a time from the history of events. */
export function habitsOf(
  scene: Scene,
  past: History,
  actor: number,
  triads: TriadStatistics,
  out: Habits,
): void {
  const { world, inputs, state } = scene;
  const { behaviour } = inputs;
  const n = world.actors.length;
  const t = state.time;
  past.triads(t, actor, triads);
  const tieWeight = inputs.parameters["habit.tie"];
  for (const j of world.acquainted[actor]) {
    const did = past.value(t, actor, j, 1);
    const harmed = past.value(t, actor, j, -1);
    const met = past.value(t, j, actor, 1);
    const suffered = past.value(t, j, actor, -1);
    const ff = muchness(triads.friendOfFriend[j]);
    const fe = muchness(triads.friendOfEnemy[j]);
    const ef = muchness(triads.enemyOfFriend[j]);
    const ee = muchness(triads.enemyOfEnemy[j]);
    out.choice[j] =
      behaviour["choice/inertia"] * muchness(did + harmed) +
      behaviour["choice/reciprocity"] * muchness(met + suffered) +
      behaviour["choice/friend-of-friend"] * ff +
      behaviour["choice/friend-of-enemy"] * fe +
      behaviour["choice/enemy-of-friend"] * ef +
      behaviour["choice/enemy-of-enemy"] * ee;
    out.hostile[j] =
      behaviour["type/hostile-inertia"] * muchness(harmed) +
      behaviour["type/friendly-inertia"] * muchness(did) +
      behaviour["type/hostile-reciprocity"] * muchness(suffered) +
      behaviour["type/friendly-reciprocity"] * muchness(met) +
      behaviour["type/friend-of-friend"] * ff +
      behaviour["type/friend-of-enemy"] * fe +
      behaviour["type/enemy-of-friend"] * ef +
      behaviour["type/enemy-of-enemy"] * ee -
      2 * tieWeight * state.relation[actor * n + j];
  }
}

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
  const { world, inputs } = scene;
  view.strategic = inputs.aims[actor * 6 + 5];
  view.aversion = inputs.parameters["risk.aversion"];
  worth.of(actor);
  const reply = inputs.parameters["relation.reply"];
  const bystander = inputs.parameters["relation.bystander"];
  const security = 50 * inputs.aims[actor * 6 + 4];
  let first = 0;
  while (first < table.count) {
    const k = table.kind[first];
    let last = first;
    while (last < table.count && table.kind[last] === k) last++;
    const kind = kinds[k];
    const shared = log(last - first);
    for (let o = first; o < last; o++) {
      moveAt(table, o, actor, move);
      const target = move.target < 0 ? -1 : world.decider[move.target];
      const toward = target < 0 ? 0 : habits.choice[target];
      const manner =
        target < 0 ? 0 : kind.tone < 0 ? habits.hostile[target] / 2 : -habits.hostile[target] / 2;
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
        gain += security * kind.tone * (reply * scene.weight[target] + bystander * scene.standing[target]);
        // how a hostile act is answered is not known beforehand: the spread is taken as large as the ill will
        const answer = kind.tone < 0 ? security * kind.tone * reply * scene.weight[target] : 0;
        view.risk += answer * answer;
      }
      view.habit = kind.commonness + toward + manner - shared;
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

/** Draws an option by multinomial logit; −1 if there is none. */
export function drawOption(table: OptionTable, uniform: number): number {
  if (table.count === 0) return -1;
  let most = table.value[0];
  for (let o = 1; o < table.count; o++) if (table.value[o] > most) most = table.value[o];
  let sum = 0;
  for (let o = 0; o < table.count; o++) {
    table.habit[o] = exp(table.value[o] - most);
    sum += table.habit[o];
  }
  let mark = uniform * sum;
  for (let o = 0; o < table.count; o++) {
    mark -= table.habit[o];
    if (mark < 0) return o;
  }
  return table.count - 1;
}

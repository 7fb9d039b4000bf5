import { exp, log } from "../base/index.ts";
import type { Habits } from "./habits.ts";
import type { Move, MoveKind } from "./moves/index.ts";
import { moveAt, type OptionTable } from "./options.ts";
import type { OptionView, Policy } from "./policies/index.ts";
import type { Scene } from "./scene.ts";
import type { Worth } from "./worth.ts";

/** All that a decision needs to value options: made once for a scene. */
export interface Weighing {
  readonly scene: Scene;
  readonly kinds: readonly MoveKind[];
  readonly habits: Habits;
  readonly worth: Worth;
  readonly table: OptionTable;
  readonly move: Move;
  readonly view: OptionView & Taking;
}

/** How a move is taken, for the actor whose options are valued. */
interface Taking {
  /** 50 σ, and how far the target and bystanders answer a move. */
  safe: number;
  reply: number;
  bystander: number;
}

/** Room for decisions on a scene. */
export function weighingOf(
  scene: Scene,
  kinds: readonly MoveKind[],
  worth: Worth,
  table: OptionTable,
): Weighing {
  const n = scene.world.actors.length;
  return {
    scene,
    kinds,
    habits: { choice: new Float64Array(n), hostile: new Float64Array(n) },
    worth,
    table,
    move: { actor: -1, target: -1, object: -1, amount: 0 },
    view: {
      habit: 0,
      gain: 0,
      price: 0,
      strategic: 0,
      risk: 0,
      aversion: 0,
      safe: 0,
      reply: 0,
      bystander: 0,
    },
  };
}

/** Says whose options are valued from now on. */
export function weighFor({ scene, worth, move, view }: Weighing, actor: number): void {
  const { inputs } = scene;
  view.strategic = inputs.aims[actor * 6 + 5];
  view.aversion = inputs.parameters["risk.aversion"];
  view.safe = 50 * inputs.aims[actor * 6 + 4];
  view.reply = inputs.parameters["relation.reply"];
  view.bystander = inputs.parameters["relation.bystander"];
  move.actor = actor;
  worth.of(actor);
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
export function valueOptions(weighing: Weighing, actor: number, policy: Policy): void {
  const { table } = weighing;
  const { count } = table;
  weighFor(weighing, actor);
  let first = 0;
  while (first < count) {
    const k = table.kind[first];
    let last = first;
    while (last < count && table.kind[last] === k) last++;
    valueKind(weighing, policy, first, last);
    first = last;
  }
}

/** Values the options of one kind: the rows of the table from `first` to before `last`, all that there are. */
export function valueKind(weighing: Weighing, policy: Policy, first: number, last: number): void {
  const shared = logOf(last - first);
  for (let o = first; o < last; o++) valueOption(weighing, policy, o, shared);
}

/** The log of a number of options. */
export function logOf(count: number): number {
  return count < logs.length ? logs[count] : log(count);
}

/**
 * Values one option, a row of the table.
 *
 * @param shared log of how many options its kind has.
 * @returns its log-odds.
 */
export function valueOption(weighing: Weighing, policy: Policy, o: number, shared: number): number {
  const { scene, worth, table, move, view, habits } = weighing;
  const kind = weighing.kinds[table.kind[o]];
  moveAt(table, o, move.actor, move);
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
  view.habit = kind.commonness - shared;
  if (move.target >= 0) {
    const { weight, standing } = scene;
    const target = scene.world.decider[move.target];
    const manner = habits.hostile[target] / 2;
    const safe = view.safe * kind.tone;
    view.habit += habits.choice[target] + (kind.tone < 0 ? manner : -manner);
    gain += safe * (view.reply * weight[target] + view.bystander * standing[target]);
    // how a hostile act is answered is not known beforehand: the spread is taken as large as the ill will
    const answer = kind.tone < 0 ? safe * view.reply * weight[target] : 0;
    view.risk += answer * answer;
  }
  view.gain = gain;
  view.price = kind.price === undefined ? 0 : kind.price(scene, move);
  table.habit[o] = view.habit;
  table.gain[o] = gain;
  table.price[o] = view.price;
  const value = policy.value(view);
  table.value[o] = value;
  return value;
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

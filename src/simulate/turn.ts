import { type History, pairStatistics } from "../behave/index.ts";
import type { Changes } from "./changes.ts";
import type { Chronicle } from "./chronicle.ts";
import { drawOption, fillOdds, valueOptions, weighingOf } from "./decide.ts";
import { type Foresight, foresightOf } from "./foresight.ts";
import { type HabitWeights, habitsOf } from "./habits.ts";
import type { Forced } from "./interventions-moves.ts";
import { bestForced } from "./interventions-play.ts";
import { type Luck, purpose } from "./luck.ts";
import { type Move, moveKinds } from "./moves/index.ts";
import { type Forbidden, type OptionTable, optionLister, optionTable } from "./options.ts";
import type { Policy } from "./policies/index.ts";
import { sameShape } from "./same-shape.ts";
import type { Scene } from "./scene.ts";
import type { Shares } from "./shares.ts";
import type { State } from "./state.ts";
import { thinningOf, UNDECIDED } from "./thinning.ts";
import { witness } from "./witness.ts";
import type { Worth } from "./worth.ts";

/** One option as it was weighed. */
export interface WeighedOption {
  readonly kind: number;
  readonly target: number;
  readonly object: number;
  /** Log-odds from behaviour. */
  readonly habit: number;
  /** Expected gain and price, in points. */
  readonly gain: number;
  readonly price: number;
  /** Log-odds in all. */
  readonly value: number;
  /** 0…1 */
  readonly probability: number;
}

/** One decision as it was weighed, for a replay: shown after the draw and before its effects. */
export interface Decision {
  readonly time: number;
  readonly actor: number;
  readonly chosen: number;
  readonly success: boolean;
  readonly options: readonly WeighedOption[];
}

/** Where the luck of forced moves lies: beyond any count of an actor's own decisions. */
const FORCED = 0x80000000;

/**
 * Is shown each decision after the draw and before its effects, with the state as it stands.
 * A function that it returns is called when the effects are done.
 */
export type Watcher = (decision: Decision, state: State) => unknown;

/** What all turns of a run share; the player sets it before each. */
export interface Round {
  run: number;
  luck: Luck;
  past: History;
  weights: HabitWeights;
  /** The decision rule of all actors … */
  policy: Policy;
  /** … but for these, by actor. */
  policies: readonly (Policy | undefined)[] | undefined;
  /** Asked for the turns of an actor whose policy asks: an option, −1 for no move; nothing leaves it to chance. */
  ask: ((decision: Decision) => number | undefined) | undefined;
  forbidden: readonly Forbidden[];
  watch: Watcher | undefined;
}

export interface Turn {
  /** The move lately made; its target is −1 where none was or it has none. */
  readonly move: Move;
  /** Takes up new inputs of the scene. */
  renew(): void;
  /** An actor's turn: options, values, a draw, its success, its effects and the others' response. */
  take(actor: number, decision: number): boolean;
  /** What an intervention forces, if it is open to the actor now: of several ways the one that it likes best. */
  compel(index: number, forced: Forced): boolean;
}

/** Makes turns ready for a scene: all room and all closures are made once. */
export function turnOf(
  scene: Scene,
  shares: Shares,
  worth: Worth,
  change: Changes,
  chronicle: Chronicle,
  round: Round,
): Turn {
  const { world, state } = scene;
  const n = world.actors.length;
  const kinds = sameShape(moveKinds);
  const table = optionTable();
  const list = optionLister(scene, kinds, table);
  const weighing = weighingOf(scene, kinds, worth, table);
  const { habits, move } = weighing;
  const pairs = pairStatistics(n);
  let turns = 0;
  const thinning = thinningOf(weighing, list);
  let foresight: Foresight | undefined;
  const { move: made } = chronicle;

  function policyOf(actor: number): Policy {
    return round.policies?.[actor] ?? round.policy;
  }

  /** Lists and values what an actor may do now; whether there is anything. */
  function weigh(actor: number, policy: Policy): boolean {
    move.target = -1;
    if (state.status[actor] > 2) return false;
    scene.turn = ++turns;
    list.all(actor, round.forbidden);
    if (table.count === 0) return false;
    habitsOf(scene, round.past, actor, round.weights, pairs, habits);
    valueOptions(weighing, actor, policy);
    return true;
  }

  function take(actor: number, decision: number): boolean {
    const policy = policyOf(actor);
    move.target = -1;
    if (policy.waits || state.status[actor] > 2) return false;
    const asks = policy.asks && round.ask !== undefined;
    if (policy.bounded && !asks) return takeThinned(actor, policy, decision);
    if (!weigh(actor, policy)) return false;
    if (policy.foresight !== undefined) {
      foresight ??= foresightOf(scene, shares);
      foresight.renew();
      foresight.look(actor, policy, round.forbidden, table);
    }
    move.target = -1;
    round.luck.at(round.run, actor, decision, purpose.choice);
    const asked = policy.asks ? round.ask?.(decisionOf(table, state.time, actor, -1, false)) : undefined;
    if (asked === undefined && policy.bounded) return takeThinned(actor, policy, decision);
    const chosen = asked ?? drawOption(table, round.luck.uniform());
    if (chosen < 0 || chosen >= table.count) return false;
    carryOut(actor, chosen, decision);
    return true;
  }

  /** The same turn, without weighing what the draw does not ask for; all is weighed for whoever watches. */
  function takeThinned(actor: number, policy: Policy, decision: number): boolean {
    habitsOf(scene, round.past, actor, round.weights, pairs, habits);
    round.luck.at(round.run, actor, decision, purpose.choice);
    scene.turn = ++turns;
    let chosen = thinning.draw(actor, policy, round.forbidden, round.luck);
    if (chosen === UNDECIDED) chosen = weigh(actor, policy) ? drawOption(table, round.luck.uniform()) : -1;
    else if (chosen >= 0 && round.watch !== undefined) chosen = among(actor, policy, chosen);
    move.target = -1;
    if (chosen < 0) return false;
    carryOut(actor, chosen, decision);
    return true;
  }

  /** Weighs all options; the row in which the one now stands that was drawn. */
  function among(actor: number, policy: Policy, drawn: number): number {
    const { kind, target, object } = table;
    const wanted = [kind[drawn], target[drawn], object[drawn]];
    weigh(actor, policy);
    for (let o = 0; o < table.count; o++)
      if (table.kind[o] === wanted[0] && table.target[o] === wanted[1] && table.object[o] === wanted[2])
        return o;
    return -1;
  }

  function compel(index: number, forced: Forced): boolean {
    const actor = world.decider[forced.actor];
    const chosen = weigh(actor, policyOf(actor)) ? bestForced(world, table, forced) : -1;
    if (chosen < 0) return false;
    carryOut(actor, chosen, FORCED + index, forced.success);
    return true;
  }

  /** A chosen option is tried: its success, its effects, the others' response. */
  function carryOut(actor: number, chosen: number, decision: number, decided?: boolean): void {
    const { run, luck, past } = round;
    scene.turn = 0;
    move.actor = actor;
    move.target = table.target[chosen];
    move.object = table.object[chosen];
    move.amount = table.amount[chosen];
    const kind = kinds[table.kind[chosen]];
    const odds = kind.odds === undefined ? 1 : kind.odds(scene, move);
    luck.at(run, actor, decision, purpose.success);
    const success = decided ?? (odds >= 1 || luck.uniform() < odds);
    if (kind.chance) {
      luck.at(run, actor, decision, purpose.amount);
      move.amount = luck.uniform();
    }
    made.time.push(state.time);
    made.kind.push(table.kind[chosen]);
    made.actor.push(actor);
    made.target.push(move.target);
    made.object.push(move.object);
    made.success.push(success);
    const done =
      round.watch === undefined
        ? undefined
        : round.watch(decisionOf(table, state.time, actor, chosen, success), state);
    if (success) kind.succeed(scene, move, change);
    else kind.fail?.(scene, move, change);
    if (move.target >= 0) {
      const tone = success ? kind.tone : Math.min(0, kind.tone);
      respond(scene, change, past, actor, world.decider[move.target], tone);
      witness(scene, change, actor, world.decider[move.target], tone);
    }
    if (typeof done === "function") done();
  }

  return { move, renew: thinning.renew, take, compel };
}

/** Ties move with what is done: the target's most, the maker's half as much, bystanders' by whose side they take. */
function respond(
  scene: Scene,
  change: Changes,
  past: History,
  actor: number,
  target: number,
  tone: number,
): void {
  if (tone === 0 || actor === target) return;
  const { world, inputs, state } = scene;
  const n = world.actors.length;
  const reply = inputs.parameters["relation.reply"] * tone;
  change.relation(target, actor, reply);
  change.relation(actor, target, reply / 2);
  const bystander = inputs.parameters["relation.bystander"] * tone;
  const near = world.acquainted[target];
  for (let b = 0; b < near.length; b++) {
    const k = near[b];
    if (k === actor) continue;
    const stake = state.relation[k * n + target];
    if (stake !== 0) change.relation(k, actor, bystander * stake);
  }
  past.record(state.time, actor, target, tone > 0 ? 1 : -1, 2 * Math.abs(tone), world.front[actor]);
}

function decisionOf(
  table: OptionTable,
  time: number,
  actor: number,
  chosen: number,
  success: boolean,
): Decision {
  const sum = fillOdds(table);
  return {
    time,
    actor,
    chosen,
    success,
    options: Array.from({ length: table.count }, (_, o) => ({
      kind: table.kind[o],
      target: table.target[o],
      object: table.object[o],
      habit: table.habit[o],
      gain: table.gain[o],
      price: table.price[o],
      value: table.value[o],
      probability: table.odds[o] / sum,
    })),
  };
}

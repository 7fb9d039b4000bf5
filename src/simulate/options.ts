import type { Move, MoveKind } from "./moves/index.ts";
import type { Scene } from "./scene.ts";

/** Options of one decision, column by column; the room grows and is used again. */
export interface OptionTable {
  count: number;
  readonly kind: number[];
  readonly target: number[];
  readonly object: number[];
  readonly amount: number[];
  readonly value: number[];
  readonly gain: number[];
  readonly price: number[];
  readonly habit: number[];
}

export function optionTable(): OptionTable {
  return {
    count: 0,
    kind: [],
    target: [],
    object: [],
    amount: [],
    value: [],
    gain: [],
    price: [],
    habit: [],
  };
}

/** A move that an intervention forbids; −1 stands for any. */
export interface Forbidden {
  readonly kind: number;
  readonly actor: number;
  readonly target: number;
  readonly object: number;
  /** From this moment to before that one. */
  readonly from: number;
  readonly until: number;
}

/**
 * Lists every legal option of an actor now: what the kinds offer, less what an intervention forbids.
 *
 * @returns the table, filled; kinds in catalogue order.
 */
export function listOptions(
  scene: Scene,
  actor: number,
  kinds: readonly MoveKind[],
  forbidden: readonly Forbidden[],
  table: OptionTable,
): OptionTable {
  table.count = 0;
  const take = (k: number, target: number, object: number, amount: number): void => {
    if (target === actor || isForbidden(scene, forbidden, k, actor, target, object)) return;
    const o = table.count++;
    table.kind[o] = k;
    table.target[o] = target;
    table.object[o] = object;
    table.amount[o] = amount;
  };
  for (let k = 0; k < kinds.length; k++) {
    kinds[k].options(scene, actor, (target, object = -1, amount = 0) => take(k, target, object, amount));
  }
  return table;
}

function isForbidden(
  scene: Scene,
  forbidden: readonly Forbidden[],
  kind: number,
  actor: number,
  target: number,
  object: number,
): boolean {
  for (let f = 0; f < forbidden.length; f++) {
    const rule = forbidden[f];
    if (
      rule.kind === kind &&
      scene.state.time >= rule.from &&
      scene.state.time < rule.until &&
      (rule.actor < 0 || rule.actor === actor) &&
      (rule.target < 0 ||
        (target >= 0 && scene.world.decider[target] === scene.world.decider[rule.target])) &&
      (rule.object < 0 || rule.object === object)
    ) {
      return true;
    }
  }
  return false;
}

/** Copies one option into a move. */
export function moveAt(table: OptionTable, o: number, actor: number, into: Move): Move {
  into.actor = actor;
  into.target = table.target[o];
  into.object = table.object[o];
  into.amount = table.amount[o];
  return into;
}

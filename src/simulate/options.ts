import type { Move, MoveKind } from "./moves/index.ts";
import type { Scene } from "./scene.ts";

/** Options of one decision, column by column; the room grows and is used again. */
export interface OptionTable {
  count: number;
  kind: Int32Array;
  target: Int32Array;
  object: Int32Array;
  amount: Float64Array;
  value: Float64Array;
  gain: Float64Array;
  price: Float64Array;
  habit: Float64Array;
  /** e to the power of its value less the greatest: set by the draw. */
  odds: Float64Array;
}

export function optionTable(room = 256): OptionTable {
  return {
    count: 0,
    kind: new Int32Array(room),
    target: new Int32Array(room),
    object: new Int32Array(room),
    amount: new Float64Array(room),
    value: new Float64Array(room),
    gain: new Float64Array(room),
    price: new Float64Array(room),
    habit: new Float64Array(room),
    odds: new Float64Array(room),
  };
}

/** Makes room for twice as many; what is listed stays. */
function grow(table: OptionTable): void {
  const larger = optionTable(2 * table.kind.length);
  for (const name of [
    "kind",
    "target",
    "object",
    "amount",
    "value",
    "gain",
    "price",
    "habit",
    "odds",
  ] as const)
    larger[name].set(table[name]);
  Object.assign(table, larger, { count: table.count });
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

/** Fills a table with legal options of an actor now. */
export interface OptionLister {
  /** Empties the table, and says whose options are listed from now on. */
  start(actor: number, forbidden: readonly Forbidden[]): void;
  /** Adds the options of one kind; how many it has. */
  add(kind: number): number;
  /** Lists every legal option; kinds in catalogue order. */
  all(actor: number, forbidden: readonly Forbidden[]): void;
}

/**
 * Lists legal options of an actor: what the kinds offer, less what an intervention forbids.
 *
 * @remarks Made once for a scene: one `offer` serves all kinds and all decisions, so that nothing is
 * allocated in a run.
 */
export function optionLister(scene: Scene, kinds: readonly MoveKind[], table: OptionTable): OptionLister {
  const { decider } = scene.world;
  let now = -1;
  let kind = -1;
  let rules: readonly Forbidden[] = [];
  const offer = (target: number, object = -1, amount = 0): void => {
    if (target === now) return;
    // what an actor leads is no other, but for a post that is owed to it
    if (target >= 0 && decider[target] === now && kinds[kind].object !== "post") return;
    if (rules.length > 0 && isForbidden(scene, rules, kind, now, target, object)) return;
    const o = table.count;
    if (o === table.kind.length) grow(table);
    table.kind[o] = kind;
    table.target[o] = target;
    table.object[o] = object;
    table.amount[o] = amount;
    table.count = o + 1;
  };
  function start(actor: number, forbidden: readonly Forbidden[]): void {
    now = actor;
    rules = forbidden;
    table.count = 0;
  }
  return {
    start,
    add(k) {
      const before = table.count;
      kind = k;
      kinds[k].options(scene, now, offer);
      return table.count - before;
    },
    all(actor, forbidden) {
      start(actor, forbidden);
      for (kind = 0; kind < kinds.length; kind++) kinds[kind].options(scene, actor, offer);
    },
  };
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

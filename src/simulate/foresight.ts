import { exp } from "../base/index.ts";
import { applied } from "./apply.ts";
import { chronicleOf, clear } from "./chronicle.ts";
import { valueOptions, weighingOf } from "./decide.ts";
import { moveKinds } from "./moves/index.ts";
import { type Forbidden, moveAt, type OptionTable, optionLister, optionTable } from "./options.ts";
import { type Policy, policies } from "./policies/index.ts";
import type { Scene } from "./scene.ts";
import type { Shares } from "./shares.ts";
import type { State } from "./state.ts";
import { follow } from "./who-leads.ts";
import { worthOf } from "./worth.ts";

/** Thinks through what the targets of an actor's best options are likely to answer. */
export interface Foresight {
  /** Takes up new inputs of the scene. */
  renew(): void;
  /** Adds the expected answer to gain and value of the best options of a table. */
  look(actor: number, policy: Policy, forbidden: readonly Forbidden[], table: OptionTable): void;
}

/**
 * Level-k reasoning of one step: the actor takes the other for a strategic player who does not look ahead.
 *
 * For each of its few best options the move is made on a copy of the state, with the change of ties that it
 * brings; the target's options toward the actor are weighed as the target would weigh them; their worth to
 * the actor, less what the target would have done to it anyway, is added to the gain. What it costs is
 * bounded: no more than `foresight` copies a decision, and as many more tables.
 *
 * @see Camerer, Ho & Chong 2004
 */
export function foresightOf(scene: Scene, shares: Shares): Foresight {
  const { world, inputs } = scene;
  const n = world.actors.length;
  const shadow: Scene = { ...scene, turn: 0, state: structuredClone(scene.state) };
  const worth = worthOf(shadow, shares);
  const replies = optionTable();
  const list = optionLister(shadow, moveKinds, replies);
  const weighing = weighingOf(shadow, moveKinds, worth, replies);
  const { habits, move } = weighing;
  const chronicle = chronicleOf({ months: 0, actors: 0, arenas: 0, issues: 0, routes: 0, outside: 0 });
  const change = applied(world, shadow.state, chronicle, {
    election: () => undefined,
    formation: () => undefined,
  });
  const [strategic] = policies;

  /** What a target's likely answers are worth to an actor, in points, in the shadow as it stands. */
  function answer(target: number, actor: number, forbidden: readonly Forbidden[]): number {
    const tie = inputs.parameters["habit.tie"];
    habits.hostile.fill(0);
    for (const j of world.acquainted[target])
      habits.hostile[j] = -2 * tie * shadow.state.relation[target * n + j];
    list.all(target, forbidden);
    if (replies.count === 0) return 0;
    valueOptions(weighing, target, strategic);
    worth.of(actor);
    let most = Number.NEGATIVE_INFINITY;
    for (let o = 0; o < replies.count; o++) most = Math.max(most, replies.value[o]);
    let all = 0;
    let sum = 0;
    for (let o = 0; o < replies.count; o++) {
      const weight = exp(replies.value[o] - most);
      all += weight;
      if (replies.target[o] < 0 || world.decider[replies.target[o]] !== actor) continue;
      const kind = moveKinds[replies.kind[o]];
      moveAt(replies, o, target, move);
      const odds = kind.odds === undefined ? 1 : kind.odds(shadow, move);
      worth.begin();
      kind.succeed(shadow, move, worth);
      // the maker of a move warms or cools to its target by half of what the target does
      worth.relation(target, actor, (inputs.parameters["relation.reply"] * kind.tone) / 2);
      sum += weight * odds * worth.points();
    }
    return sum / all;
  }

  return {
    renew: () => worth.renew(),
    look(actor, policy, forbidden, table) {
      const thought = best(table, policy.foresight ?? 0);
      const before = new Map<number, number>();
      const strategicWeight = inputs.aims[actor * 6 + 5];
      for (const o of thought) {
        const target = table.target[o] < 0 ? -1 : world.decider[table.target[o]];
        if (target < 0 || target === actor || scene.state.status[target] > 2) continue;
        copyInto(shadow.state, scene.state);
        if (!before.has(target)) before.set(target, answer(target, actor, forbidden));
        const kind = moveKinds[table.kind[o]];
        moveAt(table, o, actor, move);
        const odds = kind.odds === undefined ? 1 : kind.odds(scene, move);
        kind.succeed(shadow, move, change);
        change.relation(target, actor, inputs.parameters["relation.reply"] * kind.tone);
        clear(chronicle);
        const more = odds * (answer(target, actor, forbidden) - (before.get(target) ?? 0));
        // who decides for whom is of the world, not of the state: it goes back to what it was
        if (world.followers.length > 0) follow(world, scene.state.holder);
        table.gain[o] += more;
        table.value[o] += strategicWeight * more;
      }
    },
  };
}

/** The options of most value, so many. */
function best(table: OptionTable, count: number): readonly number[] {
  const found: number[] = [];
  for (let k = 0; k < count; k++) {
    let at = -1;
    for (let o = 0; o < table.count; o++) {
      if (!found.includes(o) && (at < 0 || table.value[o] > table.value[at])) at = o;
    }
    if (at >= 0) found.push(at);
  }
  return found;
}

/** Sets a state to another of the same world; arrays keep their place. */
function copyInto(target: State, source: State): void {
  const own = target as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(source)) {
    if (ArrayBuffer.isView(value)) (own[name] as Float64Array).set(value as Float64Array);
    else own[name] = value;
  }
}

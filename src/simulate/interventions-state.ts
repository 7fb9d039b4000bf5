import { mode, TawazunError } from "../base/index.ts";
import type { Intervention } from "../case/index.ts";
import type { Inputs } from "./inputs.ts";
import { actorOrBloc, checkLift, handOver, lift, takeOut, takePosition } from "./interventions-effects.ts";
import { contradiction, find, findIn } from "./interventions-names.ts";
import type { State } from "./state.ts";
import type { World } from "./world.ts";

/** A change on the first day; both are the caller's own copies. */
export type Change = (inputs: Inputs, state: State) => void;

/** Interventions that change the world as it stands on the first day. */
export type FirstDay = Exclude<
  Intervention,
  | { forbid: unknown }
  | { force: unknown }
  | { outside: unknown }
  | { quota: unknown }
  | { entitle: unknown }
  | { demand: unknown }
  | { route: unknown }
  | { input: unknown }
>;

/** Notes what is set to what, and refuses what is set twice in two ways. */
export function ledger(): (what: string, value: string) => void {
  const settled = new Map<string, string>();
  return (what, value) => {
    const before = settled.get(what);
    if (before !== undefined && before !== value)
      throw contradiction(`${what} is set to "${before}" and to "${value}"`);
    settled.set(what, value);
  };
}

/**
 * Makes one change of the first day ready.
 *
 * @throws {TawazunError} `intervention/unknown`, `intervention/contradiction`; `intervention/value` for a
 * holding that is neither multiplied nor set.
 */
export function changeOf(world: World, change: FirstDay, once: ReturnType<typeof ledger>): Change {
  const n = world.actors.length;
  const m = world.issues.length;
  const actor = (id: string): number => find(world.actorIndex, "actor", id);
  const post = (id: string): number => find(world.postIndex, "post", id);
  const issue = (id: string): number => find(world.issueIndex, "issue", id);
  if ("replace" in change) {
    const p = post(change.replace.post);
    const by = actor(change.replace.by);
    once(`the holder of ${change.replace.post}`, change.replace.by);
    return (_inputs, state) => handOver(state, p, by);
  }
  if ("fill" in change) {
    const p = post(change.fill.post);
    const a = actor(change.fill.with);
    once(`the holder of ${change.fill.post}`, change.fill.with);
    return (_inputs, state) => {
      state.holder[p] = a;
      state.acting[p] = 0;
    };
  }
  if ("vacate" in change) {
    const p = post(change.vacate.post);
    once(`the holder of ${change.vacate.post}`, "nobody");
    return (_inputs, state) => {
      state.holder[p] = -1;
      state.acting[p] = 0;
    };
  }
  if ("remove" in change) {
    const a = actor(change.remove.actor);
    once(`the status of ${change.remove.actor}`, "removed");
    return (_inputs, state) => takeOut(world, state, a);
  }
  if ("restore" in change) {
    const a = actor(change.restore.actor);
    once(`the status of ${change.restore.actor}`, "active");
    return (_inputs, state) => {
      state.status[a] = 0;
      state.warrant[a] = 0;
    };
  }
  if ("lift" in change) {
    const { kind, by, of } = change.lift;
    checkLift(kind);
    const i = by === undefined ? -1 : actorOrBloc(world, by);
    const j = of === undefined ? -1 : actorOrBloc(world, of);
    return (_inputs, state) => lift(world, state, kind, i, j);
  }
  if ("relation" in change) {
    const { from, to } = change.relation;
    const at = actor(from) * n + actor(to);
    const value = mode(change.relation.value);
    once(`the tie of ${from} to ${to}`, String(value));
    return (inputs, state) => {
      inputs.tie[at] = value;
      state.relation[at] = value;
    };
  }
  if ("position" in change) {
    const i = actor(change.position.actor);
    const q = issue(change.position.issue);
    const to = mode(change.position.to);
    once(`the position of ${change.position.actor} on ${change.position.issue}`, String(to));
    return (inputs, state) => takePosition(world, inputs, state, i, q, to);
  }
  if ("salience" in change) {
    const at = actor(change.salience.actor) * m + issue(change.salience.issue);
    const to = mode(change.salience.to);
    once(`the salience of ${change.salience.issue} to ${change.salience.actor}`, String(to));
    return (inputs) => {
      inputs.salience[at] = to;
    };
  }
  if ("status_quo" in change) {
    const q = issue(change.status_quo.issue);
    const to = mode(change.status_quo.to);
    once(`the status quo of ${change.status_quo.issue}`, String(to));
    return (_inputs, state) => {
      state.statusQuo[q] = to;
    };
  }
  return holdingOf(world, change.holding, actor(change.holding.actor), once);
}

function holdingOf(
  world: World,
  asked: Extract<FirstDay, { holding: unknown }>["holding"],
  a: number,
  once: ReturnType<typeof ledger>,
): Change {
  const r = findIn(world.source.resources, "resource", asked.resource);
  const at = r * world.actors.length + a;
  const what = `the ${asked.resource} of ${asked.actor}`;
  if (asked.to !== undefined) {
    const to = mode(asked.to);
    once(what, String(to));
    return (_inputs, state) => {
      state.holding[at] = to;
    };
  }
  if (asked.times === undefined)
    throw new TawazunError("intervention/value", `For ${what}, give "times" or "to".`);
  const times = mode(asked.times);
  once(what, `${times} times as much`);
  return (_inputs, state) => {
    state.holding[at] *= times;
  };
}

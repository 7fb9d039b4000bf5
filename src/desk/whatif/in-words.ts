import { mode } from "../../base/index.ts";
import type { Intervention } from "../../case/index.ts";
import { moveKinds, type World } from "../../simulate/index.ts";

/** An intervention as a sentence without its full stop, with the names that people know. */
export function changeInWords(world: World, change: Intervention): string {
  const named = (items: readonly { readonly id: string; readonly name: string }[], id: string): string =>
    items.find((item) => item.id === id)?.name ?? id;
  const actor = (id: string): string => named([...world.actors, ...world.blocs], id);
  const post = (id: string): string => named(world.posts, id);
  const issue = (id: string): string => named(world.issues, id);
  const thing = (id: string): string =>
    named(
      [...world.posts, ...world.issues, ...world.arenas, ...world.blocs, ...world.source.territories],
      id,
    );
  const move = (id: string): string => `“${moveKinds.find((kind) => kind.id === id)?.name ?? id}”`;
  const about = (target?: string, object?: string): string =>
    `${target === undefined ? "" : ` toward ${actor(target)}`}${object === undefined ? "" : ` (${thing(object)})`}`;
  if ("forbid" in change) {
    const { by, target, object, from, to } = change.forbid;
    const when = `${from === undefined ? "" : ` from ${from}`}${to === undefined ? "" : ` to ${to}`}`;
    return `${by === undefined ? "nobody" : `${actor(by)} does not`} ${by === undefined ? "makes" : "make"} the move ${move(change.forbid.move)}${about(target, object)}${when}`;
  }
  if ("force" in change) {
    const { by, target, object, on, success } = change.force;
    const ends = success === undefined ? "" : success ? ", and then it comes off" : ", and then it fails";
    return `${actor(by)} makes the move ${move(change.force.move)}${about(target, object)} on ${on}, or as soon after as it is open${ends}`;
  }
  if ("replace" in change) return `${actor(change.replace.by)} is ${post(change.replace.post)}`;
  if ("fill" in change) return `${actor(change.fill.with)} is ${post(change.fill.post)}`;
  if ("vacate" in change) return `${post(change.vacate.post)} is vacant`;
  if ("remove" in change) return `${actor(change.remove.actor)} is gone, with what it leads`;
  if ("restore" in change) return `${actor(change.restore.actor)} is active again`;
  if ("lift" in change) {
    const { kind, by, of } = change.lift;
    return `every ${kind}${by === undefined ? "" : ` by ${actor(by)}`}${of === undefined ? "" : ` of ${actor(of)}`} is lifted`;
  }
  if ("relation" in change)
    return `the tie of ${actor(change.relation.from)} to ${actor(change.relation.to)} is ${mode(change.relation.value)}`;
  if ("position" in change)
    return `${actor(change.position.actor)} stands at ${mode(change.position.to)} on ${issue(change.position.issue)}`;
  if ("salience" in change)
    return `${issue(change.salience.issue)} is worth ${mode(change.salience.to)} to ${actor(change.salience.actor)}`;
  if ("status_quo" in change)
    return `${issue(change.status_quo.issue)} begins at ${mode(change.status_quo.to)}`;
  if ("holding" in change) {
    const { resource, times, to } = change.holding;
    const what = `${named(world.source.resources, resource)} of ${actor(change.holding.actor)}`;
    return to === undefined ? `${what}: ${mode(times ?? 1)} times as much` : `${what}: ${mode(to)}`;
  }
  if ("outside" in change) {
    const { event, happens, on } = change.outside;
    const name = `“${named(world.source.outside, event)}”`;
    if (on !== undefined) return `${name} happens on ${on}`;
    return happens === false ? `${name} does not happen` : `${name} happens`;
  }
  if ("entitle" in change) {
    const { to } = change.entitle;
    return `${post(change.entitle.post)} is owed to ${to === undefined ? "nobody" : actor(to)}`;
  }
  if ("demand" in change) {
    const { by, of, stands = true } = change.demand;
    return `a demand of ${actor(by)} on ${actor(of)} ${stands ? "stands" : "does not stand"}`;
  }
  if ("route" in change) {
    const { route, territory, open } = change.route;
    const where = territory === undefined ? "" : ` in ${thing(territory)}`;
    return `${named(world.source.routes, route)} is ${open ? "open" : "shut"}${where} on the first day`;
  }
  if ("quota" in change) return `${thing(change.quota.arena)} decides by a quota of ${change.quota.to}`;
  return `${change.input.name} is ${change.input.to}`;
}

import { type Draft, sound } from "../draft.ts";
import { labelAtStart } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { deciders } from "./deciders.ts";

/** A person at home who leads others belongs to a group, himself or by them, where most who lead do. */
export function checkGroupless(draft: Draft, report: Report): void {
  const groups = new Set(sound(draft, "groups").map(({ value }) => value.id));
  if (groups.size === 0) return;
  const decider = deciders(draft);
  const actors = sound(draft, "actors");
  const leading = new Set(actors.flatMap(({ value: { id } }) => (decider(id) === id ? [] : [decider(id)])));
  const home = sound(draft, "fronts")[0]?.value.id;
  const leaders = actors.filter(
    ({ value: { id, kind, front } }) => kind === "person" && (front ?? home) === home && leading.has(id),
  );
  const belong = new Set(
    sound(draft, "memberships").flatMap(({ value }) => (groups.has(value.in) ? [decider(value.actor)] : [])),
  );
  const without = leaders.filter(({ value }) => !belong.has(value.id));
  // where many belong to none, the case means it
  if (2 * without.length >= leaders.length) return;
  for (const item of without) {
    const message = `${labelAtStart("actors", item.raw)} leads, and neither it nor what it leads belongs to a group: how groups fare does not touch it. Most who lead belong to one; give it a membership in its own.`;
    report("case/groupless", item.place(), message);
  }
}

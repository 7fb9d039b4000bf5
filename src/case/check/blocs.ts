import { type Draft, type ListName, type Sound, sound } from "../draft.ts";
import { labelAtStart, labelOf } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { where } from "./identity.ts";
import { spanOf, surelyOverlap } from "./spans.ts";

/** Fields that lead from an item to another of its section, and may not lead back to it. */
const CHAINS: readonly (readonly [ListName, string, string])[] = [
  ["blocs", "parent", "belongs to"],
  ["actors", "leader", "is led by"],
  ["actors", "splitFrom", "split from"],
  ["outside", "given", "needs"],
];

/** No bloc belongs to itself, nobody leads himself by way of others, nothing waits for itself. */
export function checkCycles(draft: Draft, report: Report): void {
  for (const [section, field, verb] of CHAINS) {
    const next = new Map<string, string>(field === "leader" ? ledByPosts(draft) : []);
    const items = new Map<string, Sound<ListName>>();
    for (const item of sound(draft, section)) {
      const { id, [field]: to } = item.value as { readonly id: string; readonly [key: string]: unknown };
      items.set(id, item);
      if (typeof to === "string") next.set(id, to);
    }
    const done = new Set<string>();
    for (const start of items.keys()) {
      const way: string[] = [];
      const onWay = new Set<string>();
      let at: string | undefined = start;
      while (at !== undefined && !done.has(at) && !onWay.has(at)) {
        way.push(at);
        onWay.add(at);
        at = next.get(at);
      }
      for (const id of way) done.add(id);
      if (at === undefined || !onWay.has(at)) continue;
      const circle = [...way.slice(way.indexOf(at)), at];
      const message = `A circle: ${circle.map((id) => `"${id}"`).join(` ${verb} `)}. Take one of the links out.`;
      report(
        "case/circle",
        items.get(at)!.place([field in (items.get(at)!.raw as object) ? field : "led_by_post"]),
        message,
        { given: circle.join(" → ") },
      );
    }
  }
}

/** Who leads the actors that are led by a post: its holder. */
export function ledByPosts(draft: Draft): readonly (readonly [string, string])[] {
  const holders = new Map(sound(draft, "posts").map(({ value }) => [value.id, value.holder]));
  return sound(draft, "actors").flatMap(({ value: { id, led_by_post: post } }) => {
    const holder = post === undefined ? undefined : holders.get(post);
    return holder === undefined ? [] : [[id, holder] as const];
  });
}

/** An actor is led by another actor or by a post, not by both. */
export function checkLeaders(draft: Draft, report: Report): void {
  for (const item of sound(draft, "actors")) {
    const { leader, led_by_post: post } = item.value;
    if (leader === undefined || post === undefined) continue;
    const message = `${labelAtStart("actors", item.raw)} is led by "${leader}" and by the holder of "${post}". Keep one of the two.`;
    report("case/two-leaders", item.place(["led_by_post"]), message, { given: post });
  }
}

/** An actor votes and is elected on one list at a time; a list within the list is no second one. */
export function checkLists(draft: Draft, report: Report): void {
  const blocs = new Map(sound(draft, "blocs").map(({ value }) => [value.id, value]));
  const within = (inner: string, outer: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | undefined = inner; at !== undefined && !seen.has(at); at = blocs.get(at)?.parent) {
      if (at === outer) return true;
      seen.add(at);
    }
    return false;
  };
  const earlier = new Map<string, Sound<"memberships">[]>();
  for (const item of sound(draft, "memberships")) {
    const { actor, in: bloc, from, to } = item.value;
    if (blocs.get(bloc)?.kind !== "list") continue;
    const others = earlier.get(actor) ?? [];
    const other = others.find(
      ({ value }) =>
        value.in !== bloc &&
        !within(value.in, bloc) &&
        !within(bloc, value.in) &&
        surelyOverlap(spanOf(from, to), spanOf(value.from, value.to)),
    );
    if (other !== undefined) {
      const message = `${labelAtStart("memberships", item.raw)} overlaps with ${labelOf("memberships", other.raw)} (${where(other)}): an actor is on one list at a time. Give the earlier one an end (to).`;
      report("case/two-lists", item.place(["in"]), message, { given: bloc });
    }
    earlier.set(actor, [...others, item]);
  }
}

import { mode } from "../../base/index.ts";
import { type Draft, type Item, type ListName, type Sound, sound } from "../draft.ts";
import { labelAtStart } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { where } from "./identity.ts";
import { days, spanOf, surelyOverlap } from "./spans.ts";

/** What tells the items of a section apart that have no id. */
const KEYS = {
  stakes: ["actor", "issue"],
  perceptions: ["by", "of", "issue"],
  holdings: ["actor", "resource", "as_of"],
  standing: ["kind", "by", "of", "in", "since"],
} as const satisfies { readonly [Name in ListName]?: readonly string[] };

/** One stake an actor and issue, one relation a direction, and so on. */
export function checkRepeats(draft: Draft, report: Report): void {
  for (const [section, keys] of Object.entries(KEYS)) {
    checkOnce(draft.items[section as ListName], keys, report);
  }
  const directions = new Map<string, Item>();
  for (const item of sound(draft, "relations")) {
    const { from, to, mutual } = item.value;
    const free = once(directions, item, `${from} ${to}`, report);
    if (free && mutual === true && from !== to) once(directions, item, `${to} ${from}`, report);
  }
  const memberships = new Map<string, Sound<"memberships">[]>();
  for (const item of sound(draft, "memberships")) {
    const { actor, in: bloc, from, to } = item.value;
    const key = `${actor} ${bloc}`;
    const others = memberships.get(key) ?? [];
    const other = others.find(({ value }) => surelyOverlap(spanOf(from, to), spanOf(value.from, value.to)));
    if (other !== undefined) reportRepeat(item, other, report);
    memberships.set(key, [...others, item]);
  }
}

/** No two sound items agree in all of these keys. */
export function checkOnce(items: readonly Item[], keys: readonly string[], report: Report): void {
  const first = new Map<string, Item>();
  for (const item of items) {
    if (item.value === undefined) continue;
    const value = item.value as { readonly [key: string]: unknown };
    once(first, item, JSON.stringify(keys.map((key) => value[key] ?? null)), report);
  }
}

function once(first: Map<string, Item>, item: Item, key: string, report: Report): boolean {
  const earlier = first.get(key);
  if (earlier === undefined) first.set(key, item);
  else reportRepeat(item, earlier, report);
  return earlier === undefined;
}

function reportRepeat(item: Item, earlier: Item, report: Report): void {
  const message = `${labelAtStart(item.section, item.raw)} already stands in ${where(earlier)}. Keep one of the two.`;
  report("case/repeated", item.place(), message);
}

/** Nobody has a tie, a perception, a demand or a standing toward himself. */
export function checkSelf(draft: Draft, report: Report): void {
  const pairs = [
    ["relations", "from", "to"],
    ["perceptions", "by", "of"],
    ["demands", "by", "of"],
    ["standing", "by", "of"],
    ["actors", "id", "successor"],
  ] as const;
  for (const [section, one, other] of pairs) {
    for (const item of sound(draft, section)) {
      const value = item.value as { readonly [key: string]: unknown };
      if (value[one] !== value[other]) continue;
      const message = `${labelAtStart(section, item.raw)} has one actor, "${value[one]}", on both sides.`;
      report("case/self", item.place([other]), message, { given: String(value[other]) });
    }
  }
}

/** Shares of one whole do not exceed it: of a following by group, of a population. */
export function checkShares(draft: Draft, report: Report): void {
  const groups = sound(draft, "groups");
  const population = groups.reduce((sum, { value }) => sum + mode(value.size), 0);
  if (population > 1 + 1e-9) {
    const message = `The groups are ${rounded(population)} of the population together; parts of one whole add up to 1 at most. That is right only if groups overlap.`;
    report("case/group-sizes", groups[groups.length - 1].place(["size"]), message, {
      given: rounded(population),
      expected: "at most 1",
    });
  }
  const isGroup = new Set(groups.map(({ value }) => value.id));
  const asOf = draft.head === undefined ? undefined : days(draft.head.value.as_of);
  const sums = new Map<string, number>();
  for (const item of sound(draft, "memberships")) {
    const { actor, in: group, weight, from, to } = item.value;
    const span = spanOf(from, to);
    const over = asOf !== undefined && span.to !== undefined && span.to.last < asOf.first;
    if (!isGroup.has(group) || over) continue;
    const sum = (sums.get(actor) ?? 0) + mode(weight ?? 1);
    sums.set(actor, sum);
    if (sum <= 1 + 1e-9) continue;
    const message = `The memberships of "${actor}" in groups weigh ${rounded(sum)} together; each is a part of its following, so they add up to 1 at most.`;
    const place = item.place(weight === undefined ? [] : ["weight"]);
    report("case/group-weights", place, message, { given: rounded(sum), expected: "at most 1" });
  }
  for (const item of sound(draft, "territories")) {
    const sum = Object.values(item.value.groups ?? {}).reduce((total, share) => total + share, 0);
    if (sum <= 1 + 1e-9) continue;
    const message = `In ${labelAtStart("territories", item.raw).toLowerCase()}, the groups are ${rounded(sum)} of the population together; shares add up to 1 at most.`;
    report("case/group-weights", item.place(["groups"]), message, {
      given: rounded(sum),
      expected: "at most 1",
    });
  }
}

const rounded = (x: number): string => String(Math.round(x * 1000) / 1000);

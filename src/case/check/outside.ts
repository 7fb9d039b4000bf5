import { type Draft, sound } from "../draft.ts";
import { labelAtStart } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { days } from "./spans.ts";

/** An outside event has a day or a span of days, and at least one of them is played. */
export function checkOutside(draft: Draft, report: Report): void {
  for (const item of sound(draft, "outside")) {
    const { date, from, to } = item.value;
    const what = labelAtStart("outside", item.raw);
    const span = from !== undefined && to !== undefined;
    if ((date === undefined) !== span || (date !== undefined && (from ?? to) !== undefined)) {
      const message = `${what} needs either "date", the day it falls on, or both "from" and "to", between which it may fall.`;
      report("case/outside-date", item.place(), message, { expected: "date, or from and to" });
      continue;
    }
    const [begin, end] = [date ?? from, date ?? to] as [string, string];
    const { head } = draft;
    if (head === undefined || days(begin).first > days(end).last) continue;
    const { as_of, horizon } = head.value;
    if (days(end).last >= days(as_of).first && days(begin).first <= days(horizon).last) continue;
    const place = item.place([
      date === undefined ? (days(end).last < days(as_of).first ? "to" : "from") : "date",
    ]);
    const given = date ?? `${from} … ${to}`;
    const message = `${what} falls on ${given}, outside of what is played, ${as_of} to ${horizon}: it never happens.`;
    report("case/outside-play", place, message, { given });
  }
}

/** What each kind of standing must name besides `by`. */
const NEEDS = { boycott: "in" } as const satisfies { readonly [kind: string]: "in" | "of" };

/** A boycott names the arena it stays away from, every other standing the actor it is toward. */
export function checkStanding(draft: Draft, report: Report): void {
  for (const item of sound(draft, "standing")) {
    const { kind } = item.value;
    const needed = kind in NEEDS ? NEEDS[kind as keyof typeof NEEDS] : "of";
    if (item.value[needed] !== undefined) continue;
    const what = needed === "in" ? "the arena that is boycotted" : "the actor it is toward";
    const message = `${labelAtStart("standing", item.raw)} lacks "${needed}": ${what}.`;
    report("case/standing", item.place(), message, { expected: needed });
  }
}

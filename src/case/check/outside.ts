import { type Draft, type Sound, sound } from "../draft.ts";
import { labelAtStart } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { days } from "./spans.ts";

/** An outside event has a day, a span of days or a rate, and at least one day of it is played. */
export function checkOutside(draft: Draft, report: Report): void {
  for (const item of sound(draft, "outside")) {
    const { date, from, to, rate } = item.value;
    const what = labelAtStart("outside", item.raw);
    if (rate !== undefined || item.value.repeats !== undefined) {
      checkHazard(item, what, draft, report);
      continue;
    }
    const span = from !== undefined && to !== undefined;
    if ((date === undefined) !== span || (date !== undefined && (from ?? to) !== undefined)) {
      const message = `${what} needs either "date", the day it falls on, or both "from" and "to", between which it may fall, or "rate", how many times a year it comes.`;
      report("case/outside-date", item.place(), message, { expected: "date, or from and to, or rate" });
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

/** An event that comes by hazard has a rate alone, above 0 somewhere, and a window of which some day is played. */
function checkHazard(item: Sound<"outside">, what: string, draft: Draft, report: Report): void {
  const { date, from, to, rate, probability } = item.value;
  if (rate === undefined) {
    const message = `${what} has "repeats" and no "rate": only what comes by hazard can come again. Give "rate", how many times a year it comes.`;
    report("case/outside-rate", item.place(["repeats"]), message, { expected: "rate" });
    return;
  }
  for (const [key, value] of [
    ["date", date],
    ["probability", probability],
  ] as const) {
    if (value === undefined) continue;
    const message = `${what} has "rate" and "${key}": its rate says when and how likely it comes. Leave one of the two out.`;
    report("case/outside-rate", item.place([key]), message, { expected: "rate alone" });
  }
  if ((Array.isArray(rate) ? rate[2] : rate) === 0) {
    const message = `${what} has a rate of 0 times a year: it never happens.`;
    report("case/outside-play", item.place(["rate"]), message, { given: "0" });
  }
  const { head } = draft;
  if (head === undefined) return;
  const { as_of, horizon } = head.value;
  const [early, late] = [
    to !== undefined && days(to).last < days(as_of).first,
    from !== undefined && days(from).first > days(horizon).last,
  ];
  if (!early && !late) return;
  const given = `${from ?? as_of} … ${to ?? horizon}`;
  const message = `${what} may come in ${given}, outside of what is played, ${as_of} to ${horizon}: it never happens.`;
  report("case/outside-play", item.place([early ? "to" : "from"]), message, { given });
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

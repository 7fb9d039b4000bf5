import { civil, isoDate } from "../../base/index.ts";
import type { Case } from "../case.ts";
import { type Draft, type Item, type ListName, sound } from "../draft.ts";
import { labelAtStart, labelOf } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import type { Path } from "../schema/walk.ts";
import { days } from "./spans.ts";

/** What was not yet so on the as-of date may not stand in a case: its field, by section. */
const KNOWN_BY: readonly (readonly [ListName, string])[] = [
  ["actors", "founded"],
  ["memberships", "from"],
  ["holdings", "as_of"],
  ["posts", "since"],
  ["standing", "since"],
  ["demands", "since"],
  ["pacts", "date"],
  ["relations", "since"],
  ["events", "date"],
];

/** No play is longer, counted from one year's number to the other's: a horizon beyond it is a slip of the pen. */
export const MOST_YEARS = 100;

/** The as-of date and the horizon, and that nothing in the case was learnt after the as-of date. */
export function checkDates(draft: Draft, values: Case["values"], report: Report): void {
  const { head } = draft;
  if (head === undefined) return;
  const asOf = days(head.value.as_of);
  const years = civil(days(head.value.horizon).last).year - civil(asOf.last).year;
  if (years > MOST_YEARS) {
    const message = `The horizon, ${head.value.horizon}, lies ${years} years after the as-of date, ${head.value.as_of}; at most ${MOST_YEARS} are played. Is the year right?`;
    report("case/far-horizon", head.place(["horizon"]), message, {
      given: head.value.horizon,
      expected: `at most ${MOST_YEARS} years later`,
    });
  }
  if (asOf.last >= days(head.value.horizon).last) {
    const message = `The horizon, ${head.value.horizon}, must lie after the as-of date, ${head.value.as_of}: what is between them is played.`;
    report("case/horizon", head.place(["horizon"]), message, { given: head.value.horizon });
  }
  const late = (
    item: Item,
    path: Path,
    what: string,
    date: string,
    code: "case/hindsight" | "case/late-document" = "case/hindsight",
  ): void => {
    const message = `${what} ${date}, after the as-of date ${head.value.as_of}. What came later would leak into the forecast; take it out.`;
    report(code, item.place(path), message, {
      given: date,
      expected: `at most ${isoDate(asOf.last)}`,
    });
  };
  for (const [section, field] of KNOWN_BY) {
    for (const item of sound(draft, section)) {
      const date = (item.value as { readonly [key: string]: unknown })[field];
      if (typeof date !== "string" || days(date).first <= asOf.last) continue;
      late(item, [field], `${labelAtStart(section, item.raw)} has the date`, date);
    }
  }
  for (const item of sound(draft, "posts")) {
    for (const [i, { to }] of (item.value.former ?? []).entries()) {
      if (days(to).first <= asOf.last) continue;
      late(item, ["former", i, "to"], `${labelAtStart("posts", item.raw)} had a former holder until`, to);
    }
  }
  for (const item of sound(draft, "documents")) {
    const { date } = item.value;
    if (date === undefined || days(date).first <= asOf.last) continue;
    const what = `${labelAtStart("documents", item.raw)} has the date`;
    late(item, ["date"], what, date, "case/late-document");
  }
  for (const item of sound(draft, "questions")) {
    const { asked } = item.value;
    if (days(asked).first <= asOf.last) continue;
    const message = `${labelAtStart("questions", item.raw)} was asked on ${asked}, after the as-of date ${head.value.as_of}: whoever asked knew what had come since, and play answers from the as-of date on. Ask it on the as-of date, or move that.`;
    report("case/late-question", item.place(["asked"]), message, {
      given: asked,
      expected: `at most ${isoDate(asOf.last)}`,
    });
  }
  for (const item of sound(draft, "series")) {
    const month = values[item.value.id]?.months.findLast((m) => days(m).last > asOf.last);
    if (month === undefined) continue;
    late(item, ["file"], `${labelAtStart("series", item.raw)} runs until`, month);
  }
}

/** Actors do not join, act or hold office before they were founded or after they are gone. */
export function checkLifetimes(draft: Draft, report: Report): void {
  const actors = new Map(sound(draft, "actors").map(({ value }) => [value.id, value]));
  const before = (id: string | undefined, date: string | undefined): string | undefined => {
    const founded = id === undefined ? undefined : actors.get(id)?.founded;
    if (founded === undefined || date === undefined) return undefined;
    return days(date).last < days(founded).first ? founded : undefined;
  };
  const gone = (id: string | undefined): string | undefined => {
    const status = id === undefined ? undefined : actors.get(id)?.status;
    return status === "dead" || status === "dissolved" ? status : undefined;
  };
  for (const item of sound(draft, "memberships")) {
    const { actor, from, to } = item.value;
    const founded = before(actor, from) ?? before(actor, to);
    // a part that split off may have stood in blocs while it was a part
    if (founded !== undefined && actors.get(actor)?.splitFrom === undefined) {
      const message = `${labelAtStart("memberships", item.raw)} lies before ${founded}, when "${actor}" was founded.`;
      report("case/lifetime", item.place([from === undefined ? "to" : "from"]), message, {
        given: from ?? to,
      });
    }
    const asOf = draft.head?.value.as_of;
    if (gone(actor) === undefined || asOf === undefined) continue;
    if (to !== undefined && days(to).first <= days(asOf).last) continue;
    const message = `${labelAtStart("memberships", item.raw)} has not ended, though "${actor}" is ${gone(actor)}. Give it an end (to).`;
    report("case/lifetime", item.place(), message);
  }
  for (const item of sound(draft, "events")) {
    for (const side of ["by", "of"] as const) {
      const founded = before(item.value[side], item.value.date);
      if (founded === undefined) continue;
      const message = `In ${labelOf("events", item.raw)}, "${item.value[side]}" takes part on ${item.value.date}, before it was founded (${founded}).`;
      report("case/lifetime", item.place(["date"]), message, { given: item.value.date });
    }
  }
  for (const item of sound(draft, "posts")) {
    const status = gone(item.value.holder);
    if (status === undefined) continue;
    const message = `${labelAtStart("posts", item.raw)} is held by "${item.value.holder}", who is ${status}. Leave the holder out if it is vacant.`;
    report("case/lifetime", item.place(["holder"]), message, { given: item.value.holder });
  }
}

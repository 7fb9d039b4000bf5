import { dayOf, isoMonth, monthIndex } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";

/** Months of the record, of which some are known to be troubled. */
export interface RecordedTrouble {
  readonly months: number;
  /** Months with a boycott or a motion under way. */
  readonly crisis: number;
  /** Months with a campaign by arms under way, or land taken. */
  readonly arms: number;
}

/**
 * What the dated events of a case say of the months before its as-of date, by the parts of stability.
 *
 * @returns lower bounds: an event that the case does not record is not seen.
 * @remarks A boycott lasts from its event to the event that ends it by the same actor, a campaign to the one
 * that breaks it off; where there is none, to the as-of date if the case still has it among its standing
 * facts, and else for its own month.
 */
export function recordedTrouble(source: Case, months: number): RecordedTrouble {
  const last = monthIndex(dayOf(source.head.as_of)) - 1;
  const first = last - months + 1;
  const crisis = new Set<number>();
  const arms = new Set<number>();
  const span = (into: Set<number>, from: number, to: number): void => {
    for (let month = Math.max(first, from); month <= Math.min(last, to); month++) into.add(month);
  };
  const monthOf = (date: string): number => monthIndex(dayOf(date));
  const until = (by: string, from: string, move: string): number => {
    const ends = source.events
      .filter((event) => event.move === move && event.by === by && event.date >= from)
      .map((event) => monthOf(event.date));
    if (ends.length > 0) return Math.min(...ends);
    const kind = move === "end-boycott" ? "boycott" : "campaign";
    return source.standing.some((standing) => standing.kind === kind && standing.by === by)
      ? last
      : monthOf(from);
  };
  for (const { by, date, move } of source.events) {
    if (move === "boycott") span(crisis, monthOf(date), until(by, date, "end-boycott"));
    if (move === "no-confidence") span(crisis, monthOf(date), monthOf(date));
    if (move === "campaign") span(arms, monthOf(date), until(by, date, "break-off-campaign"));
    if (move === "seize-territory") span(arms, monthOf(date), monthOf(date));
  }
  for (const { kind, by, since } of source.standing) {
    if (since === undefined) continue;
    if (kind === "boycott") span(crisis, monthOf(since), until(by, since, "end-boycott"));
    if (kind === "campaign") span(arms, monthOf(since), until(by, since, "break-off-campaign"));
  }
  return { months, crisis: crisis.size, arms: arms.size };
}

/** Part of the months after the as-of date's own series that lie above 1.5 times the twelve before each. */
export function laterViolence(
  seen: { readonly months: readonly string[]; readonly values: readonly number[] },
  later: { readonly months: readonly string[]; readonly values: readonly number[] },
  asOf: string,
  months: number,
): { readonly above: number; readonly months: number } | undefined {
  const counts = new Map<string, number>();
  for (const { months: known, values } of [seen, later]) {
    for (const [k, month] of known.entries()) counts.set(month, values[k]);
  }
  const start = monthIndex(dayOf(asOf));
  let above = 0;
  let counted = 0;
  for (let month = start; month < start + months; month++) {
    const count = counts.get(isoMonth(month));
    const before = Array.from({ length: 12 }, (_, k) => counts.get(isoMonth(month - 12 + k)));
    if (count === undefined || before.some((value) => value === undefined)) continue;
    counted += 1;
    const mean = before.reduce<number>((sum, value) => sum + (value ?? 0), 0) / 12;
    if (count > 1.5 * mean) above += 1;
  }
  return counted === 0 ? undefined : { above, months: counted };
}

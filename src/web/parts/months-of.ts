import type { Case } from "../../case/index.ts";

const MOST_MONTHS = 12;

/** Months to the case's horizon, a year at most. */
export function monthsOf({ head }: Case): number {
  const month = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 12);
  return Math.max(1, Math.min(MOST_MONTHS, month(head.horizon) - month(head.as_of) + 1));
}

import * as z from "zod";

const UNITS: { readonly [unit: string]: number } = { s: 1, min: 60, h: 3600, d: 86_400 };
const FORM = /^(\d+(?:\.\d+)?) ?(s|min|h|d)$/;

/** A length of time of a machine's clock, as people write it: `90 s`, `45 min`, `2 h`, `1.5 d`. */
export const timeSpan = z
  .string()
  .regex(FORM, "must be a length of time such as 45 min, 2 h or 1 d")
  .refine((span) => secondsOf(span) > 0, "must be longer than nothing");

/** Seconds of a length of time that was read from a case's file. */
export function secondsOf(span: string): number {
  const [, number, unit] = FORM.exec(span) ?? [];
  return Number(number) * UNITS[unit];
}

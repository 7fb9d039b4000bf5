import * as z from "zod";
import { readDate } from "../../base/index.ts";
import { ref, type Thing } from "./references.ts";

/** A refusal that says with which code it is found. */
function finding(code: "case/date" | "case/range" | "case/empty" | "case/form", message: string) {
  return { message, params: { code } };
}

/** Kebab-case, stable: other parts of the case refer to it. */
export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "an id is lower-case letters, digits and single hyphens, such as state-of-law",
  )
  .max(80)
  .meta({ description: "Names it for the rest of the case; lower-case letters, digits and single hyphens." });

/** A text with its meaning. */
export function text(meaning: string) {
  return z
    .string()
    .refine(
      (value) => /\S/.test(value),
      finding("case/empty", "a text is not blank: write it, or take the key out"),
    )
    .refine(
      (value) => !UNPRINTABLE.test(value),
      finding("case/form", "a character in it cannot be printed: take it out"),
    )
    .meta({ description: meaning });
}

/** Whether a text holds something to read, and nothing that cannot be printed. */
export function isReadable(value: string): boolean {
  return /\S/.test(value) && !UNPRINTABLE.test(value);
}

/** Control characters but tabs and line ends, and marks that turn the order of letters around. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\u202d\u202e]/u;

/** A date known to the year, month or day. A bare year may be written as a number. */
export const date = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .refine(
    (text) => readDate(text) !== undefined,
    finding("case/date", "a date is written 2012-01-10, 2012-01 or 2012, and must exist"),
  )
  .meta({ description: "A date: 2012-01-10, or 2012-01 or 2012 where no more is known." });

/** The most that anybody can hold of anything: sums and products of such amounts are still exact enough to divide. */
export const MOST_HELD = 1e15;

/** A number, or what is known of one as `[low, mode, high]`, each part between two bounds. */
export function quantityIn(least: number, most: number) {
  const part = z.number().min(least).max(most);
  return z
    .union([
      part,
      z
        .tuple([part, part, part])
        .readonly()
        .refine(
          ([low, middle, high]) => low <= middle && middle <= high,
          finding("case/range", "a range is written [low, mode, high], and rises"),
        ),
    ])
    .meta({ description: "A number, or a range [low, mode, high], drawn once a run (PERT)." });
}

/** One id, or a list of them. */
export function oneOrMore(...to: readonly Thing[]) {
  return z.union([ref(...to), z.array(ref(...to)).min(1)]);
}

/** What any datum may carry: where it is from, which words say so, how sure, and a remark. */
export const provenance = {
  source: oneOrMore("source").optional().meta({ description: "Id, or ids, from `sources`." }),
  evidence: oneOrMore("statement")
    .optional()
    .meta({ description: "Id, or ids, from `statements`: the words that say so." }),
  confidence: z
    .enum(["high", "medium", "low"])
    .optional()
    .meta({ description: "How sure the author is of it." }),
  note: text("What a reader should know of it.").optional(),
};

export const status = z
  .enum(["active", "in-exile", "fugitive", "detained", "banned", "dissolved", "dead"])
  .meta({ description: "Whether it can act, and from where." });

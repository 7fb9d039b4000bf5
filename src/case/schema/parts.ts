import * as z from "zod";
import { readDate } from "../../base/index.ts";

/** Kebab-case, stable: other parts of the case refer to it. */
export const id = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
    "an id is lower-case letters, digits and single hyphens, such as state-of-law",
  )
  .max(80);

/** A date known to the year, month or day. A bare year may be written as a number. */
export const date = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .refine(
    (text) => readDate(text) !== undefined,
    "a date is written 2012-01-10, 2012-01 or 2012, and must exist",
  )
  .meta({ description: "A date: 2012-01-10, or 2012-01 or 2012 where no more is known." });

/** A number, or what is known of one as `[low, mode, high]`. */
export const quantity = z
  .union([
    z.number(),
    z
      .tuple([z.number(), z.number(), z.number()])
      .readonly()
      .refine(
        ([low, middle, high]) => low <= middle && middle <= high,
        "a range is written [low, mode, high], and rises",
      ),
  ])
  .meta({ description: "A number, or a range [low, mode, high], drawn once a run (PERT)." });

/** A quantity whose every part must lie between two bounds. */
export function quantityIn(least: number, most: number) {
  return quantity.refine(
    (value) =>
      typeof value === "number" ? value >= least && value <= most : value[0] >= least && value[2] <= most,
    most === Number.POSITIVE_INFINITY ? `must be at least ${least}` : `must lie between ${least} and ${most}`,
  );
}

const oneOrMore = z.union([z.string(), z.array(z.string()).min(1)]);

/** What any datum may carry: where it is from, which words say so, how sure, and a remark. */
export const provenance = {
  source: oneOrMore.optional().meta({ description: "Id, or ids, from `sources`." }),
  evidence: oneOrMore
    .optional()
    .meta({ description: "Id, or ids, from `statements`: the words that say so." }),
  confidence: z.enum(["high", "medium", "low"]).optional(),
  note: z.string().optional(),
};

export const status = z.enum(["active", "in-exile", "fugitive", "detained", "banned", "dissolved", "dead"]);

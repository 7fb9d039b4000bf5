import type { Severity } from "../../base/index.ts";

/** A kind of finding: how much it weighs, and what it means. */
interface Kind {
  readonly severity: Severity;
  /** The case can be used in spite of this error. */
  readonly usable?: true;
  readonly meaning: string;
}

/** Every kind of finding on a case, by its code. */
export const kinds = {
  "file/none": { severity: "error", meaning: "The folder holds no YAML file that could be a case." },
  "file/size": { severity: "error", meaning: "A file, or the folder, is larger than is read." },
  "file/unreadable": { severity: "error", meaning: "A file or the folder cannot be read from the disk." },
  "file/encoding": { severity: "error", meaning: "The bytes of a file are not UTF-8 text." },
  "file/bom": { severity: "note", meaning: "A file begins with a byte order mark; it is read without." },
  "file/missing": { severity: "error", meaning: "A document or series names a file that is not there." },
  "file/unknown": {
    severity: "warning",
    meaning: "A CSV file is named after no section and used by nothing.",
  },

  "yaml/syntax": { severity: "error", meaning: "The text is not YAML." },
  "yaml/tab": { severity: "error", meaning: "A line is indented with a tab; YAML wants spaces." },
  "yaml/duplicate-key": { severity: "error", meaning: "A key stands twice in one mapping." },
  "yaml/alias": { severity: "error", meaning: "An alias has no anchor, holds itself, or grows too large." },
  "yaml/tag": { severity: "error", meaning: "A value carries a tag (`!…`); a case needs none." },
  "yaml/depth": { severity: "error", meaning: "Values are nested deeper than 50 levels." },
  "yaml/root": { severity: "error", meaning: "A YAML file holds something other than sections." },

  "csv/quote": { severity: "error", meaning: "A quotation mark in a CSV file is not closed or misplaced." },
  "csv/cells": { severity: "error", meaning: "A CSV row has more or fewer cells than the header." },
  "csv/header": { severity: "error", meaning: "A CSV header is missing, or names a column twice." },
  "csv/separator": { severity: "error", meaning: "A CSV file is separated by something other than commas." },

  "case/head": { severity: "error", meaning: "The section `case` is missing, or stands in two files." },
  "case/section": { severity: "error", meaning: "A section is not a list of items." },
  "case/unknown-key": { severity: "error", meaning: "A key or column that the format does not know." },
  "case/missing-key": { severity: "error", meaning: "A key that must be there is not." },
  "case/empty": { severity: "error", meaning: "A key is there without a value." },
  "case/type": { severity: "error", meaning: "A value is of the wrong type." },
  "case/choice": { severity: "error", meaning: "A value is none of those that may stand here." },
  "case/form": { severity: "error", meaning: "A text is not written the way it must be, such as an id." },
  "case/bounds": { severity: "error", meaning: "A number lies outside its bounds." },
  "case/range": { severity: "error", meaning: "A range `[low, mode, high]` does not rise." },
  "case/date": { severity: "error", meaning: "There is no such date, or it is not written as one." },

  "case/reference": {
    severity: "error",
    meaning: "An id names nothing in the case, or the wrong kind of thing.",
  },
  "case/duplicate-id": { severity: "error", meaning: "Two items of a section have one id." },
  "case/shared-id": { severity: "error", meaning: "An actor, bloc or group has the id of another of them." },
  "case/two-holders": { severity: "error", meaning: "A post stands twice, with two holders." },
  "case/series": { severity: "error", meaning: "A series cannot be read from its CSV file." },
  "case/same-name": { severity: "error", meaning: "Two actors have one name: nobody could tell them apart." },
  "case/shared-alias": {
    severity: "warning",
    meaning: "An alias of an actor is a name or alias of another.",
  },
} as const satisfies { readonly [code: string]: Kind };

export type Code = keyof typeof kinds;

/** Whether a case can be used although there is a finding with this code. */
export function leavesUsable(code: string): boolean {
  const kind: Kind | undefined = kinds[code as Code];
  return kind !== undefined && (kind.severity !== "error" || kind.usable === true);
}

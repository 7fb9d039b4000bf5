import { civil, dayOf, isoDate, readDate, TawazunError } from "../../base/index.ts";
import { MOST_YEARS } from "../check/dates.ts";
import type { Folder } from "../folder.ts";
import { caseJsonSchema } from "../schema/json-schema.ts";
import { isReadable } from "../schema/parts.ts";
import { actorsFile } from "./actors-file.ts";
import { briefing } from "./briefing.ts";
import { headFile } from "./head-file.ts";
import { issuesFile, stakesTable } from "./issues-file.ts";
import { recordFile } from "./record-file.ts";

/** What a new case is to be called, and which time it covers. */
export interface NewCase {
  /** Lower-case letters, digits and single hyphens. */
  readonly id: string;
  readonly title: string;
  /** The day of which the case tells, as 2012-01-10. */
  readonly asOf: string;
  /** The last day that is played. */
  readonly horizon: string;
}

/** The days that the example tells of, all made from the as-of date and the horizon. */
export interface ExampleDates {
  readonly asOf: string;
  readonly horizon: string;
  /** A day between the two. */
  readonly between: string;
  /** A number of days before the as-of date. */
  before(days: number): string;
}

/**
 * A small case to begin from: an invented country with two lists, a splinter, a withheld post,
 * a briefing and a question, and comments that say what each part is for. It checks without findings.
 *
 * @returns its files; `.tawazun/case.schema.json` is what editors complete and check with.
 * @throws {TawazunError} `case/id` for an id that is none; `case/title` for a title that is blank or cannot be printed; `case/date` for a date that is no day;
 * `case/horizon` if the horizon does not lie after the as-of date; `case/far-horizon` if it lies more than 100 years after it.
 * @example
 * ```ts
 * import { newCase } from "tawazun/case";
 * const files = newCase({ id: "my-case", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
 * [...files.keys()].includes("documents/briefing.md"); //=> true
 * ```
 */
export function newCase(asked: NewCase): Folder {
  const { id, title, asOf, horizon } = asked;
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 80) {
    const wanted = "lower-case letters, digits and single hyphens, such as iraq-2012";
    throw new TawazunError("case/id", `"${id}" is no id for a case: write ${wanted}.`);
  }
  if (!isReadable(title)) {
    const message = `A title is printed at the head of every page; "${title.trim()}" cannot be read.`;
    throw new TawazunError("case/title", message);
  }
  for (const date of [asOf, horizon]) {
    if (readDate(date)?.precision === "day" && dayOf(date) > dayOf("0100-01-01")) continue;
    throw new TawazunError("case/date", `"${date}" is no day; write it as 2012-01-10.`);
  }
  if (dayOf(horizon) <= dayOf(asOf)) {
    const message = `The horizon, ${horizon}, must lie after the as-of date, ${asOf}.`;
    throw new TawazunError("case/horizon", message);
  }
  const years = civil(dayOf(horizon)).year - civil(dayOf(asOf)).year;
  if (years > MOST_YEARS) {
    const message = `The horizon, ${horizon}, lies ${years} years after the as-of date, ${asOf}; at most ${MOST_YEARS} are played. Is the year right?`;
    throw new TawazunError("case/far-horizon", message);
  }
  const dates: ExampleDates = {
    asOf,
    horizon,
    between: isoDate(Math.floor((dayOf(asOf) + dayOf(horizon)) / 2)),
    before: (days) => isoDate(dayOf(asOf) - days),
  };
  const files = {
    "case.yaml": withSchema(headFile(id, title, dates)),
    "actors.yaml": withSchema(actorsFile(dates)),
    "issues.yaml": withSchema(issuesFile(dates)),
    "stakes.csv": stakesTable(),
    "record.yaml": withSchema(recordFile(dates)),
    "documents/briefing.md": briefing(dates),
    ".tawazun/case.schema.json": `${JSON.stringify(caseJsonSchema())}\n`,
  };
  return new Map(Object.entries(files).map(([file, text]) => [file, new TextEncoder().encode(text)]));
}

function withSchema(text: string): string {
  return `# yaml-language-server: $schema=.tawazun/case.schema.json\n${text}`;
}

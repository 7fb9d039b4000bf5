import { type Finding, TawazunError } from "../../base/index.ts";
import { type LogBuilder, logBuilder } from "../event-log.ts";
import { acled } from "./acled.ts";
import { eventReader } from "./event-reader.ts";
import type { Feed, Reading, ReadingOptions, Told } from "./feed.ts";
import { gdelt } from "./gdelt.ts";
import { icews } from "./icews.ts";
import { keds } from "./keds.ts";
import { lineCutter } from "./lines.ts";
import { ownCsv } from "./own-csv.ts";
import { polecat } from "./polecat.ts";
import { quadruples } from "./quadruples.ts";

/** Every form of event data that is read, in the order in which a file is tried against them. */
export const feeds: readonly Feed[] = [ownCsv, icews, polecat, acled, gdelt, quadruples, keds];

/** So many lines are looked at to recognise a form. */
const HEAD = 8;

/** The form of a file by its first lines; nothing if it is none that is known. */
export function recognised(head: readonly string[]): Feed | undefined {
  return feeds.find((feed) => feed.recognise(head));
}

/**
 * The form of a name.
 *
 * @throws {TawazunError} `feed/name` if there is none.
 */
export function feedNamed(id: string): Feed {
  const named = feeds.find((feed) => feed.id === id);
  if (named !== undefined) return named;
  throw new TawazunError(
    "feed/name",
    `There is no feed "${id}"; there are ${feeds.map((feed) => feed.id).join(", ")}.`,
  );
}

/** Takes the pieces of one file, of whatever known form. */
export interface TextReader {
  /** A piece of the text, cut anywhere. */
  piece(text: string): void;
  /** What came of it. Of a text that was cut off, the line in which it ends is left out. */
  end(isCut?: boolean): Told & { readonly feed?: string };
}

/**
 * Starts to read a text of events that comes in pieces into a log: nothing of it is kept but its events.
 *
 * @param options `feed`: the form, if it is not to be recognised.
 * @throws {TawazunError} `feed/name` if a form is named that there is not. Never for what the text holds.
 */
export function textReader(
  options: ReadingOptions & { readonly feed?: string | undefined },
  into: LogBuilder,
): TextReader {
  let feed = options.feed === undefined ? undefined : feedNamed(options.feed);
  let reader = feed === undefined ? undefined : eventReader(feed, options, into);
  let head: string[] | undefined = [];
  function begin(): void {
    if (reader === undefined && head !== undefined) {
      feed = recognised(head);
      reader = feed === undefined ? undefined : eventReader(feed, options, into);
    }
    for (const line of head ?? []) reader?.line(line);
    first = head?.[0] ?? "";
    head = undefined;
  }
  let first = "";
  const cutter = lineCutter((line) => {
    if (head === undefined) {
      reader?.line(line);
      return;
    }
    head.push(line);
    if (head.length >= HEAD) begin();
  });
  return {
    piece(text) {
      // A text of no known form is not looked at any further.
      if (head !== undefined || reader !== undefined) cutter.piece(text);
    },
    end(isCut = false) {
      cutter.end(isCut);
      if (head !== undefined) begin();
      return feed === undefined || reader === undefined
        ? unknown(options.file, first)
        : { ...reader.end(), feed: feed.id };
    },
  };
}

function unknown(file: string, first: string): Told {
  const finding: Finding = {
    code: "feed/unknown",
    severity: "error",
    place: { file, line: 1 },
    message: `The file is none of the known forms (${feeds.map(({ name }) => name).join(", ")}); name one if it is.`,
    given: first.slice(0, 120),
  };
  return { findings: [finding], rows: 0, leftOut: 0, strangers: [] };
}

/**
 * Reads event data of whatever known form.
 *
 * @param text the text of a file, or pieces of it in order, cut anywhere.
 * @param options `feed`: the form, if it is not to be recognised; `only`: which events are wanted; `who`: the
 * case in whose names the log is to speak.
 * @returns the log and the findings; a text of no known form gives an empty log and one error.
 * @throws {TawazunError} `feed/name` if a form is named that there is not.
 * @example
 * ```ts
 * import { readEvents } from "tawazun/events";
 * const { log, findings } = readEvents("date,source,target,type\n2012-01-10,sadr,maliki,REQUEST\nsoon,a,b,AID\n", {
 *   file: "events.csv",
 * });
 * log.count; //=> 1
 * findings[0].place; //=> { file: "events.csv", line: 3, column: 1 }
 * ```
 */
export function readEvents(
  text: string | Iterable<string>,
  options: ReadingOptions & { readonly feed?: string | undefined },
): Reading {
  const builder = logBuilder({ actors: options.who?.ids ?? [] });
  const reader = textReader(options, builder);
  for (const piece of typeof text === "string" ? [text] : text) reader.piece(piece);
  const { findings, rows, leftOut, strangers } = reader.end();
  return { log: builder.log(), findings, rows, leftOut, strangers };
}

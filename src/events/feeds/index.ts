import { type Finding, TawazunError } from "../../base/index.ts";
import { acled } from "./acled.ts";
import { type Feed, type FeedOptions, linesOf, type Reading } from "./feed.ts";
import { gdelt } from "./gdelt.ts";
import { icews } from "./icews.ts";
import { keds } from "./keds.ts";
import { ownCsv } from "./own-csv.ts";
import { polecat } from "./polecat.ts";
import { quadruples } from "./quadruples.ts";

export { type Feed, type FeedOptions, linesOf, type Reading } from "./feed.ts";
export { writeEvents } from "./own-csv.ts";

/** Every form of event data that is read, in the order in which a file is tried against them. */
export const feeds: readonly Feed[] = [ownCsv, icews, polecat, acled, gdelt, quadruples, keds];

/** The form of a file by its first lines; nothing if it is none that is known. */
export function recognised(head: readonly string[]): Feed | undefined {
  return feeds.find((feed) => feed.recognise(head));
}

/**
 * Reads event data of whatever known form.
 *
 * @param text the text of a file, or pieces of it in order, cut anywhere.
 * @param feed the form, if it is not to be recognised.
 * @returns the log and the findings; a text of no known form gives an empty log and one error.
 * @throws {TawazunError} `feed/name` if a form is named that there is not.
 * @example
 * ```ts
 * import { readEvents } from "tawazun/events";
 * const { log, findings } = readEvents("date,source,target,type\n2012-01-10,sadr,maliki,REQUEST\nsoon,a,b,AID\n", {
 *   file: "events.csv",
 * });
 * log.count; //=> 1
 * findings[0].place.line; //=> 3
 * ```
 */
export function readEvents(
  text: string | Iterable<string>,
  options: FeedOptions & { readonly feed?: string },
): Reading {
  const lines = linesOf(text);
  const head: string[] = [];
  while (head.length < 8) {
    const next = lines.next();
    if (next.done === true) break;
    head.push(next.value);
  }
  const named = options.feed === undefined ? undefined : feeds.find(({ id }) => id === options.feed);
  if (options.feed !== undefined && named === undefined) {
    throw new TawazunError(
      "feed/name",
      `There is no feed "${options.feed}"; there are ${feeds.map(({ id }) => id).join(", ")}.`,
    );
  }
  const feed = named ?? recognised(head);
  if (feed === undefined) {
    const finding: Finding = {
      code: "feed/unknown",
      severity: "error",
      place: { file: options.file, line: 1 },
      message: `The file is none of the known forms (${feeds.map(({ name }) => name).join(", ")}); name one if it is.`,
      given: (head[0] ?? "").slice(0, 120),
    };
    return { log: ownCsv.read(["date,source,type"], options).log, findings: [finding], rows: 0 };
  }
  return feed.read(all(head, lines), options);
}

function* all(head: readonly string[], rest: Iterable<string>): Generator<string> {
  yield* head;
  yield* rest;
}

import type { Finding, Source } from "../../base/index.ts";
import type { EventLog } from "../event-log.ts";

/** What came of reading a file: the events that could be read, and a remark on each row that could not. */
export interface Reading {
  readonly log: EventLog;
  readonly findings: readonly Finding[];
  /** Rows that hold something, the header not counted. */
  readonly rows: number;
}

/** What a feed may be told beside its lines. */
export interface FeedOptions {
  /** The file's name, for findings. */
  readonly file: string;
  /** For streams of numbers: the lines of the files that name actors and types. */
  readonly actorNames?: Iterable<string>;
  readonly typeNames?: Iterable<string>;
  /** For streams that count days from an unnamed one: which day is 0. */
  readonly dayZero?: number;
}

/** A form in which event data come: how it is known, and how it is read. */
export interface Feed {
  readonly id: string;
  readonly name: string;
  readonly means: string;
  readonly sources: readonly Source[];
  /** Whether lines from the head of a file look like this form. Never throws. */
  recognise(head: readonly string[]): boolean;
  /** Reads lines, of any content. Never throws: what cannot be read becomes a finding. */
  read(lines: Iterable<string>, options: FeedOptions): Reading;
}

/**
 * Lines of a text, or of pieces of one, without their ends; a mark of byte order at the start is dropped.
 * Pieces may be cut anywhere.
 */
export function* linesOf(text: string | Iterable<string>): Generator<string> {
  let rest = "";
  let first = true;
  for (const piece of typeof text === "string" ? [text] : text) {
    rest += first && piece.startsWith("\uFEFF") ? piece.slice(1) : piece;
    if (piece !== "") first = false;
    let from = 0;
    for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n", from)) {
      yield rest.slice(from, end > from && rest.charCodeAt(end - 1) === 13 ? end - 1 : end);
      from = end + 1;
    }
    rest = rest.slice(from);
  }
  if (rest !== "") yield rest.endsWith("\r") ? rest.slice(0, -1) : rest;
}

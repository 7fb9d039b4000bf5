import type { Finding, Source } from "../../base/index.ts";
import type { EventLog, EventRecord } from "../event-log.ts";
import type { EventFilter } from "../slice-events.ts";
import type { Stranger, Who } from "../who-of.ts";
import type { TableForm } from "./table-form.ts";

/** What is to be said of a file that was read: above all a remark on each row that could not be. */
export interface Told {
  readonly findings: readonly Finding[];
  /** Rows that hold something, the header not counted. */
  readonly rows: number;
  /** Events that could be read and were not wanted. */
  readonly leftOut: number;
  /** Whom the case does not know, the most frequent first; empty where no case was given. */
  readonly strangers: readonly Stranger[];
}

/** What came of reading: the events that could be read, and what is to be said of the others. */
export interface Reading extends Told {
  readonly log: EventLog;
}

/** What a feed may be told beside its lines. */
export interface FeedOptions {
  /** The file's name, for findings. */
  readonly file: string;
  /** For streams of numbers: the lines of the files that name actors and types. */
  readonly actorNames?: Iterable<string> | undefined;
  readonly typeNames?: Iterable<string> | undefined;
  /** For streams that count days from an unnamed one: which day is 0. */
  readonly dayZero?: number | undefined;
}

/** What may be asked of a reading. */
export interface ReadingOptions extends FeedOptions {
  /** Only these events are kept; actors are meant as the log names them. */
  readonly only?: EventFilter | undefined;
  /** Who is who in a case: its ids take the place of names. */
  readonly who?: Who | undefined;
  /** Leaves out events whose source, or target if there is one, the case does not know. */
  readonly knownOnly?: boolean | undefined;
}

/** An event as a feed has it: beside the names, codes of a country or sector that source and target fall under. */
export interface FeedEvent extends EventRecord {
  readonly sourceCodes?: readonly string[] | undefined;
  readonly targetCodes?: readonly string[] | undefined;
}

/** What is wrong with a row. */
export interface Fault {
  readonly problem: string;
  readonly given?: string | undefined;
  /** Where in the line, from 1. */
  readonly column?: number | undefined;
}

/** Is given what each row holds, and the line on which it begins. */
export type Give = (row: FeedEvent | Fault, line: number) => void;

/** Takes the lines of one file one after another. */
export interface LineReader {
  line(text: string, number: number, give: Give): void;
  /** After the last line; what it returns is wrong with the file as a whole. */
  end?(give: Give): string | undefined;
}

/** A form in which event data come: how it is known, and how it is read. */
export interface Feed {
  readonly id: string;
  readonly name: string;
  readonly means: string;
  readonly sources: readonly Source[];
  /** Whether lines from the head of a file look like this form. Never throws. */
  recognise(head: readonly string[]): boolean;
  /** Reads lines, of any content. Never throws: what cannot be read becomes a fault. */
  lines(options: FeedOptions): LineReader;
  /** Present if the form is a table with named columns: what they mean. */
  readonly table?: TableForm;
}

export function isFault(made: object): made is Fault {
  return "problem" in made;
}

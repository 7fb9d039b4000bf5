import { type Finding, TawazunError } from "../../base/index.ts";
import type { LogBuilder } from "../event-log.ts";
import { nameKey } from "../name-key.ts";
import { ownCopy, textPool } from "../own-copy.ts";
import { strangerBook } from "../stranger-book.ts";
import { type Fault, type Feed, type FeedEvent, isFault, type ReadingOptions, type Told } from "./feed.ts";

/** At most so many faulty rows are listed one by one; the last findings say how many there were of each kind. */
const MOST = 50;

/** Reads one file of a feed, line by line or row by row, as they come. */
export interface EventReader {
  line(text: string): void;
  /** A row that was read elsewhere, such as from a Parquet file. */
  row(made: FeedEvent | Fault, line?: number): void;
  /** What came of it. */
  end(): Told;
}

const NONE: readonly string[] = [];

/** What stands in a cell is quoted up to so many letters; a whole row is not. */
const MOST_QUOTED = 60;

/** Starts to read one file of a feed into a log. Never throws, whatever lines it is given. */
export function eventReader(feed: Feed, options: ReadingOptions, into: LogBuilder): EventReader {
  const { file, who } = options;
  const code = `feed/${feed.id}`;
  const strangers = strangerBook();
  const lines = feed.lines(options);
  const isWanted = wantedBy(options);
  const own = textPool();
  const findings: Finding[] = [];
  const faults = new Map<string, number>();
  let rows = 0;
  let number = 0;
  let leftOut = 0;
  let listed = 0;
  let selfEvents = 0;

  function note(fault: Fault, line: number | undefined): void {
    faults.set(kindOf(fault), (faults.get(kindOf(fault)) ?? 0) + 1);
    listed += 1;
    if (listed > MOST) return;
    findings.push({
      code,
      severity: "warning",
      place: {
        file,
        ...(line === undefined ? {} : { line }),
        ...(line === undefined || fault.column === undefined ? {} : { column: fault.column }),
      },
      message: inWords(fault),
      ...(fault.given === undefined ? {} : { given: ownCopy(fault.given.slice(0, 120)) }),
    });
  }

  function take(made: FeedEvent | Fault, line: number | undefined): void {
    rows += 1;
    if (isFault(made)) {
      note(made, line);
      return;
    }
    const event = who === undefined ? made : renamed(withOwnNames(made));
    if (event === undefined || !isWanted(event)) {
      leftOut += 1;
      return;
    }
    try {
      into.add(event);
    } catch (error) {
      if (!(error instanceof TawazunError)) throw error;
      note({ problem: error.message, column: 1 }, line);
      return;
    }
    if (event.source === event.target) selfEvents += 1;
  }

  /** What is kept of a name must not keep the piece of the file that it stood in. */
  function withOwnNames(event: FeedEvent): FeedEvent {
    return {
      ...event,
      source: own(event.source),
      target: event.target === undefined ? undefined : own(event.target),
      sourceCodes: event.sourceCodes?.map(own),
      targetCodes: event.targetCodes?.map(own),
    };
  }

  /** The event in the case's names; nothing if somebody must be known and is not. */
  function renamed(event: FeedEvent): FeedEvent | undefined {
    const source = nameOf(event.source, event.sourceCodes ?? NONE, event);
    const target =
      event.target === undefined ? undefined : nameOf(event.target, event.targetCodes ?? NONE, event);
    if (options.knownOnly === true) {
      if (source === undefined || (event.target !== undefined && target === undefined)) return undefined;
    }
    return { ...event, source: source ?? event.source, target: target ?? event.target };
  }

  function nameOf(name: string, codes: readonly string[], event: FeedEvent): string | undefined {
    const id = who?.of(name, codes, event.time);
    if (id === undefined) strangers.note(name, codes, event);
    return id;
  }

  return {
    line(text) {
      number += 1;
      lines.line(text, number, take);
    },
    row: take,
    end() {
      const whole = lines.end?.(take);
      const place = { file };
      if (whole !== undefined && rows === 0) {
        findings.push({ code, severity: "error", place: { file, line: 1 }, message: whole });
      }
      if (listed > MOST) {
        const kinds = [...faults].map(([kind, count]) => `${count} × ${kind}`).slice(0, 8);
        const message = `${listed} rows in all could not be read; the first ${MOST} are listed. ${kinds.join(" ")}`;
        findings.push({ code, severity: "warning", place, message });
      }
      if (selfEvents > 0) {
        const count = selfEvents === 1 ? "One event is" : `${selfEvents} events are`;
        const message = `${count} of an actor toward itself: kept in the log, left out where models ask who acts toward whom.`;
        findings.push({ code: "feed/self", severity: "note", place, message });
      }
      return { findings, rows, leftOut, strangers: strangers.list() };
    },
  };
}

/** What is wrong, with what stands there. */
function inWords({ problem, given }: Fault): string {
  if (given === undefined || given.length > MOST_QUOTED) return problem;
  return given === "" ? `${problem} Nothing stands there.` : `${problem} It says "${given}".`;
}

/** Faults are of one kind if their words are the same but for numbers. */
function kindOf(fault: Fault): string {
  return fault.problem.replace(/\d+/, "…");
}

function wantedBy({ only }: ReadingOptions): (event: FeedEvent) => boolean {
  if (only === undefined) return () => true;
  const from = only.from ?? Number.NEGATIVE_INFINITY;
  const end = only.to === undefined ? Number.POSITIVE_INFINITY : Math.floor(only.to) + 1;
  const actors = only.actors === undefined ? undefined : new Set(only.actors.map(nameKey));
  const known = new Map<string, boolean>();
  const among = (name: string): boolean => {
    let is = known.get(name);
    if (is === undefined) {
      is = actors?.has(nameKey(name)) ?? true;
      if (known.size < 200_000) known.set(ownCopy(name), is);
    }
    return is;
  };
  return (event) =>
    event.time >= from &&
    event.time < end &&
    (only.types?.includes(event.type) ?? true) &&
    (only.fronts === undefined || (event.front !== undefined && only.fronts.includes(event.front))) &&
    (actors === undefined || among(event.source) || (event.target !== undefined && among(event.target)));
}

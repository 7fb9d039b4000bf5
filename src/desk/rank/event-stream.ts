import { isoDate, TawazunError } from "../../base/index.ts";
import type { DayOfEvents } from "../../behave/index.ts";
import { daysOf } from "../../behave/index.ts";
import type { Folder } from "../../case/index.ts";
import { type EventLog, eventLogOf, noTarget } from "../../events/index.ts";
import { findingLines, openCase, unusable } from "../open.ts";
import type { Lent, Outcome } from "../verb.ts";
import { isBenchmark, readBenchmark } from "./benchmark-folder.ts";

/** Events as they are ranked: by day, with the names that people know. */
export interface EventStream {
  readonly actors: readonly Named[];
  readonly types: readonly string[];
  readonly days: readonly DayOfEvents[];
  readonly events: number;
  /** Day 0 as a day since 1970-01-01; absent where the data count days from an unnamed first one. */
  readonly dayZero: number | undefined;
  /** What a reader must know of how the events were read. */
  readonly remarks: readonly string[];
}

/** An actor by the name that is shown, and all names it is found by. */
export interface Named {
  readonly name: string;
  readonly also: readonly string[];
}

const MOST_FINDINGS = 5;

/** The events of a case, of a file in any known form (text, packed with gzip, Parquet), or of a folder laid out like a ranking benchmark. */
export async function openStream(lent: Lent, path: string): Promise<EventStream | Outcome> {
  const opened = await openCase(lent, path);
  if (opened.folder !== undefined && isBenchmark(opened.folder)) return benchmarkStream(opened.folder, path);
  if (opened.source !== undefined) {
    const { source } = opened;
    const known = new Map(source.actors.map(({ id, name, aliases }) => [id, [name, id, ...(aliases ?? [])]]));
    return fromLog(eventLogOf(source), path, [], (id) => known.get(id) ?? [id]);
  }
  if (opened.folder !== undefined) return unusable(path, opened);
  const { log, files } = await lent.readEventFiles([path], {});
  const findings = files.flatMap((file) => file.findings);
  if (log.count === 0 && findings.length > 0) {
    return { code: 2, text: findingLines(findings.slice(0, MOST_FINDINGS)), json: { path, findings } };
  }
  const more = findings.length - MOST_FINDINGS;
  return fromLog(log, path, [
    ...(findings.length === 0 ? [] : [findingLines(findings.slice(0, MOST_FINDINGS))]),
    ...(more > 0 ? [`and ${more} more rows with findings.`] : []),
  ]);
}

function fromLog(
  log: EventLog,
  path: string,
  remarks: readonly string[],
  namesOf: (id: string) => readonly string[] = (id) => [id],
): EventStream {
  const kept = Array.from({ length: log.count }, (_, e) => e).filter((e) => log.target[e] !== noTarget);
  if (kept.length === 0) {
    throw new TawazunError("rank/events", `${path} holds no events of one actor toward another.`);
  }
  const column = (of: (e: number) => number): number[] => kept.map(of);
  const dayZero = Math.floor(log.time[kept[0]]);
  const left = log.count - kept.length;
  return {
    actors: log.actors.map((id) => {
      const [name, ...also] = namesOf(id);
      return { name, also };
    }),
    types: log.types,
    days: daysOf({
      day: column((e) => Math.floor(log.time[e]) - dayZero),
      source: column((e) => log.source[e]),
      type: column((e) => log.type[e]),
      target: column((e) => log.target[e]),
    }),
    events: kept.length,
    dayZero,
    remarks: left === 0 ? remarks : [...remarks, `${left} events without a target are left out.`],
  };
}

async function benchmarkStream(folder: Folder, path: string): Promise<EventStream> {
  const { actors, types, rows } = await readBenchmark(folder, path);
  const column = (k: number): number[] => rows.map((row) => row[k]);
  return {
    actors: actors.map((name) => ({ name, also: [] })),
    types,
    days: daysOf({ source: column(0), type: column(1), target: column(2), day: column(3) }),
    events: rows.length,
    dayZero: undefined,
    remarks: [],
  };
}

/** A day of a stream as its data name it. */
export function dayName({ dayZero }: Pick<EventStream, "dayZero">, day: number): string {
  return dayZero === undefined ? `day ${day}` : isoDate(dayZero + day);
}

import { type Finding, readDate } from "../../base/index.ts";
import { cameo } from "../cameo.ts";
import { type EventRecord, logBuilder } from "../event-log.ts";
import { eventType, isEventType } from "../event-type.ts";
import type { FeedOptions, Reading } from "./feed.ts";

/** At most so many findings of one code are kept; the last says how many there were. */
const MOST = 50;

/** What a row gives: an event, or what is wrong with it, or nothing (an empty row). */
export type Row = EventRecord | { readonly problem: string; readonly given?: string } | undefined;

/** Reads lines one by one; `row` turns a line into an event or says what is wrong with it. */
export function reading(
  lines: Iterable<string>,
  { file }: FeedOptions,
  feed: string,
  row: (line: string, number: number) => Row,
): Reading {
  const builder = logBuilder();
  const findings: Finding[] = [];
  let rows = 0;
  let number = 0;
  let bad = 0;
  for (const line of lines) {
    number += 1;
    const made = row(line, number);
    if (made === undefined) continue;
    rows += 1;
    if (!("problem" in made)) {
      builder.add(made);
      continue;
    }
    bad += 1;
    if (bad > MOST) continue;
    findings.push({
      code: `feed/${feed}`,
      severity: "warning",
      place: { file, line: number },
      message: made.problem,
      ...(made.given === undefined ? {} : { given: made.given.slice(0, 120) }),
    });
  }
  if (bad > MOST) {
    findings.push({
      code: `feed/${feed}`,
      severity: "warning",
      place: { file },
      message: `${bad} rows in all could not be read; the first ${MOST} are listed.`,
    });
  }
  return { log: builder.log(), findings, rows };
}

/** Reads a table with a header: `row` is given cells by the header's names, lower case. */
export function table(
  lines: Iterable<string>,
  options: FeedOptions,
  feed: string,
  wanted: readonly string[],
  row: (cell: (name: string) => string) => Row,
): Reading {
  let columns: ReadonlyMap<string, number> | undefined;
  let separator = ",";
  let missing: string[] = [];
  let cells: readonly string[] = [];
  const cell = (name: string): string => {
    const at = columns?.get(name);
    return at === undefined ? "" : (cells[at] ?? "").trim();
  };
  const made = reading(lines, options, feed, (line) => {
    if (line.trim() === "") return undefined;
    if (columns === undefined) {
      separator = separatorOf(line);
      columns = new Map(cellsOf(line, separator).map((name, k) => [name.trim().toLowerCase(), k]));
      missing = wanted.filter((name) => columns?.has(name) !== true);
      return undefined;
    }
    if (missing.length > 0) return undefined;
    cells = cellsOf(line, separator);
    return row(cell);
  });
  if (missing.length === 0 && columns !== undefined) return made;
  const message =
    columns === undefined
      ? "The file is empty: a header is expected."
      : `The header lacks ${missing.join(", ")}; nothing was read.`;
  return {
    ...made,
    findings: [{ code: `feed/${feed}`, severity: "error", place: { file: options.file, line: 1 }, message }],
  };
}

/** The mark between cells: a tab if there is one, else a semicolon if there are more of them than commas. */
export function separatorOf(header: string): string {
  if (header.includes("\t")) return "\t";
  return header.split(";").length > header.split(",").length ? ";" : ",";
}

/** Cells of a line; a cell in double quotes may hold the separator, and "" for a quote. */
export function cellsOf(line: string, separator: string): readonly string[] {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    if (line[at] === '"') {
      let text = "";
      let from = at + 1;
      let end = line.indexOf('"', from);
      while (end >= 0 && line[end + 1] === '"') {
        text += line.slice(from, end + 1);
        from = end + 2;
        end = line.indexOf('"', from);
      }
      text += end < 0 ? line.slice(from) : line.slice(from, end);
      const next = end < 0 ? -1 : line.indexOf(separator, end);
      cells.push(text);
      if (next < 0) return cells;
      at = next + 1;
    } else {
      const next = line.indexOf(separator, at);
      cells.push(next < 0 ? line.slice(at) : line.slice(at, next));
      if (next < 0) return cells;
      at = next + 1;
    }
  }
  return cells;
}

/** A day from `2012-01-10`, `20120110`, `10 January 2012` or the date before a time; nothing otherwise. */
export function dayFrom(text: string): number | undefined {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (digits !== null) return readDate(`${digits[1]}-${digits[2]}-${digits[3]}`)?.first;
  const iso = /^\d{4}-\d{2}-\d{2}/.exec(text);
  if (iso !== null) return readDate(iso[0])?.first;
  const words = /^(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})$/.exec(text);
  if (words === null) return undefined;
  const month = "janfebmaraprmayjunjulaugsepoctnovdec".indexOf(words[2].toLowerCase());
  if (month < 0 || month % 3 !== 0) return undefined;
  return readDate(`${words[3]}-${String(month / 3 + 1).padStart(2, "0")}-${words[1].padStart(2, "0")}`)
    ?.first;
}

/** Type and intensity of a CAMEO code; a public statement, which PLOVER leaves out, keeps its code. */
export function typeOfCameo(code: string): { readonly type: string; readonly intensity: number } | undefined {
  const meaning = cameo(code);
  if (meaning === undefined) return undefined;
  return { type: meaning.type?.id ?? `CAMEO-${code.slice(0, 3)}`, intensity: meaning.intensity };
}

/** Type and intensity of a PLOVER name; older names are known too. */
export function typeOfPlover(
  name: string,
): { readonly type: string; readonly intensity: number } | undefined {
  const older: { readonly [name: string]: string } = {
    DEMAND: "REQUEST",
    DISAPPROVE: "ACCUSE",
    INVESTIGATE: "ACCUSE",
    FIGHT: "ASSAULT",
  };
  const id = older[name.toUpperCase()] ?? name.toUpperCase();
  if (!isEventType(id)) return undefined;
  return { type: id, intensity: eventType(id).intensity };
}

/** A number from −10 to 10, or nothing. */
export function intensityFrom(text: string): number | undefined {
  if (text === "") return undefined;
  const value = Number(text);
  return Number.isFinite(value) && value >= -10 && value <= 10 ? value : undefined;
}

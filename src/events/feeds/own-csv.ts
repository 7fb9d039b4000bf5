import { isoDate, mode, readDate } from "../../base/index.ts";
import { type EventLog, eventAt } from "../event-log.ts";
import { cellsOf, separatorOf } from "./cells.ts";
import type { Fault, Feed } from "./feed.ts";
import { firstOf, lacking, type TableForm } from "./table-form.ts";
import { tableLines } from "./table-lines.ts";
import { dayFrom, intensityFrom, typeOfCameo, typeOfPlover } from "./values.ts";

// In the events of a case `by` acts, and `source` says where the row is from.
const SOURCE = ["by", "sender", "source"];
const TARGET = ["of", "receiver", "target"];

/** A number, or the mode of a range as a case writes it: `[-7, -5, -4]`. */
function numberOf(text: string): number {
  const range = /^\[([^,]+),([^,]+),([^,]+)\]$/.exec(text);
  if (range === null) return text === "" ? Number.NaN : Number(text);
  const [low, middle, high] = range.slice(1).map(Number);
  return low <= middle && middle <= high ? mode([low, middle, high]) : Number.NaN;
}

const form: TableForm = {
  wanted: ["date", "source|by|sender", "type"],
  day: {
    columns: ["date"],
    of: (cell) =>
      dayFrom(cell("date")) ??
      readDate(cell("date"))?.first ?? {
        problem: "The date is not one; write it as 2012-01-10.",
        given: cell("date"),
      },
  },
  source: {
    columns: SOURCE,
    of: (cell) => {
      const name = firstOf(cell, SOURCE);
      return name === "" ? { problem: "The event has no source." } : { name };
    },
  },
  target: {
    columns: TARGET,
    of: (cell) => {
      const name = firstOf(cell, TARGET);
      return name === "" ? undefined : { name };
    },
  },
  type: {
    columns: ["type"],
    of: (cell) =>
      typeOfPlover(cell("type")) ??
      typeOfCameo(cell("type")) ?? {
        problem: "The type is no PLOVER name and no CAMEO code.",
        given: cell("type"),
      },
  },
  intensity: {
    columns: ["intensity"],
    of: (cell): number | undefined | Fault => {
      const text = cell("intensity");
      if (text === "") return undefined;
      return (
        intensityFrom(String(numberOf(text))) ?? {
          problem: "The intensity must be a number from -10 to 10.",
          given: text,
        }
      );
    },
  },
  rest: {
    columns: ["certainty", "front"],
    of: (cell) => {
      const certainty = cell("certainty") === "" ? 1 : numberOf(cell("certainty"));
      if (!(certainty >= 0 && certainty <= 1)) {
        return { problem: "The certainty must be a number from 0 to 1.", given: cell("certainty") };
      }
      return { certainty, ...(cell("front") === "" ? {} : { front: cell("front") }) };
    },
  },
};

/** Our own table, and the events of a case where they stand in `events.csv`. */
export const ownCsv: Feed = {
  id: "csv",
  name: "Table of events",
  means:
    "header with date, source (or by, or sender) and type; target (or of, or receiver), intensity, front and certainty if known",
  sources: [],
  table: form,
  recognise(head) {
    const cells = cellsOf(head[0] ?? "", separatorOf(head[0] ?? ""));
    return lacking(form, new Set(cells.texts.map((name) => name.trim().toLowerCase()))).length === 0;
  },
  lines: () => tableLines(form),
};

/** Writes a log as our own table: reading it gives the same log. Times are written to the day. */
export function writeEvents(log: EventLog): string {
  return [...eventRows(log)].join("");
}

/** The same piece by piece, for logs whose text would not fit into one string. */
export function* eventRows(log: EventLog): Generator<string> {
  const quoted = (text: string): string =>
    /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  let piece = "date,source,target,type,intensity,front,certainty\n";
  for (let e = 0; e < log.count; e++) {
    const event = eventAt(log, e);
    const cells = [
      isoDate(Math.floor(event.time)),
      event.source,
      event.target ?? "",
      event.type.startsWith("CAMEO-") ? event.type.slice(6) : event.type,
      String(event.intensity),
      event.front ?? "",
      String(event.certainty ?? 1),
    ];
    piece += `${cells.map(quoted).join(",")}\n`;
    if (piece.length > 65_536) {
      yield piece;
      piece = "";
    }
  }
  yield piece;
}

import { isoDate } from "../../base/index.ts";
import { type EventLog, eventAt } from "../event-log.ts";
import type { Feed } from "./feed.ts";
import { cellsOf, dayFrom, intensityFrom, separatorOf, table, typeOfCameo, typeOfPlover } from "./reader.ts";

const WANTED = ["date", "source", "type"];

/** Our own table: date, source, type, and if known target, intensity, front, certainty. */
export const ownCsv: Feed = {
  id: "csv",
  name: "Table of events",
  means: "header with date, source, type; target, intensity, front and certainty if known",
  sources: [],
  recognise(head) {
    const names = cellsOf(head[0] ?? "", separatorOf(head[0] ?? "")).map((name) => name.trim().toLowerCase());
    return WANTED.every((name) => names.includes(name));
  },
  read: (lines, options) =>
    table(lines, options, "csv", WANTED, (cell) => {
      const time = dayFrom(cell("date"));
      if (time === undefined)
        return { problem: "The date is not one; write it as 2012-01-10.", given: cell("date") };
      if (cell("source") === "") return { problem: "The event has no source." };
      const type = typeOfPlover(cell("type")) ?? typeOfCameo(cell("type"));
      if (type === undefined) {
        return { problem: "The type is no PLOVER name and no CAMEO code.", given: cell("type") };
      }
      const intensity = cell("intensity") === "" ? type.intensity : intensityFrom(cell("intensity"));
      if (intensity === undefined) {
        return { problem: "The intensity must be a number from -10 to 10.", given: cell("intensity") };
      }
      const certainty = cell("certainty") === "" ? 1 : Number(cell("certainty"));
      if (!(certainty >= 0 && certainty <= 1)) {
        return { problem: "The certainty must be a number from 0 to 1.", given: cell("certainty") };
      }
      return {
        time,
        source: cell("source"),
        type: type.type,
        intensity,
        certainty,
        ...(cell("target") === "" ? {} : { target: cell("target") }),
        ...(cell("front") === "" ? {} : { front: cell("front") }),
      };
    }),
};

/** Writes a log as our own table: reading it gives the same log. */
export function writeEvents(log: EventLog): string {
  const quoted = (text: string): string =>
    /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = ["date,source,target,type,intensity,front,certainty"];
  for (let e = 0; e < log.count; e++) {
    const event = eventAt(log, e);
    const cells = [
      isoDate(event.time),
      event.source,
      event.target ?? "",
      event.type.startsWith("CAMEO-") ? event.type.slice(6) : event.type,
      String(event.intensity),
      event.front ?? "",
      String(event.certainty ?? 1),
    ];
    rows.push(cells.map(quoted).join(","));
  }
  return `${rows.join("\n")}\n`;
}

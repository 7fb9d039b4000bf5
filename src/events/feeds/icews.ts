import type { Feed } from "./feed.ts";
import { sectorCodes } from "./sector-codes.ts";
import type { Cell, Named, TableForm } from "./table-form.ts";
import { tableLines } from "./table-lines.ts";
import { dayFrom, intensityFrom, typeOfCameo } from "./values.ts";

const WANTED = ["event date", "source name", "cameo code", "target name"];

function named(cell: Cell, side: "source" | "target"): Named | undefined {
  const name = cell(`${side} name`);
  if (name === "") return undefined;
  return { name, codes: sectorCodes(cell(`${side} sectors`), cell(`${side} country`)) };
}

const form: TableForm = {
  wanted: WANTED,
  day: {
    columns: ["event date"],
    of: (cell) =>
      dayFrom(cell("event date")) ?? { problem: "The event date is not one.", given: cell("event date") },
  },
  source: {
    columns: ["source name", "source sectors", "source country"],
    of: (cell) => named(cell, "source") ?? { problem: "The event has no source." },
  },
  target: {
    columns: ["target name", "target sectors", "target country"],
    of: (cell) => named(cell, "target"),
  },
  type: {
    columns: ["cameo code"],
    of(cell) {
      const code = cell("cameo code");
      // Spreadsheets drop the leading 0 of roots below 10; ICEWS itself has no code of two digits.
      const type = (code.length > 2 ? typeOfCameo(code) : undefined) ?? typeOfCameo(`0${code}`);
      return type ?? { problem: "This is not a CAMEO code.", given: code };
    },
  },
  intensity: { columns: ["intensity"], of: (cell) => intensityFrom(cell("intensity")) },
};

/** ICEWS coded event data, as on Dataverse: tab-separated, one file a week or a year. */
export const icews: Feed = {
  id: "icews",
  name: "ICEWS",
  means:
    "tab-separated with a header: Event Date, Source Name, CAMEO Code, Intensity, Target Name and others",
  sources: [{ ref: "boschee2015" }],
  table: form,
  recognise(head) {
    const header = (head[0] ?? "").toLowerCase();
    return WANTED.every((name) => header.includes(name));
  },
  lines: () => tableLines(form),
};

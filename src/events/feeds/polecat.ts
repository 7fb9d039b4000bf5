import type { Feed } from "./feed.ts";
import { sectorCodes } from "./sector-codes.ts";
import type { Cell, Named, TableForm } from "./table-form.ts";
import { tableLines } from "./table-lines.ts";
import { dayFrom, intensityFrom, typeOfPlover } from "./values.ts";

const WANTED = ["event date", "event type", "actor name", "recipient name"];

/** Several in one cell, parted by `;`, count by the first. */
function named(cell: Cell, side: "actor" | "recipient"): Named | undefined {
  const first = (column: string): string => cell(column).split(";")[0].trim();
  const country = first(`${side} country`);
  const given = first(`${side} name`);
  const name = given === "" || given === "None" ? country : given;
  if (name === "" || name === "None") return undefined;
  return { name, codes: sectorCodes(first(`primary ${side} sector`) || first(`${side} sectors`), country) };
}

function columnsOf(side: "actor" | "recipient"): readonly string[] {
  return [`${side} name`, `${side} country`, `primary ${side} sector`, `${side} sectors`];
}

const form: TableForm = {
  wanted: WANTED,
  day: {
    columns: ["event date"],
    of: (cell) =>
      dayFrom(cell("event date")) ?? { problem: "The event date is not one.", given: cell("event date") },
  },
  source: {
    columns: columnsOf("actor"),
    of: (cell) => named(cell, "actor") ?? { problem: "The event has no actor." },
  },
  target: { columns: columnsOf("recipient"), of: (cell) => named(cell, "recipient") },
  type: {
    columns: ["event type"],
    of: (cell) =>
      typeOfPlover(cell("event type")) ?? {
        problem: "This is not a PLOVER type.",
        given: cell("event type"),
      },
  },
  intensity: { columns: ["intensity"], of: (cell) => intensityFrom(cell("intensity")) },
};

/** POLECAT, coded by NGEC in PLOVER. Several actors in one cell, parted by `;`, count by the first. */
export const polecat: Feed = {
  id: "polecat",
  name: "POLECAT",
  means: "a table with a header: Event Date, Event Type, Intensity, Actor Name, Recipient Name and others",
  sources: [{ ref: "halterman2023" }],
  table: form,
  recognise(head) {
    const header = (head[0] ?? "").toLowerCase();
    return WANTED.every((name) => header.includes(name));
  },
  lines: () => tableLines(form),
};

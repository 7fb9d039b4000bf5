import type { Feed } from "./feed.ts";
import { dayFrom, intensityFrom, table, typeOfPlover } from "./reader.ts";

const WANTED = ["event date", "event type", "actor name", "recipient name"];

/** POLECAT, coded by NGEC in PLOVER. Several actors in one cell, parted by `;`, count by the first. */
export const polecat: Feed = {
  id: "polecat",
  name: "POLECAT",
  means: "a table with a header: Event Date, Event Type, Intensity, Actor Name, Recipient Name and others",
  sources: [{ ref: "halterman2023" }],
  recognise(head) {
    const header = (head[0] ?? "").toLowerCase();
    return WANTED.every((name) => header.includes(name));
  },
  read: (lines, options) =>
    table(lines, options, "polecat", WANTED, (cell) => {
      const first = (name: string): string => cell(name).split(";")[0].trim();
      const time = dayFrom(cell("event date"));
      if (time === undefined) return { problem: "The event date is not one.", given: cell("event date") };
      const type = typeOfPlover(cell("event type"));
      if (type === undefined) return { problem: "This is not a PLOVER type.", given: cell("event type") };
      const source = first("actor name") || first("actor country");
      if (source === "" || source === "None") return { problem: "The event has no actor." };
      const target = first("recipient name") || first("recipient country");
      return {
        time,
        source,
        type: type.type,
        intensity: intensityFrom(cell("intensity")) ?? type.intensity,
        ...(target === "" || target === "None" ? {} : { target }),
      };
    }),
};

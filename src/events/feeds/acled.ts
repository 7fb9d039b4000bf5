import { eventType } from "../event-type.ts";
import type { Feed } from "./feed.ts";
import { sectorCodes } from "./sector-codes.ts";
import type { TableForm } from "./table-form.ts";
import { tableLines } from "./table-lines.ts";
import { dayFrom } from "./values.ts";

const WANTED = ["event_date", "event_type", "actor1"];

/** Ours: what ACLED's types and sub-types are in PLOVER; a sub-type comes before its type. */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    battles: "ASSAULT",
    "explosions/remote violence": "ASSAULT",
    "violence against civilians": "ASSAULT",
    protests: "PROTEST",
    riots: "PROTEST",
    agreement: "AGREE",
    arrests: "COERCE",
    "disrupted weapons use": "COERCE",
    "looting/property destruction": "ASSAULT",
    "headquarters or base established": "MOBILIZE",
    "non-violent transfer of territory": "RETREAT",
    "change to group/activity": "MOBILIZE",
  }),
);

const form: TableForm = {
  wanted: WANTED,
  day: {
    columns: ["event_date"],
    of: (cell) =>
      dayFrom(cell("event_date")) ?? { problem: "The event date is not one.", given: cell("event_date") },
  },
  source: {
    columns: ["actor1", "inter1", "country"],
    of(cell) {
      if (cell("actor1") === "") return { problem: "The event has no first actor." };
      return { name: cell("actor1"), codes: sectorCodes(cell("inter1"), cell("country")) };
    },
  },
  target: {
    columns: ["actor2", "inter2", "country"],
    of(cell) {
      if (cell("actor2") === "") return undefined;
      return { name: cell("actor2"), codes: sectorCodes(cell("inter2"), cell("country")) };
    },
  },
  type: {
    columns: ["event_type", "sub_event_type"],
    of(cell) {
      const [type, subtype] = [cell("event_type"), cell("sub_event_type")];
      const id = TYPES.get(subtype.toLowerCase()) ?? TYPES.get(type.toLowerCase());
      if (id !== undefined) return { type: id, intensity: eventType(id).intensity };
      return {
        problem: "This type has no counterpart in PLOVER, so the event was left out.",
        given: `${type}: ${subtype}`,
      };
    },
  },
};

/** ACLED's export as a table. Its events have no intensity of their own: they take their type's. */
export const acled: Feed = {
  id: "acled",
  name: "ACLED",
  means: "a table with a header: event_date, event_type, sub_event_type, actor1, actor2 and others",
  sources: [{ ref: "raleigh2010" }],
  table: form,
  recognise(head) {
    const header = (head[0] ?? "").toLowerCase();
    return WANTED.every((name) => header.includes(name));
  },
  lines: () => tableLines(form),
};

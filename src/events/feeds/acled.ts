import { eventType } from "../event-type.ts";
import type { Feed } from "./feed.ts";
import { dayFrom, table } from "./reader.ts";

const WANTED = ["event_date", "event_type", "actor1"];

/** Ours: what ACLED's types and sub-types are in PLOVER; a sub-type comes before its type. */
const TYPES: { readonly [name: string]: string } = {
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
};

/** ACLED's export as a table. Its events have no intensity of their own: they take their type's. */
export const acled: Feed = {
  id: "acled",
  name: "ACLED",
  means: "a table with a header: event_date, event_type, sub_event_type, actor1, actor2 and others",
  sources: [{ ref: "raleigh2010" }],
  recognise(head) {
    const header = (head[0] ?? "").toLowerCase();
    return WANTED.every((name) => header.includes(name));
  },
  read: (lines, options) =>
    table(lines, options, "acled", WANTED, (cell) => {
      const time = dayFrom(cell("event_date"));
      if (time === undefined) return { problem: "The event date is not one.", given: cell("event_date") };
      if (cell("actor1") === "") return { problem: "The event has no first actor." };
      const type = TYPES[cell("sub_event_type").toLowerCase()] ?? TYPES[cell("event_type").toLowerCase()];
      if (type === undefined) {
        return {
          problem: "This type has no counterpart in PLOVER, so the event was left out.",
          given: `${cell("event_type")}: ${cell("sub_event_type")}`,
        };
      }
      return {
        time,
        source: cell("actor1"),
        type,
        intensity: eventType(type).intensity,
        ...(cell("actor2") === "" ? {} : { target: cell("actor2") }),
      };
    }),
};

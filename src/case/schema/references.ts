import * as z from "zod";

/** What an id can name: an item of a section, or a name that a later room knows (moves, event types). */
export type Thing =
  | "source"
  | "front"
  | "arena"
  | "resource"
  | "group"
  | "actor"
  | "bloc"
  | "post"
  | "issue"
  | "territory"
  | "route"
  | "outside"
  | "document"
  | "statement"
  | "series"
  | "question"
  | "move"
  | "event-type"
  | "any";

/** Which fields hold the id of something else, and of what: reading resolves each of them. */
export const refersTo = z.registry<{ readonly to: readonly Thing[] }>();

/** A field that holds the id of one of these things. */
export function ref(...to: readonly Thing[]) {
  return z.string().register(refersTo, { to });
}

/** What a kind of thing is called: `an actor`, `an outside event`. */
export function wordFor(thing: Thing): string {
  switch (thing) {
    case "outside":
      return "an outside event";
    case "event-type":
      return "an event type";
    case "series":
      return "a series";
    case "any":
      return "anything in the case";
    default:
      return `${/^[aeiou]/.test(thing) ? "an" : "a"} ${thing}`;
  }
}

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

import type { Draft, Item, ListName } from "../draft.ts";
import type { Thing } from "../schema/references.ts";
import { isObject } from "../schema/walk.ts";

/** The section in which the things of a kind are listed. */
export const sectionOf = {
  source: "sources",
  front: "fronts",
  arena: "arenas",
  resource: "resources",
  group: "groups",
  actor: "actors",
  bloc: "blocs",
  post: "posts",
  issue: "issues",
  territory: "territories",
  route: "routes",
  outside: "outside",
  document: "documents",
  statement: "statements",
  series: "series",
  question: "questions",
} as const satisfies { readonly [Kind in Thing]?: ListName };

/** A kind of thing that the case itself lists. */
export type Listed = keyof typeof sectionOf;

export const listed = Object.keys(sectionOf) as readonly Listed[];

/** Names that rooms further on know: a reference to a move or an event type is checked where they are given. */
export interface KnownNames {
  readonly moves?: readonly string[];
  readonly eventTypes?: readonly string[];
}

/** Every id of a case by the kind of thing it names, misshapen items included. */
export type Names = { readonly [Kind in Listed]: ReadonlyMap<string, Item> };

export function namesOf(draft: Draft): Names {
  const entries = listed.map((thing) => {
    const byId = new Map<string, Item>();
    for (const item of draft.items[sectionOf[thing]]) {
      const id = idOf(item);
      if (id !== undefined && !byId.has(id)) byId.set(id, item);
    }
    return [thing, byId];
  });
  return Object.fromEntries(entries) as Names;
}

/** The id that an item gives itself. */
export function idOf(item: Item): string | undefined {
  return isObject(item.raw) && typeof item.raw.id === "string" ? item.raw.id : undefined;
}

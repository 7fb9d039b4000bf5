import type { Case } from "../../case/index.ts";

/** The name of whatever has an id in a case; the id itself where it has none. */
export type Names = (id: string) => string;

export function namesOf(source: Case): Names {
  const names = new Map<string, string>();
  const named = [
    ...source.territories,
    ...source.routes,
    ...source.outside,
    ...source.resources,
    ...source.arenas,
    ...source.issues,
    ...source.posts,
    ...source.blocs,
    ...source.groups,
    ...source.actors,
  ];
  for (const { id, name } of named) names.set(id, name);
  return (id) => names.get(id) ?? id;
}

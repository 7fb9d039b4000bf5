import { type Case, liftableKinds } from "../../case/index.ts";
import type { WhatCanChange } from "../../desk/index.ts";
import type { ChangeField } from "./change-kinds.ts";

/** Something that can be chosen in a field: what is written for it, and its name. */
export interface Offered {
  readonly id: string;
  readonly name: string;
}

/** What is chosen from: the case, what a what-if can change, and the move that the form is about. */
interface Among {
  readonly source: Case;
  readonly can: WhatCanChange;
  readonly move: string;
  t(key: string): string;
}

/** What there is to choose from in a field. */
export function offeredFor(
  from: Exclude<ChangeField["from"], "text" | "day">,
  { source, can, move, t }: Among,
): readonly Offered[] {
  switch (from) {
    case "actor":
      return source.actors;
    case "actorOrBloc":
      return [...source.actors, ...source.blocs];
    case "post":
      return source.posts;
    case "move":
      return can.moves;
    case "object":
      return objectsOf(source, can.moves.find(({ id }) => id === move)?.object);
    case "issue":
      return source.issues;
    case "resource":
      return source.resources;
    case "arena":
      return source.arenas;
    case "outside":
      return source.outside;
    case "hazard":
      return source.outside.filter(({ id }) => can.inputs.some(({ name }) => name === `rate of ${id}`));
    case "route":
      return source.routes;
    case "territory":
      return source.territories;
    case "standing":
      return liftableKinds.map((id) => ({ id, name: t(`whatif.standing.${id}`) }));
    case "yes":
      return ["yes", "no"].map((id) => ({ id, name: t(id) }));
    case "open":
      return ["open", "shut"].map((id) => ({ id, name: t(`whatif.${id}`) }));
  }
}

/** What moves of a kind are about; nothing where that cannot be named. */
function objectsOf(source: Case, object: WhatCanChange["moves"][number]["object"]): readonly Offered[] {
  switch (object) {
    case "post":
      return source.posts;
    case "issue":
      return source.issues;
    case "arena":
      return source.arenas;
    case "territory":
      return source.territories;
    case "list":
      return source.blocs;
    default:
      return [];
  }
}

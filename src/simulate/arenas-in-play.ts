import type { Arena, Case } from "../case/index.ts";
import { sameShape } from "./same-shape.ts";

/**
 * The arenas as a play counts them. Votes are cast in one assembly, the first; any other counts by its seats, as an
 * arena of another kind does.
 */
export function arenasInPlay(arenas: Case["arenas"]): readonly Arena[] {
  const first = arenas.find((arena) => arena.kind === "assembly");
  return sameShape(
    arenas.map((arena) =>
      arena.kind === "assembly" && arena !== first ? { ...arena, kind: "other" as const } : arena,
    ),
  );
}

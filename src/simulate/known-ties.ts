import type { Case } from "../case/index.ts";

/** Actor × actor: 1 where the case gives a tie between two actors, or between those they dispose of. */
export function knownTies(
  relations: Case["relations"],
  actorIndex: ReadonlyMap<string, number>,
  decider: Int32Array,
): Uint8Array {
  const n = decider.length;
  const tieKnown = new Uint8Array(n * n);
  for (const tie of relations) {
    const i = actorIndex.get(tie.from);
    const j = actorIndex.get(tie.to);
    if (i === undefined || j === undefined) continue;
    tieKnown[i * n + j] = 1;
    tieKnown[decider[i] * n + decider[j]] = 1;
    if (!tie.mutual) continue;
    tieKnown[j * n + i] = 1;
    tieKnown[decider[j] * n + decider[i]] = 1;
  }
  return tieKnown;
}

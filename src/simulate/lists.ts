import type { Bloc, Case } from "../case/index.ts";

/**
 * The top list and the alliance of each bloc, and of each actor the innermost bloc below its list whose discipline the
 * case gives; −1 for none.
 */
export function listsOf(
  blocs: readonly Bloc[],
  blocIndex: ReadonlyMap<string, number>,
  memberships: Case["memberships"],
  actorIndex: ReadonlyMap<string, number>,
): { readonly topList: Int32Array; readonly allianceOf: Int32Array; readonly camp: Int32Array } {
  const topList = new Int32Array(blocs.length).fill(-1);
  const allianceOf = new Int32Array(blocs.length).fill(-1);
  blocs.forEach((_, b) => {
    let at = b;
    for (let steps = 0; steps < blocs.length; steps++) {
      if (blocs[at].kind === "list") topList[b] = at;
      const parent = blocs[at].parent === undefined ? undefined : blocIndex.get(blocs[at].parent as string);
      if (parent === undefined) break;
      if (blocs[parent].kind === "alliance" && allianceOf[b] < 0) allianceOf[b] = parent;
      at = parent;
    }
  });

  const camp = new Int32Array(actorIndex.size).fill(-1);
  for (const membership of memberships) {
    const a = actorIndex.get(membership.actor);
    const b = blocIndex.get(membership.in);
    if (a === undefined || b === undefined || topList[b] < 0 || topList[b] === b) continue;
    if (blocs[b].discipline !== undefined) camp[a] = b;
  }
  return { topList, allianceOf, camp };
}

import type { Case } from "../../case/index.ts";
import type { World } from "../../simulate/index.ts";

/** Tells the name of anything of a case from its id; what the case does not have is told by its id. */
export function naming(source: Case): (id: string) => string {
  const names = new Map<string, string>();
  const named = [
    source.territories,
    source.arenas,
    source.resources,
    source.fronts,
    source.groups,
    source.issues,
    source.posts,
    source.blocs,
    source.actors,
  ];
  for (const items of named) for (const item of items) names.set(item.id, item.name);
  return (id) => names.get(id) ?? id;
}

/** A name without what stands in brackets at its end: for pictures and columns. */
export function short(name: string): string {
  const cut = name.replace(/\s*\([^()]*\)\s*$/, "");
  return cut === "" ? name : cut;
}

/** The actor who holds the highest post of government, or −1. */
export function headOfGovernment(world: World): number {
  const holder = world.headPost < 0 ? undefined : world.posts[world.headPost].holder;
  return holder === undefined ? -1 : (world.actorIndex.get(holder) ?? -1);
}

/** A share of 0…1 as a number in words would have it: "3.4 times". */
export function times(ratio: number): string {
  return ratio >= 9.95 ? `${Math.round(ratio)} times` : `${ratio.toFixed(1).replace(/\.0$/, "")} times`;
}

import { dayOf, readDate } from "../../base/index.ts";
import type { Case, Membership } from "../../case/index.ts";

/** Memberships that hold on the as-of date. */
export function membershipsNow(source: Case): readonly Membership[] {
  const today = dayOf(source.head.as_of);
  return source.memberships.filter((membership) => {
    const begun = membership.from === undefined || dayOf(membership.from) <= today;
    const last = membership.to === undefined ? undefined : readDate(membership.to)?.last;
    return begun && (last === undefined || last >= today);
  });
}

/** Blocs with the depth at which each stands in the tree, parents before their children. */
export function blocTree(
  source: Case,
): readonly { readonly bloc: Case["blocs"][number]; readonly depth: number }[] {
  const known = new Set(source.blocs.map((bloc) => bloc.id));
  const seen = new Set<string>();
  const tree: { bloc: Case["blocs"][number]; depth: number }[] = [];
  const visit = (bloc: Case["blocs"][number], depth: number): void => {
    if (seen.has(bloc.id)) return;
    seen.add(bloc.id);
    tree.push({ bloc, depth });
    for (const child of source.blocs) if (child.parent === bloc.id) visit(child, depth + 1);
  };
  for (const bloc of source.blocs) if (bloc.parent === undefined || !known.has(bloc.parent)) visit(bloc, 0);
  // a ring of parents has no top: its blocs stand as they are
  for (const bloc of source.blocs) visit(bloc, 0);
  return tree;
}

/** The actors of a bloc or group on the as-of date, those of the blocs below it with them. */
export function membersOf(source: Case): (id: string) => ReadonlySet<string> {
  const now = membershipsNow(source);
  const known = new Map<string, ReadonlySet<string>>();
  const gather = (id: string, into: Set<string>, seen: Set<string>): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const membership of now) if (membership.in === id) into.add(membership.actor);
    for (const bloc of source.blocs) if (bloc.parent === id) gather(bloc.id, into, seen);
  };
  return (id) => {
    const found = known.get(id);
    if (found !== undefined) return found;
    const members = new Set<string>();
    gather(id, members, new Set());
    known.set(id, members);
    return members;
  };
}

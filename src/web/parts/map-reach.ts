import type { MapNetwork, MapTie } from "./map-network.ts";

/** The network without the actors that have no tie on the day. */
export function tiedOnly({ nodes, ties }: MapNetwork): MapNetwork {
  const tied = new Set<string>();
  for (const { from, to, value } of ties) {
    if (value === 0) continue;
    tied.add(from);
    tied.add(to);
  }
  return { ties, nodes: nodes.filter((node) => tied.has(node.id)) };
}

/** What lies within some steps of a node, and beside those that are opened out. */
export function around(
  { nodes, ties }: MapNetwork,
  centre: string,
  hops: number,
  opened: ReadonlySet<string> = new Set(),
): MapNetwork {
  let reached = new Set([centre]);
  for (let i = 0; i < hops; i++) reached = withBeside(ties, reached, reached);
  reached = withBeside(ties, opened, reached);
  return {
    nodes: nodes.filter((node) => reached.has(node.id)),
    ties: ties.filter((tie) => reached.has(tie.from) && reached.has(tie.to)),
  };
}

/** A set with all that is tied to those of another. */
function withBeside(
  ties: readonly MapTie[],
  some: ReadonlySet<string>,
  reached: ReadonlySet<string>,
): Set<string> {
  const next = new Set([...reached, ...some]);
  for (const { from, to } of ties) {
    if (some.has(from)) next.add(to);
    if (some.has(to)) next.add(from);
  }
  return next;
}

/** Which ties a way may lead over. */
export type Over = "any" | "friendly";

/**
 * A shortest way between two nodes: the ties from one to the other.
 *
 * @returns of ways with as few ties the one whose weakest tie is strongest; nothing where there is no way.
 */
export function shortestWay(
  { ties }: MapNetwork,
  from: string,
  to: string,
  over: Over,
): readonly MapTie[] | undefined {
  const beside = new Map<string, MapTie[]>();
  for (const tie of ties) {
    if (tie.value === 0 || (over === "friendly" && tie.value < 0)) continue;
    for (const id of [tie.from, tie.to]) {
      const list = beside.get(id);
      if (list === undefined) beside.set(id, [tie]);
      else list.push(tie);
    }
  }
  // How strong the weakest tie is on the best way to each node of the last step, and by which tie it was reached.
  const reached = new Map<string, { readonly weakest: number; readonly by: MapTie | undefined }>([
    [from, { weakest: 1, by: undefined }],
  ]);
  for (let edge = [from]; edge.length > 0 && !reached.has(to); ) {
    const next = new Map<string, { readonly weakest: number; readonly by: MapTie }>();
    for (const id of edge) {
      const weakest = reached.get(id)?.weakest ?? 0;
      for (const tie of beside.get(id) ?? []) {
        const other = tie.from === id ? tie.to : tie.from;
        if (reached.has(other)) continue;
        const here = Math.min(weakest, Math.abs(tie.value));
        if (here > (next.get(other)?.weakest ?? -1)) next.set(other, { weakest: here, by: tie });
      }
    }
    for (const [id, how] of next) reached.set(id, how);
    edge = [...next.keys()];
  }
  if (!reached.has(to)) return undefined;
  const way: MapTie[] = [];
  for (let at = to; at !== from; ) {
    const tie = reached.get(at)?.by;
    if (tie === undefined) return undefined;
    way.push(tie);
    at = tie.from === at ? tie.to : tie.from;
  }
  return way.reverse();
}

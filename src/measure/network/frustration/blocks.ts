import { type Graph, graphOf } from "./graph.ts";

/** A part of a graph to be solved by itself. */
export interface Block {
  readonly graph: Graph;
  /** The actor of the whole graph behind each actor of the block. */
  readonly actors: Int32Array;
}

/**
 * The blocks of a graph: parts that hang together by more than one actor. No cycle leaves its block, so the
 * index is the sum over blocks. Pairs that lie on no cycle are left out: they can always be satisfied.
 *
 * @see Tarjan 1972 for the search; here without recursion.
 */
export function blocks(graph: Graph): Block[] {
  const { size, first, second, weight, offset, neighbour, pair } = graph;
  const depth = new Int32Array(size);
  const low = new Int32Array(size);
  const next = offset.slice(0, size);
  const path = new Int32Array(size);
  const by = new Int32Array(size);
  const stack = new Int32Array(weight.length);
  const local = new Int32Array(size).fill(-1);
  const found: Block[] = [];
  let height = 0;
  let time = 0;

  /** Takes from the stack all pairs down to the given one. */
  const take = (last: number): void => {
    let bottom = height - 1;
    while (stack[bottom] !== last) bottom -= 1;
    const count = height - bottom;
    if (count > 1) found.push(blockOf(stack.slice(bottom, height)));
    height = bottom;
  };
  const blockOf = (pairs: Int32Array): Block => {
    if (pairs.length === weight.length && everyoneTied(graph)) {
      return { graph, actors: Int32Array.from({ length: size }, (_, v) => v) };
    }
    const actors: number[] = [];
    const place = (v: number): number => {
      if (local[v] < 0) {
        local[v] = actors.length;
        actors.push(v);
      }
      return local[v];
    };
    pairs.sort();
    const one = pairs.map((k) => place(first[k]));
    const two = pairs.map((k) => place(second[k]));
    for (const v of actors) local[v] = -1;
    const weights = Float64Array.from(pairs, (k) => weight[k]);
    return { graph: graphOf(actors.length, one, two, weights), actors: Int32Array.from(actors) };
  };

  for (let root = 0; root < size; root++) {
    if (depth[root] > 0) continue;
    let top = 0;
    path[0] = root;
    by[root] = -1;
    depth[root] = low[root] = ++time;
    while (top >= 0) {
      const v = path[top];
      if (next[v] < offset[v + 1]) {
        const i = next[v]++;
        const u = neighbour[i];
        if (pair[i] === by[v]) continue;
        if (depth[u] === 0) {
          stack[height++] = pair[i];
          by[u] = pair[i];
          depth[u] = low[u] = ++time;
          path[++top] = u;
        } else if (depth[u] < depth[v]) {
          stack[height++] = pair[i];
          if (depth[u] < low[v]) low[v] = depth[u];
        }
      } else {
        top -= 1;
        if (top < 0) break;
        const parent = path[top];
        if (low[v] < low[parent]) low[parent] = low[v];
        if (low[v] >= depth[parent]) take(by[v]);
      }
    }
  }
  return found;
}

function everyoneTied(graph: Graph): boolean {
  for (let v = 0; v < graph.size; v++) if (graph.offset[v] === graph.offset[v + 1]) return false;
  return true;
}

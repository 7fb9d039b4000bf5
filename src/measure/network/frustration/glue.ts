import type { Block } from "./blocks.ts";
import type { Graph } from "./graph.ts";

/** The spins of blocks as one: each block is turned so that it agrees where it meets the others. */
export function glued(
  graph: Graph,
  found: readonly { readonly block: Block; readonly solved: { readonly spins: Int8Array } }[],
): Int8Array {
  const { size, offset, neighbour, pair, weight } = graph;
  const spins = new Int8Array(size);
  const blocksOf: { readonly b: number; readonly place: number }[][] = Array.from({ length: size }, () => []);
  found.forEach(({ block }, b) => {
    block.actors.forEach((v, place) => {
      blocksOf[v].push({ b, place });
    });
  });
  const done = new Uint8Array(found.length);
  const waiting: number[] = [];
  const set = (v: number, spin: number): void => {
    if (spins[v] !== 0) return;
    spins[v] = spin;
    waiting.push(v);
  };
  for (let root = 0; root < size; root++) {
    set(root, 1);
    while (waiting.length > 0) {
      const v = waiting.pop() ?? 0;
      for (const { b, place } of blocksOf[v]) {
        if (done[b] === 1) continue;
        done[b] = 1;
        const { block, solved } = found[b];
        const turn = spins[v] * solved.spins[place];
        block.actors.forEach((u, i) => {
          set(u, turn * solved.spins[i]);
        });
      }
      // Neighbours by a pair on no cycle; all others were set with their block.
      for (let i = offset[v]; i < offset[v + 1]; i++) {
        set(neighbour[i], weight[pair[i]] > 0 ? spins[v] : -spins[v]);
      }
    }
  }
  return spins;
}

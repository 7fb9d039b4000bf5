/**
 * How often each node stands on the shortest ways between two others, in an undirected network without weights.
 *
 * @remarks Each pair counts once; where several ways are as short, each counts its part. Brandes 2001, pp. 163–177.
 */
export function betweenness(nodes: number, from: Int32Array, to: Int32Array): Float64Array {
  const offset = new Int32Array(nodes + 1);
  for (let k = 0; k < from.length; k++) {
    offset[from[k] + 1] += 1;
    offset[to[k] + 1] += 1;
  }
  for (let i = 0; i < nodes; i++) offset[i + 1] += offset[i];
  const next = offset.slice();
  const beside = new Int32Array(2 * from.length);
  for (let k = 0; k < from.length; k++) {
    beside[next[from[k]]++] = to[k];
    beside[next[to[k]]++] = from[k];
  }
  const between = new Float64Array(nodes);
  const order = new Int32Array(nodes);
  const steps = new Int32Array(nodes);
  const ways = new Float64Array(nodes);
  const share = new Float64Array(nodes);
  for (let source = 0; source < nodes; source++) {
    steps.fill(-1);
    ways.fill(0);
    share.fill(0);
    let [head, tail] = [0, 0];
    order[tail++] = source;
    steps[source] = 0;
    ways[source] = 1;
    while (head < tail) {
      const v = order[head++];
      for (let i = offset[v]; i < offset[v + 1]; i++) {
        const w = beside[i];
        if (steps[w] < 0) {
          steps[w] = steps[v] + 1;
          order[tail++] = w;
        }
        if (steps[w] === steps[v] + 1) ways[w] += ways[v];
      }
    }
    for (let i = tail - 1; i > 0; i--) {
      const w = order[i];
      for (let j = offset[w]; j < offset[w + 1]; j++) {
        const v = beside[j];
        if (steps[v] === steps[w] - 1) share[v] += (ways[v] / ways[w]) * (1 + share[w]);
      }
      // Every pair is met from both of its ends.
      between[w] += share[w] / 2;
    }
  }
  return between;
}

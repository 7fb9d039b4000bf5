import { present, type Running, type Setting } from "./statistic.ts";

/** |degree(i) − degree(j)| for every pair; a changed tie costs O(n). */
export function degreeDifference({ n, weighted, touch }: Setting, which: "in" | "out"): Running {
  const values = new Float64Array(n * n);
  const degrees = new Float64Array(n);
  return {
    values,
    kept: [degrees],
    tie(_network, i, j, before, after) {
      const change = weighted ? after - before : present(after) - present(before);
      if (change === 0) return;
      const actor = which === "in" ? j : i;
      degrees[actor] += change;
      for (let o = 0; o < n; o++) {
        if (o === actor) continue;
        const difference = Math.abs(degrees[actor] - degrees[o]);
        for (const cell of [actor * n + o, o * n + actor]) {
          values[cell] = difference;
          touch(cell);
        }
      }
    },
  };
}

/**
 * A triangle inequality 1 + a xᵢⱼ + b xᵢₖ + c xⱼₖ ≥ 0 with i < j < k, and its multiplier. Of the three signs none or two
 * are negative: spins satisfy all four of a triangle.
 */
export interface Triangle {
  readonly i: number;
  readonly j: number;
  readonly k: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  multiplier: number;
}

/** By how much an inequality holds; negative if it is violated. */
export function slack({ i, j, k, a, b, c }: Triangle, x: Float64Array, n: number): number {
  return 1 + a * x[i * n + j] + b * x[i * n + k] + c * x[j * n + k];
}

/** Adds a change of a multiplier to the pairs of a symmetric matrix. */
export function spread(m: Float64Array, n: number, { i, j, k, a, b, c }: Triangle, change: number): void {
  m[i * n + j] += a * change;
  m[j * n + i] += a * change;
  m[i * n + k] += b * change;
  m[k * n + i] += b * change;
  m[j * n + k] += c * change;
  m[k * n + j] += c * change;
}

/** The inequalities that are violated most, after those that have a multiplier. */
export function separate(x: Float64Array, n: number, old: readonly Triangle[]): Triangle[] {
  const kept = old.filter((t) => t.multiplier > 1e-9);
  const key = (i: number, j: number, k: number, a: number, b: number) =>
    ((i * n + j) * n + k) * 4 + (a + 1) + (b + 1) / 2;
  const known = new Set(kept.map(({ i, j, k, a, b }) => key(i, j, k, a, b)));
  const found: { readonly slack: number; readonly t: Triangle }[] = [];
  const look = (i: number, j: number, k: number, a: number, b: number, c: number, slack: number): void => {
    if (known.has(key(i, j, k, a, b))) return;
    found.push({ slack, t: { i, j, k, a, b, c, multiplier: 0 } });
  };
  const loose = -0.03;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const ij = x[i * n + j];
      for (let k = j + 1; k < n; k++) {
        const ik = x[i * n + k];
        const jk = x[j * n + k];
        if (1 + ij + ik + jk < loose) look(i, j, k, 1, 1, 1, 1 + ij + ik + jk);
        if (1 + ij - ik - jk < loose) look(i, j, k, 1, -1, -1, 1 + ij - ik - jk);
        if (1 - ij + ik - jk < loose) look(i, j, k, -1, 1, -1, 1 - ij + ik - jk);
        if (1 - ij - ik + jk < loose) look(i, j, k, -1, -1, 1, 1 - ij - ik + jk);
      }
    }
  }
  found.sort((p, q) => p.slack - q.slack);
  return [...kept, ...found.slice(0, 8 * n).map(({ t }) => t)];
}

/** Inequalities after actor j has sided with i (side 1), or against it: those of three different actors. */
export function renamed(
  triangles: readonly Triangle[],
  place: (v: number) => number,
  j: number,
  side: 1 | -1,
): Triangle[] {
  return triangles.flatMap((t) => {
    const turn = (v: number) => (v === j ? side : 1);
    const ends = [t.i, t.j, t.k].map((v) => ({ at: place(v), turn: turn(v) }));
    const [p, q, r] = ends;
    if (p.at === q.at || p.at === r.at || q.at === r.at) return [];
    const signs = new Map([
      [pair(p.at, q.at), t.a * p.turn * q.turn],
      [pair(p.at, r.at), t.b * p.turn * r.turn],
      [pair(q.at, r.at), t.c * q.turn * r.turn],
    ]);
    const [x, y, z] = [p.at, q.at, r.at].sort((u, v) => u - v);
    const sign = (u: number, v: number) => signs.get(pair(u, v)) ?? 1;
    return [{ i: x, j: y, k: z, a: sign(x, y), b: sign(x, z), c: sign(y, z), multiplier: t.multiplier }];
  });
}

const pair = (u: number, v: number): number => Math.min(u, v) * 2 ** 20 + Math.max(u, v);

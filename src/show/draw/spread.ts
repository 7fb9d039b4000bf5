/**
 * Places for labels on a line: as near as can be to where each is wanted, no two nearer than their gap.
 *
 * @param wanted places in any order; the answer keeps that order.
 * @param gap least distance between neighbours.
 * @returns the least-squares solution, then shifted back between the ends where it fits.
 */
export function spread(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || a - b);
  // Pool adjacent labels that would overlap; a pool stands around the mean of what its members want.
  const pools: Pool[] = [];
  for (const i of order) {
    pools.push({ sum: wanted[i], count: 1 });
    for (;;) {
      const last = pools[pools.length - 1];
      const before = pools[pools.length - 2];
      if (before === undefined || start(last) - start(before) >= gap * before.count) break;
      pools.pop();
      before.sum += last.sum - gap * before.count * last.count;
      before.count += last.count;
    }
  }
  const places: number[] = [];
  for (const pool of pools) {
    const first = start(pool);
    for (let k = 0; k < pool.count; k++) places.push(first + k * gap);
  }
  keepWithin(places, gap, low, high);
  const answer = new Array<number>(wanted.length);
  order.forEach((i, k) => {
    answer[i] = places[k];
  });
  return answer;
}

interface Pool {
  /** Of members' wanted places, each less its offset (gap, 2 gap, …) from the first member. */
  sum: number;
  count: number;
}

function start(pool: Pool): number {
  return pool.sum / pool.count;
}

function keepWithin(places: number[], gap: number, low: number, high: number): void {
  let most = high;
  for (let k = places.length - 1; k >= 0; k--) {
    places[k] = Math.min(places[k], most);
    most = places[k] - gap;
  }
  let least = low;
  for (let k = 0; k < places.length; k++) {
    places[k] = Math.max(places[k], least);
    least = places[k] + gap;
  }
}

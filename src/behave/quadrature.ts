/** Times in an interval, and what each stands for: Σ weight · f(time) is nearly ∫ f. */
export interface Nodes {
  readonly time: readonly number[];
  readonly weight: readonly number[];
}

const OUTER = Math.sqrt(0.6);

/**
 * Gauss's rule of three points on pieces of an interval: the first as long as the scale on which the
 * integrand changes, each further one twice as long, for what fades changes less and less.
 *
 * @param scale the shortest half-life.
 */
export function nodesOf(from: number, to: number, scale: number): Nodes {
  const time: number[] = [];
  const weight: number[] = [];
  let length = scale;
  for (let start = from; start < to; length *= 2) {
    const end = to - start <= 1.5 * length ? to : start + length;
    const half = (end - start) / 2;
    const middle = start + half;
    time.push(middle - OUTER * half, middle, middle + OUTER * half);
    weight.push((5 / 9) * half, (8 / 9) * half, (5 / 9) * half);
    start = end;
  }
  return { time, weight };
}

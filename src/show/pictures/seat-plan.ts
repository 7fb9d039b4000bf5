import { halfTurn } from "../draw/turn.ts";

/** A seat on the half circle of radius 1: t is 0 at the left end and 1 at the right. */
export interface Seat {
  readonly t: number;
  readonly x: number;
  readonly y: number;
}

/** How many seats fit in rows whose distance is the distance of the seats in them. */
function capacity(rows: number, inner: number): number {
  const step = (1 - inner) / (rows - 0.2);
  let seats = 0;
  for (let i = 0; i < rows; i++) seats += Math.floor((Math.PI * (inner + i * step)) / step) + 1;
  return seats;
}

/** Whole numbers in proportion to shares that add up to a total: largest remainders. */
function proportion(shares: readonly number[], total: number): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (share / sum) * total);
  const counts = exact.map(Math.floor);
  const order = exact.map((_, i) => i).sort((a, b) => exact[b] - counts[b] - (exact[a] - counts[a]) || b - a);
  const left = total - counts.reduce((a, b) => a + b, 0);
  for (let k = 0; k < left; k++) counts[order[k]] += 1;
  return counts;
}

/**
 * Places for the seats of an assembly, from left to right, on a ring from the inner radius to 1.
 *
 * @returns the seats and half the room that each has, both in parts of the outer radius.
 */
export function seatPlan(total: number, inner: number): { readonly seats: Seat[]; readonly size: number } {
  let rows = 1;
  while (rows < 20 && capacity(rows, inner) < total) rows += 1;
  const step = (1 - inner) / Math.max(1, rows - 0.2);
  const radii = Array.from({ length: rows }, (_, i) => 1 - step * 0.5 - (rows - 1 - i) * step);
  const counts = proportion(radii, total);
  const seats: (Seat & { row: number })[] = [];
  let tightest = step;
  radii.forEach((radius, row) => {
    const count = counts[row];
    if (count > 1) tightest = Math.min(tightest, (Math.PI * radius) / (count - 1));
    for (let k = 0; k < count; k++) {
      const t = count === 1 ? 0.5 : k / (count - 1);
      const { x, y } = halfTurn(1 - t);
      seats.push({ t, x: radius * x, y: radius * y, row });
    }
  });
  seats.sort((a, b) => a.t - b.t || b.row - a.row);
  return { seats, size: tightest * 0.41 };
}

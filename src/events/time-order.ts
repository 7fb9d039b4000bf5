/**
 * The order that sorts times from early to late, equal times as they stand; nothing if they are sorted.
 *
 * @remarks Merges the stretches that rise already: files that are sorted, one after another, cost little.
 */
export function timeOrder(time: Float64Array): Uint32Array | undefined {
  let starts: number[] = [0];
  for (let e = 1; e < time.length; e++) if (time[e] < time[e - 1]) starts.push(e);
  if (starts.length === 1) return undefined;
  let order = new Uint32Array(time.length).map((_, e) => e);
  let other = new Uint32Array(time.length);
  while (starts.length > 1) {
    const next: number[] = [];
    for (let s = 0; s < starts.length; s += 2) {
      next.push(starts[s]);
      merge(time, order, other, starts[s], starts[s + 1] ?? time.length, starts[s + 2] ?? time.length);
    }
    [order, other] = [other, order];
    starts = next;
  }
  return order;
}

/** Merges two neighbouring stretches of `from` into `to`; of equal times those of the first come first. */
function merge(
  time: Float64Array,
  from: Uint32Array,
  to: Uint32Array,
  start: number,
  middle: number,
  end: number,
): void {
  let a = start;
  let b = middle;
  for (let at = start; at < end; at++) {
    if (b >= end || (a < middle && time[from[a]] <= time[from[b]])) to[at] = from[a++];
    else to[at] = from[b++];
  }
}

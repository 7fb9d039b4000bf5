import { mode } from "../base/index.ts";
import type { World } from "./world.ts";

/** The last twelve values of a series, the latest last; zeros where there are none. */
export function lastTwelve(world: World, series: string | undefined): Float64Array {
  const values = series === undefined ? undefined : world.source.values[series]?.values;
  const last = new Float64Array(12);
  if (values === undefined) return last;
  for (let k = 0; k < 12; k++) last[k] = values[values.length - 12 + k] ?? 0;
  return last;
}

/** A quantity as a triple. */
export function triple(
  quantity: number | readonly [number, number, number] | undefined,
): readonly [number, number, number] {
  if (quantity === undefined) return [0.1, 0.25, 0.5];
  if (typeof quantity === "number") return [quantity, mode(quantity), quantity];
  return quantity;
}

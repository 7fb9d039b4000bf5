import { isUncertain, mode, type Quantity } from "../../base/index.ts";
import type { DotPoint } from "../../show/index.ts";

/** A quantity as a point of a picture, with its range if it has one. */
export function point(quantity: Quantity, scale = 1): DotPoint {
  // 0.55 × 100 is a little more than 55: scaled values are kept to a tenth
  const at = (value: number): number => (scale === 1 ? value : Math.round(value * scale * 10) / 10);
  if (typeof quantity === "number" || !isUncertain(quantity)) return { value: at(mode(quantity)) };
  return { value: at(quantity[1]), low: at(quantity[0]), high: at(quantity[2]) };
}

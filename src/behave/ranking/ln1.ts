import { log } from "../../base/index.ts";

const PARTS = 64;
const UP_TO = 64;
const values = Float64Array.from({ length: PARTS * UP_TO + 2 }, (_, k) => log(1 + k / PARTS));

/** ln(1 + x) for x ≥ 0, to 3e-5: from a table with straight lines between its points. */
export function ln1(x: number): number {
  if (x >= UP_TO) return log(1 + x);
  const k = (x * PARTS) | 0;
  return values[k] + (x * PARTS - k) * (values[k + 1] - values[k]);
}

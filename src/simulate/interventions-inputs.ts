import { isUncertain, type Quantity, TawazunError } from "../base/index.ts";
import type { Intervention } from "../case/index.ts";
import { inputsOf } from "./inputs.ts";
import { contradiction, unknown } from "./interventions-names.ts";
import type { World } from "./world.ts";

const known = new WeakMap<World, ReadonlyMap<string, readonly [number, number, number]>>();

/**
 * Every uncertain input of a case and of the engine's defaults by name, with its range `[low, mode, high]`.
 *
 * @returns in the order in which they are drawn; a name that begins with `default ` is a default of the engine.
 */
export function uncertainInputs(world: World): ReadonlyMap<string, readonly [number, number, number]> {
  const made = known.get(world);
  if (made !== undefined) return made;
  const ranges = new Map<string, readonly [number, number, number]>();
  inputsOf(world, undefined, undefined, {
    see(name: string, quantity: Quantity) {
      if (typeof quantity !== "number" && isUncertain(quantity)) ranges.set(name, quantity);
    },
  });
  known.set(world, ranges);
  return ranges;
}

/**
 * The inputs that interventions hold fast.
 *
 * @throws {TawazunError} `intervention/unknown` for an input that is not uncertain or not there;
 * `intervention/range` for a value outside its range; `intervention/contradiction`.
 */
export function fixedInputs(
  world: World,
  interventions: readonly Intervention[],
): ReadonlyMap<string, number> {
  const fixed = new Map<string, number>();
  for (const intervention of interventions) {
    if (!("input" in intervention)) continue;
    const { name, to } = intervention.input;
    const ranges = uncertainInputs(world);
    const range = ranges.get(name);
    if (range === undefined) throw unknown("uncertain input", name, ranges.keys());
    const [low, , high] = range;
    if (!(to >= low && to <= high)) {
      throw new TawazunError(
        "intervention/range",
        `The input "${name}" is set to ${to}; its range in the case goes from ${low} to ${high}. To go beyond it, widen the range.`,
      );
    }
    const before = fixed.get(name);
    if (before !== undefined && before !== to)
      throw contradiction(`the input "${name}" is set to ${before} and to ${to}`);
    fixed.set(name, to);
  }
  return fixed;
}

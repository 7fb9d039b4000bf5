import { settlementMeasures } from "../bargain/index.ts";
import { type MeasureFacts, TawazunError } from "../base/index.ts";
import { behaviourMeasures, statisticMeasures } from "../behave/index.ts";
import { answerMeasures, scoreMeasures, sensitivityMeasures } from "../forecast/index.ts";
import { coalitionMeasures, indexMeasures, networkMeasures, spaceMeasures } from "../measure/index.ts";
import { playMeasures } from "../simulate/index.ts";

/** Every measure that reports and the workbench show, with what a reader must know of it. */
export const measures: readonly MeasureFacts[] = [
  ...indexMeasures,
  ...coalitionMeasures,
  ...networkMeasures,
  ...spaceMeasures,
  ...settlementMeasures,
  ...behaviourMeasures,
  ...statisticMeasures,
  ...playMeasures,
  ...answerMeasures,
  ...scoreMeasures,
  ...sensitivityMeasures,
];

/**
 * What a reader must know of the measure with an id.
 *
 * @throws {TawazunError} `desk/measure` if there is none.
 * @example
 * ```ts
 * import { measureFacts } from "tawazun/desk";
 * measureFacts("brier").range; //=> "0 to 1, lower is better; always saying one half gives 0.25."
 * ```
 */
export function measureFacts(id: string): MeasureFacts {
  const found = measures.find((measure) => measure.id === id);
  if (found === undefined) throw new TawazunError("desk/measure", `There is no measure "${id}".`);
  return found;
}

import type { Source } from "./source.ts";

/**
 * What a reader must know of a number that is shown: what it is, how it is worked out, and how far to trust it.
 *
 * Each room says it of its own measures, in a catalogue; the workbench shows it wherever the number stands.
 *
 * @example
 * ```ts
 * import { scoreMeasures } from "tawazun/forecast";
 * scoreMeasures.find(({ id }) => id === "brier")?.formula; //=> "(p − o)², o = 1 if it came true, else 0"
 * ```
 */
export interface MeasureFacts {
  /** Kebab-case and stable. */
  readonly id: string;
  readonly name: string;
  /** What the number is, in plain words. */
  readonly says: string;
  /** Between which values it lies, in which unit, and which way is better or more. */
  readonly range: string;
  /** In symbols, each of which is told. */
  readonly formula: string;
  /** How sure it is: how it is made, its uncertainty, what it takes for granted. */
  readonly sure: string;
  /** Where it is from; empty where the definition is the engine's own. */
  readonly sources: readonly Source[];
  /** The page of the documentation that says more, as a path of the clone. */
  readonly page: string;
}

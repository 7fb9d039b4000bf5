import { type Source, TawazunError } from "../../base/index.ts";
import { number } from "./number.ts";

/**
 * A list as English has it.
 *
 * @example
 * ```ts
 * import { listOf } from "tawazun/show";
 * listOf(["Najaf", "Basra", "Anbar"]); //=> "Najaf, Basra and Anbar"
 * ```
 */
export function listOf(items: readonly string[], last = "and"): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${last} ${items[items.length - 1]}`;
}

/** The first few of a list, and how many more there are. */
export function firstOf(items: readonly string[], most: number): string {
  if (items.length <= most) return listOf(items);
  return listOf([...items.slice(0, most), `${number(items.length - most)} more`]);
}

/**
 * A count with its noun.
 *
 * @param many the plural, if it is not the noun with an s.
 * @example
 * ```ts
 * import { plural } from "tawazun/show";
 * plural(2000, "future"); //=> "2,000 futures"
 * plural(1, "party", "parties"); //=> "1 party"
 * ```
 */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** The text with its first letter large. */
export function capital(text: string): string {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}

/** Words for a span of probability. */
export interface ProbabilityWords {
  readonly words: string;
  readonly low: number;
  readonly high: number;
}

/**
 * Words of estimative probability as United States analysts must use them.
 *
 * @see ICD 203, Analytic Standards, 2015, section D.6.e(2)(a); its forerunner is Kent 1964.
 */
export const PROBABILITY_WORDS: readonly ProbabilityWords[] = [
  { words: "almost no chance", low: 0, high: 0.05 },
  { words: "very unlikely", low: 0.05, high: 0.2 },
  { words: "unlikely", low: 0.2, high: 0.45 },
  { words: "roughly even chance", low: 0.45, high: 0.55 },
  { words: "likely", low: 0.55, high: 0.8 },
  { words: "very likely", low: 0.8, high: 0.95 },
  { words: "almost certain", low: 0.95, high: 1 },
];

/** The work that the words of {@link PROBABILITY_WORDS} are from. */
export const PROBABILITY_WORDS_SOURCE: Source = { ref: "icd203", at: "section D.6.e(2)(a)" };

/**
 * The words for a probability; on a border, those of the span nearer to one half.
 *
 * @remarks ICD 203 begins at 1 and ends at 99 per cent; what lies beyond gets the outermost words too.
 * @example
 * ```ts
 * import { probabilityInWords } from "tawazun/show";
 * probabilityInWords(0.7); //=> "likely"
 * ```
 */
export function probabilityInWords(probability: number): string {
  if (!(probability >= 0 && probability <= 1)) {
    throw new TawazunError("show/probability", `A probability is from 0 to 1, not ${probability}.`);
  }
  const found =
    probability < 0.5
      ? [...PROBABILITY_WORDS].reverse().find((span) => probability >= span.low)
      : PROBABILITY_WORDS.find((span) => probability <= span.high);
  return found?.words ?? PROBABILITY_WORDS[0].words;
}

import { TawazunError } from "../../base/index.ts";

const MINUS = "\u2212";

function finite(value: number): number {
  if (Number.isFinite(value)) return value;
  throw new TawazunError("show/number", `There is no way to say the number ${value}.`);
}

/**
 * A number with thousands set off and a true minus sign.
 *
 * @param digits decimals; without it, whole numbers have none and others three significant digits.
 * @example
 * ```ts
 * import { number } from "tawazun/show";
 * number(12345.678, 1); //=> "12,345.7"
 * number(0.123456); //=> "0.123"
 * ```
 */
export function number(value: number, digits?: number): string {
  const size = Math.abs(finite(value));
  const places = digits ?? decimals(size);
  const [whole, part] = size.toFixed(places).split(".");
  const text = `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}${part === undefined ? "" : `.${part}`}`;
  return value < 0 && /[1-9]/.test(text) ? `${MINUS}${text}` : text;
}

/** Decimals that leave three significant digits; none for whole numbers. */
function decimals(size: number): number {
  if (Number.isInteger(size) || size >= 100) return 0;
  let places = 2;
  for (let scale = 1; size < scale && places < 8; scale /= 10) places += 1;
  return size >= 10 ? 1 : places;
}

/**
 * A number with its sign always shown: "+3", "−3", "0".
 *
 * @example
 * ```ts
 * import { signed } from "tawazun/show";
 * signed(3.25); //=> "+3.25"
 * ```
 */
export function signed(value: number, digits?: number): string {
  const text = number(value, digits);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/**
 * A share or probability as per cent.
 *
 * @param share 0…1 (differences may be below 0).
 * @param digits decimals, 0 if not given.
 * @returns whole per cents; what is above 0 and would print as 0 says "<1%", and so at the other end.
 * @example
 * ```ts
 * import { percent } from "tawazun/show";
 * percent(0.317); //=> "32%"
 * percent(0.0004); //=> "<1%"
 * ```
 */
export function percent(share: number, digits = 0): string {
  const text = number(finite(share) * 100, digits);
  const least = number(digits === 0 ? 1 : Number(`1e-${digits}`), digits);
  if (share > 0 && !/[1-9]/.test(text)) return `<${least}%`;
  if (share < 1 && text === number(100, digits)) return `>${number(100 - Number(least), digits)}%`;
  return `${text}%`;
}

/**
 * Two ends as a range with an en dash; a range of differences, or with a minus in it, says "to".
 *
 * @example
 * ```ts
 * import { range } from "tawazun/show";
 * range("14%", "27%"); //=> "14–27%"
 * ```
 */
export function range(low: string, high: string): string {
  if (low === high) return low;
  if (/[<>+\u2212]/.test(low + high)) return `${low} to ${high}`;
  return low.endsWith("%") && high.endsWith("%") ? `${low.slice(0, -1)}–${high}` : `${low}–${high}`;
}

const CHANCES: readonly (readonly [number, number])[] = [
  [1, 1000],
  [1, 500],
  [1, 200],
  [1, 100],
  [1, 50],
  [1, 20],
  [1, 10],
  [1, 7],
  [1, 5],
  [1, 4],
  [1, 3],
  [2, 5],
  [1, 2],
  [3, 5],
  [2, 3],
  [3, 4],
  [4, 5],
  [6, 7],
  [9, 10],
  [19, 20],
  [49, 50],
  [99, 100],
  [199, 200],
  [499, 500],
  [999, 1000],
];

/**
 * A probability as a natural frequency, the nearest of a few that people can picture.
 *
 * @example
 * ```ts
 * import { oneIn } from "tawazun/show";
 * oneIn(0.048); //=> "1 in 20"
 * oneIn(0.66); //=> "2 in 3"
 * ```
 */
export function oneIn(probability: number): string {
  if (!(probability >= 0 && probability <= 1)) {
    throw new TawazunError("show/probability", `A probability is from 0 to 1, not ${probability}.`);
  }
  if (probability === 0) return "never";
  if (probability === 1) return "always";
  // Distance in standard deviations of one trial, so that 1 in 1,000 and 1 in 100 are told apart.
  const distance = ([a, b]: readonly [number, number]): number =>
    Math.abs(probability - a / b) / Math.sqrt((a / b) * (1 - a / b));
  let best = CHANCES[0];
  for (const chance of CHANCES) if (distance(chance) < distance(best)) best = chance;
  if (probability < 0.0005) return "less than 1 in 1,000";
  if (probability > 0.9995) return "more than 999 in 1,000";
  return `${best[0]} in ${number(best[1])}`;
}

import type { GoldenRow } from "../row.ts";

/** A figure as a table prints it: a decimal, a fraction such as "5/21", or a whole number of any length. */
export type Printed = number | string;

/** Differences below this are the rounding of doubles. */
const ROUNDING = 1e-12;

function value(printed: Printed): number {
  if (typeof printed === "number") return printed;
  const [over, under] = printed.split("/");
  return under === undefined ? Number(over) : Number(over) / Number(under);
}

/** Digits after the point, as printed. */
function digitsOf(printed: Printed): number {
  const text = String(printed);
  if (text.includes("e-")) return 17;
  return text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
}

/**
 * Compares numbers with printed ones, to the digits of the most precise of these.
 *
 * Fractions and figures of more than ten digits must agree to 10⁻¹². Decimals must be the numbers rounded, or all of
 * them cut off, as some tables do. `tolerance` asks for less or more.
 */
export function compare(
  found: readonly number[],
  printed: readonly Printed[],
  { tolerance, digits }: { readonly tolerance?: number; readonly digits?: number } = {},
): Pick<GoldenRow, "passed" | "compared" | "worst" | "digits" | "note"> {
  if (found.length !== printed.length) {
    return {
      passed: false,
      compared: 0,
      note: `${printed.length} figures are printed, ${found.length} found`,
    };
  }
  const differences = printed.map((figure, i) => Math.abs(found[i] - value(figure)));
  const worst = differences.reduce((most, next) => Math.max(most, next), 0);
  const common = { compared: printed.length, worst };
  const relative = printed.reduce<number>((most, figure) => Math.max(most, Math.abs(value(figure))), 1);
  if (tolerance !== undefined) {
    return { ...common, passed: worst <= tolerance, digits: tolerance.toExponential() };
  }
  const places = digits ?? Math.max(...printed.map(digitsOf));
  if (printed.some((figure) => String(figure).includes("/")) || places === 0 || places > 10) {
    return { ...common, passed: worst <= ROUNDING * relative, digits: "exact" };
  }
  const step = 10 ** -places;
  const rounded = worst <= step / 2 + ROUNDING;
  const cut = printed.every((figure, i) => {
    const over = found[i] - value(figure);
    return over >= -ROUNDING && over < step;
  });
  return {
    ...common,
    passed: rounded || cut,
    digits: `${places} decimals`,
    ...(!rounded && cut ? { note: "the table cuts its figures off; every one agrees" } : {}),
  };
}

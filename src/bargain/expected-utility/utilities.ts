/** Base and exponent to power: exact, or remembered. */
export type Power = (base: number, exponent: number) => number;

/** Utilities of what may come of a challenge, or of none, for risk exponent r. */
export interface Utilities {
  /** The challenge succeeds at distance d, a part of the range: 2 − 4(½ − ½d)ʳ. */
  success(distance: number, risk: number): number;
  /** It fails: 2 − 4(½ + ½d)ʳ. */
  failure(distance: number, risk: number): number;
  /** No challenge, and nothing changes: 2 − 4(½)ʳ. */
  unchanged(risk: number): number;
  /** No challenge, and things change for the better; b is the way to the other side and the median together. */
  better(b: number, risk: number): number;
  /** No challenge, and things change for the worse. */
  worse(b: number, risk: number): number;
}

/** @see Scholz, Calbert & Smith 2011, eqs 15–16 and 22–24. */
export function utilitiesWith(power: Power): Utilities {
  const valued = (part: number, risk: number): number => 2 - 4 * power(part, risk);
  return {
    success: (distance, risk) => valued(Math.max(0, 0.5 - 0.5 * distance), risk),
    failure: (distance, risk) => valued(0.5 + 0.5 * distance, risk),
    unchanged: (risk) => valued(0.5, risk),
    better: (b, risk) => valued(Math.max(0, 0.5 - 0.25 * b), risk),
    worse: (b, risk) => valued(0.5 + 0.25 * b, risk),
  };
}

/**
 * Risk exponents from security: who is least in danger takes least risk; from ½ to 2.
 *
 * @param danger what all others together expect from challenging each.
 * @see Bueno de Mesquita 1994; Scholz, Calbert & Smith 2011, eqs 28–29.
 */
export function riskExponents(danger: Float64Array, even: number, least: number): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  let few = Number.POSITIVE_INFINITY;
  for (const d of danger) {
    most = Math.max(most, d);
    few = Math.min(few, d);
  }
  if (!(most - few > least)) return new Float64Array(danger.length).fill(even);
  return danger.map((d) => {
    const acceptance = (2 * d - most - few) / (most - few);
    return (1 - acceptance / 3) / (1 + acceptance / 3);
  });
}

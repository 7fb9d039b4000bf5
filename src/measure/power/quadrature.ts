// Gauss–Legendre quadrature on 0…1, and a bound on its error for the polynomials met in voting.

/** Nodes in pairs t and 1 − t: the first half, rising to ½, each with the weight that both have. */
export interface Quadrature {
  /** From 0 to ½; the last is ½ itself if the number of nodes is odd. */
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
  /** Number of nodes in all. */
  readonly order: number;
}

/** cos x for 0 ≤ x ≤ π/2, to 1e-9: a first guess that Newton's method makes exact. */
function roughCosine(x: number): number {
  const z = x * x;
  return 1 - (z / 2) * (1 - (z / 12) * (1 - (z / 30) * (1 - (z / 56) * (1 - (z / 90) * (1 - z / 132)))));
}

/**
 * The nodes and weights of Gauss–Legendre quadrature with `order` nodes on 0…1.
 *
 * @remarks Exact for polynomials of degree 2 · order − 1. Roots of the Legendre polynomial by Newton's method.
 */
export function gaussLegendre(order: number): Quadrature {
  const count = (order + 1) >> 1;
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    let x = 2 * i + 1 === order ? 0 : roughCosine((Math.PI * (i + 0.75)) / (order + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step++) {
      let p = 1;
      let before = 0;
      for (let k = 1; k <= order; k++) [p, before] = [((2 * k - 1) * x * p - (k - 1) * before) / k, p];
      slope = (order * (x * p - before)) / (x * x - 1);
      const move = p / slope;
      x -= move;
      if (Math.abs(move) < 1e-16) break;
    }
    nodes[i] = (1 - x) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights, order };
}

/**
 * How far off the quadrature can be for any p(t) = Σ g(s) C(d, s) tˢ (1 − t)^(d − s) with 0 ≤ g(s) ≤ 1, as a part of
 * the true integral.
 *
 * @remarks The error is linear in g and every term of the integral is g(s) / (d + 1), so the relative error is at most
 * the worst relative error for a single s: d + 1 quadratures of one term each.
 */
export function relativeError({ nodes, weights, order }: Quadrature, degree: number): number {
  if (2 * order - 1 >= degree) return 0;
  const sums = new Float64Array(degree + 1);
  const term = new Float64Array(degree + 1);
  for (let k = 0; k < nodes.length; k++) {
    const t = nodes[k];
    // C(d, s) tˢ (1 − t)^(d − s), outward from the largest term, then scaled to sum to 1
    const mode = Math.min(degree, Math.floor((degree + 1) * t));
    term[mode] = 1;
    let total = 1;
    for (let s = mode; s < degree; s++) {
      term[s + 1] = (term[s] * (degree - s) * t) / ((s + 1) * (1 - t));
      total += term[s + 1];
    }
    for (let s = mode; s > 0; s--) {
      term[s - 1] = (term[s] * s * (1 - t)) / ((degree - s + 1) * t);
      total += term[s - 1];
    }
    const lone = 2 * k + 1 === order;
    for (let s = 0; s <= degree; s++) {
      sums[s] += (weights[k] * term[s]) / total;
      if (!lone) sums[degree - s] += (weights[k] * term[s]) / total;
    }
  }
  let worst = 0;
  for (let s = 0; s <= degree; s++) worst = Math.max(worst, Math.abs(sums[s] * (degree + 1) - 1));
  return worst;
}

const chosen = new Map<number, Quadrature>();

/** The smallest even number of nodes whose relative error is at most 5 · 10⁻¹³ for polynomials of a degree. */
export function quadratureFor(degree: number): Quadrature {
  const known = chosen.get(degree);
  if (known !== undefined) return known;
  const exact = Math.floor(degree / 2) + 1;
  // the narrowest term is about 1 / (2 √degree) wide: fewer than 3.4 √degree nodes never suffice
  let order = Math.min(exact, 2 * Math.floor(1.7 * Math.sqrt(degree)));
  let result = gaussLegendre(order);
  while (order < exact && relativeError(result, degree) > 5e-13) {
    order = Math.min(exact, order + 2);
    result = gaussLegendre(order);
  }
  chosen.set(degree, result);
  return result;
}

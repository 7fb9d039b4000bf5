/** A function with its gradient; the gradient is written into the second argument. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

/** Where a minimum was found. */
export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly steps: number;
  /** Whether the gradient became as small as asked. */
  readonly converged: boolean;
}

/**
 * A local minimum by the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno with step halving.
 *
 * @param tolerance largest part of the gradient that counts as none.
 */
export function minimise(
  objective: Objective,
  start: ArrayLike<number>,
  { tolerance = 1e-6, most = 400 }: { readonly tolerance?: number; readonly most?: number } = {},
): Minimum {
  const n = start.length;
  let x = Float64Array.from(start);
  let gradient = new Float64Array(n);
  let value = objective(x, gradient);
  const inverse = new Float64Array(n * n);
  const reset = (): void => {
    inverse.fill(0);
    for (let i = 0; i < n; i++) inverse[i * n + i] = 1;
  };
  reset();
  let fresh = true;
  let steps = 0;
  const direction = new Float64Array(n);
  while (steps < most && largest(gradient) > tolerance) {
    steps += 1;
    let slope = 0;
    for (let i = 0; i < n; i++) {
      let d = 0;
      for (let j = 0; j < n; j++) d -= inverse[i * n + j] * gradient[j];
      direction[i] = d;
      slope += d * gradient[i];
    }
    if (slope >= 0) {
      reset();
      fresh = true;
      for (let i = 0; i < n; i++) direction[i] = -gradient[i];
      slope = -gradient.reduce((sum, g) => sum + g * g, 0);
    }
    let length = Math.min(1, 2 / Math.max(1e-12, largest(direction)));
    const next = new Float64Array(n);
    const nextGradient = new Float64Array(n);
    let nextValue = Number.POSITIVE_INFINITY;
    let halvings = 0;
    for (; halvings < 40; halvings++) {
      for (let i = 0; i < n; i++) next[i] = x[i] + length * direction[i];
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * length * slope) break;
      length /= 2;
    }
    // No digit is left to gain: as near as this arithmetic comes.
    if (halvings === 40 || value - nextValue <= 1e-14 * Math.abs(value)) {
      if (fresh) break;
      reset();
      fresh = true;
      continue;
    }
    update(inverse, n, x, next, gradient, nextGradient, fresh);
    fresh = false;
    x = next;
    gradient = nextGradient;
    value = nextValue;
  }
  return { x, value, gradient, steps, converged: largest(gradient) <= tolerance };
}

function largest(v: Float64Array): number {
  let most = 0;
  for (let i = 0; i < v.length; i++) most = Math.max(most, Math.abs(v[i]));
  return most;
}

/** The change of the inverse curvature after a step from x to y. */
function update(
  inverse: Float64Array,
  n: number,
  x: Float64Array,
  y: Float64Array,
  gx: Float64Array,
  gy: Float64Array,
  fresh: boolean,
): void {
  const s = y.map((v, i) => v - x[i]);
  const q = gy.map((v, i) => v - gx[i]);
  let sq = 0;
  let qq = 0;
  for (let i = 0; i < n; i++) {
    sq += s[i] * q[i];
    qq += q[i] * q[i];
  }
  if (!(sq > 1e-12)) return;
  if (fresh) for (let i = 0; i < n; i++) inverse[i * n + i] = sq / qq;
  const hq = new Float64Array(n);
  let qhq = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) hq[i] += inverse[i * n + j] * q[j];
    qhq += q[i] * hq[i];
  }
  const factor = (1 + qhq / sq) / sq;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      inverse[i * n + j] += factor * s[i] * s[j] - (hq[i] * s[j] + s[i] * hq[j]) / sq;
    }
  }
}

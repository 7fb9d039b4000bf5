import { log, TawazunError } from "../../base/index.ts";
import { type BargainingProblem, checkProblem } from "../problem.ts";
import { type FocalCoefficients, focalPoints, focalProbabilities } from "./points.ts";

/** An issue that was settled, and where. */
export interface SettledIssue {
  readonly problem: BargainingProblem;
  /** On the issue's scale. */
  readonly outcome: number;
}

const EXPONENTS = [0.25, 0.5, 0.75, 1];
const TERMS = 4;

interface Choice {
  readonly rows: readonly (readonly number[])[];
  readonly chosen: number;
}

/**
 * Learns from settled issues what speaks for a point: a conditional logit over the points of each issue,
 * by maximum likelihood with a normal prior of variance 1 on each coefficient.
 *
 * @param settled issues of one kind; one issue settled where all stand teaches nothing.
 * @returns coefficients; the exponent of capability is the likeliest of ¼, ½, ¾ and 1.
 * @throws {TawazunError} `bargain/settled` if there is no issue, `bargain/outcome` if an outcome is off its
 * scale, and as `checkProblem`.
 * @remarks An outcome that is no point counts as the nearest one. Newton's method; the likelihood is concave.
 * @see McFadden 1974.
 */
export function fitFocal(settled: readonly SettledIssue[]): FocalCoefficients {
  if (settled.length === 0) {
    throw new TawazunError("bargain/settled", "There is no settled issue to learn from; give at least one.");
  }
  settled.forEach(check);
  let best: FocalCoefficients | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const capabilityExponent of EXPONENTS) {
    const choices = settled.map((issue) => choiceOf(issue, capabilityExponent));
    const [closeness, taken, round, halfway] = newton(choices);
    const coefficients = { capabilityExponent, closeness, taken, round, halfway };
    const likelihood = logLikelihood(settled, coefficients);
    if (likelihood > most) {
      most = likelihood;
      best = coefficients;
    }
  }
  return best!;
}

/** The sum of the logs of the probabilities of what came to pass. */
export function logLikelihood(settled: readonly SettledIssue[], coefficients: FocalCoefficients): number {
  let sum = 0;
  for (const { problem, outcome } of settled) {
    const points = focalPoints(problem, coefficients.capabilityExponent);
    const at = nearestTo(
      points.map((point) => point.position),
      outcome,
    );
    sum += log(focalProbabilities(points, coefficients)[at]);
  }
  return sum;
}

function check({ problem, outcome }: SettledIssue): void {
  const [low, high] = checkProblem(problem).range;
  if (!(outcome >= low && outcome <= high)) {
    throw new TawazunError(
      "bargain/outcome",
      `The outcome of "${problem.issue ?? "an issue"}" is ${outcome}; it must lie between ${low} and ${high}.`,
    );
  }
}

function choiceOf({ problem, outcome }: SettledIssue, capabilityExponent: number): Choice {
  const points = focalPoints(problem, capabilityExponent);
  return {
    rows: points.map((point) => point.properties),
    chosen: nearestTo(
      points.map((point) => point.position),
      outcome,
    ),
  };
}

function nearestTo(positions: readonly number[], outcome: number): number {
  let best = 0;
  positions.forEach((x, k) => {
    if (Math.abs(x - outcome) < Math.abs(positions[best] - outcome)) best = k;
  });
  return best;
}

/** The coefficients at which the gradient of the penalised log-likelihood vanishes. */
function newton(choices: readonly Choice[]): number[] {
  let b = new Array<number>(TERMS).fill(0);
  for (let step = 0; step < 60; step++) {
    const { gradient, curvature } = derivatives(choices, b);
    const move = solve(curvature, gradient);
    const size = Math.max(...move.map(Math.abs));
    // far from the top a full step can overshoot
    const part = Math.min(1, 2 / size);
    b = b.map((value, k) => value + part * move[k]);
    if (size < 1e-9) return b;
  }
  throw new TawazunError("bargain/convergence", "The fit has not settled after 60 steps; check the issues.");
}

function derivatives(choices: readonly Choice[], b: readonly number[]) {
  const gradient = b.map((value) => -value);
  const curvature = b.map((_, k) => b.map((__, l) => (k === l ? 1 : 0)));
  for (const { rows, chosen } of choices) {
    const p = shares(rows, b);
    const mean = b.map((_, k) => rows.reduce((sum, row, z) => sum + p[z] * row[k], 0));
    for (let k = 0; k < TERMS; k++) {
      gradient[k] += rows[chosen][k] - mean[k];
      for (let l = 0; l < TERMS; l++) {
        let second = 0;
        rows.forEach((row, z) => {
          second += p[z] * row[k] * row[l];
        });
        curvature[k][l] += second - mean[k] * mean[l];
      }
    }
  }
  return { gradient, curvature };
}

function shares(rows: readonly (readonly number[])[], b: readonly number[]): number[] {
  const points = rows.map((row) => ({
    position: 0,
    properties: row as readonly [number, number, number, number],
  }));
  const [closeness, taken, round, halfway] = b;
  return focalProbabilities(points, { capabilityExponent: 1, closeness, taken, round, halfway });
}

/** Solves a small positive definite system by Gauss elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const a = matrix.map((row, k) => [...row, right[k]]);
  for (let k = 0; k < n; k++) {
    for (let row = k + 1; row < n; row++) {
      const factor = a[row][k] / a[k][k];
      for (let column = k; column <= n; column++) a[row][column] -= factor * a[k][column];
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let k = n - 1; k >= 0; k--) {
    let sum = a[k][n];
    for (let column = k + 1; column < n; column++) sum -= a[k][column] * x[column];
    x[k] = sum / a[k][k];
  }
  return x;
}

import { didYouMean, TawazunError } from "../base/index.ts";

/** One actor's part in a bargaining problem. */
export interface Bargainer {
  readonly id: string;
  /** Where it stands, on the scale of the issue. */
  readonly position: number;
  /** How much it cares, 0…1. */
  readonly salience: number;
  /** What it can bring to bear, ≥ 0; only ratios matter. */
  readonly capability: number;
}

/** One issue to be settled, and who bargains over it. */
export interface BargainingProblem {
  /** The issue's id, for the account. */
  readonly issue?: string;
  /** Order matters only where a model says so (ties, turns). */
  readonly actors: readonly Bargainer[];
  /** The ends of the issue's scale, low before high. */
  readonly range: readonly [low: number, high: number];
  /** What holds if talks fail, on the same scale; absent is unknown. */
  readonly statusQuo?: number;
}

/** Above this much capability in all, products of positions and sums would leave the numbers there are. */
const LARGEST = 1e100;

/**
 * Refuses what is no bargaining problem, and hands back what is.
 *
 * @throws {TawazunError} `bargain/range`, `bargain/actors`, `bargain/position`, `bargain/salience`,
 * `bargain/capability`, `bargain/status-quo`; `bargain/weight` if nobody has both capability and salience.
 */
export function checkProblem(problem: BargainingProblem): BargainingProblem {
  const [low, high] = problem.range;
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    throw new TawazunError(
      "bargain/range",
      `The range runs from ${low} to ${high}; give two finite numbers, the lower first.`,
    );
  }
  if (problem.actors.length === 0) {
    throw new TawazunError("bargain/actors", `No actor has a stake in ${named(problem)}; give at least one.`);
  }
  checkActors(problem);
  const most = problem.actors.reduce((sum, actor) => sum + actor.capability, 0);
  if (most > LARGEST) {
    throw new TawazunError(
      "bargain/capability",
      `The capabilities add up to ${most}, more than can be reckoned with; only their ratios matter: divide all by the same number.`,
    );
  }
  const { statusQuo } = problem;
  if (statusQuo !== undefined && !(statusQuo >= low && statusQuo <= high)) {
    throw new TawazunError(
      "bargain/status-quo",
      `The status quo is ${statusQuo}; it must lie between ${low} and ${high}, or be left out.`,
    );
  }
  if (!problem.actors.some((actor) => actor.capability * actor.salience > 0)) {
    throw new TawazunError(
      "bargain/weight",
      `No actor has both capability and salience above 0 on ${named(problem)}; nothing moves it.`,
    );
  }
  return problem;
}

function named(problem: BargainingProblem): string {
  return problem.issue === undefined ? "the issue" : `"${problem.issue}"`;
}

function checkActors({ actors, range: [low, high] }: BargainingProblem): void {
  const seen = new Set<string>();
  for (const { id, position, salience, capability } of actors) {
    if (seen.has(id)) {
      throw new TawazunError("bargain/actors", `Actor "${id}" is listed twice; give each one place.`);
    }
    seen.add(id);
    if (!(position >= low && position <= high)) {
      throw new TawazunError(
        "bargain/position",
        `The position of "${id}" is ${position}; it must lie between ${low} and ${high}.`,
      );
    }
    if (!(salience >= 0 && salience <= 1)) {
      throw new TawazunError(
        "bargain/salience",
        `The salience of "${id}" is ${salience}; it must lie between 0 and 1.`,
      );
    }
    if (!(capability >= 0 && capability < Number.POSITIVE_INFINITY)) {
      throw new TawazunError(
        "bargain/capability",
        `The capability of "${id}" is ${capability}; it must be a finite number, 0 or more.`,
      );
    }
  }
}

/** Refuses an id that is not there, with the near miss or all there are. */
export function unknownId(code: string, kind: string, given: string, known: Iterable<string>): TawazunError {
  const ids = [...known];
  const near = didYouMean(given, ids);
  const all = near === "" && ids.length > 0 ? ` There are ${ids.join(", ")}.` : "";
  return new TawazunError(code, `There is no ${kind} "${given}".${near}${all}`);
}

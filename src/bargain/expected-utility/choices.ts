import type { Answer } from "./answers.ts";
import type { ChoiceRule } from "./switches.ts";

/** Numbers by which to compare offers, the first that differs deciding; smaller is better. */
type Key = (answer: Answer, here: number, there: number) => readonly number[];

const RANK = { confrontation: 0, compromise: 1, capitulation: 2, none: 3 };

/**
 * Confrontations before compromises, the nearest first; but compromises by their weighted position, not
 * by its distance. So did Scholz's program: it reproduces the published table only with this slip.
 */
const weightedCompromise: Key = ({ kind, position, own, theirs }, here, there) => [
  RANK[kind],
  kind === "compromise"
    ? (Math.abs(own) * here + Math.abs(theirs) * there) / (Math.abs(own) + Math.abs(theirs))
    : Math.abs(position - here),
];

/** The challenger who expects most; of equals the nearest. */
const strongestNearest: Key = ({ theirs }, here, there) => [-theirs, Math.abs(there - here)];

/** By kind, then by how far it would have to move. */
const kindNearest: Key = ({ kind, position }, here) => [RANK[kind], Math.abs(position - here)];

/** The challenger who expects most; of equals the smallest move, then the lower position. */
const strongestSmallest: Key = ({ theirs, position }, here) => [-theirs, Math.abs(position - here), position];

const KEYS: { readonly [rule in ChoiceRule]: Key } = {
  "weighted-compromise": weightedCompromise,
  "strongest-nearest": strongestNearest,
  "kind-nearest": kindNearest,
  "strongest-smallest": strongestSmallest,
};

/** The answer that an actor gives, of all it could; the first of equals. */
export function chosen(
  rule: ChoiceRule,
  answers: readonly Answer[],
  actor: number,
  positions: Float64Array,
): Answer | undefined {
  const key = KEYS[rule];
  let best: Answer | undefined;
  let least: readonly number[] = [];
  for (const answer of answers) {
    const k = key(answer, positions[actor], positions[answer.to]);
    if (best !== undefined && !isLess(k, least)) continue;
    best = answer;
    least = k;
  }
  return best;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] < b[i];
  return false;
}

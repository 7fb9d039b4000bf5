import { type BargainingProblem, checkProblem } from "../problem.ts";
import { weight } from "../pulls.ts";
import { type Answer, answers } from "./answers.ts";
import { chosen } from "./choices.ts";
import { medians } from "./medians.ts";
import { type Outlook, outlookOf, type Parties } from "./outlook.ts";
import type { ExpectedUtilitySwitches } from "./switches.ts";

/** One round of an expected-utility play. */
export interface ExpectedUtilityRound {
  readonly outlook: Outlook;
  /** Who gave way to whom. */
  readonly taken: readonly (Answer & { readonly actor: number })[];
  /** After the round. */
  readonly positions: Float64Array;
  /** The committee's choice after the round. */
  readonly median: number;
}

/** A play of a reading of the expected-utility model. */
export interface ExpectedUtilityRun {
  readonly start: { readonly positions: Float64Array; readonly median: number };
  readonly rounds: readonly ExpectedUtilityRound[];
  readonly stopped: "rounds" | "still" | "agreed";
}

/**
 * Plays a reading of the expected-utility model: in each round everyone weighs challenging everyone, and
 * whoever is challenged best gives way; all move at once.
 *
 * @throws {TawazunError} `bargain/…`, as `checkProblem`.
 * @remarks O(actors³) a round. Bargaining ends at once when all stand on one position.
 * @see Bueno de Mesquita 1994; Scholz, Calbert & Smith 2011.
 */
export function playExpectedUtility(
  problem: BargainingProblem,
  switches: ExpectedUtilitySwitches,
): ExpectedUtilityRun {
  const { actors, range: scale } = checkProblem(problem);
  const parties: Parties = {
    weight: Float64Array.from(actors, weight),
    salience: Float64Array.from(actors, (actor) => actor.salience),
  };
  const median = medians[switches.median];
  const first = Float64Array.from(actors, (actor) => actor.position);
  const start = { positions: first, median: median(first, parties.weight) };
  const rounds: ExpectedUtilityRound[] = [];
  const width = scale[1] - scale[0];
  const rest = switches.still * width;
  let positions: Float64Array = first;
  let still = 0;
  while (rounds.length < switches.rounds) {
    if (spread(positions) === 0) return { start, rounds, stopped: "agreed" };
    const range = { initial: spread(first), current: spread(positions), scale: width }[switches.range];
    const round = playRound(positions, parties, range, switches);
    still = rounds.length > 0 && Math.abs(round.median - rounds.at(-1)!.median) < rest ? still + 1 : 0;
    rounds.push(round);
    positions = round.positions;
    if (still === 2) return { start, rounds, stopped: "still" };
  }
  return { start, rounds, stopped: "rounds" };
}

function playRound(
  positions: Float64Array,
  parties: Parties,
  range: number,
  switches: ExpectedUtilitySwitches,
): ExpectedUtilityRound {
  const n = positions.length;
  const outlook = outlookOf(positions, parties, range, switches);
  const next = positions.slice();
  const taken: (Answer & { actor: number })[] = [];
  for (let i = 0; i < n; i++) {
    const answer = chosen(switches.choice, answersOf(i, positions, outlook, switches), i, positions);
    if (answer === undefined || answer.kind === "none") continue;
    next[i] = answer.position;
    taken.push({ actor: i, ...answer });
  }
  return { outlook, taken, positions: next, median: medians[switches.median](next, parties.weight) };
}

/** What each challenger's offer would bring an actor. */
function answersOf(
  i: number,
  positions: Float64Array,
  { own, theirs }: Outlook,
  { answer, least }: ExpectedUtilitySwitches,
): Answer[] {
  const n = positions.length;
  const found: Answer[] = [];
  for (let j = 0; j < n; j++) {
    if (j === i) continue;
    const a = own[i * n + j];
    const b = theirs[i * n + j];
    const reply = answers[answer](a, b, positions[i], positions[j], least);
    if (reply !== undefined) found.push({ to: j, kind: reply[0], position: reply[1], own: a, theirs: b });
  }
  return found;
}

function spread(positions: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const x of positions) {
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  return high - low;
}

import { log } from "../../base/index.ts";
import type { BargainingModel, Settlement } from "../model.ts";
import { type Bargainer, type BargainingProblem, checkProblem } from "../problem.ts";
import { weight } from "../pulls.ts";

/**
 * Nash bargaining among all actors on one issue, each with a vote by capability: the point that maximises
 *
 *     Σ cᵢ ln (dᵢ − sᵢ zᵢ²),   zᵢ = |x − xᵢ| / width of the scale,
 *
 * where dᵢ is what disagreement costs i: sᵢ zᵢ² at the status quo if that is known, else 1, the loss of
 * one who cares fully and gets the far end of the scale.
 *
 * @remarks The sum is concave on the points that all prefer to disagreement; its derivative is bisected to
 * the last bit. If no point is better for everyone, the status quo stays. With an unknown status quo the
 * result is close to the compromise mean, of which it is the reason (Achen 2006).
 * @see Nash 1950; Kalai 1977 for unequal weights; Achen 2006 for the quadratic loss.
 * @example Nobody gives up what the status quo already is to it.
 * ```ts
 * import { seeded } from "tawazun/base";
 * import { nashBargaining } from "tawazun/bargain";
 * const actors = [0, 100].map((position) => ({ id: `${position}`, position, salience: 1, capability: 1 }));
 * const open = nashBargaining.settle({ actors, range: [0, 100] }, seeded("any")).position;
 * Math.round(open * 1e9) / 1e9; //=> 50
 * nashBargaining.settle({ actors, range: [0, 100], statusQuo: 20 }, seeded("any")).position; //=> 20
 * ```
 */
export const nashBargaining: BargainingModel = {
  id: "nash-bargaining",
  name: "Nash bargaining",
  sources: [{ ref: "nash1950" }, { ref: "kalai1977" }, { ref: "achen2006", at: "pp. 86–123" }],
  formula:
    "the point that maximises Σ c ln (d − s z²); c capability, s salience 0…1, z the distance to it in parts of the scale, d what disagreement costs: s z² at the status quo, 1 if that is unknown",
  assumes: [
    "Everyone must agree; whoever does not, brings back the status quo.",
    "A loss is salience × the square of the distance.",
    "Bargaining skill is in proportion to capability.",
  ],
  chance: false,
  settle(problem) {
    checkProblem(problem);
    const parties = problem.actors.filter((actor) => weight(actor) > 0);
    const costs = parties.map((actor) => disagreement(problem, actor));
    const zone = zoneOf(problem, parties);
    const position = zone[0] < zone[1] ? bisect(problem, parties, costs, zone) : problem.statusQuo!;
    return settlement(problem, parties, position, zone);
  },
};

function width({ range: [low, high] }: BargainingProblem): number {
  return high - low;
}

/** What an actor loses if talks fail. */
function disagreement(problem: BargainingProblem, { position, salience }: Bargainer): number {
  if (problem.statusQuo === undefined) return 1;
  const z = (problem.statusQuo - position) / width(problem);
  return salience * z * z;
}

/** The points that nobody likes less than disagreement; one point, the status quo, if there is no other. */
function zoneOf(problem: BargainingProblem, parties: readonly Bargainer[]): readonly [number, number] {
  const { statusQuo, range } = problem;
  if (statusQuo === undefined) return range;
  let [low, high] = range;
  for (const { position } of parties) {
    const reach = Math.abs(statusQuo - position);
    low = Math.max(low, position - reach);
    high = Math.min(high, position + reach);
  }
  return low < high ? [low, high] : [statusQuo, statusQuo];
}

/** Where the derivative changes sign. */
function bisect(
  problem: BargainingProblem,
  parties: readonly Bargainer[],
  costs: readonly number[],
  [from, to]: readonly [number, number],
): number {
  const w = width(problem);
  const rises = (x: number): boolean => {
    let slope = 0;
    parties.forEach(({ capability, salience, position }, i) => {
      const z = (x - position) / w;
      slope -= (capability * salience * z) / (costs[i] - salience * z * z);
    });
    return slope > 0;
  };
  let low = from;
  let high = to;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (rises(middle)) low = middle;
    else high = middle;
  }
}

function settlement(
  problem: BargainingProblem,
  parties: readonly Bargainer[],
  position: number,
  zone: readonly [number, number],
): Settlement {
  const pulls = problem.actors.map((actor) => ({ actor: actor.id, position: actor.position, share: 0 }));
  const skill = parties.reduce((sum, actor) => sum + actor.capability, 0);
  let product = 0;
  for (const actor of parties) {
    const z = (position - actor.position) / width(problem);
    const gain = disagreement(problem, actor) - actor.salience * z * z;
    if (gain > 0) product += (actor.capability / skill) * log(gain);
  }
  const stays = zone[0] === zone[1];
  return {
    position,
    account: {
      summary: stays
        ? `No point is better than the status quo, ${position}, for everyone; it stays.`
        : `Of the points from ${zone[0]} to ${zone[1]}, which nobody likes less than disagreement, this one maximises the product of gains.`,
      pulls: pulls.map((pull, i) => ({
        ...pull,
        share: weight(problem.actors[i]) > 0 ? problem.actors[i].capability / skill : 0,
      })),
      rounds: [],
      figures: stays ? {} : { "zone from": zone[0], "zone to": zone[1], "log of the Nash product": product },
    },
  };
}

import type { BargainingModel, Challenge, Round, Settlement } from "../model.ts";
import { type BargainingProblem, checkProblem } from "../problem.ts";
import { pullsOf } from "../pulls.ts";
import type { Exchange, ExchangeSide } from "./exchange.ts";
import { type Market, marketOf, outcomeOf } from "./market.ts";
import { playExchange } from "./play.ts";
import type { ExchangeRound } from "./round.ts";

/**
 * The exchange model: on pairs of issues, two actors each move toward the other on the one they care
 * relatively less for, so that both gain the same; the outcome is the mean of the positions voted for.
 *
 * @param options.rounds of exchange; after each, positions follow votes part of the way.
 * @remarks One issue alone offers nothing to exchange: the settlement is then the compromise mean. Use
 * `settleTogether` for issues that are decided together.
 * @see Stokman & Van Oosten 1994.
 */
export function exchangeModelWith(options: { readonly rounds: number }): BargainingModel {
  const settleTogether = (problems: readonly BargainingProblem[]): readonly Settlement[] => {
    const market = marketOf(problems);
    const rounds = playExchange(market, options);
    return problems.map((problem, d) => settlementOf(problem, market, rounds, d));
  };
  return {
    id: "exchange-model",
    name: "Exchange of voting positions",
    sources: [{ ref: "stokman1994", at: "pp. 105–127" }],
    formula:
      "Σ c s x / Σ c s after the exchanges; a move shifts it by move × c s / Σ c s, a gain is s × shift on one issue less s × shift on the other; x position, c capability, s salience 0…1",
    assumes: [
      "Everyone knows all positions, saliences and capabilities.",
      "Two actors exchange if both gain; both gain the same.",
      "The exchange with the highest gain is made first; of equals, the first in the order of issues and actors.",
    ],
    chance: false,
    settle: (problem) => settleTogether([problem])[0],
    settleTogether,
  };
}

/** The exchange model with one round. */
export const exchangeModel: BargainingModel = exchangeModelWith({ rounds: 1 });

function settlementOf(
  problem: BargainingProblem,
  market: Market,
  rounds: readonly ExchangeRound[],
  issue: number,
): Settlement {
  const [low, high] = checkProblem(problem).range;
  const scale = (x: number): number => Math.min(high, Math.max(low, low + (x / 100) * (high - low)));
  const place = new Map(market.actors.map((id, a) => [id, issue * market.actors.length + a]));
  const final = rounds[rounds.length - 1];
  const votesIn = (round: ExchangeRound): number[] =>
    problem.actors.map((actor) => {
      const at = place.get(actor.id)!;
      return market.present[at] ? scale(round.votes[at]) : actor.position;
    });
  const made = rounds.reduce((sum, round) => sum + round.realised.length, 0);
  return {
    position: scale(final.outcomes[issue]),
    account: {
      summary:
        market.issues.length === 1
          ? "One issue alone offers nothing to exchange: every position counts by capability × salience."
          : `${made} exchanges on ${market.issues.length} issues in ${rounds.length} ${rounds.length === 1 ? "round" : "rounds"}.`,
      pulls: pullsOf(problem.actors, votesIn(final)),
      rounds: rounds.map(
        (round): Round => ({
          challenges: round.realised
            .filter(({ i, j }) => i.supply === issue || j.supply === issue)
            .map((exchange) => challengeOf(exchange, market)),
          positions: votesIn(round),
          outcome: scale(round.outcomes[issue]),
        }),
      ),
      figures: {
        "before exchange": scale(outcomeOf(market, issue)),
        ties: rounds.reduce((sum, round) => sum + round.ties, 0),
      },
    },
  };
}

/** An exchange as the account tells it; moves are on 0…100. */
function challengeOf({ i, j, gain }: Exchange, { actors, issues }: Market): Challenge {
  const move = ({ actor, supply, start, vote }: ExchangeSide) => ({
    actor: actors[actor],
    from: start,
    to: vote,
    issue: issues[supply],
  });
  return {
    by: actors[i.actor],
    of: actors[j.actor],
    kind: "exchange",
    expected: { by: gain, of: gain },
    moves: [move(i), move(j)],
  };
}

import { TawazunError } from "../../base/index.ts";
import { agenda } from "../agenda.ts";
import { absent } from "../choice.ts";
import { checkEvents, type EventData } from "../event-data.ts";
import { formula } from "../formula.ts";
import { plan } from "../plan.ts";
import { agreements } from "../simulation/agreement.ts";
import { type BehaviourModel, coefficientsOf, typeNames } from "../simulation/model.ts";
import { receiverWeights, typeWeights } from "../simulation/receiver.ts";
import { urn } from "../simulation/urn.ts";
import { stage } from "../stage.ts";

/** What a model gave the alternatives of one event, just before it came; only lent. */
export interface Foretold {
  /** Number of the event among those explained. */
  readonly event: number;
  /** One per receiver, sender, ordered pair [i·n + j], or type; 0 for what could not come. */
  readonly weights: Float64Array;
  /** Their sum. */
  readonly total: number;
  /** Which of them came. */
  readonly chosen: number;
}

/**
 * Goes through the events and tells for each what a model gave to what came and to what could have come:
 * receivers of its sender (choice), senders (rate), pairs (rem, coordination) or types. With waiting times:
 * given that an event comes at that time.
 */
export function foretell(data: EventData, model: BehaviourModel, visit: (foretold: Foretold) => void): void {
  checkEvents(data);
  const { kind } = model;
  const { dependent, actors } = data;
  const n = actors.length;
  const unit = kind === "rate" || kind === "rate-timed" ? "sender" : "pair";
  const bound = plan(data, formula(model.formula), unit);
  const names = bound.terms.map((term) => term.name);
  const coefficients = coefficientsOf(model, kind === "type" ? typeNames(data, names) : names, undefined);
  const now = stage(bound, agenda(bound));
  const weigh = weigher();
  for (let e = 0; e < dependent.time.length; e++) {
    const [time, i, j] = [dependent.time[e], dependent.sender[e], dependent.receiver[e]];
    now.advance(time);
    const { weights, total, chosen } = weigh(e, time, i, j);
    if (!Number.isFinite(total)) {
      throw new TawazunError(
        "fit/impossible",
        `At event ${e + 1} the weights of the alternatives are beyond number; the coefficients are too large for these statistics.`,
      );
    }
    if (!(weights[chosen] > 0)) absent(e, actors, i, j);
    visit({ event: e, weights, total, chosen });
  }

  function weigher(): (e: number, time: number, i: number, j: number) => Omit<Foretold, "event"> {
    if (kind === "choice") {
      const { weights, weigh: of } = receiverWeights(now, now.terms, coefficients);
      return (_, time, i, j) => ({ total: of(i, j, time), weights, chosen: j });
    }
    if (kind === "type") {
      const { type, types } = dependent;
      if (type === undefined || types === undefined) {
        throw new TawazunError("fit/types", "The events have no types to be explained.");
      }
      const { weights, weigh: of } = typeWeights(now.terms, types.length, coefficients);
      return (e, time, i, j) => ({ total: of(i, j, time), weights, chosen: type[e] });
    }
    if (kind === "coordination") {
      const weights = new Float64Array(n * n);
      return (_, time, i, j) => ({
        total: agreements(now, now.terms, coefficients, time, weights),
        weights,
        chosen: Math.max(i, j) * n + Math.min(i, j),
      });
    }
    const units = urn(now, now.terms, unit, coefficients);
    return (_, time, i, j) => {
      units.note();
      const total = units.renew(time, time);
      return { total, weights: units.weights, chosen: unit === "pair" ? i * n + j : i };
    };
  }
}

import { foretell } from "./diagnostics/foretell.ts";
import type { EventData } from "./event-data.ts";
import type { BehaviourModel } from "./simulation/model.ts";

/** An event that a fitted model thought unlikely. */
export interface Surprise {
  /** Number of the event among those explained. */
  readonly event: number;
  readonly time: number;
  readonly sender: string;
  readonly receiver: string;
  /** Where events have types. */
  readonly type?: string;
  /** What the model gave it, of all that could have come at that time. */
  readonly probability: number;
  /** What the model gave to all that could have come and was no likelier: small only where something else was to be expected. */
  readonly chance: number;
  /** Whether that chance is too small for as many events as there are. */
  readonly outlier: boolean;
}

/** Of the events called outliers, the part expected not to be, if the model holds. */
const FALSE_PART = 0.05;

/**
 * The most surprising events of a fit, the least likely first: where to look for a misread report, a break,
 * or something the statistics lack.
 *
 * @param model a fit, or a model with coefficients given by hand; with waiting times, what is judged is who
 * acts (toward whom), given that an event comes.
 * @remarks An event among two hundred equal alternatives is improbable and no surprise; so outliers are told
 * by the chance of one no likelier, and held to a false-discovery rate of 5 per cent over all events.
 * @see Benjamini & Hochberg 1995.
 * @throws {TawazunError} `fit/impossible`, `simulate/terms`.
 */
export function surprises(model: BehaviourModel, data: EventData, most = 10): readonly Surprise[] {
  const { time, sender, receiver, type, types } = data.dependent;
  const found: { readonly event: number; readonly probability: number; readonly chance: number }[] = [];
  foretell(data, model, ({ event, weights, total, chosen }) => {
    let below = 0;
    for (let k = 0; k < weights.length; k++)
      if (weights[k] <= weights[chosen] * (1 + 1e-12)) below += weights[k];
    found.push({ event, probability: weights[chosen] / total, chance: Math.min(1, below / total) });
  });
  const least = threshold(found.map(({ chance }) => chance));
  return found
    .sort((a, b) => a.probability - b.probability || a.event - b.event)
    .slice(0, most)
    .map(({ event, probability, chance }) => ({
      event,
      time: time[event],
      sender: data.actors[sender[event]],
      receiver: data.actors[receiver[event]],
      ...(type === undefined || types === undefined ? {} : { type: types[type[event]] }),
      probability,
      chance,
      outlier: chance <= least,
    }));
}

/** The largest chance that still counts as an outlier, −1 if none does: the step-up rule. */
function threshold(chances: readonly number[]): number {
  const ordered = [...chances].sort((a, b) => a - b);
  let least = -1;
  ordered.forEach((chance, k) => {
    if (chance <= (FALSE_PART * (k + 1)) / ordered.length) least = chance;
  });
  return least;
}

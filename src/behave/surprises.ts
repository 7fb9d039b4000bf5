import { exp, TawazunError } from "../base/index.ts";
import type { EventData } from "./event-data.ts";
import type { EventFit } from "./fit-events.ts";

/** An event that a fitted model thought unlikely. */
export interface Surprise {
  /** Number of the event among those explained. */
  readonly event: number;
  readonly time: number;
  readonly sender: string;
  readonly receiver: string;
  /** What the model gave it, of all that could have come. */
  readonly probability: number;
}

/**
 * The most surprising events of a fit, the least likely first: where to look for a misread report, a break,
 * or something the statistics lack.
 *
 * @param fit of a model without waiting times, made with `observe`.
 * @throws {TawazunError} `fit/observe` otherwise.
 */
export function surprises(fit: EventFit, data: EventData, most = 10): readonly Surprise[] {
  const { parts } = fit;
  if (parts === undefined || parts.length !== data.dependent.time.length) {
    throw new TawazunError(
      "fit/observe",
      "Surprises are read from a fit made with observe: true, of a model without waiting times, to the same events.",
    );
  }
  const { time, sender, receiver } = data.dependent;
  return parts
    .map((part, event) => ({ part, event }))
    .sort((a, b) => a.part - b.part || a.event - b.event)
    .slice(0, most)
    .map(({ part, event }) => ({
      event,
      time: time[event],
      sender: data.actors[sender[event]],
      receiver: data.actors[receiver[event]],
      probability: exp(part),
    }));
}

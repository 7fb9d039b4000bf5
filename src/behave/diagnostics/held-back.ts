import { log, TawazunError } from "../../base/index.ts";
import type { EventData, Network } from "../event-data.ts";
import { type EventFit, type FitOptions, fitEvents } from "../fit-events.ts";
import type { BehaviourModel } from "../simulation/model.ts";
import { foretell } from "./foretell.ts";

/** How well a model ranks what came among what could have come. */
export interface Ranking {
  readonly events: number;
  /** Mean of 1 / rank; ties share the mean of their ranks. */
  readonly mrr: number;
  /** Part of the events ranked first, in the first 3, in the first 10. */
  readonly hits1: number;
  readonly hits3: number;
  readonly hits10: number;
  /** Mean of −ln of what was given to what came. */
  readonly logLoss: number;
  /** The same two figures where all alternatives are equally likely. */
  readonly evenMrr: number;
  readonly evenLogLoss: number;
}

/** A model fitted to earlier events and tried on later ones. */
export interface HeldBack extends Ranking {
  readonly fit: EventFit;
  /** Events before it were fitted, those from it on held back. */
  readonly from: number;
  readonly trained: number;
  /** The ranking of the events that were fitted: much better than the other is a sign of overfitting. */
  readonly within: Ranking;
}

/**
 * Fits a model to the earlier events and ranks the later ones with it, each from what came before it.
 *
 * @param share part of the events that is fitted; default 0.8. Events of one time stay together.
 * @throws {TawazunError} `fit/held-back` if the split leaves one side empty; as {@link fitEvents} besides.
 * @example
 * ```ts
 * import { heldBack } from "tawazun/behave";
 * const list = {
 *   time: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
 *   sender: [0, 1, 0, 1, 2, 0, 1, 2, 0, 1],
 *   receiver: [1, 0, 1, 0, 1, 2, 0, 0, 1, 0],
 *   value: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
 * };
 * const data = {
 *   actors: ["A", "B", "C"],
 *   networks: { all: { directed: true, changes: "increment", list } },
 *   attributes: {},
 *   dependent: list,
 *   network: "all",
 * } as const;
 * heldBack(data, { kind: "choice", formula: "inertia(weighted=true)" }).hits1; //=> 1
 * ```
 */
export function heldBack(data: EventData, options: FitOptions, share = 0.8): HeldBack {
  const { time } = data.dependent;
  const at = Math.floor(share * time.length);
  const from = time[at];
  const trained = Array.from(time).filter((t) => t < from).length;
  if (!(share > 0 && share < 1) || trained === 0) {
    throw new TawazunError(
      "fit/held-back",
      `With a share of ${share} of ${time.length} events before a time, one side is left without events.`,
    );
  }
  const fit = fitEvents(before(data, from), options);
  const tested = ranker();
  const within = ranker();
  foretell(data, fit, ({ event, weights, total, chosen }) => {
    (event < trained ? within : tested).add(weights, total, chosen);
  });
  return { fit, from, trained, ...tested.ranking(), within: within.ranking() };
}

/** How a model, fitted or given, ranks the events of some data. */
export function rankingOf(model: BehaviourModel, data: EventData): Ranking {
  const all = ranker();
  foretell(data, model, ({ weights, total, chosen }) => all.add(weights, total, chosen));
  return all.ranking();
}

/** The data as they stood before a time. */
function before(data: EventData, end: number): EventData {
  const { time, sender, receiver, type, types } = data.dependent;
  const count = Array.from(time).filter((t) => t < end).length;
  const first = (column: ArrayLike<number>): number[] => Array.from(column).slice(0, count);
  return {
    ...data,
    networks: Object.fromEntries(
      Object.entries(data.networks).map(([name, network]) => [name, { ...network, list: cut(network, end) }]),
    ),
    dependent: {
      time: first(time),
      sender: first(sender),
      receiver: first(receiver),
      ...(type === undefined ? {} : { type: first(type) }),
      ...(types === undefined ? {} : { types }),
    },
  };
}

function cut({ list }: Network, end: number): Network["list"] {
  const kept = Array.from(list.time, (_, k) => k).filter((k) => list.time[k] < end);
  const of = (column: ArrayLike<number>): number[] => kept.map((k) => column[k]);
  return { time: of(list.time), sender: of(list.sender), receiver: of(list.receiver), value: of(list.value) };
}

function ranker(): { add(weights: Float64Array, total: number, chosen: number): void; ranking(): Ranking } {
  let events = 0;
  const sums = { mrr: 0, hits1: 0, hits3: 0, hits10: 0, logLoss: 0, evenMrr: 0, evenLogLoss: 0 };
  return {
    add(weights, total, chosen) {
      let better = 0;
      let equal = 0;
      let possible = 0;
      for (let k = 0; k < weights.length; k++) {
        if (weights[k] === 0) continue;
        possible += 1;
        // Weights that differ in their last digits alone are ties.
        if (weights[k] > weights[chosen] * (1 + 1e-12)) better += 1;
        else if (weights[k] >= weights[chosen] * (1 - 1e-12)) equal += 1;
      }
      const rank = better + (equal + 1) / 2;
      events += 1;
      sums.mrr += 1 / rank;
      if (rank <= 1) sums.hits1 += 1;
      if (rank <= 3) sums.hits3 += 1;
      if (rank <= 10) sums.hits10 += 1;
      sums.logLoss -= log(weights[chosen] / total);
      sums.evenMrr += 2 / (possible + 1);
      sums.evenLogLoss += log(possible);
    },
    ranking() {
      const mean = (sum: number): number => (events === 0 ? 0 : sum / events);
      return {
        events,
        mrr: mean(sums.mrr),
        hits1: mean(sums.hits1),
        hits3: mean(sums.hits3),
        hits10: mean(sums.hits10),
        logLoss: mean(sums.logLoss),
        evenMrr: mean(sums.evenMrr),
        evenLogLoss: mean(sums.evenLogLoss),
      };
    },
  };
}

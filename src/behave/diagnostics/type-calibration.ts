import { log, TawazunError } from "../../base/index.ts";
import type { EventData } from "../event-data.ts";
import type { BehaviourModel } from "../simulation/model.ts";
import { foretell } from "./foretell.ts";

/** Events to which a type was given about the same probability. */
export interface ReliabilityRow {
  readonly type: string;
  readonly from: number;
  readonly to: number;
  readonly events: number;
  /** Mean of what was given. */
  readonly given: number;
  /** Part that was of the type, with its 95 per cent interval. */
  readonly came: number;
  readonly low: number;
  readonly high: number;
}

/** Whether what a type model gives comes as often as it says. */
export interface TypeCalibration {
  readonly events: number;
  /** Mean of −ln of what was given to the type that came. */
  readonly logLoss: number;
  /** The same if every event is given the part of each type among all. */
  readonly baseLogLoss: number;
  /** Mean squared distance over types; 0 best, 2 worst. */
  readonly brier: number;
  readonly baseBrier: number;
  /** Mean distance between given and came over the rows, by their events. */
  readonly calibrationError: number;
  /** Types after the first, each from the least to the most likely; empty ranges are left out. */
  readonly table: readonly ReliabilityRow[];
}

/**
 * The calibration of a type model on the events of some data.
 *
 * @param options `bins`: into how many equal ranges of probability events are put, default 10; `from`: only
 * events from that time on, such as those held back from the fit.
 * @throws {TawazunError} `fit/types` for a model of another kind or events without types; `events/none`.
 * @see Murphy & Winkler 1977 for the table; Wilson 1927 for the intervals.
 */
export function typeCalibration(
  model: BehaviourModel,
  data: EventData,
  options: { readonly bins?: number; readonly from?: number } = {},
): TypeCalibration {
  const { bins = 10, from = Number.NEGATIVE_INFINITY } = options;
  const { types } = data.dependent;
  if (model.kind !== "type" || types === undefined) {
    throw new TawazunError(
      "fit/types",
      `Calibration is of a type model on events with types, not of ${model.kind}.`,
    );
  }
  if (!Number.isInteger(bins) || bins < 1) {
    throw new TawazunError("fit/bins", `The number of ranges is ${bins}; it must be 1 or more.`);
  }
  const kinds = types.length;
  const counts = new Float64Array(kinds);
  const cells = types.map(() => Array.from({ length: bins }, () => ({ events: 0, given: 0, came: 0 })));
  let events = 0;
  let logLoss = 0;
  let brier = 0;
  foretell(data, model, ({ event, weights, total, chosen }) => {
    if (data.dependent.time[event] < from) return;
    events += 1;
    counts[chosen] += 1;
    logLoss -= log(weights[chosen] / total);
    for (let k = 0; k < kinds; k++) {
      const given = weights[k] / total;
      const came = k === chosen ? 1 : 0;
      brier += (given - came) ** 2;
      const cell = cells[k][Math.min(bins - 1, Math.floor(given * bins))];
      cell.events += 1;
      cell.given += given;
      cell.came += came;
    }
  });
  if (events === 0) throw new TawazunError("events/none", `There are no events from ${from} on.`);
  const shares = Array.from(counts, (count) => count / events);
  const table = cells.slice(1).flatMap((row, k) =>
    row.flatMap((cell, b): ReliabilityRow[] => {
      if (cell.events === 0) return [];
      const came = cell.came / cell.events;
      return [
        {
          type: types[k + 1],
          from: b / bins,
          to: (b + 1) / bins,
          events: cell.events,
          given: cell.given / cell.events,
          came,
          ...wilson(came, cell.events),
        },
      ];
    }),
  );
  const off = table.reduce((sum, row) => sum + row.events * Math.abs(row.given - row.came), 0);
  return {
    events,
    logLoss: logLoss / events,
    baseLogLoss: -shares.reduce((sum, share) => sum + (share > 0 ? share * log(share) : 0), 0),
    brier: brier / events,
    baseBrier: shares.reduce((sum, share) => sum + share * (1 - share), 0),
    calibrationError: off / (events * (kinds - 1)),
    table,
  };
}

/** Wilson's 95 per cent interval of a part. */
function wilson(part: number, count: number): { readonly low: number; readonly high: number } {
  const z2 = 1.959964 ** 2;
  const middle = part + z2 / (2 * count);
  const half = Math.sqrt(z2 * ((part * (1 - part)) / count + z2 / (4 * count * count)));
  const scale = 1 + z2 / count;
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
}

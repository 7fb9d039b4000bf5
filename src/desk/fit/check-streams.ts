import { log as ln, TawazunError } from "../../base/index.ts";
import {
  type BehaviourModel,
  type FedNetwork,
  features,
  type GoodnessOfFit,
  goodnessRuns,
} from "../../behave/index.ts";
import type { EventMaterial } from "./case-events.ts";
import { typeCounts } from "./event-types.ts";
import type { FittedModel } from "./fit-model.ts";

/** How many streams are drawn, and from what. */
export interface StreamSize {
  readonly runs: number;
  readonly seed: string;
}

/**
 * Streams drawn from fitted models beside the observed one, run by run.
 *
 * @remarks Networks of all events, of each tone and of each type told apart grow with the drawn events, by
 * the mean of what observed ones added; all others change as recorded. Without a type model, types come as
 * often as they did.
 */
export function streamRuns(
  { data, log, explained }: EventMaterial,
  models: readonly FittedModel[],
  { runs, seed }: StreamSize,
): Generator<() => GoodnessOfFit, void> {
  const typed = models.some(({ fit }) => fit.kind === "type");
  const counts = typeCounts(data);
  const drawn: BehaviourModel[] = models.map(({ fit }) => fit);
  if (!typed && counts.length > 1) drawn.push(asOften(data.dependent.types ?? [], counts));
  const hostile = counts.map((count, k) => {
    const own = explained.filter((e, at) => data.dependent.type?.[at] === k && log.intensity[e] < 0);
    return 2 * own.length > count;
  });
  const first = data.dependent.time[0];
  const past = Array.from(data.networks.all.list.time).filter((t) => t < first);
  return goodnessRuns(drawn, data, {
    seed,
    runs,
    feeds: feedsOf(data, hostile),
    ...(typed ? {} : { features: features.filter((each) => each.typed !== true).map(({ id }) => id) }),
    // What came before the first event that is explained is the past of every run.
    ...(past.length === 0 ? {} : { from: data.observed?.from ?? past[past.length - 1] }),
  });
}

/** A type model that knows only how often each type came. */
function asOften(types: readonly string[], counts: readonly number[]): BehaviourModel {
  const least = 1e-9;
  return {
    kind: "type",
    formula: "1",
    terms: types.slice(1).map((type, k) => ({
      name: `${type}: intercept`,
      coefficient: ln(Math.max(least, counts[k + 1]) / Math.max(least, counts[0])),
    })),
  };
}

function feedsOf(data: EventMaterial["data"], hostile: readonly boolean[]): readonly FedNetwork[] {
  const { types = [] } = data.dependent;
  const of = (is: boolean): number[] => types.flatMap((_, k) => (hostile[k] === is ? [k] : []));
  const wanted: readonly (readonly [string, readonly number[] | undefined])[] = [
    [data.network, undefined],
    ["cooperative", of(false)],
    ["conflictual", of(true)],
    ...types
      .filter((type) => type !== "cooperative" && type !== "conflictual")
      .map((type): [string, readonly number[]] => [type, [types.indexOf(type)]]),
  ];
  return wanted.flatMap(([network, which]) => {
    const known = data.networks[network];
    if (known === undefined || known.changes !== "increment") return [];
    const values = Array.from(known.list.value);
    const value = values.length === 0 ? 1 : values.reduce((sum, each) => sum + each, 0) / values.length;
    return [{ network, value, ...(which === undefined ? {} : { types: which }) }];
  });
}

/** What is not modelled, and so drawn evenly; nothing if all is. */
export function drawnEvenly(models: readonly FittedModel[]): string | undefined {
  const kinds = models.map(({ fit }) => fit.kind);
  if (kinds.some((kind) => kind === "coordination" || kind.startsWith("rem"))) return undefined;
  if (!kinds.includes("choice")) return "Toward whom was not modelled and is drawn evenly.";
  if (!kinds.some((kind) => kind.startsWith("rate"))) return "Who acts was not modelled and is drawn evenly.";
  return undefined;
}

/** What work gives, or what refuses it, in words. */
export function orWhy<T>(work: () => T): T | string {
  try {
    return work();
  } catch (error) {
    if (error instanceof TawazunError) return error.message;
    throw error;
  }
}

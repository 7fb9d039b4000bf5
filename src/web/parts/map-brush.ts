import type { Day } from "../../base/index.ts";
import { type Counts, countOf } from "./map-measures.ts";
import type { MapNetwork } from "./map-network.ts";
import type { Span } from "./map-wish.ts";

/** What a histogram counts: how many things have each of some values that follow each other. */
export interface Histogram {
  readonly span: Span;
  readonly step: number;
  readonly bars: readonly number[];
}

/** What can be brushed: ties of each actor, strength with its sign, and age in days of each tie whose day is known. */
export interface Histograms {
  readonly degree: Histogram;
  readonly strength: Histogram;
  readonly age: Histogram;
}

const BARS = 24;

export function histograms(
  { nodes, ties }: MapNetwork,
  counts: ReadonlyMap<string, Counts>,
  day: Day,
): Histograms {
  const degrees = nodes.map(({ id }) => degreeOf(counts, id));
  const ages = ties.flatMap(({ last, value }) => (last === undefined || value === 0 ? [] : [day - last]));
  const most = degrees.reduce((high, one) => Math.max(high, one), 1);
  const oldest = ages.reduce((high, one) => Math.max(high, one), 1);
  return {
    degree: counted(degrees, 0, most, Math.max(1, Math.ceil((most + 1) / BARS))),
    strength: counted(
      ties.flatMap(({ value }) => (value === 0 ? [] : [value])),
      -1,
      1,
      0.1,
    ),
    age: counted(ages, 0, oldest, Math.max(1, Math.ceil((oldest + 1) / BARS))),
  };
}

function counted(values: readonly number[], least: number, most: number, step: number): Histogram {
  const size = Math.max(1, Math.ceil((most - least) / step + (step < 1 ? 0 : 1e-9)));
  const bars = new Array<number>(size).fill(0);
  for (const value of values) {
    bars[Math.max(0, Math.min(size - 1, Math.floor((value - least) / step + 1e-9)))] += 1;
  }
  return { span: [least, Math.max(most, least + size * step)], step, bars };
}

function degreeOf(counts: ReadonlyMap<string, Counts>, id: string): number {
  const { friends, enemies } = countOf(counts, id);
  return friends + enemies;
}

/** What the brushes leave: actors by the number of their ties that day, ties by strength and age. A tie of unknown age is as old as the oldest. */
export function brushed(
  { nodes, ties }: MapNetwork,
  counts: ReadonlyMap<string, Counts>,
  day: Day,
  spans: {
    readonly degree?: Span | undefined;
    readonly strength?: Span | undefined;
    readonly age?: Span | undefined;
  },
): MapNetwork {
  const { degree, strength, age } = spans;
  const kept =
    degree === undefined
      ? undefined
      : new Set(nodes.filter(({ id }) => within(degreeOf(counts, id), degree)).map(({ id }) => id));
  if (kept === undefined && strength === undefined && age === undefined) return { nodes, ties };
  return {
    nodes: kept === undefined ? nodes : nodes.filter(({ id }) => kept.has(id)),
    ties: ties.filter(
      ({ from, to, value, last }) =>
        (kept === undefined || (kept.has(from) && kept.has(to))) &&
        (strength === undefined || within(value, strength)) &&
        (age === undefined || within(last === undefined ? age[1] + 1 : day - last, age)),
    ),
  };
}

function within(value: number, [low, high]: Span): boolean {
  return value >= low - 1e-9 && value <= high + 1e-9;
}

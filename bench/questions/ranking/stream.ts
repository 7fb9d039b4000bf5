import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type DayOfEvents, daysOf } from "../../../src/behave/index.ts";

/** A stream of events with its split: `train.txt`, `valid.txt`, `test.txt`, gzip or not. */
export interface Stream {
  readonly names: readonly string[];
  readonly types: number;
  /** One more than the last day. */
  readonly days: number;
  readonly train: readonly DayOfEvents[];
  readonly valid: readonly DayOfEvents[];
  readonly test: readonly DayOfEvents[];
}

function text(folder: string, name: string): string {
  const path = join(folder, name);
  return existsSync(path)
    ? readFileSync(path, "utf8")
    : gunzipSync(readFileSync(`${path}.gz`)).toString("utf8");
}

const lines = (file: string): readonly string[] => file.split("\n").filter((line) => line.trim() !== "");

export function streamOf(folder: string): Stream {
  const names: string[] = [];
  for (const line of lines(text(folder, "entity2id.txt"))) {
    const [name, number] = line.split("\t");
    names[Number(number)] = name;
  }
  const rows = (part: string): readonly (readonly number[])[] =>
    lines(text(folder, `${part}.txt`)).map((line) => line.trim().split(/\s+/).map(Number));
  const parts = { train: rows("train"), valid: rows("valid"), test: rows("test") };
  // Times count in whole steps: a day of 24 hours in most of these streams, or 1.
  const step =
    Object.values(parts)
      .flat()
      .reduce((a, row) => divisor(a, row[3]), 0) || 1;
  const days = (list: readonly (readonly number[])[]): readonly DayOfEvents[] =>
    daysOf({
      day: list.map((row) => row[3] / step),
      source: list.map((row) => row[0]),
      type: list.map((row) => row[1]),
      target: list.map((row) => row[2]),
    });
  return {
    names,
    types: lines(text(folder, "relation2id.txt")).length,
    days: parts.test.reduce((most, row) => Math.max(most, row[3] / step), 0) + 1,
    train: days(parts.train),
    valid: days(parts.valid),
    test: days(parts.test),
  };
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

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

/** Columns of source, type, target and time. */
type Columns = readonly [Int32Array, Int32Array, Int32Array, Int32Array];

/** Reads rows of whole numbers, of which only the first four count, without a string for each. */
function columnsOf(file: string): Columns {
  let rows = 0;
  for (let k = file.indexOf("\n"); k >= 0; k = file.indexOf("\n", k + 1)) rows += 1;
  const columns = [0, 1, 2, 3].map(() => new Int32Array(rows + 1));
  let row = 0;
  let column = 0;
  let number = -1;
  for (let k = 0; k <= file.length; k++) {
    const code = k < file.length ? file.charCodeAt(k) : 10;
    if (code >= 48 && code <= 57) {
      number = 10 * Math.max(0, number) + code - 48;
      continue;
    }
    if (number >= 0) {
      if (column < 4) columns[column][row] = number;
      column += 1;
    }
    number = -1;
    if (code === 10) {
      if (column >= 4) row += 1;
      column = 0;
    }
  }
  const [source, type, target, time] = columns.map((each) => each.subarray(0, row));
  return [source, type, target, time];
}

export function streamOf(folder: string): Stream {
  const names: string[] = [];
  for (const line of lines(text(folder, "entity2id.txt"))) {
    const [name, number] = line.split("\t");
    names[Number(number)] = name;
  }
  const parts = (["train", "valid", "test"] as const).map((part) => columnsOf(text(folder, `${part}.txt`)));
  // Times count in whole steps: a day of 24 hours in most of these streams, or 1.
  let step = 0;
  for (const [, , , time] of parts) for (const each of time) step = divisor(step, each);
  const days = ([source, type, target, time]: Columns): readonly DayOfEvents[] =>
    daysOf({ day: time.map((each) => each / (step || 1)), source, type, target });
  const [train, valid, test] = parts.map(days);
  return {
    names,
    types: lines(text(folder, "relation2id.txt")).length,
    days: test.reduce((most, { day }) => Math.max(most, day), 0) + 1,
    train,
    valid,
    test,
  };
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

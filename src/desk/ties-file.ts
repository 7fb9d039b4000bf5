import { readDate, TawazunError } from "../base/index.ts";
import { type SignedNetwork, signedNetwork, type Tie } from "../measure/index.ts";
import { columnOf, csvRows } from "./csv-rows.ts";

/** A network of a file of ties, with its time if the file has times. */
export interface TiesAt {
  readonly time?: string;
  readonly network: SignedNetwork;
}

const SIGNS: ReadonlyMap<string, number> = new Map([
  ["+", 1],
  ["−", -1],
  ["-", -1],
  ["friendly", 1],
  ["hostile", -1],
  ["neutral", 0],
]);

/**
 * The networks of a CSV text of ties: columns from (or source), to (or target) and sign (or weight, or
 * value as in the relations of a case), and perhaps a year, time, date or period that tells networks apart.
 *
 * @throws {TawazunError} `network/ties` with every line that names nobody, ties somebody to himself, or has no sign.
 */
export function tiesFile(file: string, text: string, directed: boolean): readonly TiesAt[] {
  const rows = csvRows(file, text);
  const from = columnOf(file, rows, ["from", "source", "actor"]);
  const to = columnOf(file, rows, ["to", "target"]);
  const sign = columnOf(file, rows, ["sign", "weight", "tie", "value"]);
  const time = ["year", "time", "date", "period"].find((name) => name in rows[0].cells);
  const faults: string[] = [];
  const parts = new Map<string, Tie[]>();
  for (const { line, cells } of rows) {
    const weight = weightOf(cells[sign]);
    if (cells[from] === "" || cells[to] === "") {
      faults.push(`${file}:${line}: a tie needs two actors; one has no name.`);
    } else if (cells[from] === cells[to]) {
      faults.push(`${file}:${line}: ties ${cells[from]} to itself; leave the row out.`);
    } else if (!Number.isFinite(weight)) {
      faults.push(
        `${file}:${line}: "${cells[sign]}" in the column ${sign} is no sign: give 1, -1, 0, +, - or a signed weight.`,
      );
    } else if (time !== undefined && !isTime(time, cells[time])) {
      faults.push(
        `${file}:${line}: "${cells[time]}" in the column ${time} is no ${time}: write 2012, 2012-01 or 2012-01-10.`,
      );
    } else {
      const part = time === undefined ? "" : cells[time];
      const ties = parts.get(part) ?? [];
      if (ties.length === 0) parts.set(part, ties);
      ties.push([cells[from], cells[to], weight]);
    }
  }
  if (faults.length > 0) throw new TawazunError("network/ties", faults.join("\n"));
  return [...parts]
    .sort(([a], [b]) => byTime(a, b))
    .map(([part, ties]) => ({
      ...(time === undefined ? {} : { time: part }),
      network: signedNetwork(ties, { directed }),
    }));
}

/** A sign, a number, or the mode of a range as a case writes it, `[-0.7, -0.5, -0.3]`; NaN for what is none. */
function weightOf(text: string): number {
  const range = /^\[([^,\]]+),([^,\]]+),([^,\]]+)\]$/.exec(text);
  if (range !== null) {
    const [low, middle, high] = range.slice(1).map(Number);
    return low <= middle && middle <= high ? middle : Number.NaN;
  }
  return SIGNS.get(text.toLowerCase()) ?? (text === "" ? Number.NaN : Number(text));
}

/** Years are numbers and dates are dates; a time or a period may be called as one likes, but must be there. */
function isTime(column: string, text: string): boolean {
  if (column === "year") return /^-?\d+$/.test(text);
  return column === "date" ? readDate(text) !== undefined : text !== "";
}

/** Years by number, dates and other texts by letters. */
function byTime(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (Number.isFinite(difference)) return difference;
  return a < b ? -1 : Number(a > b);
}

import { TawazunError } from "../../base/index.ts";
import type { Folder } from "../../case/index.ts";

/** A stream of events laid out as ranking benchmarks are. */
export interface Benchmark {
  readonly actors: readonly string[];
  readonly types: readonly string[];
  /** Source, type, target, day; in order of time. */
  readonly rows: readonly (readonly [number, number, number, number])[];
}

const NAMES = ["entity2id.txt", "relation2id.txt"] as const;
const PARTS = ["train.txt", "valid.txt", "test.txt"] as const;
const ROW = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)(\s+-?\d+)?\s*$/;

/** The bytes of a file, packed or not. */
function bytesOf(
  folder: Folder,
  name: string,
): { readonly bytes: Uint8Array; readonly packed: boolean } | undefined {
  const plain = folder.get(name);
  if (plain !== undefined) return { bytes: plain, packed: false };
  const packed = folder.get(`${name}.gz`);
  return packed === undefined ? undefined : { bytes: packed, packed: true };
}

/** Whether a folder holds `entity2id.txt`, `relation2id.txt` and `train.txt`, packed with gzip or not. */
export function isBenchmark(folder: Folder): boolean {
  return [...NAMES, PARTS[0]].every((name) => bytesOf(folder, name) !== undefined);
}

/**
 * Reads such a folder; valid and test events follow those of train where they are there.
 *
 * @throws {TawazunError} `rank/row`, with the file and the line; `rank/gzip`.
 */
export async function readBenchmark(folder: Folder, path: string): Promise<Benchmark> {
  const [actors, types] = await Promise.all(NAMES.map((name) => namesOf(folder, name, path)));
  const rows: [number, number, number, number][] = [];
  for (const part of PARTS) {
    const text = await textOf(folder, part, path);
    for (const [k, line] of text.split("\n").entries()) {
      if (line.trim() === "") continue;
      const match = ROW.exec(line);
      const [s, r, o, time] = match === null ? [] : match.slice(1, 5).map(Number);
      if (s === undefined || !(s < actors.length && o < actors.length && r < types.length)) {
        throw new TawazunError(
          "rank/row",
          `${path}/${part}, line ${k + 1}: a source and a target below ${actors.length}, a type below ${types.length} and a time are expected: ${line.slice(0, 60)}`,
        );
      }
      rows.push([s, r, o, time]);
    }
  }
  // Times count in whole steps: a day of 24 hours in most of these streams, or 1.
  const step = rows.reduce((a, row) => divisor(a, row[3]), 0) || 1;
  return {
    actors,
    types,
    rows: rows
      .map(([s, r, o, time]): [number, number, number, number] => [s, r, o, time / step])
      .sort((a, b) => a[3] - b[3]),
  };
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** Names by number, from lines of name, tab, number. */
async function namesOf(folder: Folder, file: string, path: string): Promise<readonly string[]> {
  const names: string[] = [];
  const text = await textOf(folder, file, path);
  for (const [k, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [name, number] = line.split("\t");
    if (number === undefined || !/^\s*\d+\s*$/.test(number)) {
      throw new TawazunError(
        "rank/row",
        `${path}/${file}, line ${k + 1}: a name, a tab and a number are expected: ${line.slice(0, 60)}`,
      );
    }
    names[Number(number)] = name.trim();
  }
  return Array.from(names, (name, i) => name ?? `number ${i}`);
}

async function textOf(folder: Folder, name: string, path: string): Promise<string> {
  const found = bytesOf(folder, name);
  if (found === undefined) return "";
  try {
    const bytes = new Blob([found.bytes as Uint8Array<ArrayBuffer>]);
    if (!found.packed) return await bytes.text();
    return await new Response(bytes.stream().pipeThrough(new DecompressionStream("gzip"))).text();
  } catch {
    throw new TawazunError(
      "rank/gzip",
      `${path}/${name}.gz cannot be unpacked: it is cut off or no gzip file.`,
    );
  }
}

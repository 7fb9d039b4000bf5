import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod";
import { TawazunError } from "../../base/index.ts";
import type { Observations } from "../../forecast/index.ts";

/** The arrays of observations and what each is made of, in the order in which they travel. */
const arrays = [
  ["answers", Uint8Array],
  ["measures", Float64Array],
  ["trouble", Uint8Array],
  ["kinds", Uint16Array],
  ["signatures", Uint16Array],
  ["bounded", Uint8Array],
  ["share", Float32Array],
  ["groupShare", Float32Array],
  ["count", Float32Array],
  ["open", Uint8Array],
  ["deeds", Int32Array],
] as const;

const run = z.number().int().min(0);
const header = z.array(
  z.strictObject({
    from: run,
    to: run,
    months: run,
    /** Numbers in each array; −1 where it is absent. */
    lengths: z.array(z.number().int().min(-1).max(1e9)).length(arrays.length),
  }),
);

/** Most bytes of one job's rows when unpacked. */
const MOST_BYTES = 2 ** 30;

/** Observations as bytes: a line that says what follows, then the arrays, packed together. */
export function packRows(rows: readonly Observations[]): Buffer {
  const about = rows.map((row) => ({
    from: row.from,
    to: row.to,
    months: row.months,
    lengths: arrays.map(([name]) => row[name]?.length ?? -1),
  }));
  const parts = rows.flatMap((row) =>
    arrays.flatMap(([name]) => {
      const array = row[name];
      return array === undefined ? [] : [Buffer.from(array.buffer, array.byteOffset, array.byteLength)];
    }),
  );
  return deflateRawSync(Buffer.concat([Buffer.from(`${JSON.stringify(about)}\n`), ...parts]), { level: 3 });
}

/**
 * What {@link packRows} packed.
 *
 * @throws {TawazunError} `cluster/rows` if it is anything else.
 */
export function unpackRows(packed: Uint8Array): readonly Observations[] {
  const broken = new TawazunError("cluster/rows", "Rows arrived damaged from the cluster.");
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: MOST_BYTES });
    const end = bytes.indexOf(10);
    const about = header.parse(JSON.parse(bytes.toString("utf8", 0, end)));
    let at = end + 1;
    const rows = about.map(({ lengths, ...row }) => {
      const found = arrays.flatMap(([name, Type], a) => {
        if (lengths[a] < 0) return [];
        const size = lengths[a] * Type.BYTES_PER_ELEMENT;
        if (at + size > bytes.length) throw broken;
        // a copy, for what lies in the middle of other bytes does not begin where its numbers must
        const own = Uint8Array.prototype.slice.call(bytes, at, at + size);
        at += size;
        return [[name, new Type(own.buffer, own.byteOffset, lengths[a])]];
      });
      return { ...row, ...Object.fromEntries(found) } as Observations;
    });
    if (at !== bytes.length) throw broken;
    return rows;
  } catch {
    throw broken;
  }
}

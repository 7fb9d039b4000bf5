import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Observations } from "../../forecast/index.ts";
import { packRows, unpackRows } from "./rows.ts";

const rows = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  months: fc.nat(1200),
  answers: fc.uint8Array(),
  measures: fc.float64Array(),
  trouble: fc.uint8Array(),
  kinds: fc.uint16Array(),
  signatures: fc.uint16Array(),
  bounded: fc.uint8Array(),
  share: fc.float32Array(),
  groupShare: fc.float32Array(),
  count: fc.float32Array(),
  open: fc.uint8Array(),
});
const withDeeds = fc.record({ row: rows, deeds: fc.option(fc.int32Array(), { nil: undefined }) });

describe("packed rows", () => {
  it("come out as they went in, to the bit", () => {
    fc.assert(
      fc.property(fc.array(withDeeds, { maxLength: 4 }), (list) => {
        const given = list.map(
          ({ row, deeds }): Observations => (deeds === undefined ? row : { ...row, deeds }),
        );
        expect(unpackRows(packRows(given))).toEqual(given);
      }),
    );
  });

  it("that are damaged or cut are refused", () => {
    const whole = packRows(fc.sample(rows, { numRuns: 3, seed: 1 }));
    for (const bytes of [Buffer.from("nonsense"), Buffer.alloc(0), whole.subarray(0, whole.length - 9)])
      expect(() => unpackRows(bytes)).toThrow(expect.objectContaining({ code: "cluster/rows" }));
  });
});

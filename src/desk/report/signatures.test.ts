import { describe, expect, it } from "vitest";
import type { Outcome } from "../../case/index.ts";
import type { Study } from "../study.ts";
import type { Judging } from "./judging.ts";
import { recordedSignatures } from "./signatures.ts";

const rule = { compare: [{ pledges: { against: "head", by: "2020-12-31" } }, ">=", 51] };
const study = {
  near: { signatures: Float64Array.of(0, 10, 40, 47, 60) },
  source: {
    questions: [
      { id: "q1", rule },
      { id: "q2", rule: { holds: { post: "premier", actor: "head" }, on: "2020-12-31" } },
    ],
  },
} as unknown as Study;

const judged = (value: Outcome["value"]): Judging =>
  ({
    outcomes: new Map([
      ["q1", { question: "q1", outcome: false, value, resolved: "2020-12-31" }],
      ["q2", { question: "q2", outcome: true, value: 7, resolved: "2020-12-31" }],
    ]),
  }) as unknown as Judging;

describe("the signatures of the record", () => {
  it("are placed among the futures, each count by its name", () => {
    // of 0, 10, 40, 47, 60 three are below 47 and four below 50
    expect(recordedSignatures(study, judged({ received: 50, valid: 47 }))).toEqual([
      { question: "q1", what: "received", count: 50, below: 0.8, reached: expect.closeTo(0.2, 12) },
      { question: "q1", what: "valid", count: 47, below: 0.6, reached: 0.4 },
    ]);
  });

  it("are left out where no outcome gives a count", () => {
    expect(recordedSignatures(study, judged("not counted"))).toEqual([]);
    expect(recordedSignatures(study, undefined)).toEqual([]);
  });
});

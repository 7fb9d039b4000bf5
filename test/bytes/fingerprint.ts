import { sha256 } from "../../src/base/index.ts";
import type { Case } from "../../src/case/index.ts";
import { type Observations, observe, type Plan } from "../../src/forecast/index.ts";
import { type Scenario, stageOf } from "../../src/simulate/index.ts";

/** What is played to compare machines: everything that a run can show goes into the fingerprint. */
export function shardOf(
  source: Case,
  runs: number,
): { readonly scenario: Scenario; readonly plan: Plan; readonly from: number; readonly to: number } {
  return {
    scenario: { seed: "bytes", months: 12, policy: "strategic", interventions: [], violence: VIOLENCE },
    plan: {
      questions: source.questions.map((question) => question.id),
      outcomes: [{ measure: { stability: { to: source.head.horizon } } }],
      detail: true,
    },
    from: 0,
    to: runs,
  };
}

const VIOLENCE = {
  base: 45,
  branching: 0.69,
  decay: 0.67,
  size: 3.8,
  season: [1.02, 0.97, 1.01, 0.95, 1.08, 1.03, 0.95, 0.89, 1.2, 0.88, 1.0, 0.84],
  excitation: 106,
  ceiling: 7770,
};

/** SHA-256 of the bytes of every column, in order. */
export function fingerprint(seen: Observations): string {
  const columns = [
    seen.answers,
    seen.measures,
    seen.trouble,
    seen.kinds,
    seen.signatures,
    seen.share,
    seen.groupShare,
    seen.count,
    seen.open,
  ];
  const bytes = columns.map((column) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  const whole = new Uint8Array(bytes.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of bytes) {
    whole.set(part, at);
    at += part.length;
  }
  return sha256(whole);
}

/** Plays and fingerprints: the same function in Node and in a browser. */
export function played(source: Case, runs: number): string {
  return fingerprint(observe(stageOf(source), source, shardOf(source, runs)));
}

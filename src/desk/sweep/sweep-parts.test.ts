import { describe, expect, it } from "vitest";
import { newCase, readCase, readExperiment } from "../../case/index.ts";
import type { Table } from "../../show/index.ts";
import { knownNames } from "../open.ts";
import { experimentFile, type PlainExperiment } from "./experiment-file.ts";
import { experimentFaults } from "./faults.ts";
import { type SweepPlan, sweepPlan } from "./plan.ts";
import type { CellSummary } from "./summary.ts";
import { sweepParts } from "./sweep-parts.ts";

const folder = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
const { world } = readCase(folder, knownNames);
if (world === undefined) throw new Error("the new case does not read");

const head = `name: Ties
repetitions: 100
months: 2
record:
  outcomes:
    - { name: calm, measure: { stability: { to: 2024-06 } } }
    - { name: accused, rule: { occurs: { move: accuse }, by: 2024-06-30 } }
  questions: []
`;
const tie = "{ name: tie, set: { relation: { from: vale, to: ridge } }";
const care = "{ name: care, set: { salience: { actor: vale, issue: autonomy } }";

function planOf(text: string): SweepPlan {
  const { experiments, findings } = readExperiment("x.yaml", new TextEncoder().encode(text), world!, []);
  expect(findings).toEqual([]);
  return sweepPlan(world!, experiments[0], [], "test");
}

/** A cell of 100 futures: so much calm, and so often accused, each with an error of 0.03 or 0.04. */
const cell = (at: number, calm: number, accused: number, futures = 100): CellSummary => ({
  cell: at,
  futures,
  means: [
    { mean: calm, error: 0.03 },
    { mean: accused, error: 0.04 },
  ],
});

const tables = (plan: SweepPlan, cells: readonly CellSummary[]): readonly Table[] =>
  sweepParts(plan, cells, true).flatMap((part) =>
    part.kind === "picture" ? [part.table] : part.kind === "table" ? [part] : [],
  );

describe("what a sweep found, as pictures and tables", () => {
  it("is nothing before a future was played", () => {
    const plan = planOf(`${head}variables:\n  - ${tie}, values: [-0.5, 0.5] }\n`);
    expect(sweepParts(plan, [cell(0, 0, 0, 0), cell(1, 0, 0, 0)], false)).toEqual([]);
  });

  it("has a row for each value of one variable, with the interval of its mean", () => {
    const plan = planOf(`${head}variables:\n  - ${tie}, values: [0.5, -0.5] }\n`);
    const [calm, accused, points] = tables(plan, [cell(0, 0.4, 0.99), cell(1, 0.8, 0.2)]);
    expect(calm.rows.map(({ name, calm: value }) => [name, value])).toEqual([
      ["-0.5", 0.8],
      ["0.5", 0.4],
    ]);
    // 0.8 ± 1.96 × 0.03
    expect(calm.rows[0]["calm low"]).toBeCloseTo(0.7412, 12);
    expect(calm.rows[0]["calm high"]).toBeCloseTo(0.8588, 12);
    // A probability stays one: 0.99 + 1.96 × 0.04 lies above 1.
    expect(accused.rows[1]["accused high"]).toBe(1);
    expect(points.rows.map(({ v0, o0, e1 }) => [v0, o0, e1])).toEqual([
      [0.5, 0.4, 0.04],
      [-0.5, 0.8, 0.04],
    ]);
  });

  it("sets the values of a second variable beside each other", () => {
    const plan = planOf(
      `${head}variables:\n  - ${tie}, values: [-0.5, 0.5] }\n  - ${care}, values: [0.2, 0.8] }\n`,
    );
    const cells = [0.1, 0.2, 0.3, 0.4].map((calm, at) => cell(at, calm, 0.5));
    const [calm] = tables(plan, cells);
    expect(calm.rows.map((row) => [row.name, row["care 0.2"], row["care 0.8"]])).toEqual([
      ["-0.5", 0.1, 0.2],
      ["0.5", 0.3, 0.4],
    ]);
  });

  it("puts many values together into fifths, each future counting once", () => {
    const plan = planOf(`${head}variables:\n  - ${tie}, range: [-1, 1], steps: 21 }\n`);
    const cells = plan.cells.map((_, at) => cell(at, at / 20, 0.5, at === 0 ? 300 : 100));
    const [calm] = tables(plan, cells);
    expect(calm.rows.map(({ name }) => name)).toEqual([
      "-1 to -0.6",
      "-0.6 to -0.2",
      "-0.2 to 0.2",
      "0.2 to 0.6",
      "0.6 to 1",
    ]);
    // −1, −0.9, −0.8, −0.7 with 300, 100, 100, 100 futures: (0×3 + 0.05 + 0.1 + 0.15)/6
    expect(calm.rows[0].calm).toBeCloseTo(0.05, 12);
    // The same luck in each: their mean is no surer than one of them, which is off by 0.03.
    expect(Number(calm.rows[0]["calm high"]) - 0.05).toBeCloseTo(1.96 * 0.03, 12);
  });

  it("keeps values apart that agree in their first digits", () => {
    const plan = planOf(`${head}variables:\n  - ${tie}, range: [0.5, 0.502], steps: 5 }\n`);
    const [calm] = tables(
      plan,
      plan.cells.map((_, at) => cell(at, at / 10, 0.5)),
    );
    expect(calm.rows.map((row) => [row.name, row.calm])).toEqual([
      ["0.5", 0],
      ["0.5005", 0.1],
      ["0.501", 0.2],
      ["0.5015", 0.3],
      ["0.502", 0.4],
    ]);
  });

  it("leaves out the points that have no future yet", () => {
    const plan = planOf(`${head}variables:\n  - ${tie}, values: [-0.5, 0.5] }\n`);
    const [calm, , points] = tables(plan, [cell(0, 0.4, 0.5), { cell: 1, futures: 0, means: [] }]);
    expect([calm.rows.length, points.rows.length]).toEqual([1, 1]);
  });
});

describe("a plain experiment", () => {
  it("gives each input a column of its own, however alike their names are", () => {
    const inputs = ["tie of a to b-c", "tie of a-b to c", "جيش", "حزب"].map((name) => ({
      name,
      low: 0,
      high: 1,
    }));
    const text = experimentFile({ ...plain, inputs });
    const columns = [...text.matchAll(/name: ([a-z0-9-]+), set/g)].map(([, column]) => column);
    expect(columns).toEqual(["tie-of-a-to-b-c", "tie-of-a-b-to-c", "input", "input-2"]);
  });

  const plain: PlainExperiment = {
    name: "Memory: how long?",
    inputs: [{ name: "default habit.halfLife", low: 30, high: 90 }],
    steps: 3,
    repetitions: 50,
    months: 6,
  };

  it("is written as a file that reads, and plays what was asked", () => {
    const text = experimentFile(plain);
    const { experiments, findings } = readExperiment("x.yaml", new TextEncoder().encode(text), world!, []);
    expect(findings).toEqual([]);
    expect(experiments[0]).toMatchObject({ name: "Memory: how long?", repetitions: 50, months: 6 });
    const plan = sweepPlan(world!, experiments[0], [], "test");
    expect(plan.variables).toEqual(["habit-halflife"]);
    expect(plan.points).toEqual([[30], [60], [90]]);
    expect(experimentFaults(world!, experiments[0], []).map(({ code }) => code)).not.toContain(
      "intervention/unknown",
    );
  });
});

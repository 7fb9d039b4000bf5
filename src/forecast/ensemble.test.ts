import { describe, expect, it } from "vitest";
import { troubledCase } from "../../test/worlds/small-case.ts";
import { type Scenario, stageOf } from "../simulate/index.ts";
import { calmPart, ensembleOf, keptRuns, takeIn } from "./ensemble.ts";
import { type Observations, observe } from "./observe.ts";
import { stability } from "./record.ts";
import { savedEnsemble, saveEnsemble } from "./saved-ensemble.ts";
import { quantileOf } from "./sketch.ts";

const source = troubledCase();
const stage = stageOf(source);
const months = 6;
const runs = 60;
const scenario: Scenario = { seed: "ensemble", months, policy: "strategic", interventions: [] };
const plan = { questions: [], outcomes: [], detail: true };
const whole = observe(stage, source, { scenario, plan, from: 0, to: runs });

function cutAt(...places: readonly number[]): readonly Observations[] {
  return [0, ...places].map((from, k) =>
    observe(stage, source, { scenario, plan, from, to: places[k] ?? runs }),
  );
}

function made(parts: readonly Observations[], planned = runs) {
  const ensemble = ensembleOf(stage.world, months, planned);
  for (const part of parts) takeIn(ensemble, part);
  return ensemble;
}

describe("an ensemble", () => {
  it("is the same, byte for byte, however the runs are cut", () => {
    const text = saveEnsemble(made([whole]), { seed: 1 });
    expect(saveEnsemble(made(cutAt(13, 50)), { seed: 1 })).toBe(text);
    expect(saveEnsemble(made(cutAt(1, 2, 3, 59)), { seed: 1 })).toBe(text);
  });

  it("tells what the runs themselves tell: quantiles as near as a bin, sums exactly", () => {
    const ensemble = made([whole]);
    const movers = stage.world.movers.length;
    stage.world.movers.forEach((_, k) => {
      const values = Float64Array.from(
        { length: runs },
        (_, run) => whole.share[(run * months + months - 1) * movers + k],
      ).sort();
      for (const part of [0.05, 0.5, 0.95]) {
        const exact = values[Math.floor(part * runs)];
        const found = quantileOf(ensemble.share, (ensemble.marks.length - 1) * movers + k, part) as number;
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact / 256 + 2 ** -14);
      }
    });
    const sum = (array: Uint16Array): number => array.reduce((total, value) => total + value, 0);
    expect(ensemble.kindMoves.reduce((total, value) => total + value, 0)).toBe(sum(whole.kinds));
    expect(calmPart(ensemble)).toBeCloseTo(
      stability({ trouble: whole.trouble }, whole.trouble.length).whole,
      12,
    );
    expect(ensemble.runs).toBe(runs);
  });

  it("keeps every k-th run whole", () => {
    const kept = keptRuns(made(cutAt(7, 8, 33), 10_000)) as Observations;
    expect(kept.to).toBe(3);
    const width = whole.share.length / runs;
    for (const [row, run] of [0, 20, 40].entries()) {
      expect(kept.share.slice(row * width, (row + 1) * width)).toEqual(
        whole.share.slice(run * width, (run + 1) * width),
      );
    }
  });

  it("goes on from what was saved as if nothing had been", () => {
    const [first, second] = cutAt(25);
    const before = made([first]);
    const read = savedEnsemble(saveEnsemble(before, { seed: 1 }), { seed: 1 });
    expect(read).toEqual(before);
    takeIn(read, second);
    expect(read).toEqual(made([whole]));
  });

  it("is not taken up by another play, nor from half a file", () => {
    const text = saveEnsemble(made([whole]), { seed: 1 });
    expect(() => savedEnsemble(text, { seed: 2 })).toThrow(/of another play: another seed\. /);
    for (const broken of ["", text.slice(0, -20), text.replace('"runs":60', '"runs":61')])
      expect(() => savedEnsemble(broken, { seed: 1 })).toThrow(/damaged/);
  });
});

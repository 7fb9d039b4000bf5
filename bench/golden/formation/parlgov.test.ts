// The reader beside what was counted independently of the same data; read here, never carried into the project.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { governmentOf } from "../../../src/behave/index.ts";
import { headsOf } from "./heads.ts";
import { isParlgov, readFormations } from "./parlgov.ts";

const folder = join(import.meta.dirname, "../../../../shared/data/power/parlgov");
const rates = join(folder, "base_rates.json");
const there = isParlgov(folder) && existsSync(rates);
if (!there) console.log(`Skipped: there is no ParlGov with base_rates.json in ${folder}.`);

describe.skipIf(!there)("formations in ParlGov", () => {
  // the body of a skipped description is run all the same
  const formations = there ? readFormations(folder).formations : [];
  const published = there ? JSON.parse(readFileSync(rates, "utf8")) : {};

  it("are those of the published base rates, but for ten whose positions are counted otherwise", () => {
    expect(published.all_cabinets.n_with_positions).toBe(734);
    expect(formations).toHaveLength(744);
    const after = formations.filter(({ date }) => date >= "2000");
    expect(after.length - published.conditional_logit.test_from_2000.n).toBe(9);
  });

  it("have the same parties as before as often as published", () => {
    const same = formations.filter(({ past, formed }) => {
      const last = past.filter(({ caretaker }) => !caretaker).at(-1)?.parties ?? new Set();
      return last.size === formed.size && [...last].every((party) => formed.has(party));
    });
    const from = same.filter(({ date }) => date >= "2000").length;
    const rate = published.conditional_logit.incumbent_baseline;
    // the counts differ by ten of 744 and nine of 276
    expect(Math.abs(same.length / 744 - rate.all)).toBeLessThan(0.01);
    expect(Math.abs(from / 276 - rate.test_from_2000)).toBeLessThan(0.01);
  });

  it("each have a government among the potential ones, and nothing of a later day in their past", () => {
    for (const formation of formations) {
      expect(governmentOf(formation, formation.formed)).toBeDefined();
      expect(formation.past.every(({ start }) => start <= formation.day)).toBe(true);
    }
  });

  it("have heads of large parties and of the last head's, as everybody knows", () => {
    const { coefficients } = headsOf(formations.filter(({ date }) => date < "2000"));
    for (const { coefficient, error } of coefficients) expect(coefficient / error).toBeGreaterThan(4);
  });
});

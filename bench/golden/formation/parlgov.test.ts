// The reader beside what was counted independently of the same data; read here, never carried into the project.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { governmentOf } from "../../../src/behave/index.ts";
import { headsOf } from "./heads.ts";
import { isParlgov, isPublished, isSameAgain, readFormations } from "./parlgov.ts";

const folder = join(import.meta.dirname, "../../../../shared/data/power/parlgov");
const rates = join(folder, "base_rates.json");
const there = isParlgov(folder) && existsSync(rates);
if (!there) console.log(`Skipped: there is no ParlGov with base_rates.json in ${folder}.`);

describe.skipIf(!there)("formations in ParlGov", () => {
  // the body of a skipped description is run all the same
  const formations = there ? readFormations(folder).formations : [];
  const published = there ? JSON.parse(readFileSync(rates, "utf8")) : {};

  it("hold all those of the published base rates, and ten where parties without a known position make seventeen or more", () => {
    const those = formations.filter(isPublished);
    expect(those).toHaveLength(published.all_cabinets.n_with_positions);
    const { train_before_2000: train, test_from_2000: test } = published.conditional_logit;
    expect(those.filter(({ date }) => date < "2000")).toHaveLength(train.n);
    expect(those.filter(({ date }) => date >= "2000")).toHaveLength(test.n);
    expect(formations).toHaveLength(744);
  });

  it("have the same parties as before exactly as often as published", () => {
    const those = formations.filter(isPublished);
    const after = those.filter(({ date }) => date >= "2000");
    const rate = published.conditional_logit.incumbent_baseline;
    expect(Number((those.filter(isSameAgain).length / those.length).toFixed(3))).toBe(rate.all);
    expect(Number((after.filter(isSameAgain).length / after.length).toFixed(3))).toBe(rate.test_from_2000);
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

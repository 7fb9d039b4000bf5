import { describe, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import { type Lent, verbs } from "../../src/desk/index.ts";
import { inThisProcess } from "../../src/run/index.ts";

const utf8 = new TextEncoder();
const folder = new Map([
  ...newCase({ id: "mine", title: "Mine", asOf: "2025-01-15", horizon: "2026-01-20" }),
  [
    "never.yaml",
    utf8.encode(
      "questions:\n  - { id: never, text: Is Orland prime minister?, asked: 2025-01-15, by: 2025-03-31, resolution: Never., rule: { holds: { post: prime-minister, actor: orland }, on: 2025-03-31 } }\n",
    ),
  ],
  [
    "outcomes.yaml",
    utf8.encode(
      "sources: [{ id: press, title: Press }]\noutcomes:\n  - { question: never, outcome: false, resolved: 2025-03-31, source: press }\n",
    ),
  ],
]);

async function judged(options: object) {
  const verb = verbs.find(({ id }) => id === "judge");
  if (verb === undefined) throw new Error("There is no such verb.");
  const desk = { readFolder: async () => ({ folder, findings: [] }), executor: () => inThisProcess() };
  return verb.run(desk as unknown as Lent, ["mine"], verb.options.parse({ workers: 1, ...options }));
}

describe("judging", async () => {
  const { text, json } = await judged({ runs: 100, months: 12 });

  it("is not sure of what happens in none of 100 futures: up to 3 in 100 is the 95% interval", () => {
    const { answers } = json as { answers: { id: string; probability: number; error: number }[] };
    const never = answers.find(({ id }) => id === "never");
    expect(never?.probability).toBe(0);
    expect(1.96 * (never?.error ?? 0)).toBeCloseTo(3 / 100, 12);
    expect(text).toMatch(/^never .* 0% .* 1\.5% /m);
  });

  it("says of the majority class that it looks at the outcomes", () => {
    expect(text).toContain("Majority class: always “no”: Looks at the outcomes to learn");
  });

  it("says the last day that is played, and how to play to the horizon", () => {
    expect(text).toContain("100 futures of 12 months, 2025-01-15 to 2025-12-31.");
    expect(text).toContain("The case's horizon is 2026-01-20: --months 13 plays to it.");
  });

  it("says nothing of a horizon that is played to", async () => {
    const { text: whole } = await judged({ runs: 2, months: 13 });
    expect(whole).toContain("2 futures of 13 months, 2025-01-15 to 2026-01-20.");
    expect(whole).not.toContain("plays to it");
  });
});

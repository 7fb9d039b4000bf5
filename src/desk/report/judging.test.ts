import { describe, expect, it } from "vitest";
import type { Outcome, Question } from "../../case/index.ts";
import type { Study } from "../study.ts";
import { judgingOf } from "./judging.ts";
import { isOutsideOnly } from "./outside-only.ts";

const question = (id: string, more: Partial<Question>): Question => ({
  id,
  text: `Will ${id}?`,
  asked: "2020-01-01",
  by: "2020-12-31",
  resolution: "As reported.",
  rule: { occurs: { move: "split" }, by: "2020-12-31" },
  ...more,
});

/** Only what judging looks at. */
const study = (answers: readonly (readonly [Question, number])[]): Study =>
  ({
    size: { seed: "judging" },
    source: { questions: answers.map(([asked]) => asked) },
    answers: answers.map(([{ id }, forecast]) => ({
      question: id,
      probability: forecast,
      forecast,
      runs: 100,
      error: 0,
      spread: 0,
      until: 0,
    })),
  }) as unknown as Study;

const outcome = (id: string, came: boolean): Outcome => ({
  question: id,
  outcome: came,
  resolved: "2020-12-31",
});

describe("judgingOf", () => {
  const a = question("a", { persistence: true });
  const b = question("b", { persistence: false, text_odds: [0.4, 0.6, 0.7] });
  const c = question("c", { rule: { not: { occurs: { event: "storm" }, by: "2020-12-31" } } });
  const judged = judgingOf(
    study([
      [a, 0.8],
      [b, 0.3],
      [c, 0.5],
      [question("open", {}), 0.9],
    ]),
    [outcome("a", true), outcome("b", true), outcome("c", false), outcome("never-asked", true)],
  );
  const card = (name: string, cards = judged.cards) => cards.find((one) => one.name.startsWith(name));

  it("judges what was both answered and resolved", () => {
    expect(judged.judged.map((entry) => entry.question.id)).toEqual(["a", "b", "c"]);
  });

  it("scores as a hand does", () => {
    // model: 0.2² + 0.7² + 0.5² = 0.04 + 0.49 + 0.25 = 0.78, over 3
    expect(card("This model")?.brier).toBeCloseTo(0.26, 12);
    // −(ln 0.8 + ln 0.3 + ln 0.5)/3 = (0.2231436 + 1.2039728 + 0.6931472)/3
    expect(card("This model")?.log).toBeCloseTo(0.7067545, 6);
    expect(card("Always one half")?.brier).toBe(0.25);
    // persistence says yes to a and no to b: 0 and 1 over 2; the model there: (0.04 + 0.49)/2
    expect(card("Persistence")).toMatchObject({ questions: 2, brier: 0.5, kind: "plain" });
    expect(card("Persistence")?.model).toBeCloseTo(0.265, 12);
    // differences 0.04 and −0.51, mean −0.235, sample sd 0.55/√2, over √2
    expect(card("Persistence")?.error).toBeCloseTo(0.275, 12);
    // two of three came true: always yes misses c
    expect(card("Majority class: always “yes”")?.brier).toBeCloseTo(1 / 3, 12);
    expect(card("Majority class")?.note).toContain("Looks at the outcomes");
    // the text gives b 0.6: 0.4²; the model on b: 0.49
    expect(card("The text's own words")).toMatchObject({ questions: 1, kind: "text" });
    expect(card("The text's own words")?.brier).toBeCloseTo(0.16, 12);
    expect(card("The text's own words")?.model).toBeCloseTo(0.49, 12);
    expect(card("The text's own words")?.error).toBeUndefined();
  });

  it("scores again without questions about outside events alone", () => {
    expect(card("This model", judged.inside)).toMatchObject({ questions: 2 });
    expect(card("This model", judged.inside)?.brier).toBeCloseTo(0.265, 12);
    expect(judgingOf(study([[a, 0.8]]), [outcome("a", true)]).inside).toEqual([]);
  });

  it("bins forecasts with the frequency that came true and the span that luck alone would give", () => {
    const [first, second, third, fourth, fifth] = judged.bins;
    expect([first.count, second.count, third.count, fourth.count, fifth.count]).toEqual([0, 1, 1, 0, 1]);
    expect(fifth).toMatchObject({ mean: 0.8, frequency: 1, consistent: [0, 1] });
    // ten coins of 0.9: P(≤ 6) = 0.013 and P(≤ 7) = 0.070, so the 5% point is 7, far beyond the resampling's error; the 95% point is 10
    const ten = Array.from({ length: 10 }, (_, k) => question(`q${k}`, {}));
    const bins = judgingOf(
      study(ten.map((one) => [one, 0.9] as const)),
      ten.map((one) => outcome(one.id, true)),
    ).bins;
    expect(bins[4].consistent).toEqual([0.7, 1]);
  });

  it("scores nothing without outcomes", () => {
    expect(judgingOf(study([[a, 0.8]]), [])).toMatchObject({ judged: [], cards: [], inside: [] });
  });
});

describe("isOutsideOnly", () => {
  it.each([
    [{ occurs: { event: "storm" }, by: "2020" }, true],
    [
      {
        any: [{ occurs: { event: "storm" }, by: "2020" }, { not: { occurs: { event: "calm" }, by: "2020" } }],
      },
      true,
    ],
    [
      {
        all: [
          { occurs: { event: "storm" }, by: "2020" },
          { occurs: { move: "split" }, by: "2020" },
        ],
      },
      false,
    ],
    [{ occurs: { by: "somebody" }, by: "2020" }, false],
    [{ filled: { post: "speaker" }, by: "2020" }, false],
  ] as const)("of %j is %s", (rule, outside) => {
    expect(isOutsideOnly(rule as Question["rule"])).toBe(outside);
  });
});

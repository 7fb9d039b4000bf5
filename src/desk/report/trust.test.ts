import { describe, expect, it } from "vitest";
import { readRecord, type Trust, trusted, trustIn } from "./trust.ts";

const record = (cases: unknown): string => JSON.stringify({ cases });
const answers = (forecast: number, yes: number, count: number, more: object = {}) =>
  Array.from({ length: count }, (_, k) => ({ question: `q${k}`, forecast, outcome: k < yes, ...more }));

const readTrust = (file: string, text: string, id: string, questions: readonly string[] = []): Trust =>
  trustIn(readRecord(file, text), { id, questions }, file);

describe("a record of forecasts on other cases", () => {
  it("moves answers toward how often such answers came true", () => {
    const trust = readTrust("r.json", record([{ id: "other", answers: answers(0.95, 12, 20) }]), "mine");
    const corrected = trusted(0.95, false, trust);
    expect(corrected).toBeGreaterThan(0.55);
    expect(corrected).toBeLessThan(0.75);
    expect(trust.says).toMatch(/on 20 questions of 1 other case/);
  });

  it("leaves out what it holds of the case itself", () => {
    const other = { id: "other", answers: answers(0.9, 5, 10) };
    const own = { id: "mine", answers: answers(0.9, 0, 50) };
    expect(readTrust("r.json", record([other, own]), "mine")).toEqual(
      readTrust("r.json", record([other]), "mine"),
    );
  });

  it("leaves out a case that this one is a copy of under another name", () => {
    const other = {
      id: "other",
      answers: answers(0.9, 5, 10).map((one, k) => ({ ...one, question: `o${k}` })),
    };
    const copied = { id: "theirs", answers: answers(0.9, 0, 50) };
    const questions = copied.answers.map(({ question }) => question);
    expect(readTrust("r.json", record([other, copied]), "mine", questions)).toEqual(
      readTrust("r.json", record([other]), "mine"),
    );
  });

  it("says nothing of answers that the case's own probabilities decide, and learns nothing from them", () => {
    const other = { id: "other", answers: answers(0.9, 5, 10) };
    const theirs = { id: "third", answers: answers(0.9, 0, 50, { outside: true }) };
    const trust = readTrust("r.json", record([other, theirs]), "mine");
    expect(trust.recalibration).toEqual(readTrust("r.json", record([other]), "mine").recalibration);
    expect(trusted(0.9, true, trust)).toBe(0.9);
  });

  it("is refused in words where it is none", () => {
    expect(() => readTrust("r.json", "{", "mine")).toThrow(/r\.json is not JSON/);
    expect(() => readTrust("r.json", "{}", "mine")).toThrow(/no record of tawazun backtest --json: cases/);
    expect(() => readTrust("r.json", record([{ id: "x", answers: answers(2, 0, 1) }]), "mine")).toThrow(
      /cases\.0\.answers\.0\.forecast/,
    );
    expect(() => readTrust("r.json", record([{ id: "mine", answers: answers(0.5, 1, 2) }]), "mine")).toThrow(
      /cannot say how far to trust itself/,
    );
  });
});

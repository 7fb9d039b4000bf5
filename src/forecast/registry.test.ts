import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextEntry, type Registration, readRegistry } from "./registry.ts";

const utf8 = new TextEncoder();
const text = new TextDecoder("utf-8", { ignoreBOM: true });

const registration = (note: string, probability = 0.25): Registration => ({
  registered: "2026-11-22T20:15:00Z",
  case: "nowhere",
  case_hash: "ab",
  as_of: "2026-11-01",
  engine: "0.1.0",
  seed: "s",
  months: 12,
  policy: "strategic",
  note,
  forecasts: [
    {
      question: "q1",
      text: "Will “Ü” rule?",
      by: "2027-01-01",
      rule: "filled(premier) by 2027-01-01",
      probability,
      forecast: 0.251,
      error: 0.01,
      spread: 0,
      runs: 100,
    },
  ],
});

function registry(...notes: readonly string[]): string {
  return notes.reduce((file, note) => file + nextEntry(file, registration(note)), "");
}

describe("a registry of forecasts", () => {
  it("holds what was registered, in order, each entry chained to the one before", () => {
    const file = registry("one", "two", "three");
    const { entries, faults } = readRegistry(file);
    expect(faults).toEqual([]);
    expect(entries.map(({ number, note }) => [number, note])).toEqual([
      [1, "one"],
      [2, "two"],
      [3, "three"],
    ]);
    expect(entries[1].previous).toBe(entries[0].hash);
    expect(entries[0].previous).toMatch(/^0{64}$/);
  });

  it("only grows: what was there before is a beginning of what is there after", () => {
    const two = registry("one", "two");
    expect((two + nextEntry(two, registration("three"))).startsWith(two)).toBe(true);
  });

  it("shows it when any single bit of the file is turned", () => {
    const bytes = utf8.encode(registry("one", "two"));
    for (let at = 0; at < bytes.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const turned = bytes.slice();
        turned[at] ^= 1 << bit;
        expect(readRegistry(text.decode(turned)).faults, `byte ${at}, bit ${bit}`).toHaveLength(1);
      }
    }
  });

  it("shows a line taken out, doubled or moved, an added blank, and a cut", () => {
    const lines = registry("one", "two", "three").split("\n").slice(0, 3);
    const of = (...order: readonly number[]): string => order.map((k) => `${lines[k]}\n`).join("");
    for (const file of [of(1, 2), of(0, 2), of(0, 0, 1, 2), of(0, 2, 1), of(2, 1, 0)])
      expect(readRegistry(file).faults).toHaveLength(1);
    expect(readRegistry(`${of(0)}\n${of(1, 2)}`).faults).toHaveLength(1);
    expect(readRegistry(` ${of(0, 1, 2)}`).faults).toHaveLength(1);
    expect(readRegistry(of(0, 1, 2).slice(0, -1)).faults).toHaveLength(1);
    // a whole line missing at the end leaves no trace in the file: its hash must be known from elsewhere
    expect(readRegistry(of(0, 1)).faults).toEqual([]);
  });

  it("shows a probability changed with a hash made anew, if a line follows", () => {
    const file = registry("one", "two");
    const [first, second] = file.split("\n");
    const forged = nextEntry("", registration("one", 0.9));
    expect(first).not.toBe(forged.trimEnd());
    expect(readRegistry(`${forged}${second}\n`).faults[0].line).toBe(2);
  });

  it("takes nothing more once it does not hold", () => {
    const broken = registry("one").replace('"probability":0.25', '"probability":0.95');
    expect(() => nextEntry(broken, registration("two"))).toThrow(
      /Line 1 .* was changed after it was written/,
    );
  });

  it("never throws on any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((line) => `${registry("one")}${line}\n`),
        ),
        (file) => {
          expect(readRegistry(file).faults.length).toBeLessThanOrEqual(1);
        },
      ),
      { seed: 7 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Measure, type Rule, rule as ruleSchema } from "../schema/rules.ts";
import { measureForms, ruleForms } from "./forms.ts";
import { parseMeasure, parseRule } from "./parse-rule.ts";
import { printMeasure, printRule } from "./print-rule.ts";

const id = fc.oneof(
  fc.constantFrom("ruler", "a-b", "and", "not", "by", "on", "1st-army", "2012", "yes", "holds"),
  fc.string({ maxLength: 6 }),
);
const date = fc.constantFrom("2012", "2012-02", "2012-12-31", "1999-01-01");
const number = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Records of every form, with and without what may be left out. */
function formRecords(forms: typeof ruleForms, outside: boolean): fc.Arbitrary<unknown> {
  return fc.oneof(
    ...Object.entries(forms).map(([key, form]) => {
      const parts: { [name: string]: fc.Arbitrary<unknown> } = {};
      const dates: { [name: string]: fc.Arbitrary<unknown> } = {};
      const may = (value: fc.Arbitrary<unknown>) => fc.option(value, { nil: undefined });
      if (form.lead !== undefined) parts[form.lead] = form.leadOptional ? may(id) : id;
      for (const [name, kind] of Object.entries(form.parts))
        parts[name] = kind === "flag" ? may(fc.boolean()) : kind === "name!" ? id : may(id);
      if (key === "status") parts.is = fc.constantFrom("active", "in-exile", "dead");
      for (const [word, kind] of Object.entries(form.dates))
        dates[word] = kind === "date!" ? date : may(date);
      return fc
        .tuple(fc.record(parts), fc.record(dates))
        .map(([inner, outer]) => (outside ? { [key]: inner, ...outer } : { [key]: { ...inner, ...outer } }));
    }),
  );
}

const measures = fc.letrec<{ measure: Measure }>((tie) => ({
  measure: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    number,
    formRecords(measureForms, false) as fc.Arbitrary<Measure>,
    fc.tuple(number, tie("measure")).map((times): Measure => ({ times })),
  ),
})).measure;

const rules = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    formRecords(ruleForms, true) as fc.Arbitrary<Rule>,
    fc
      .tuple(measures, fc.constantFrom(">", ">=", "<", "<=", "="), measures)
      .map((compare): Rule => ({ compare: compare as [Measure, ">", Measure] })),
    fc.array(tie("rule"), { minLength: 1, maxLength: 3 }).map((all): Rule => ({ all })),
    fc.array(tie("rule"), { minLength: 1, maxLength: 3 }).map((any): Rule => ({ any })),
    tie("rule").map((not): Rule => ({ not })),
  ),
})).rule;

/** Without what is left out, as JSON knows it. */
const bare = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("a rule as text", () => {
  it("is read back as the record it was written from, whatever the record", () => {
    fc.assert(
      fc.property(rules, (rule) => {
        const parsed = parseRule(printRule(rule));
        expect("rule" in parsed ? bare(parsed.rule) : parsed.fault.message).toEqual(bare(rule));
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it("is read back for measures alone too", () => {
    fc.assert(
      fc.property(measures, (measure) => {
        const parsed = parseMeasure(printMeasure(measure));
        expect("measure" in parsed ? bare(parsed.measure) : parsed.fault.message).toEqual(bare(measure));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("never throws on any text, and a fault lies inside it", () => {
    const pieces = fc.constantFrom(
      "holds",
      "occurs(",
      "count",
      "(",
      ")",
      "not",
      "and",
      "or",
      ",",
      ":",
      "on",
      "by",
      "2012",
      ">=",
      "3",
      "*",
      '"',
      "\n",
      "ü",
    );
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.array(pieces).map((all) => all.join(" ")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseRule(text);
        if ("rule" in parsed) return;
        const lines = text.split("\n");
        expect(parsed.fault.line).toBeLessThanOrEqual(lines.length);
        expect(parsed.fault.column).toBeLessThanOrEqual(lines[parsed.fault.line - 1].length + 1);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it.each<[string, Rule]>([
    [
      "holds(premier, actor: ruler) on 2012-12-31",
      { holds: { post: "premier", actor: "ruler" }, on: "2012-12-31" },
    ],
    [
      "occurs(no-confidence, target: ruler, success: yes) from 2012-02 by 2012",
      { occurs: { move: "no-confidence", target: "ruler", success: true }, from: "2012-02", by: "2012" },
    ],
    [
      // and binds closer than or
      "filled(a) by 2012 or filled(b) by 2012 and not filled(c) by 2012",
      {
        any: [
          { filled: { post: "a" }, by: "2012" },
          { all: [{ filled: { post: "b" }, by: "2012" }, { not: { filled: { post: "c" }, by: "2012" } }] },
        ],
      },
    ],
    [
      "sum(deaths) from 2012-02 to 2012-04 > 1.5 * sum(deaths) from 2011-10 to 2011-12",
      {
        compare: [
          { sum: { series: "deaths", from: "2012-02", to: "2012-04" } },
          ">",
          { times: [1.5, { sum: { series: "deaths", from: "2011-10", to: "2011-12" } }] },
        ],
      },
    ],
    ["stability() to 2012 < 0.5", { compare: [{ stability: { to: "2012" } }, "<", 0.5] }],
    ["taken(from: ruler) by 2012", { taken: { from: "ruler" }, by: "2012" }],
    ["all(filled(a) by 2012)", { all: [{ filled: { post: "a" }, by: "2012" }] }],
  ])("%s", (text, rule) => {
    expect(parseRule(text)).toEqual({ rule });
    expect(ruleSchema.safeParse(rule).success).toBe(true);
  });

  it.each<[string, string]>([
    ["holds(premier) at 2012", 'Line 1, column 16: "at" is not a word for a date. There are on.'],
    [
      "filled(premier) by 2012-13",
      'Line 1, column 20: "2012-13" stands where a date such as 2012-12-31, 2012-12 or 2012 is expected.',
    ],
    ["filled(premier)", 'Line 1, column 16: the text ends where "by" and a date is expected.'],
    [
      "occurs(attack, bye: militia) by 2012",
      'Line 1, column 16: "bye" is not a part of this form. Did you mean "by"?',
    ],
    [
      "filled(a) by 2012\nand coumt(attack) to 2012 > 1",
      'Line 2, column 5: "coumt" is no rule and no measure. Did you mean "count"?',
    ],
    [
      "share(ruler) on 2012",
      "Line 1, column 21: the text ends where one of the signs >= <= > < = is expected.",
    ],
    ["(filled(a) by 2012", 'Line 1, column 19: the text ends where ")" is expected.'],
    [
      "filled(a) by 2012 filled(b) by 2012",
      'Line 1, column 19: "filled" is not a word for a date. There are by.',
    ],
    ["status(ruler) by 2012", 'Line 1, column 13: ")" stands where "is: …" is expected.'],
    ["filled(a) by 2012 by 2013", 'Line 1, column 19: "by" stands twice. Keep one of the two.'],
    ["", "Line 1, column 1: the text ends where a rule or a measure is expected."],
  ])("%s: says where it is wrong, and what would be right", (text, message) => {
    const parsed = parseRule(text);
    expect("fault" in parsed && parsed.fault.message).toBe(message);
  });

  it("is refused when brackets are nested without end", () => {
    const parsed = parseRule("not ".repeat(100_000));
    expect("fault" in parsed && parsed.fault.message).toContain("at most 100 brackets inside each other");
  });
});

import {
  capital,
  number,
  type Part,
  percent,
  plural,
  type ReportContents,
  type Section,
  signed,
  type Table,
  table,
  tornado,
} from "../../show/index.ts";
import type { QuestionSensitivity, Sensitivity } from "./found.ts";
import { inputInWords } from "./names.ts";

/** How many inputs a table shows of a screening. */
const MOST_ROWS = 12;

/** A number of an input as a reader says it. */
function inputNumber(value: number): string {
  return number(value, Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 1 ? 1 : 2);
}

/** What drives one answer: each input with its index from the screening, its ends, and its indices by design. */
export function driversTable(found: Sensitivity, one: QuestionSensitivity): Table {
  const { world } = found.stage;
  const names = [
    ...new Set([
      ...one.ends.map(({ name }) => name),
      ...one.screened.effects.slice(0, MOST_ROWS).map(({ name }) => name),
    ]),
  ].slice(0, MOST_ROWS);
  return table(
    `${one.question.id}: ${one.question.text}`,
    [
      { key: "input", name: "Input", wide: true },
      { key: "screened", name: "Low to high", unit: "points", align: "end", measure: "low-to-high" },
      { key: "told", name: "Told", measure: "told" },
      { key: "ends", name: "Answer at its ends", measure: "tornado" },
      { key: "s", name: "First order", measure: "first-order" },
      { key: "t", name: "Total", measure: "total-index" },
    ],
    names.map((name) => {
      const effect = one.screened.effects.find((candidate) => candidate.name === name);
      const ends = one.ends.find((candidate) => candidate.name === name);
      const at = found.designed.inputs.indexOf(name);
      const sobol = at < 0 ? undefined : one.indices?.[at];
      const with_ = (value: number, error: number): string => `${number(value, 2)} ± ${number(error, 2)}`;
      return {
        input: inputInWords(world, name),
        screened: effect === undefined ? undefined : `${signed(100 * (effect.atHigh - effect.atLow), 0)}`,
        told: effect?.told,
        ends:
          ends === undefined
            ? undefined
            : `${percent(ends.atLow)} at ${inputNumber(ends.range[0])}, ${percent(ends.atHigh)} at ${inputNumber(ends.range[2])}`,
        s: sobol === undefined ? undefined : with_(sobol.first, sobol.firstError),
        t: sobol === undefined ? undefined : with_(sobol.total, sobol.totalError),
      };
    }),
  );
}

/** The smallest changes that turn an answer, in sentences. */
export function flipSentences(found: Sensitivity, one: QuestionSensitivity): readonly string[] {
  return one.flips.map(
    ({ name, from, at, notYet, probability, before, part }) =>
      `${capital(inputInWords(found.stage.world, name))} from ${inputNumber(from)} to ${inputNumber(at)} (${percent(part)} of the way to the end of its range): ${percent(before)} at ${inputNumber(notYet)}, ${percent(probability)} at ${inputNumber(at)}.`,
  );
}

/** A page of its own for a sensitivity analysis. */
export function sensitivityPage(found: Sensitivity, version: string, command: string): ReportContents {
  const { source, size } = found;
  return {
    head: {
      title: `What drives the answers: ${source.head.title}`,
      polity: source.head.polity,
      asOf: source.head.as_of,
      summary: source.head.summary,
      engine: version,
      caseHash: source.hash,
      seed: size.seed,
      runs: found.runs,
      command,
    },
    sections: [sectionOf(found)],
  };
}

function sectionOf(found: Sensitivity): Section {
  const { questions, designed } = found;
  return {
    id: "sensitivity",
    title: "What drives the answers",
    lead: `${capital(plural(questions.length, "question"))}. Every uncertain input was screened at ${plural(questions[0]?.screened.points ?? 0, "point")}; the foremost were set to their ends, on the same luck${
      designed.inputs.length === 0
        ? "; too few futures were asked for to run them through a design"
        : `, and ${plural(designed.inputs.length, "input")} were run through a design of ${plural(designed.samples, "sample")}`
    }.`,
    parts: questions.flatMap((one) => partsOf(found, one)),
  };
}

function partsOf(found: Sensitivity, one: QuestionSensitivity): readonly Part[] {
  const flips = flipSentences(found, one);
  return [
    { kind: "subheading", title: one.question.text },
    ...(one.ends.length === 0
      ? []
      : [
          tornado(
            {
              base: one.base,
              outcome: one.question.text,
              unit: "probability",
              inputs: one.ends.map(({ name, range, atLow, atHigh }) => ({
                name: inputInWords(found.stage.world, name),
                lowInput: inputNumber(range[0]),
                highInput: inputNumber(range[2]),
                atLow,
                atHigh,
              })),
            },
            {
              id: `sensitivity-${one.question.id}`,
              title: `Tornado: ${one.question.text}`,
              measure: "tornado",
              method: "Each input at the two ends of its range, all else as drawn, on the same luck.",
              sources: [{ ref: "saltelli2010" }],
            },
          ),
        ]),
    driversTable(found, one),
    ...(flips.length === 0
      ? []
      : [
          { kind: "paragraph" as const, text: "The smallest changes of one input that turn the answer:" },
          { kind: "items" as const, items: flips },
        ]),
    {
      kind: "paragraph",
      text: `Low to high: change of the answer from the input's low end to its high end in the screening, in which all others stand at either of their ends. Told: more than any of ${plural(one.screened.inputs, "input")} shows by chance in 19 of 20 cases; the rest may be chance, their order too. Answer at its ends: the same, all others as drawn. First order and total: by design${one.indices === undefined ? ", not given here" : `, with standard errors, of the mean over ${plural(found.designed.each, "future")} a point`}.`,
    },
  ];
}

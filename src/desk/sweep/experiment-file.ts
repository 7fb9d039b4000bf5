import { stringify } from "yaml";

/** A plain experiment: some uncertain inputs, each at so many values of its range, with every combination played. */
export interface PlainExperiment {
  readonly name: string;
  readonly inputs: readonly { readonly name: string; readonly low: number; readonly high: number }[];
  /** Values of each input, its ends among them. */
  readonly steps: number;
  /** Futures of each point. */
  readonly repetitions: number;
  readonly months: number;
}

/**
 * A plain experiment as the text of a file for the folder `experiments` of a case. What is recorded are all questions
 * that are settled within the months.
 */
export function experimentFile({ name, inputs, steps, repetitions, months }: PlainExperiment): string {
  const columns: string[] = [];
  for (const input of inputs) columns.push(columnOf(input.name, columns));
  const variables = inputs.map((input, i) => ({
    name: columns[i],
    set: { input: { name: input.name } },
    range: [input.low, input.high],
    steps,
  }));
  const lines = variables.map(
    (variable) => `  - ${stringify(variable, { collectionStyle: "flow", lineWidth: 0 }).trimEnd()}`,
  );
  return [
    stringify({ name }, { lineWidth: 0 }).trimEnd(),
    "variables:",
    ...lines,
    `repetitions: ${repetitions}`,
    `months: ${months}`,
    "",
  ].join("\n");
}

/** What an input's column is called, as none of those before it is. */
function columnOf(name: string, taken: readonly string[]): string {
  const words = name
    .replace(/^default /, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ["input"];
  const base = words.join("-").slice(0, 60).replace(/-+$/, "");
  let column = base;
  for (let k = 2; taken.includes(column); k++) column = `${base}-${k}`;
  return column;
}

import type { Head, NumberFact, ReportContents } from "./report/contents.ts";
import { howSure, unitText, valueText } from "./report/fact-words.ts";
import { prosePlain } from "./report/prose.ts";
import { dateInWords } from "./say/date.ts";
import { number } from "./say/number.ts";
import { terminalText, terminalWidth } from "./tables/plain.ts";

export interface SummaryOptions {
  /** Columns of the terminal, 80 if not given. */
  readonly width?: number;
  /** Bold type by escape codes; nothing is said by it alone. */
  readonly colour?: boolean;
  /** What was written, and where: shown at the end. */
  readonly where?: readonly { readonly what: string; readonly path: string }[];
  /** How many findings and how many numbers at most; 5 and 8 if not given. */
  readonly findings?: number;
  readonly numbers?: number;
}

/**
 * A report on one screen of a terminal: what it is about, what it finds, its first numbers, and where all is.
 *
 * @returns lines no wider than asked, ended by a line feed; numbers are those of the first section that has any.
 * @example
 * ```ts
 * import { summary } from "tawazun/show";
 * const head = {
 *   title: "Iraq, January 2012",
 *   polity: "Iraq",
 *   asOf: "2012-01-10",
 *   summary: "One ruler, two fronts.",
 *   engine: "0.1.0",
 *   caseHash: "3f7a",
 *   seed: "iraq",
 *   runs: 2000,
 *   command: "npx tawazun report cases/iraq-2012",
 * };
 * summary({ head, sections: [] }).split("\n")[1]; //=> "Iraq, as of 10 January 2012"
 * ```
 */
export function summary(contents: ReportContents, options: SummaryOptions = {}): string {
  const width = options.width ?? 80;
  const bold = (text: string): string => (options.colour ? `\u001b[1m${text}\u001b[22m` : text);
  const { head, sections } = contents;
  const facts = sections.map((section) => section.parts.filter((part) => part.kind === "number"));
  const first = (facts.find((each) => each.length > 0) ?? []).slice(0, options.numbers ?? 8);
  const findings = (head.findings ?? []).slice(0, options.findings ?? 5);
  const blocks = [
    [...wrapped(head.title, width).map(bold), ...wrapped(about(head), width)],
    findings.flatMap((finding, i) => item(`${i + 1}. `, prosePlain(finding), width)),
    factLines(first, width, bold),
    (options.where ?? []).map(({ what, path }) => `${terminalText(what)}  ${terminalText(path)}`),
    wrapped(
      `Tawazun ${head.engine}, case ${head.caseHash.slice(0, 12)}, seed “${head.seed}”, ${number(head.runs)} futures. No oracle: every number stands in the report with its assumptions.`,
      width,
    ),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n")}\n`;
}

function about(head: Head): string {
  const until = head.horizon === undefined ? "" : `, looking ahead to ${dateInWords(head.horizon)}`;
  return `${head.polity}, as of ${dateInWords(head.asOf)}${until}`;
}

/** Values in a column of their own, then what they are; how sure they are below, set in. */
function factLines(facts: readonly NumberFact[], width: number, bold: (text: string) => string): string[] {
  const values = facts.map((fact) => terminalText(`${valueText(fact, fact.value)} ${unitText(fact)}`.trim()));
  const room = Math.max(0, ...values.map(terminalWidth));
  return facts.flatMap((fact, i) => {
    const space = " ".repeat(room - terminalWidth(values[i]));
    const [label, ...more] = wrapped(`${fact.label}: ${howSure(fact)}`, width - room - 2);
    return [`${space}${bold(values[i])}  ${label}`, ...more.map((line) => `${" ".repeat(room + 2)}${line}`)];
  });
}

function item(mark: string, text: string, width: number): string[] {
  return wrapped(text, width - mark.length).map(
    (line, i) => `${i === 0 ? mark : " ".repeat(mark.length)}${line}`,
  );
}

/** Text in lines no wider than asked, broken between words where it can be. */
function wrapped(text: string, width: number): string[] {
  const made: string[] = [];
  let line = "";
  for (const word of terminalText(text).trim().split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (terminalWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") made.push(line);
    line = terminalText(word, width);
  }
  return line === "" ? made : [...made, line];
}
